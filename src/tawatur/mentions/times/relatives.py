"""Reads times that lean on the day of writing: "أمس", "الأسبوع الماضي", "الـ24 ساعة الماضية", "يوم الثلاثاء", "فجر الخميس"."""

import msgspec

from tawatur.arabic.numerals import read_number
from tawatur.mentions.times.counts import FEW
from tawatur.mentions.times.dates import YEAR_WORDS, date_at, numeric_date, relation_at, year_at, year_phrase
from tawatur.mentions.times.expression import Expression, Match, Relation
from tawatur.mentions.times.scan import DASHES, Scan

THIS = frozenset({"هذا", "هذه"})
THAT = frozenset({"ذلك", "تلك"})
PRAYER = frozenset({"صلاه", "خطبه", "خطيب", "خطب", "امام", "مسجد", "جامع", "جمعه", "سوق", "لصلاه", "الصلاه", "وصلاه"})
DAY_WORDS = frozenset({"يوم", "ليوم", "بيوم", "ويوم", "نهار"})
TODAY = frozenset({"اليوم", "لليوم", "واليوم", "ليوم"})
FUTURE_RELATIONS = frozenset({"next", "following"})


def day_phrase(scan: Scan, index: int) -> Match | None:
    """A day of the week or a day counted from now, with the part of the day before or after it."""
    part = scan.sense(index, "dayparts")
    at = index
    if (part and not part.preposition) or (part and part.preposition in ("ب", "ل")):
        at += 1
        if scan.key(at) == "من":
            at += 1
    found = _night(scan, index) or _day(scan, at)
    if not found:
        return None
    last, expression = _after(scan, found)
    daypart = part.values[0] if part else expression.daypart
    return Match(index, last, msgspec.structs.replace(expression, daypart=daypart))


def _night(scan: Scan, index: int) -> Match | None:
    """"الليلة الماضية", "الليلة قبل الماضية", "هذه الليلة"."""
    part = scan.sense(index, "dayparts")
    if not part or part.values[0] != "night" or not part.definite:
        return None
    if related := relation_at(scan, index + 1):
        back = {"past": -1, "this": 0, "next": 1}.get(related[0])
        if back is not None:
            return Match(index, related[1], Expression(kind="day", low=back, daypart="night", rule="night_by_relation"))
    if scan.key(index + 1) == "قبل" and relation_at(scan, index + 2):
        return Match(index, index + 3, Expression(kind="day", low=-2, daypart="night", rule="night_by_relation"))
    return None


def _day(scan: Scan, index: int) -> Match | None:
    at = index + 1 if scan.key(index) in DAY_WORDS else index
    if found := _counted_day(scan, at):
        return Match(index, found.last, found.expression)
    if found := _today(scan, at):
        return Match(index, found.last, found.expression)
    if found := _weekday(scan, at, led=at > index or scan.sense(index - 1, "dayparts") is not None):
        return Match(index, found.last, found.expression)
    if at > index or scan.sense(index - 1, "dayparts"):
        found = numeric_date(scan, at) or date_at(scan, at)
        if found and found.expression.day:
            return Match(index, found.last, found.expression)
    return None


def _counted_day(scan: Scan, at: int) -> Match | None:
    """"أمس", "أول من أمس", "غدا", with the weekday that may follow; "أمس (الأول)" is two days back."""
    sense = scan.sense(at, "days")
    if not sense or sense.preposition:
        return None
    back, last = sense.values[0], at + 1 + len(sense.rest)
    if back == -1 and scan.key(last) == "(" and scan.key(last + 1) == "الاول" and scan.key(last + 2) == ")":
        back, last = -2, last + 3
    expression = Expression(kind="day", low=back, rule="day_counted")
    return _apposed(scan, at, last, expression)


def _today(scan: Scan, at: int) -> Match | None:
    """"اليوم": not "اليوم التالي", "اليوم نفسه", "اليوم الذي", "اليوم الأول"."""
    if scan.key(at) not in ("اليوم", "واليوم", "لليوم"):
        return None
    after = scan.key(at + 1)
    if related := relation_at(scan, at + 1):
        kind = related[0]
        if kind in ("following", "preceding"):
            shift = 1 if kind == "following" else -1
            return Match(at, related[1], Expression(kind="told", low=shift, rule="day_after_told"))
        if kind in ("past", "last"):
            return Match(at, related[1], Expression(kind="stretch", unit="day", low=1, high=1, sign=-1, rule="stretch"))
    if after in ("نفسه", "ذاته", "عينه"):
        return Match(at, at + 2, Expression(kind="told", low=0, rule="same_day"))
    if after in ("الذي", "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الاخير", "العالمي", "الوطني", "الدولي"):
        return None
    return _apposed(scan, at, at + 1, Expression(kind="day", low=0, rule="today"))


