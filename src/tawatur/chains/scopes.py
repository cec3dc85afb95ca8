"""The stretches of an article that somebody else's words fill: built sentence by sentence, nested or side by side."""

import msgspec

from tawatur.chains.voice import Voice
from tawatur.model.reading import Modality, Stance
from tawatur.model.span import Span


class Scope(msgspec.Struct, kw_only=True):
    """Words `first` to `last` exclusive that pass through `voices`, outermost first. `last` may shrink while reading.

    `medium` is the outlet to which the speaker spoke. `head_last` ends the clause that a denial or doubt governs.
    """

    first: int
    last: int
    voices: tuple[Voice, ...]
    stance: Stance
    modality: Modality | None
    cue: Span
    cue_word: int
    rule: str
    quoted: bool = False
    runs: bool = False  # may run on over following sentences of the paragraph
    medium: Voice | None = None
    rank: int = 0  # lower ranks are outer where two scopes begin together

    def holds(self, word: int) -> bool:
        """Whether a word is said in this scope."""
        return self.first <= word < self.last


class Ledger:
    """The scopes found so far, with those still open at the word being read."""

    def __init__(self) -> None:
        self.scopes: list[Scope] = []
        self.open: list[Scope] = []

    def add(self, scope: Scope) -> None:
        """Keeps a scope and opens it."""
        self.scopes.append(scope)
        self.open.append(scope)

    def reach(self, word: int) -> None:
        """Closes what ended before a word."""
        self.open = [s for s in self.open if s.last > word]
