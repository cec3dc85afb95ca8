"""Reads days that lean on the day of writing: "أمس", "يوم الثلاثاء", "فجر الخميس", "الليلة الماضية"."""

import msgspec

from tawatur.mentions.times.dates import date_at, relation_at
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.numeric import numeric_date
from tawatur.mentions.times.scan import DASHES, Scan
from tawatur.mentions.times.units import unit_phrase

PRAYER = frozenset({"صلاه", "خطبه", "خطيب", "خطب", "امام", "مسجد", "جامع", "جمعه", "سوق", "لصلاه", "الصلاه", "وصلاه"})
DAY_WORDS = frozenset({"يوم", "ليوم", "بيوم", "ويوم", "نهار"})
TODAY = frozenset({"اليوم", "لليوم", "واليوم", "ليوم"})


def day_phrase(scan: Scan, index: int) -> Match | None:
    """A day of the week or a day counted from now, with the part of the day before or after it."""
    part = scan.sense(index, "dayparts")
    at = index
    if (part and not part.preposition) or (part and part.preposition in ("ب", "ل")):
        at += 1
        if scan.keys[at] == "من":
            at += 1
    found = _night(scan, index) or _day(scan, at)
    if not found:
        return None
    last, expression = _after(scan, found)
    if part:
        expression = msgspec.structs.replace(expression, daypart=part.values[0])
    return Match(index, last, expression)


def _night(scan: Scan, index: int) -> Match | None:
    """ "الليلة الماضية", "الليلة قبل الماضية", "هذه الليلة"."""
    part = scan.sense(index, "dayparts")
    if not part or part.values[0] != "night" or not part.definite:
        return None
    if related := relation_at(scan, index + 1):
        back = {"past": -1, "this": 0, "next": 1}.get(related[0])
        if back is not None:
            return Match(index, related[1], Expression(kind="day", low=back, daypart="night", rule="night_by_relation"))
    if scan.keys[index + 1] == "قبل" and relation_at(scan, index + 2):
        return Match(index, index + 3, Expression(kind="day", low=-2, daypart="night", rule="night_by_relation"))
    return None


def _day(scan: Scan, index: int) -> Match | None:
    at = index + 1 if scan.keys[index] in DAY_WORDS else index
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
    """ "أمس", "أول من أمس", "غدا", with the weekday that may follow; "أمس (الأول)" is two days back."""
    sense = scan.sense(at, "days")
    if not sense or sense.preposition or (sense.written == "غد" and not _led_to_morrow(scan, at)):
        return None
    back, last = sense.values[0], at + 1 + len(sense.rest)
    if back == -1 and scan.keys[last] == "(" and scan.keys[last + 1] == "الاول" and scan.keys[last + 2] == ")":
        back, last = -2, last + 3
    expression = Expression(kind="day", low=back, rule="day_counted")
    return _apposed(scan, at, last, expression)


def _led_to_morrow(scan: Scan, at: int) -> bool:
    """Whether "غد" is tomorrow: "يوم غد", "مساء غد", "غد الثلاثاء"; not "غد أفضل"."""
    return (
        scan.keys[at - 1] in DAY_WORDS
        or scan.sense(at - 1, "dayparts") is not None
        or scan.sense(at + 1, "weekdays") is not None
    )


def _today(scan: Scan, at: int) -> Match | None:
    """ "اليوم": not "اليوم التالي", "اليوم نفسه", "اليوم الذي", "اليوم الأول"."""
    if scan.keys[at] not in ("اليوم", "واليوم", "لليوم"):
        return None
    after = scan.keys[at + 1]
    if after == "من" and (scan.keys[at - 2], scan.keys[at - 1]) == ("مثل", "هذا"):
        return None  # "في مثل هذا اليوم من عام 2013"
    if related := relation_at(scan, at + 1):
        kind = related[0]
        if kind in ("following", "preceding"):
            shift = 1 if kind == "following" else -1
            return Match(at, related[1], Expression(kind="told", low=shift, rule="day_after_told"))
        if kind in ("past", "last"):
            return Match(at, related[1], Expression(kind="stretch", unit="day", low=1, high=1, sign=-1, rule="stretch"))
    if after in ("نفسه", "ذاته", "عينه"):
        return Match(at, at + 2, Expression(kind="told", low=0, rule="same_day"))
    if after in (
        "الذي",
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الاخير",
        "الاخر",
        "العالمي",
        "الوطني",
        "الدولي",
        "الواحد",
    ):
        return None
    if scan.keys[at - 1] in ("في", "وفي") and not scan.sense(at + 1, "weekdays"):
        return None  # "1186 رحلة في اليوم" is each day
    return _apposed(scan, at, at + 1, Expression(kind="day", low=0, rule="today"))


