"""Whom a pronoun means that comes before the name: "وخلال زيارته لطهران، أعلن رئيس الوزراء"."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import TELLERS, agrees, referent
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import senses_of

OPENING = frozenset({
    "خلال", "بعد", "قبل", "عقب", "قبيل", "اثناء", "لدي", "عند", "منذ", "فور", "اثر", "في", "مع", "رغم", "علي", "ب",
})  # fmt: skip
REACH = 12  # chunks behind the pronoun within which the verb of the sentence stands
BEFORE = frozenset({"noun", "time", "particle"})


def named_later(page: Page, chunk: Chunk, word: Word) -> list[Chunk]:
    """The subject of the verb behind the phrase that opens a sentence, if the pronoun on its event noun may mean it."""
    if word.enclitic not in ("ه", "ها", "هم") or not _opens(page, chunk) or not _of_doer(page, chunk, word):
        return []
    if referent(page, word) is not None and not _new_paragraph(page, chunk):
        return []  # someone spoken of before
    verb = next((n for n in _behind(page, chunk) if is_finite(page.chunks[n])), None)
    subject = subject_chunk(page, verb).chunk if verb is not None else None
    if verb is None or subject is None or subject < verb:
        return []
    named = [c.actor for c in coordinated(page, subject) if c.actor is not None]
    if not named or named[0].klass in TELLERS:
        return []
    many = len(named) > 1 and word.enclitic in ("هم", "ها")
    found = named if many else [a for a in named[:1] if len(named) == 1 and agrees(word.enclitic, a)]
    return [msgspec.structs.replace(chunk, kind="noun", actor=a, owner=None, place=None, text="pronoun") for a in found]


def _opens(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase opens its sentence: only phrases behind prepositions and times stand before it."""
    before = page.chunks[page.sentence_first[chunk.index] : chunk.index + 1]
    led = all(c.kind in BEFORE and (c.kind != "noun" or c.prep in OPENING) for c in before)
    return led and chunk.kind == "noun"


def _of_doer(page: Page, chunk: Chunk, word: Word) -> bool:
    """Whether the pronoun says who acts: what is done to someone does so only before its object."""
    sides = {s.genitive for s in senses_of(word, as_verb=False)}
    if not sides.isdisjoint(("patient", "either")) or not sides:
        behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
        return behind is not None and behind.bare and not behind.joined and chunk.last == word.index + 1
    return True


def _behind(page: Page, chunk: Chunk) -> list[int]:
    """The chunks behind a phrase as far as its clause and one comma go."""
    found = []
    for position in range(chunk.index + 1, min(chunk.index + REACH, page.sentence_last[chunk.index])):
        one = page.chunks[position]
        if one.kind in ("that", "when", "relative") or (one.kind == "mark" and one.text not in closed().commas):
            break
        found.append(position)
        if one.kind == "verb":
            break
    return found


def _new_paragraph(page: Page, chunk: Chunk) -> bool:
    """Whether a paragraph begins with the sentence of a chunk."""
    first = page.text.words[page.chunks[page.sentence_first[chunk.index]].first]
    if not first.index:
        return True
    return "\n" in page.text.original[page.text.words[first.index - 1].span.end : first.span.start]
