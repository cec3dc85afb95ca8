"""Reads a time without a preposition that changes it and without a second end."""

import msgspec

from tawatur.mentions.times.counted_parts import counted_part
from tawatur.mentions.times.dates import date_at, day_number
from tawatur.mentions.times.days import day_phrase
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.holidays import feast_day, holiday_phrase
from tawatur.mentions.times.numeric import numeric_date
from tawatur.mentions.times.scan import DASHES, Scan
from tawatur.mentions.times.told_month import day_of_told_month
from tawatur.mentions.times.units import season_phrase, year_or_unit

UP_TO = frozenset({"حتي", "وحتي", "الي", "لحد", "لغايه", "قبل", "من"})  # "حتى الآن" says of nothing when it happened
JOINING = DASHES | frozenset({"/", "\\", "و", "الي", "حتي", "او"})  # between the numbers of a date or of two
STUDIES = frozenset({"الدراسي", "الجامعي", "المالي", "الهجري", "الميلادي", "الجديد"})


def simple_phrase(scan: Scan, index: int) -> Match | None:
    here = scan.tagged.get(index)
    if here is None:
        return None
    if scan.words[index].kind == "number":
        if _only_counts(scan, index):
            return None
        return (
            numeric_date(scan, index)
            or days_of_month(scan, index)
            or day_of_told_month(scan, index)
            or date_at(scan, index)
            or year_or_unit(scan, index)
        )
    if "parts" in here and (found := _part(scan, index)):
        return found
    if "units" in here and (found := counted_part(scan, index)):
        return found
    if "feast_days" in here and (found := feast_day(scan, index)):
        return found
    if "ordinals" in here and (found := days_of_month(scan, index) or day_of_told_month(scan, index)):
        return found
    return (
        (holiday_phrase(scan, index) if "holidays" in here else None)
        or (_word_now(scan, index) if "now" in here else None)
        or day_phrase(scan, index)
        or date_at(scan, index)
        or (season_phrase(scan, index) if "seasons" in here else None)
        or year_or_unit(scan, index)
    )


def _only_counts(scan: Scan, index: int) -> bool:
    """Whether a number is no year, and no word of time or mark that joins parts of a date stands behind it."""
    if index + 1 in scan.tagged or scan.keys[index + 1] in JOINING:
        return False
    return scan.year(index) is None and "." not in scan.words[index].text


def _part(scan: Scan, index: int) -> Match | None:
    """ "مطلع آب", "منتصف عام 2013", "أواخر الشهر الماضي", "منتصف ليل أمس"."""
    part = scan.sense(index, "parts")
    if scan.keys[index - 1].removeprefix("ال") == "عطله":
        return None  # "عطلة نهاية الأسبوع"
    if not part or (part.definite and not part.rest) or part.preposition == "ك":
        return None
    at = index + 1 + len(part.rest)
    if (daypart := scan.sense(at, "dayparts")) and daypart.values[0] in ("night", "noon"):
        found = day_phrase(scan, at)
        return Match(index, found.last, found.expression) if found else None
    found = date_at(scan, at) or season_phrase(scan, at) or year_or_unit(scan, at) or holiday_phrase(scan, at)
    found = found or _bare_unit(scan, at)
    if not found or found.expression.day or found.expression.kind not in ("date", "unit", "season", "holiday"):
        return None
    if found.expression.unit in ("day", "hour", "minute"):
        return None
    return Match(
        index,
        found.last,
        msgspec.structs.replace(found.expression, part=part.values[0], rule="part_of_" + found.expression.rule),
    )


def _bare_unit(scan: Scan, at: int) -> Match | None:
    """The unit behind a part: "مطلع العام", "نهاية الشهر" are this year's and this month's."""
    unit = scan.sense(at, "units")
    if not unit or not unit.definite or unit.preposition or unit.conjunction or unit.values[1] != 1:
        return None
    if unit.values[0] not in ("week", "month", "year") or scan.keys[at + 1] in STUDIES:
        return None
    return Match(at, at + 1, Expression(kind="unit", unit=unit.values[0], relation="this", rule="unit_of_now"))


def _word_now(scan: Scan, index: int) -> Match | None:
    sense = scan.sense(index, "now")
    if sense and not sense.preposition and scan.keys[index - 1] not in UP_TO:
        return Match(index, index + 1, Expression(kind="now", rule="now"))
    return None


def days_of_month(scan: Scan, index: int, *, between: bool = False) -> Match | None:
    """ "3 و5 آذار", "3-5 آذار", "3 إلى 5 آذار"."""
    low = day_number(scan, index)
    if not low:
        return None
    at = low[1]
    if scan.keys[at] in DASHES or scan.keys[at] in ("و", "الي", "حتي", "/", "او"):
        at += 1
    elif not (joined := scan.sense(at, "ordinals")) or not joined.conjunction:
        return None
    if not day_number(scan, at):
        return None
    end = date_at(scan, at)
    if not end or not end.expression.day or end.expression.day <= low[0]:
        return None
    start = msgspec.structs.replace(end.expression, day=low[0])
    if not between and scan.words[low[1]].key.startswith("و") and end.expression.day > low[0] + 1:
        return Match(index, low[1], start)  # "17 و25 ديسمبر" are two days and no stretch
    return range_of(index, end.last, start, end.expression)


def range_of(first: int, last: int, start: Expression, end: Expression) -> Match:
    if start.year is None and not start.year_relation and not start.relation:
        start = msgspec.structs.replace(start, year=end.year, year_relation=end.year_relation, relation=end.relation)
    return Match(first, last, Expression(kind="range", start=start, end=end, rule="range"))