def _apposed(scan: Scan, first: int, last: int, expression: Expression) -> Match:
    """With the weekday or date that stands beside it: "اليوم الخميس", "أمس (الثلاثاء)", "أمس الاثنين 3 آب"."""
    at = last + (scan.key(last) in ("(", "،", ","))
    at += scan.key(at) in DAY_WORDS
    weekday = scan.sense(at, "weekdays")
    if not weekday or weekday.conjunction or weekday.preposition:
        return Match(first, last, expression)
    end = at + 1
    if scan.key(last) == "(":
        if scan.key(end) != ")":
            return Match(first, last, expression)
        end += 1
    expression = msgspec.structs.replace(expression, weekday=weekday.values[0])
    return Match(first, end, expression)


def _weekday(scan: Scan, at: int, *, led: bool) -> Match | None:
    sense = scan.sense(at, "weekdays")
    if not sense or (not led and scan.key(at - 1) in PRAYER) or scan.key(at - 1) in ("كل", "ايام"):
        return None
    expression, last = Expression(kind="weekday", weekday=sense.values[0], rule="weekday"), at + 1
    if related := relation_at(scan, last):
        if related[0] in ("past", "next", "this", "last"):
            return Match(at, related[1], msgspec.structs.replace(expression, relation=related[0]))
        return Match(at, related[1], expression)
    if scan.key(last) == "من" and scan.key(last + 1) in ("هذا", "الاسبوع"):
        unit = unit_phrase(scan, last + 1)
        if unit and unit.expression.unit == "week":
            return Match(at, unit.last, msgspec.structs.replace(expression, relation=unit.expression.relation, unit="week"))
    return _dated_weekday(scan, at, last, expression) or Match(at, last, expression)


def _dated_weekday(scan: Scan, at: int, last: int, expression: Expression) -> Match | None:
    """"الخميس 24 نوفمبر", "الثلاثاء (3 آب)", "الأحد الموافق 5 مايو", "ليل الأربعاء - الخميس"."""
    mark = scan.key(last)
    if mark in DASHES or mark == "/":
        following = scan.sense(last + 1, "weekdays")
        if following and (following.values[0] - expression.weekday) % 7 == 1:  # type: ignore[operator]
            return Match(at, last + 2, msgspec.structs.replace(expression, unit="night_between"))
    start = last + (mark in ("،", ",", "(", "الموافق", "المصادف", "الواقع", "بتاريخ"))
    start += (scan.key(start) in ("الموافق", "في", "المصادف") and start > last) or (scan.key(start) == "في" and scan.digits(start + 1) is not None)
    found = numeric_date(scan, start) if start < len(scan.words) else None
    found = found or date_at(scan, start)
    if not found or not found.expression.day:
        return None
    end = found.last
    if mark == "(":
        if scan.key(end) != ")":
            return None
        end += 1
    return Match(at, end, msgspec.structs.replace(found.expression, weekday=expression.weekday))


def _after(scan: Scan, found: Match) -> tuple[int, Expression]:
    """The part of the day that follows: "أمس صباحا", "الخميس مساء"."""
    part = scan.sense(found.last, "dayparts")
    if part and not part.definite and not part.conjunction and not part.preposition:
        word = scan.words[found.last]
        following = scan.key(found.last + 1)
        if word.text.endswith("ا") or (word.key == "مساء" and not scan.sense(found.last + 1, "days") and following not in TODAY):
            return found.last + 1, msgspec.structs.replace(found.expression, daypart=part.values[0])
    return found.last, found.expression


def unit_phrase(scan: Scan, index: int) -> Match | None:
    """A unit beside the anchor: "الأسبوع الماضي", "هذا الشهر", "الأيام القليلة الماضية", "الـ24 ساعة الأخيرة"."""
    if scan.key(index) in THIS | THAT | {"نفس", "ذات", "وهذا", "وهذه"}:
        return _pointed_unit(scan, index)
    if found := _numbered_stretch(scan, index):
        return found
    unit = scan.sense(index, "units")
    if not unit or not unit.definite or unit.preposition == "ك":
        return None
    at = index + 1
    if scan.key(at) in FEW:
        return _stretch(scan, index, at + 1, unit.values[0], 2, 4)
    if unit.values[1] != 9 and (related := relation_at(scan, at)):
        return _related_unit(index, related[1], unit.values[0], unit.values[1], related[0])
    if unit.values[1] == 1 and scan.key(at) == "قبل" and (related := relation_at(scan, at + 1)):
        return Match(index, related[1], Expression(kind="unit", unit=unit.values[0], relation="past", low=2, rule="unit_before_last"))
    if unit.values[1] == 1 and scan.key(at) in ("نفسه", "ذاته", "نفسها", "ذاتها", "عينه"):
        return Match(index, at + 1, Expression(kind="unit", unit=unit.values[0], relation="same", rule="unit_told"))
    if unit.values[1] != 9:
        return None
    if number := read_number(scan.words, at) or _definite_number(scan, at):
        return _stretch(scan, index, number[1], unit.values[0], number[0], number[0])
    return _stretch(scan, index, at, unit.values[0], None, None)


