"""EDTF values as ranges of days, so that two of them can be compared with two integers each."""

import calendar
import datetime
import functools
import re
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # winter runs into the next year
_DAY, _MONTH, _YEAR = 4, 20, 200  # how far "about" may reach, in days


class Days(NamedTuple):
    """A range of days by ordinal, both ends inside; `slack` is how far "about" reaches beyond them."""

    first: int
    last: int
    slack: int = 0

    @property
    def length(self) -> int:
        """How many days the range covers."""
        return self.last - self.first + 1

    def gap(self, other: "Days") -> int:
        """Days between the two ranges, slack used up first; 0 when they meet."""
        apart = max(self.first, other.first) - min(self.last, other.last)
        return max(0, apart - self.slack - other.slack)


@functools.lru_cache(maxsize=65536)
def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF value (level 0 or 1, interval, season) covers; None where it says nothing."""
    if not edtf:
        return None
    left, _, right = edtf.partition("/")
    first = _date(left)
    if not right or right == "..":
        return first
    last = _date(right)
    if first is None or last is None:
        return first or last
    if last.last < first.first:
        return None
    return Days(first.first, last.last, max(first.slack, last.slack) if last.last - first.first < 62 else 0)


def _date(text: str) -> Days | None:
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day, mark = int(found[1]), found[2], found[3], found[4]
    if not 1 <= year <= 9998:
        return None
    try:
        return _range(year, int(month) if month else None, int(day) if day else None, bool(mark))
    except ValueError:
        return None


def _range(year: int, month: int | None, day: int | None, about: bool) -> Days:
    if month is None:
        return Days(_ordinal(year, 1, 1), _ordinal(year, 12, 31), _YEAR if about else 0)
    if month in _SEASONS:
        start, end = _SEASONS[month]
        first, last = _ordinal(year, start, 1), _month_end(year + end // 13, (end - 1) % 12 + 1)
        return Days(first, last, _MONTH if about else 0)
    if day is None:
        return Days(_ordinal(year, month, 1), _month_end(year, month), _MONTH if about else 0)
    at = _ordinal(year, month, day)
    return Days(at, at, _DAY if about else 0)


def _ordinal(year: int, month: int, day: int) -> int:
    return datetime.date(year, month, day).toordinal()


def _month_end(year: int, month: int) -> int:
    return _ordinal(year, month, calendar.monthrange(year, month)[1])
