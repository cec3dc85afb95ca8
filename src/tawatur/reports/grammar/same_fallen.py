"""Of whose death or wounds a pronoun speaks: "نفى الجيش مقتل الفتى وتحدث عن إصابته" is of him who fell before."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees, all_standing_for
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import deeds_of, speaks, suffered

DYING = frozenset({"وفاه", "وفات", "موت"})
TOLD = frozenset({"", "ب", "عن", "الي"})  # how what is said stands behind its verb
BODIES = frozenset({"armed", "state", "political", "organisation", "media"})


def meant_by(page: Page, chunk: Chunk, word: Word) -> list[Chunk]:
    """Whom the pronoun on an event noun means; on a loss those who fell before, and never who speaks of it."""
    if not tells_loss(word):
        return all_standing_for(page, chunk, word)
    if (fallen := same_fallen(page, chunk, word)) is not None:
        return [fallen]
    return [m for m in all_standing_for(page, chunk, word) if not speaks_of_another(page, m, chunk.index)]


def tells_loss(word: Word) -> bool:
    """Whether a noun tells that someone was killed or wounded."""
    return word.stem_key in DYING or any(e.extension in LOSSES for e in deeds_of(word))


def same_fallen(page: Page, chunk: Chunk, word: Word) -> Chunk | None:
    """The one told before in the sentence to have fallen, for the pronoun on a loss; None where there is none."""
    for position in range(chunk.index - 1, page.sentence_first[chunk.index] - 1, -1):
        fallen = _fallen_at(page, page.chunks[position])
        if fallen is not None and agrees(word.enclitic, fallen):
            return msgspec.structs.replace(chunk, kind="noun", actor=fallen, owner=None, place=None, text="pronoun")
    return None


def _fallen_at(page: Page, chunk: Chunk) -> ActorPhrase | None:
    """Who fell by a chunk: the genitive of a loss, or the subject of a verb of losses behind or before it."""
    if chunk.kind == "noun":
        return chunk.owner if chunk.actor is None and tells_loss(page.word(chunk)) else None
    if not is_finite(chunk) or not suffered(page.word(chunk)):
        return None
    subject = subject_chunk(page, chunk.index).chunk
    return page.chunks[subject].actor if subject is not None else None


def speaks_of_another(page: Page, meant: Chunk, index: int) -> bool:
    """Whether a body or whoever speaks would be the fallen: "اكتفى الجيش بالإشارة إلى إصابته" is of someone else."""
    who = meant.actor
    if who is None:
        return False
    if who.klass in BODIES and who.form in ("name", "loaded") and who.number == "s":
        return True
    if page.chunks[index].prep not in TOLD:
        return False  # "نقل الجندي إلى المستشفى بعد إصابته"
    for position in range(index - 1, page.sentence_first[index] - 1, -1):
        if is_finite(page.chunks[position]):
            said = speaks(page.word(page.chunks[position]))
            subject = subject_chunk(page, position).chunk
            return said and subject is not None and page.chunks[subject].actor == who
    return False
