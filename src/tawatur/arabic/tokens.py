"""Cuts a text into tokens: runs of Arabic letters, numbers, Latin words, single punctuation marks."""

import re
from typing import Literal, NamedTuple

from tawatur.arabic.shadow import Shadow
from tawatur.model.span import Span

Kind = Literal["word", "number", "latin", "punctuation"]
_TOKEN = re.compile(
    r"(?P<word>[\u0621-\u064a\u0671-\u06d3\u06fa-\u06ff]+)"
    r"|(?P<number>\d+(?:[.,\u066b\u066c]\d+)*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff]+)"
    r"|(?P<punctuation>\.{2,}|\S)"
)


class Token(NamedTuple):
    """A token before morphology: its range in the original, its light form and kind, and where the shadow holds it."""

    span: Span
    text: str
    kind: Kind
    start: int
    end: int


_new = tuple.__new__  # what a NamedTuple is made by, without the call in between: one of each for every word


def tokens(shadow: Shadow, start: int, end: int) -> list[Token]:
    """The tokens of the shadow's characters `start` to `end`; ornament inside a word does not cut it."""
    origin = shadow.origin
    found: list[Token] = []
    for match in _TOKEN.finditer(shadow.text, start, end):
        first, last = match.span()
        span = _new(Span, (origin[first], origin[last]))
        found.append(_new(Token, (span, match.group(), match.lastgroup, first, last)))
    return found
