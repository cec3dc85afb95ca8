"""Blame in the words of a speaker: "قال الوزير إن النظام يتحمل مسؤولية المجزرة", "إن الحركة مسؤولة عن القتل".

Who is said to be answerable for a deed or a ruin is accused of it by whoever says so; who answers for keeping people
safe only has a duty.
"""

from collections.abc import Iterator
from functools import cache

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.duties import speaker_of
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, deeds_of, index, key
from tawatur.reports.roles.record import Roles, admitted

BLAMES = key("حمل")
BEARS = key("تحمل")
BURDEN = frozenset({"مسووليه", "مسيوليه"})
ANSWERS = frozenset({"مسوول", "مسووله", "مسوولون", "مسوولين", "مسوولا", "مسوولان"})
THEY = frozenset({"هو", "هي", "هم", "هما"})
DENIED = frozenset({"ليس", "ليست", "ليسوا", "غير", "لا", "لم", "لن"})
ABOUT = "عن"
ILLS = frozenset({
    "فشل", "فوضي", "دمار", "جريمه", "جرايم", "مجزره", "مجازر", "انهيار", "تدهور", "تصعيد", "سقوط", "معاناه", "ازمه",
    "خساير", "انتهاكات", "حادث", "حادثه", "ماساه", "تفجير", "تفجيرات", "مقتل", "اغتيال", "هجوم", "هجمات",
})  # fmt: skip


@cache
def _sense() -> Sense:
    """The sense of "حمل المسؤولية" in the lexicon."""
    entry = next(e for e in index().verbs[BLAMES] if e.type == "ACCUSE")
    return Sense(entry=entry, shape="verb")


def blames(page: Page) -> Iterator[tuple[int, Sense, Roles]]:
    """The words that lay blame, with the sense and who blames whom."""
    for chunk in page.chunks:
        if is_finite(chunk):
            blamed = _bearer(page, chunk)
        elif chunk.kind == "noun" and chunk.bare and page.word(chunk).stem_key in ANSWERS:
            blamed = _answerable(page, chunk)
        else:
            continue
        speaker = speaker_of(page, chunk.index) if blamed else None
        if blamed and speaker is not None and not any(a in blamed for a in speaker):
            who = [a for a in speaker if admitted(page, _sense().entry, "actor", a)]
            yield chunk.head, _sense(), Roles(rule="blame", actors=who, recipients=list(blamed))


def _bearer(page: Page, verb: Chunk) -> tuple[ActorPhrase, ...]:
    """Who bears the blame of a deed: not "أن يتحمل مسؤوليته", not "سيتحمل"."""
    word = page.word(verb)
    if not any(key(a.lemma) == BEARS and a.tense == "present" for a in word.analyses) or word.future:
        return ()
    left = page.text.words[word.index - 1] if word.index else word
    if left.text == "أن" or left.stem_key in DENIED:
        return ()
    behind = page.text.words[word.index + 1 : word.index + 6]
    at = next((n for n, w in enumerate(behind) if w.stem_key in BURDEN and not w.enclitic), None)
    if at is None or not any(_is_ill(w) for w in behind[at + 1 :]):
        return ()
    subject = subject_chunk(page, verb.index).chunk
    return _accused(page, subject) if subject is not None else ()


def _answerable(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "أن إيران مسؤولة عن", "إن إيران هي المسؤولة عن": whom the clause of what is said begins with."""
    words = page.text.words
    if chunk.head + 1 >= len(words) or words[chunk.head + 1].stem_key != ABOUT:
        return ()
    if not any(_is_ill(w) for w in words[chunk.head + 2 : chunk.head + 4]):
        return ()
    before = words[chunk.head - 1]
    if before.stem_key in DENIED or ("ال" in words[chunk.head].prefixes and before.key not in THEY):
        return ()
    for position in range(chunk.index - 1, page.sentence_first[chunk.index], -1):
        left = page.chunks[position]
        if page.word(left).key in THEY:
            continue
        said = page.chunks[position - 1].kind == "that"
        return _accused(page, position) if said and left.actor is not None and left.bare else ()
    return ()


def _is_ill(word: Word) -> bool:
    return word.stem_key in ILLS or any(e.type in ("ASSAULT", "COERCE") and not e.with_ for e in deeds_of(word))


def _accused(page: Page, at: int) -> tuple[ActorPhrase, ...]:
    return tuple(a for a in actors_of(page, at) if admitted(page, _sense().entry, "recipient", a))
