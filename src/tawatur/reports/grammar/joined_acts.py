"""Where another act begins that "و" joins to one, so that what stands behind it is its own."""

from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of


def begins_other(page: Page, index: int, position: int) -> bool:
    """Whether a joined noun tells another act, which what is behind it belongs to: one that stands apart, or behind
    an act that has its own genitive. "القصف والهجوم على المدينة" is of both."""
    chunk, noun = page.chunks[position], page.chunks[index]
    if not chunk.joined or not chunk.bare or chunk.actor is not None or not _tells_deed(page, chunk):
        return False
    return position > index + 1 or noun.owner is not None or noun.place is not None


def _tells_deed(page: Page, chunk: Chunk) -> bool:
    return tells_itself(page, chunk) or any(e.type == "ASSAULT" for e in deeds_of(page.word(chunk)))
