"""Reads times with two ends: "من 3 إلى 5 آذار", "بين عامي 2012 و2014", "مارس - أبريل 2014"."""

import msgspec

from tawatur.mentions.times.dates import counts, date_at, month_at
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.numeric import numeric_date
from tawatur.mentions.times.scan import DASHES, Scan
from tawatur.mentions.times.simple import days_of_month, range_of, simple_phrase

UP_TO = ("الي", "حتي", "وحتي", "ولغايه", "لغايه")


def nucleus(scan: Scan, index: int) -> Match | None:
    """A time without a preposition that changes it."""
    found = simple_phrase(scan, index)
    if found is None:
        return None
    return joined_phrase(scan, found) or found


def joined_phrase(scan: Scan, found: Match) -> Match | None:
    """A second end after a dash, "و" or "إلى": "3 - 5 آذار", "2012-2014" begin elsewhere; here "مارس وأبريل 2014"."""
    mark = scan.keys[found.last]
    if found.expression.kind == "weekday" and mark.startswith("و"):
        return _next_weekday(scan, found)
    if mark in DASHES or mark in ("الي", "حتي", "ولغايه", "لغايه", "وحتي"):
        if found.expression.kind not in ("date", "season"):
            return None
        end = date_at(scan, found.last + 1) or numeric_date(scan, found.last + 1) if found.expression.month else None
        if end is None and not found.expression.month and scan.year(found.last + 1) is not None:
            end = Match(
                found.last + 1, found.last + 2, Expression(kind="date", year=scan.year(found.last + 1), rule="year")
            )
        if end and (end.expression.day is None) == (found.expression.day is None):
            return range_of(found.first, end.last, found.expression, end.expression)
    return None


def _next_weekday(scan: Scan, found: Match) -> Match | None:
    """ "غارات الجمعة والسبت": two days in a row."""
    at = found.last + (scan.keys[found.last] == "و")
    sense, start = scan.sense(at, "weekdays"), found.expression
    if (
        not sense
        or sense.preposition
        or start.relation
        or start.unit
        or (sense.values[0] - (start.weekday or 0)) % 7 != 1
    ):
        return None
    last = simple_phrase(scan, at)
    if last is None or last.expression.kind != "weekday" or last.expression.unit:
        return None
    start = msgspec.structs.replace(start, relation=last.expression.relation)
    return Match(found.first, last.last, Expression(kind="range", start=start, end=last.expression, rule="days_joined"))


def between_phrase(scan: Scan, index: int) -> Match | None:
    """ "بين عامي 2012 و2014", "بين 3 و5 آذار", "ما بين مارس وأبريل 2014"."""
    at = index + 1
    if scan.keys[at] in ("عامي", "العامين", "سنتي", "الاعوام", "اعوام"):
        at += 1
    if at not in scan.tagged:
        return None
    if scan.year(at) is not None and scan.keys[at + 1] == "و" and scan.year(at + 2) is not None:
        return range_of(
            index,
            at + 3,
            Expression(kind="date", year=scan.year(at), rule="year"),
            Expression(kind="date", year=scan.year(at + 2), rule="year"),
        )
    days = days_of_month(scan, at, between=True) if at < len(scan.words) and scan.words[at].kind == "number" else None
    if days:
        return Match(index, days.last, days.expression)
    return _two_ends(scan, index, at, ("و",))


def days_phrase(scan: Scan, index: int) -> Match | None:
    """ "يومي الثلاثاء والأربعاء", "يومي أمس وأول من أمس", "يومي 3 و4 آب"."""
    at = index + 1
    if at < len(scan.words) and scan.words[at].kind == "number" and (found := days_of_month(scan, at, between=True)):
        return Match(index, found.last, found.expression)
    start = simple_phrase(scan, at)
    if start is None or start.expression.kind not in ("weekday", "day"):
        return None
    at = start.last + (scan.keys[start.last] == "و")
    last = simple_phrase(scan, at) if at > start.last or scan.keys[at].startswith("و") else None
    if last is None or last.expression.kind not in ("weekday", "day"):
        return None
    first, end = start.expression, last.expression
    if end.relation and first.kind == "weekday" and not first.relation:
        first = msgspec.structs.replace(first, relation=end.relation)
    return Match(index, last.last, Expression(kind="range", start=first, end=end, rule="days_joined"))


def months_phrase(scan: Scan, index: int) -> Match | None:
    """ "شهري مارس وأبريل", "شهري تموز وآب الماضيين": two months in a row."""
    start = date_at(scan, index)
    if start is None or start.expression.day or not scan.keys[start.last].startswith("و"):
        return None
    end = _month_with_and(scan, start.last + (scan.keys[start.last] == "و"))
    if end is None or (end.expression.month or 0) % 12 != (start.expression.month or 0) % 12 + 1:
        return None
    return range_of(index, end.last, start.expression, end.expression)


def from_to_phrase(scan: Scan, index: int) -> Match | None:
    """ "من 3 إلى 5 آذار", "من عام 2011 حتى 2013", "من مارس إلى مايو 2014"."""
    at = index + 1
    if at not in scan.tagged:
        return None  # most of "من"
    if scan.words[at].kind == "number" and (days := days_of_month(scan, at, between=True)):
        return Match(index, days.last, days.expression)
    return _two_years(scan, index, at) or _two_ends(scan, index, at, UP_TO)


def _two_years(scan: Scan, first: int, at: int) -> Match | None:
    """ "من 2003 إلى 2008": years where the first is earlier and nothing is counted ("من 1900 إلى 2000 مقاتل")."""
    start, mark = scan.year(at), scan.keys[at + 1]
    end = scan.year(at + 2) if mark in UP_TO else None
    if start is None or end is None or end <= start or counts(scan, at + 3):
        return None
    years = [Expression(kind="date", year=year, rule="year") for year in (start, end)]
    return range_of(first, at + 3, *years)


def _two_ends(scan: Scan, first: int, at: int, marks: tuple[str, ...]) -> Match | None:
    start = simple_phrase(scan, at)
    if not start or start.expression.kind not in ("date", "weekday", "unit", "day"):
        return None
    at = start.last
    if "و" in marks:
        if at >= len(scan.words) or not (scan.keys[at] == "و" or scan.keys[at].startswith("و")):
            return None
        at += scan.keys[at] == "و"
    elif scan.keys[at] in marks:
        at += 1
    else:
        return None
    if scan.year(at) is not None:
        end: Match | None = Match(at, at + 1, Expression(kind="date", year=scan.year(at), rule="year"))
    else:
        end = _month_with_and(scan, at) or simple_phrase(scan, at)
    if not end or end.expression.kind not in ("date", "weekday", "unit", "day", "now"):
        return None
    return range_of(first, end.last, start.expression, end.expression)


def _month_with_and(scan: Scan, at: int) -> Match | None:
    return date_at(scan, at) if month_at(scan, at) else None
