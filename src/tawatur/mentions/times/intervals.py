"""EDTF and the days it covers: bounds of days, months and years, written and read."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Days(NamedTuple):
    """The first and last day that a value covers, and its grain: day, month or year."""

    first: date
    last: date
    grain: str = "day"


def day(value: date, about: bool = False) -> str:
    """EDTF of a day."""
    return value.isoformat() + "~" * about


def month(year: int, number: int, about: bool = False) -> str:
    """EDTF of a month; `number` may run over the year's ends."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04d}-{number:02d}" + "~" * about


def year(value: int, about: bool = False) -> str:
    """EDTF of a year."""
    return f"{value:04d}" + "~" * about


def span(first: str, last: str) -> str:
    """EDTF of an interval, or of its one value where both ends are equal."""
    return first if first == last else f"{first}/{last}"


@lru_cache(maxsize=10_000)  # an article's few times are compared with one another again and again
def days_of(edtf: str) -> Days | None:
    """The days an EDTF value covers, "~" and "?" set aside; None where it has an open end."""
    first, _, last = edtf.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    if start is None or end is None or end.last < start.first:
        return None
    grains = ("day", "month", "year")
    return Days(start.first, end.last, max(start.grain, end.grain, key=grains.index))


def _bounds(edtf: str) -> Days | None:
    match = _DATE.fullmatch(edtf.rstrip("~?%"))
    if not match:
        return None
    number, inside, exact = (int(part) if part else None for part in match.groups())
    assert number is not None
    try:
        if exact and inside:
            only = date(number, inside, exact)
            return Days(only, only)
        if inside and inside > 20:
            return _season(number, inside)
        if inside:
            return Days(date(number, inside, 1), month_end(number, inside), "month")
        return Days(date(number, 1, 1), date(number, 12, 31), "year")
    except ValueError:
        return None


def _season(number: int, season: int) -> Days | None:
    if season not in (21, 22, 23, 24):
        return None
    low = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    return Days(date(number, low, 1), month_end(number, min(low + 2, 12)), "month")


def month_end(number: int, inside: int) -> date:
    """The last day of a month."""
    return date(number, inside, monthrange(number, inside)[1])


def months_back(value: date, count: int) -> date:
    """The same day `count` months earlier (later when negative), or the month's last day where it has no such day."""
    index = value.year * 12 + value.month - 1 - count
    number, inside = index // 12, index % 12 + 1
    return date(number, inside, min(value.day, monthrange(number, inside)[1]))


def monday(value: date) -> date:
    """The Monday of a day's week."""
    return value - timedelta(days=value.weekday())


def coarsen(edtf: str, grain: str) -> str:
    """The same days told no finer than `grain`."""
    if grain == "day":
        return edtf
    length = 7 if grain == "month" else 4
    return span(*(bound.rstrip("~")[:length] + "~" * bound.endswith("~") for bound in _two(edtf)))


def join(first: str, last: str) -> str:
    """From the start of one value to the end of another."""
    return first if first == last else span(_two(first)[0], _two(last)[1])


def join_coarsely(first: str, last: str, grain: str) -> str:
    """`join`, a bound on which both values do not agree told no finer than `grain`."""
    (start, end), (other_start, other_end) = _two(first), _two(last)
    low = start if start == other_start else coarsen(start, grain)
    high = end if end == other_end else coarsen(other_end, grain)
    return span(low, high)


def _two(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first, last or first
