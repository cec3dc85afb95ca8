"""Finds the bonds that stand on a day without looking at all that do not: a month of years holds few of them."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable

from tawatur.events.network.records import Bond

SHORT = 400  # days: a bond of a dated event stands for a year, one of a tie for years or without end


class Lives:
    """The bonds by the days between which they stand; what is not known is before or after every day."""

    def __init__(self, bonds: Iterable[tuple[int, Bond]]) -> None:
        """Sorts numbered bonds by their first day: those without end, the short ones, and the others."""
        self._endless: list[tuple[str, int]] = []
        self._short: list[tuple[str, str, int]] = []
        self._long: list[tuple[str, str, int]] = []
        for number, bond in bonds:
            if not bond.last:
                self._endless.append((bond.first or "", number))
            else:
                kind = self._short if bond.first and _days(bond.first, bond.last) <= SHORT else self._long
                kind.append((bond.first or "", bond.last, number))
        for rows in (self._endless, self._short, self._long):
            rows.sort()

    def standing(self, first: str, last: str) -> list[int]:
        """The numbers of the bonds that stand on any day from `first` to `last` (ISO), in their order."""
        found = [number for _, number in self._endless[: bisect_left(self._endless, (last + "~",))]]
        for rows, start in ((self._short, bisect_left(self._short, (_before(first),))), (self._long, 0)):
            some = rows[start : bisect_left(rows, (last + "~",))]
            found += [number for _, until, number in some if until >= first]
        return sorted(found)


def _days(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def _before(day: str) -> str:
    """The day from which a short bond may still stand."""
    number = dt.date.fromisoformat(day).toordinal()
    return dt.date.fromordinal(max(1, number - SHORT)).isoformat()
