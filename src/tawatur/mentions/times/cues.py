"""The cues of an article to its own day: what it calls today, known events told at a distance, its latest date."""

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.constraints import Demand
from tawatur.mentions.times.event_cues import FUTURE, of_event
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.known import known_events
from tawatur.mentions.times.matching import span_of
from tawatur.mentions.times.resolve import needs_anchor, resolve

DAY = timedelta(days=1)
NAMED_ALONE = timedelta(days=30)  # a date without a year is of the weeks before
YEARS = range(1990, 2036)
DAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNTIL = frozenset({"حتي", "بحلول", "الي", "لغايه", "قبل", "وحتي"})


def demands(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """Everything in the text that bounds the day of its publication."""
    yield from _todays(text, matches)
    yield from _explicit(text, matches)
    yield from _dated_weekdays(text, matches)
    for hit in known_events(text):
        yield from of_event(text, matches, hit)


def _todays(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """ "اليوم الخميس", "أمس الأربعاء": the weekday of the day of publication."""
    for match in matches:
        e = match.expression
        if e.kind == "day" and e.weekday is not None and e.low is not None:
            weekday = int(e.weekday - e.low) % 7
            span = span_of(text, match)
            quoted = span.of(text.original)
            yield Demand(
                weekday=weekday,
                evidence=(span,),
                rule="weekday_of_today",
                checked=True,
                en=f'"{quoted}" makes the day of publication a {DAYS_EN[weekday]}',
                ar=f"عبارة «{quoted}» تجعل يوم النشر {DAYS_AR[weekday]}",
            )


def _dated_weekdays(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """ "الخميس 23 يوليو", "اليوم السبت (25 يوليو)": a day and its weekday, which fit few years."""
    for number, match in enumerate(matches):
        e, back, weekday = match.expression, None, match.expression.weekday
        if e.kind == "day" and e.weekday is not None and e.low in (0, -1) and number + 1 < len(matches):
            behind = matches[number + 1]
            if behind.first - match.last > 1 or behind.expression.weekday is not None:
                continue
            back, weekday, e = -int(e.low), e.weekday, behind.expression
        if e.kind != "date" or e.calendar != "gregorian" or e.day is None or weekday is None:
            continue
        if _dated_ahead(text, match, e):
            continue
        span = span_of(text, match)
        quoted = span.of(text.original)
        yield Demand(
            options=_windows(e.month or 1, e.day, weekday, back),
            evidence=(span,),
            rule="weekday_of_date",
            checked=back is not None,
            en=f'"{quoted}" fits few years',
            ar=f"عبارة «{quoted}» لا توافق إلا سنوات قليلة",
        )


def _dated_ahead(text: Text, match: Match, e: Expression) -> bool:
    return e.year is not None or bool(e.year_relation) or e.relation == "next" or _future(text, match)


def _windows(month: int, day: int, weekday: int, back: int | None) -> tuple[tuple[date, date], ...]:
    """When an article that names the day could be written: on the day itself, `back` days on, or in the month after."""
    try:
        days = [d for year in YEARS if (d := date(year, month, day)).weekday() == weekday]
    except ValueError:
        return ()
    return tuple((d, d + NAMED_ALONE) if back is None else (d + back * DAY, d + back * DAY) for d in days)


def _explicit(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """The latest past day that the words name in full; months and years are named ahead too often ("بحلول 2020")."""
    best: tuple[date, Match] | None = None
    for match in matches:
        e = match.expression
        if e.kind != "date" or e.day is None or e.calendar == "hijri" or needs_anchor(e) or _future(text, match):
            continue
        value = resolve(e, None)
        days = edtf.days_of(value) if value else None
        if days and (best is None or days.first > best[0]):
            best = days.first, match
    if best:
        span = span_of(text, best[1])
        quoted = span.of(text.original)
        yield Demand(
            first=best[0],
            evidence=(span,),
            rule="after_latest_date",
            en=f'the latest date named is "{quoted}"',
            ar=f"آخر تاريخ مذكور هو «{quoted}»",
        )


def _future(text: Text, match: Match) -> bool:
    if match.expression.relation == "next" or match.expression.future:
        return True
    start = max(text.sentence_of(match.first).first, match.first - 12)
    return (
        any(w.future or w.key in FUTURE for w in text.words[start : match.first])
        or text.words[match.first - 1].key in UNTIL
    )