def _pointed_unit(scan: Scan, index: int) -> Match | None:
    unit = scan.sense(index + 1, "units")
    if not unit or not unit.definite or unit.values[1] != 1 or unit.preposition or unit.conjunction:
        return None
    relation: Relation = "this" if scan.key(index).removeprefix("و") in THIS else "same"
    if unit.values[0] == "day" and relation == "this":
        return Match(index, index + 2, Expression(kind="day", low=0, rule="today"))
    return Match(index, index + 2, Expression(kind="unit", unit=unit.values[0], relation=relation, rule="unit_pointed"))


def _related_unit(first: int, last: int, unit: str, number: int, relation: Relation) -> Match | None:
    if number == 2:
        sign = 1 if relation == "next" else -1
        if relation in ("past", "last", "next"):
            return Match(first, last, Expression(kind="stretch", unit=unit, low=2, high=2, sign=sign, rule="stretch"))
        return None
    if relation == "last" and unit in ("hour", "minute", "decade", "century"):
        return Match(first, last, Expression(kind="stretch", unit=unit, low=1, high=1, sign=-1, rule="stretch"))
    if unit in ("minute", "hour"):
        return None
    return Match(first, last, Expression(kind="unit", unit=unit, relation=relation, rule="unit_by_relation"))


def _stretch(scan: Scan, first: int, at: int, unit: str, low: float | None, high: float | None) -> Match | None:
    related = relation_at(scan, at)
    if not related or related[0] not in ("past", "last", "next"):
        return None
    last = related[1]
    if low is None and scan.key(last) in FEW:
        low, high, last = 2, 4, last + 1
    elif low is None and (number := _definite_number(scan, last)):
        low, high, last = number[0], number[0], number[1]
    sign = 1 if related[0] == "next" else -1
    return Match(first, last, Expression(kind="stretch", unit=unit, low=low, high=high, sign=sign, rule="stretch"))


DEFINITE_NUMBERS = {"الثلاثه": 3, "الثلاث": 3, "الاربعه": 4, "الاربع": 4, "الخمسه": 5, "الخمس": 5, "السته": 6, "الست": 6, "السبعه": 7,
                    "السبع": 7, "الثمانيه": 8, "الثماني": 8, "التسعه": 9, "التسع": 9, "العشره": 10, "العشر": 10, "العشرين": 20}


def _definite_number(scan: Scan, at: int) -> tuple[float, int] | None:
    value = DEFINITE_NUMBERS.get(scan.key(at))
    if value:
        return value, at + 1
    digits = scan.digits(at + 1) if scan.key(at) == "ال" else None
    return (digits, at + 2) if digits is not None else None


def _numbered_stretch(scan: Scan, index: int) -> Match | None:
    """"الـ24 ساعة الماضية", "الثلاثة أيام الماضية", "24 ساعة الماضية"."""
    number = _definite_number(scan, index)
    if number is None and scan.digits(index) is not None:
        number = (float(scan.digits(index) or 0), index + 1)
    if not number:
        return None
    value, at = number
    unit = scan.sense(at, "units")
    if not unit:
        return None
    return _stretch(scan, index, at + 1, unit.values[0], value, value)


def season_phrase(scan: Scan, index: int) -> Match | None:
    """"صيف 2014", "خريف العام الماضي", "الصيف الماضي"; never "الربيع العربي"."""
    season = scan.sense(index, "seasons")
    if not season:
        return None
    expression = Expression(kind="season", month=season.values[0], rule="season")
    if season.definite:
        related = relation_at(scan, index + 1)
        if related and related[0] in ("past", "next", "this"):
            return Match(index, related[1], msgspec.structs.replace(expression, relation=related[0]))
        return None
    year = year_at(scan, index + 1, bare=True)
    if not year:
        return None
    told, last = year
    relation = told.relation if told.kind == "unit" else ""
    return Match(index, last, msgspec.structs.replace(expression, year=told.year, year_relation=relation))


def year_or_unit(scan: Scan, index: int) -> Match | None:
    """A year or a unit beside the anchor."""
    return year_phrase(scan, index) if scan.key(index) in YEAR_WORDS else unit_phrase(scan, index) or year_phrase(scan, index)
