"""The shadow of a text: its light form with a map back to the original code points."""

import msgspec

from tawatur.arabic.letters import light_character
from tawatur.model.span import Span


class Shadow(msgspec.Struct, frozen=True):
    """`text` is the light form; character i of it comes from the original's character `origin[i]`."""

    original: str
    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original range behind `text[start:end]`, marks that follow the last letter included."""
        first = self.origin[start]
        last = self.origin[end - 1] + 1
        stop = self.origin[end] if end < len(self.origin) else len(self.original)
        while last < stop and not light_character(self.original[last]):
            last += 1
        return Span(first, last)


def shade(text: str) -> Shadow:
    """The shadow of `text`, one pass, linear in its length."""
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for folded in light_character(character):
            characters.append(folded)
            origin.append(index)
    return Shadow(text, "".join(characters), tuple(origin))
