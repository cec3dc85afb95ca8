"""A possible place phrase as the grammar reads it, before anything judges whether it names a place."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.mentions.places.heads import TRANSPARENT, Head
from tawatur.mentions.places.index import Form

Words = tuple[Word, ...]
QUOTES = frozenset('"«»“”')
CLOSING = dict.fromkeys(QUOTES, QUOTES) | {"(": frozenset(")")}  # what may end a name that a mark opens


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A possible place phrase: its words, place words, part ("countryside-north") and name, not yet judged."""

    first: int
    last: int
    form: Form
    heads: tuple[Head, ...] = ()
    part: str = ""
    kbs: tuple[str, ...] = ()  # the places that bear the name; empty for an unknown or resumed one
    name: tuple[int, int] = (0, 0)
    again: str = ""  # the kind of place that "البلدة", "البلاد" resume

    @property
    def typed(self) -> Head | None:
        """The innermost place word that says what kind of place the name is."""
        if not self.heads:
            return None  # most phrases
        for head in reversed(self.heads):
            if head.kind not in TRANSPARENT:
                return head
        return None
