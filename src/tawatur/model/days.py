"""The days that an EDTF value covers, for comparing and sorting times."""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_DECADE = re.compile(r"(\d{3})X")


class Days(NamedTuple):
    """First and last day, both included; `dt.date.min` or `dt.date.max` where an end is open."""

    first: dt.date
    last: dt.date

    def meets(self, other: "Days") -> bool:
        """Whether both share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Whether `other` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    @property
    def length(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=50_000)
def days_of(edtf: str | None) -> Days | None:
    """The days of an EDTF level 0/1 value, or None where it covers none that we can tell. "~" and "?" are set aside."""
    if not edtf:
        return None
    plain = re.sub(r"[~?%]", "", edtf.strip())
    if "/" not in plain:
        return _single(plain)
    left, right = plain.split("/", 1)
    first, last = _single(left), _single(right)
    if first is None and last is None:
        return None
    return Days(first.first if first else dt.date.min, last.last if last else dt.date.max)


def _single(text: str) -> Days | None:
    if decade := _DECADE.fullmatch(text):
        start = int(decade[1]) * 10
        return Days(dt.date(start, 1, 1), dt.date(start + 9, 12, 31)) if start else None
    match = _DATE.fullmatch(text)
    if not match or not int(match[1]):
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month in _SEASONS:
        return Days(dt.date(year, _SEASONS[month][0], 1), _month_end(year, _SEASONS[month][1]))
    try:
        if day:
            return Days(dt.date(year, month, day), dt.date(year, month, day))
        if month:
            return Days(dt.date(year, month, 1), _month_end(year, month))
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
