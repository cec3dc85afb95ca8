"""Where acts of war go on for weeks, so that parties, place and day do not yet tell one of them from the next."""

import bisect
from collections.abc import Sequence

from tawatur.events.rows import Row

# acts that have a place, so that a report without one leaves open which of several it tells
BOUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_EXACT = 2  # days of a time that names a day
_SEVERAL, _AROUND = (
    4,
    15,
)  # days told of from which a place is a front; days before and after an act in which they count


class Fronts:
    """The places of whose acts the case tells on several days of a month: fronts, not towns struck one day."""

    def __init__(self, rows: Sequence[Row]) -> None:
        found: dict[tuple[str, str], set[int]] = {}
        for row in rows:
            if row.place and row.type in BOUND and row.days and row.days.length <= _EXACT:
                found.setdefault((row.type, row.place), set()).add(row.days.first)
        self._days = {act: _apart(sorted(days)) for act, days in found.items()}

    def holds(self, one: Row, two: Row) -> bool:
        """Whether the place of either is a front at its time."""
        return any(self._front(row) for row in (one, two))

    def _front(self, row: Row) -> bool:
        days = self._days.get((row.type, row.place or ""), ())
        when = row.days or row.source.days
        if when is None or len(days) < _SEVERAL:
            return len(days) >= _SEVERAL
        first, last = when.first - _AROUND, when.last + _AROUND
        return bisect.bisect_right(days, last) - bisect.bisect_left(days, first) >= _SEVERAL


def _apart(days: Sequence[int]) -> tuple[int, ...]:
    """The days without those next to one another: what happened at night is told of two days."""
    found: list[int] = []
    for day in days:
        if not found or day - found[-1] > _EXACT:
            found.append(day)
    return tuple(found)
