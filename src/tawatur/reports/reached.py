"""Whether a noun of a state tells how it came about: "بعد السيطرة على البلدة", "بعد يوم من سيطرة المعارضة"."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.roles.record import Roles

REACHED = frozenset({"بعد", "عقب", "اثر", "عبر", "قبل", "فور", "غداه", "منذ"})


def come_about(page: Page, word: Word, roles: Roles) -> bool:
    """Whether the noun stands behind a word of time, and something says what was taken."""
    return _reached(page, word) and _somewhere(page, word, roles)


def _somewhere(page: Page, word: Word, roles: Roles) -> bool:
    """Whether it is said where or of whom, or of which village without a name ("عقب سيطرتها على البلدة")."""
    behind = page.chunk_of[word.index] + 1
    ground = page.chunks[behind] if behind < page.sentence_last[behind - 1] else None
    site = ground is not None and ground.prep == "علي" and page.word(ground).stem_key in closed().sites
    return bool(roles.places or roles.recipients) or (site and bool(roles.actors))


def _reached(page: Page, word: Word) -> bool:
    """ "بعد السيطرة على البلدة", "عبر السيطرة على …": behind these the noun of a state tells how it came about."""
    words = page.text.words
    before = words[word.index - 1] if word.index else None
    if before is not None and before.stem_key == "من" and word.index > 2:
        return words[word.index - 3].stem_key in ("بعد", "قبل")  # "بعد يوم من سيطرة المعارضة على المطار"
    return before is not None and before.stem_key in REACHED
