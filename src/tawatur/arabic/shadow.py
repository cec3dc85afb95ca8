"""The shadow of a text: its light form with a map back to the original code points."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from tawatur.arabic.letters import UNEVEN, even, light_character
from tawatur.model.span import Span


class Shadow(msgspec.Struct, frozen=True):
    """`text` is the light form; character i of it comes from the original's character `origin[i]`.

    `origin` has one number more, the original's length: where what ends with the text ends. What lies between two of
    its places is ornament, which belongs to the character before. `ligatures` tells of characters that gave several.
    """

    original: str
    text: str
    origin: Sequence[int]
    ligatures: bool = False

    @property
    def ornate(self) -> bool:
        """Whether any place of the shadow is not the same in the original."""
        return not isinstance(self.origin, range)

    def span(self, start: int, end: int) -> Span:
        """The original range behind `text[start:end]`, marks that follow the last letter included."""
        return Span(self.origin[start], self.origin[end])

    def at(self, place: int) -> int:
        """Where the shadow reaches the original's code point `place`."""
        return bisect_left(self.origin, place)


def shade(text: str) -> Shadow:
    """The shadow of `text`, linear in its length; stretches without ornament are taken over whole."""
    first = UNEVEN.search(text)
    if first is None:
        return Shadow(text, even(text), range(len(text) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    done, ligatures = 0, False
    for match in UNEVEN.finditer(text, first.start()):
        place = match.start()
        pieces.append(even(text[done:place]))
        origin.extend(range(done, place))
        folded = light_character(text[place])
        pieces.append(folded)
        origin.extend([place] * len(folded))
        ligatures = ligatures or len(folded) > 1
        done = place + 1
    pieces.append(even(text[done:]))
    origin.extend(range(done, len(text) + 1))
    return Shadow(text, "".join(pieces), origin, ligatures)