def _apposed(scan: Scan, first: int, last: int, expression: Expression) -> Match:
    """With the weekday or date that stands beside it: "اليوم الخميس", "أمس (الثلاثاء)", "أمس الاثنين 3 آب"."""
    at = last + (scan.keys[last] in ("(", "،", ","))
    at += scan.keys[at] in DAY_WORDS
    weekday = scan.sense(at, "weekdays")
    if not weekday or weekday.conjunction or weekday.preposition:
        return Match(first, last, expression)
    end = at + 1
    if scan.keys[last] == "(":
        if scan.keys[end] != ")":
            return Match(first, last, expression)
        end += 1
    expression = msgspec.structs.replace(expression, weekday=weekday.values[0])
    return Match(first, end, expression)


def _weekday(scan: Scan, at: int, *, led: bool) -> Match | None:
    sense = scan.sense(at, "weekdays")
    if not sense or scan.keys[at - 1] in ("كل", "ايام"):
        return None
    if not led and scan.keys[at - 1] in PRAYER and not relation_at(scan, at + 1):  # "صلاة الجمعة الماضية" is a day
        return None
    if (sense.preposition and not relation_at(scan, at + 1)) or scan.keys[at + 1] == "معا":
        return None  # "للاثنين معا": for the two of them
    expression, last = Expression(kind="weekday", weekday=sense.values[0], rule="weekday"), at + 1
    if related := relation_at(scan, last):
        if related[0] in ("past", "next", "this", "last"):
            expression = msgspec.structs.replace(expression, relation=related[0])
            return _dated_weekday(scan, at, related[1], expression) or Match(at, related[1], expression)
        return Match(at, related[1], expression)
    if scan.keys[last] in ("قبل", "بعد") and (related := relation_at(scan, last + 1)):
        further = msgspec.structs.replace(expression, relation=related[0], low=7)
        return Match(at, related[1], further) if related[0] in ("past", "next") else None
    if scan.keys[last] == "من" and scan.keys[last + 1] in ("هذا", "الاسبوع"):
        unit = unit_phrase(scan, last + 1)
        if unit and unit.expression.unit == "week":
            return Match(
                at, unit.last, msgspec.structs.replace(expression, relation=unit.expression.relation, unit="week")
            )
    return _dated_weekday(scan, at, last, expression) or Match(at, last, expression)


def _dated_weekday(scan: Scan, at: int, last: int, expression: Expression) -> Match | None:
    """ "الخميس 24 نوفمبر", "الثلاثاء (3 آب)", "الأحد الموافق 5 مايو", "ليل الأربعاء - الخميس"."""
    mark = scan.keys[last]
    between = last + (mark in DASHES or mark in ("/", "علي"))
    following = scan.sense(between, "weekdays")
    if following and not following.conjunction and (following.values[0] - expression.weekday) % 7 == 1:
        return Match(at, between + 1, msgspec.structs.replace(expression, unit="night_between"))
    start = last + (mark in ("،", ",", "(", "الموافق", "المصادف", "الواقع", "بتاريخ"))
    start += (scan.keys[start] in ("الموافق", "في", "المصادف") and start > last) or (
        scan.keys[start] == "في" and scan.digits(start + 1) is not None
    )
    found = numeric_date(scan, start) if start < len(scan.words) else None
    found = found or date_at(scan, start)
    if not found or not found.expression.day:
        return None
    end = found.last
    if mark == "(":
        if scan.keys[end] != ")":
            return None
        end += 1
    relation = found.expression.relation or expression.relation  # "الأربعاء المقبل (12 مايو)"
    return Match(at, end, msgspec.structs.replace(found.expression, weekday=expression.weekday, relation=relation))


def _after(scan: Scan, found: Match) -> tuple[int, Expression]:
    """The part of the day that follows: "أمس صباحا", "الخميس مساء"."""
    part = scan.sense(found.last, "dayparts")
    if part and not part.definite and not part.conjunction and not part.preposition:
        word = scan.words[found.last]
        following = scan.keys[found.last + 1]
        if word.text.rstrip("ً").endswith("ا") or (
            word.key == "مساء" and not scan.sense(found.last + 1, "days") and following not in TODAY
        ):
            return found.last + 1, msgspec.structs.replace(found.expression, daypart=part.values[0])
    return found.last, found.expression
