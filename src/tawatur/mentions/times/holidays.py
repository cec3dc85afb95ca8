"""Reads feasts and days counted in them: "عيد الأضحى", "ثاني أيام العيد", "أول أيام رمضان"."""

import msgspec

from tawatur.mentions.times.dates import date_at
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.scan import Scan

DAYS = frozenset({"ايام", "يوم"})
FEAST = frozenset({"العيد", "عيد"})
OF_THE_STATE = frozenset({"الوطني", "القومي", "الدولي", "العالمي", "السنوي"})  # "يوم العيد الوطني" is another feast


def holiday_phrase(scan: Scan, index: int) -> Match | None:
    """A feast with the year or relation behind it: "عيد الفطر 2015", "عيد الأضحى الماضي", "أيام العيد"."""
    sense = scan.sense(index, "holidays")
    if not sense:
        return None
    month, first, end = sense.values
    if not month and scan.keys[index + 1 + len(sense.rest)] in OF_THE_STATE:
        return None
    year, last = _year(scan, index + 1 + len(sense.rest))
    feast = Expression(
        kind="holiday",
        month=month or None,
        low=first,
        high=end,
        year=year[0],
        relation=year[1],  # type: ignore[arg-type]
        calendar="hijri",
        rule="holiday",
    )
    return Match(index, last, feast)


def feast_day(scan: Scan, index: int) -> Match | None:
    """ "ثاني أيام عيد الأضحى", "ثالث أيام العيد", "أول أيام شهر رمضان": a day counted in a feast or a Hijri month."""
    sense = scan.sense(index, "feast_days")
    if not sense or scan.keys[index + 1] not in DAYS:
        return None
    number, at = sense.values[0], index + 2
    if found := holiday_phrase(scan, at):
        day = number - 1 + int(found.expression.low or 1)
        counted = msgspec.structs.replace(found.expression, low=day, high=day, rule="day_of_feast")
        return Match(index, found.last, counted)
    if scan.keys[at] in FEAST:
        feast = Expression(kind="holiday", low=number, high=number, calendar="hijri", rule="day_of_feast")
        return Match(index, at + 1, feast)
    month = date_at(scan, at)
    if month and month.expression.calendar == "hijri" and not month.expression.day:
        return Match(index, month.last, msgspec.structs.replace(month.expression, day=number, rule="day_of_month"))
    return None


def _year(scan: Scan, at: int) -> tuple[tuple[int | None, str], int]:
    at += scan.keys[at] == "المبارك"
    sense = scan.sense(at, "relations")
    if sense and sense.definite and sense.values[0] in ("past", "next", "this"):
        return (None, sense.values[0]), at + 1
    if scan.year(at) is not None:
        return (scan.year(at), ""), at + 1
    return (None, ""), at
