"""Demands without a verb of asking: "قال الوزير إن على الحكومة أن تستقيل", "«على الحركة تسليم سلاحها»".

What a speaker says is "على" someone to do, he asks of him. It is told where the phrase opens what is said, behind "أن"
or a colon or at the head of a quotation, and a deed stands behind it as a clause or as a verbal noun.
"""

from collections.abc import Iterator
from functools import cache

from tawatur.arabic.word import Analysis
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.record import Roles, admitted

MUST = key("وجب")  # what "على" stands for: its sense, its classes
ON, THAT = "علي", "ان"
NEAR = 4  # chunks behind "على" within which what shall be done begins


@cache
def _sense() -> Sense:
    """The sense of "يجب على" in the lexicon."""
    entry = next(e for e in index().verbs[MUST] if "على" in e.roles)
    return Sense(entry=entry, shape="verb")


def duties(page: Page) -> Iterator[tuple[int, Sense, Roles]]:
    """The words "على" that put a demand, with the sense and who asks it of whom."""
    for chunk in page.chunks:
        if chunk.prep != ON or chunk.actor is None or chunk.kind != "noun":
            continue
        if not admitted(page, _sense().entry, "recipient", chunk.actor) or not _opens(page, chunk):
            continue
        if not _to_be_done(page, chunk):
            continue
        speaker = speaker_of(page, chunk.index)
        if speaker is None and not _quoted(page, chunk):
            continue
        asked = list(actors_of(page, chunk.index))
        asking = [a for a in speaker or () if a not in asked and admitted(page, _sense().entry, "actor", a)]
        yield chunk.first, _sense(), Roles(rule="duty", actors=asking, recipients=asked)


def _opens(page: Page, chunk: Chunk) -> bool:
    """Whether the phrase opens what is said."""
    if chunk.index == page.sentence_first[chunk.index]:
        return _quoted(page, chunk)
    left = page.chunks[chunk.index - 1]
    said = left.kind == "that" and left.text == THAT and left.prep in ("", "ب", "الي", "علي")
    return said or (left.kind == "mark" and left.text == ":") or _at_head(page, chunk)


def _quoted(page: Page, chunk: Chunk) -> bool:
    return any(q.first <= chunk.first < q.last for q in page.text.quotations)


def _at_head(page: Page, chunk: Chunk) -> bool:
    words = page.text.words
    return any(
        q.first == chunk.first or (q.first + 1 == chunk.first and words[q.first].kind == "punctuation")
        for q in page.text.quotations
    )


def _to_be_done(page: Page, chunk: Chunk) -> bool:
    """Whether "أن" with its verb or a verbal noun follows: "أن تنسحب", "الانسحاب", "سحب قواتها", no "ضغوط كبيرة"."""
    for position in range(chunk.index + 1, min(chunk.index + 1 + NEAR, page.sentence_last[chunk.index])):
        behind = page.chunks[position]
        if behind.kind == "that":
            verb = page.chunks[position + 1] if position + 1 < page.sentence_last[position] else behind
            return behind.text in (THAT, "الا") and not behind.joined and verb.kind in ("verb", "noun", "particle")
        if behind.joined or behind.kind in ("time", "particle") or is_modifier(page, behind):
            continue
        return _is_deed(page, behind)
    return False


def _is_deed(page: Page, chunk: Chunk) -> bool:
    """A verbal noun with the article, a pronoun or a genitive: "الانسحاب", "سحب قواتها", no "ضغوطا كبيرة"."""
    words = page.text.words[chunk.first : chunk.last]
    if chunk.prep or chunk.actor is not None or not is_masdar(words[0]) or chunk.kind != "noun":
        return False
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    governs = behind is not None and behind.bare and not behind.joined and not is_modifier(page, behind)
    return chunk.definite or any(w.definite for w in words) or governs


def speaker_of(page: Page, at: int) -> tuple[ActorPhrase, ...] | None:
    """Who says it: the subject of the nearest verb of saying before it; None where no one is said to."""
    for position in range(at - 1, page.sentence_first[at] - 1, -1):
        chunk = page.chunks[position]
        word = page.word(chunk)
        said = chunk.kind == "verb" or (chunk.bare and chunk.actor is None)
        if not said or not any(key(a.verb or a.lemma) in index().speech for a in word.analyses if _says(a)):
            continue
        if all(a.person == "1" for a in word.analyses if a.pos == "verb") and is_finite(chunk):
            return None  # "كتبنا أن على الأميركيين": the page itself
        subject = subject_chunk(page, position).chunk
        return actors_of(page, subject) if subject is not None else ()
    return None


def _says(analysis: Analysis) -> bool:
    return analysis.pos == "verb" or analysis.derived == "active"
