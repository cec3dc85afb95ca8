"""Days of the Hijri calendar, told as about: the month begins where its moon is seen, a day sooner or later."""

from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

from tawatur.mentions.times import intervals as edtf

SLACK = timedelta(days=1)
AROUND = 25  # days from a feast within which it is called "the feast"


def hijri_year_of(today: date) -> int:
    """The Hijri year of a day."""
    return int(Gregorian.fromdate(today).to_hijri().year)


@lru_cache(maxsize=4096)
def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_days(year: int, month: int | None, day: int | None, part: tuple[int, int] | None = None) -> str | None:
    """EDTF of a Hijri day, month or year; of the days `part` of a month where a word names such a part."""
    begin, end = part or (day or 1, day)
    first = _gregorian(year, month or 1, min(begin, _length(year, month)))
    last = _gregorian(year, month or 1, min(end, _length(year, month))) if end else _month_or_year_end(year, month)
    if first is None or last is None:
        return None
    return edtf.span(edtf.day(first, True), edtf.day(last, True))


def _length(year: int, month: int | None) -> int:
    """How many days a Hijri month has; 30 where none is named."""
    first, last = _gregorian(year, month or 1, 1), _month_or_year_end(year, month)
    return (last - first).days + 1 if month and first and last else 30


def _month_or_year_end(year: int, month: int | None) -> date | None:
    following = _gregorian(year + 1, 1, 1) if month in (None, 12) else _gregorian(year, (month or 0) + 1, 1)
    return following - timedelta(days=1) if following else None


def hijri_month_near(today: date, month: int, day: int | None, relation: str, future: bool) -> int:
    """The Hijri year that puts a month nearest before the day of writing (after it for "المقبل")."""
    now = Gregorian.fromdate(today).to_hijri()
    inside, reached = (month, day or 1), (now.month, now.day if day else 1)
    if relation == "this":
        return int(now.year)
    if relation == "next" or (future and not relation):
        return int(now.year) + (inside < reached)
    if relation in ("past", "last"):
        return int(now.year) - (inside >= reached)
    return int(now.year) - (inside > reached)


def feast_near(today: date, first: int, last: int) -> str | None:
    """EDTF of days of the feast that does not say which it is: the one of the weeks around the day of writing."""
    for month, before in ((10, 0), (12, 9)):
        days = edtf.days_of(
            holiday_near(today, month, before + first, before + last, year=None, relation="", future=True) or ""
        )
        if days and timedelta(days=-AROUND) <= days.first - today <= timedelta(days=AROUND):
            return edtf.span(edtf.day(days.first, True), edtf.day(days.last, True))
    return None


def holiday_near(
    today: date, month: int, first: int, last: int, *, year: int | None, relation: str, future: bool
) -> str | None:
    """EDTF of a Hijri holiday in a Gregorian year, or nearest to the day of writing."""
    base = hijri_year_of(date(year, 7, 1) if year else today)
    found: list[tuple[date, date]] = []
    for hijri_year in (base - 1, base, base + 1):
        start, end = _gregorian(hijri_year, month, first), _gregorian(hijri_year, month, last)
        if start and end and (year is None or start.year == year):
            found.append((start, end))
    if not found:
        return None
    if year is None and future and not relation:
        chosen: tuple[date, date] | None = min(found, key=lambda f: abs((f[0] - today).days))
    elif year is None and relation == "next":
        chosen = next((f for f in found if f[1] >= today), None)
    elif year is None and relation == "past":
        chosen = next((f for f in reversed(found) if f[1] < today), None)
    elif year is None:
        chosen = next((f for f in reversed(found) if f[0] <= today + SLACK), None)
    else:
        chosen = found[0]
    return edtf.span(edtf.day(chosen[0], True), edtf.day(chosen[1], True)) if chosen else None
