"""Whose "سراح" or "سبيل" is let go: "أطلق سراح المختطفين", "جرى إطلاق سراح سبعين طفلا"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, admitted

LIBERTY = frozenset({"سراح", "سبيل"})


def add_freed(page: Page, index: int, word: int, roles: Roles, sense: Sense) -> None:
    """Adds whoever owns the liberty that stands in the same phrase as the noun, or right behind the verb."""
    if sense.entry.extension != "release" or roles.recipients:
        return
    chunk = page.chunks[index]
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    for one in (chunk, behind):
        if one is None or not (freed := _owner_of_liberty(page, one, word)):
            continue
        if freed not in roles.actors and admitted(page, sense.entry, "recipient", freed):
            roles.recipients.append(freed)
        return


def _owner_of_liberty(page: Page, chunk: Chunk, word: int) -> ActorPhrase | None:
    if chunk.owner is None or chunk.actor is not None:
        return None
    told = any(w.stem_key in LIBERTY for w in page.text.words[max(chunk.first, word + 1) : chunk.owner.first])
    return chunk.owner if told else None
