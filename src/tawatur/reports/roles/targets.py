"""Whether what stands behind "ل" as the target of an act is an aim or arms that act, and so no recipient."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page


def flies(chunk: Chunk, slot: str, entry: Entry) -> bool:
    """ "غارات لطائرات التحالف على مقرات": whose arms they are that attack, and not what is hit."""
    arms = chunk.actor is not None and chunk.actor.klass == "weapon"
    return slot == "ل" and arms and entry.type == "ASSAULT" and entry.pos != "verb" and entry.genitive == "agent"


def is_aim(page: Page, chunk: Chunk, slot: str) -> bool:
    """ "الضربات في اليوم نفسه لدخول أنقرة": what is done, and no one to whom."""
    return slot == "ل" and tells_itself(page, chunk) and page.word(chunk).stem_key not in closed().target_nouns
