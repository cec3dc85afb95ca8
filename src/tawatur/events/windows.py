"""Cuts a large case by time, so that each stretch of it can be joined by itself.

A report stands on the day on which it most likely lies; ties have no day and undated reports none that is known: these
are stretches of their own. What stands a little later is looked at too, so that no happening is cut at a month's end.
"""

import datetime as dt
from collections.abc import Iterable

import msgspec

from tawatur.events.intervals import Days, days_of
from tawatur.model.reading import Reading, Report

TIES, UNDATED = 0, 10**7  # days that no calendar has
REACH = 20  # days after a window in which tellings of its happenings are looked for
_FINE = 45  # days: a longer time does not say where a report stands


class Window(msgspec.Struct, frozen=True):
    """A stretch of days (ordinals), both ends inside."""

    name: str
    first: int
    last: int

    @property
    def reach(self) -> int:
        """The last day of what is looked at."""
        return self.last if self.first in (TIES, UNDATED) else self.last + REACH


def anchor(days: Days | None, published: Days | None) -> int:
    """The day of a report: its own, else that of publication, else after all others."""
    if days and days.length <= _FINE:
        return days.first
    return published.first if published else days.first if days else UNDATED


def day_of(report: Report, published: Days | None) -> int:
    """The day on which a report as read stands."""
    if report.kind == "relation":
        return TIES
    return anchor(days_of(report.time.edtf) if report.time else None, published)


def days_told(reading: Reading) -> set[int]:
    """The days of an article: that on which it is counted itself, and those of its reports."""
    published = days_of(reading.article.published.edtf)
    return {home_day(reading), *(day_of(report, published) for report in reading.reports)}


def home_day(reading: Reading) -> int:
    """The day on which an article is counted."""
    return anchor(None, days_of(reading.article.published.edtf))


def windows_over(days: Iterable[int]) -> list[Window]:
    """The months that hold any of the days, in order; then what is undated, then ties."""
    found = set(days)
    special = [w for w in (Window("undated", UNDATED, UNDATED), Window("ties", TIES, TIES)) if w.first in found]
    months = sorted({(d.year, d.month) for d in map(dt.date.fromordinal, found - {UNDATED, TIES})})
    return [_month(year, month) for year, month in months] + special


def _month(year: int, month: int) -> Window:
    first = dt.date(year, month, 1)
    after = (first + dt.timedelta(days=31)).replace(day=1) if (year, month) < (9999, 12) else dt.date.max
    return Window(f"{year:04}-{month:02}", first.toordinal(), after.toordinal() - 1)
