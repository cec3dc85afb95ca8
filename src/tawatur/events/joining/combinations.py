"""How rare it is that reports of one type share these actors and this place."""

import math
from collections.abc import Callable, Iterable, Sequence

from tawatur.events.rows import Row
from tawatur.events.sides import lineage

Side = Callable[[str], str | None]
_FEW = 200  # reports of a type from which shares are believed; below it everything is middling
_RAREST = 3.0
_HOT = 150  # reports that share one actor or one place: from here on something else must agree


class Combinations:
    """Counts, over all reports of a type, who and where stand together; rarer combinations tell more when shared."""

    def __init__(self, rows: Sequence[Row], side: Side, generic: Callable[[str], bool]) -> None:
        self._side, self._generic = side, generic
        self._numbers: dict[tuple[str, ...], int] = {}
        self._counts: list[int] = []
        self._single: list[bool] = []  # whether a combination is but one actor or one place
        self._of: dict[str, tuple[int, ...]] = {}
        self._totals: dict[str, int] = {}
        for row in rows:
            self._totals[row.type] = self._totals.get(row.type, 0) + 1
            self._of[row.id] = tuple(sorted(self._number(key) for key in self._keys(row)))

    def rarity(self, one: Row, two: Row) -> float:
        """How rare what both share is among reports of their type: 1 for one in ten, 3 for one in a thousand."""
        shared = set(self._of[one.id]).intersection(self._of[two.id])
        if not shared:
            return 0.0
        total = max(_FEW, self._totals[one.type])
        return min(_RAREST, math.log10(total / min(self._counts[number] for number in shared)))

    def blocks(self, row: Row) -> list[int]:
        """The combinations by which others of its kind are looked for; what stands everywhere is no lead."""
        return [n for n in self._of[row.id] if self._counts[n] > 1 and (not self._single[n] or self._counts[n] <= _HOT)]

    def _number(self, key: tuple[str, ...]) -> int:
        number = self._numbers.setdefault(key, len(self._counts))
        if number == len(self._counts):
            self._counts.append(0)
            self._single.append(len(key) - ("@" in key) == 2)
        self._counts[number] += 1
        return number

    def _keys(self, row: Row) -> set[tuple[str, ...]]:
        actors, others = self._roots(row.actors), self._roots(row.recipients)
        keys: set[tuple[str, ...]] = {(row.type, who) for who in actors | others}
        keys |= {(row.type, min(a, b), max(a, b)) for a in actors for b in others if a != b}
        if row.place:
            keys.add((row.type, "@", row.place))
            keys |= {(row.type, "@", row.place, who) for who in actors | others}
        return keys

    def _roots(self, ids: Iterable[str]) -> set[str]:
        return {lineage(i, self._side(i))[-1] for i in ids if not self._generic(i)}
