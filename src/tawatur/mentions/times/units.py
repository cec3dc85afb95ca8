"""Reads units of time beside the day of writing: "الأسبوع الماضي", "هذا العام", "الـ24 ساعة الماضية", "صيف 2014"."""

import msgspec

from tawatur.arabic.numerals import read_number
from tawatur.mentions.times.counts import FEW
from tawatur.mentions.times.dates import YEAR_WORDS, relation_at, year_at, year_phrase
from tawatur.mentions.times.expression import Expression, Match, Relation
from tawatur.mentions.times.scan import Scan

THIS = frozenset({"هذا", "هذه"})
THAT = frozenset({"ذلك", "تلك"})
POINTING = THIS | THAT | {"نفس", "ذات", "وهذا", "وهذه"}
GENERAL = frozenset(
    {
        "الامين",
        "الامن",
        "الراي",
        "القائد",
        "القايد",
        "القطاع",
        "المدعي",
        "المدير",
        "المراقب",
        "المفتش",
        "المفتي",
        "النايب",
        "الادعاء",
        "الاضراب",
        "العفو",
        "النظام",
        "الصالح",
        "المال",
        "الوضع",
    }
)
DEFINITE_NUMBERS = {
    "الثلاثه": 3,
    "الثلاث": 3,
    "الاربعه": 4,
    "الاربع": 4,
    "الخمسه": 5,
    "الخمس": 5,
    "السته": 6,
    "الست": 6,
    "السبعه": 7,
    "السبع": 7,
    "الثمانيه": 8,
    "الثماني": 8,
    "التسعه": 9,
    "التسع": 9,
    "العشره": 10,
    "العشر": 10,
    "العشرين": 20,
}
DEFINITE_TENS = {"والعشرين": 20, "والثلاثين": 30, "والاربعين": 40}


def unit_phrase(scan: Scan, index: int) -> Match | None:
    """A unit beside the anchor: "الأسبوع الماضي", "هذا الشهر", "الأيام القليلة الماضية", "الـ24 ساعة الأخيرة"."""
    if scan.keys[index] in POINTING:
        return _pointed_unit(scan, index)
    if found := _numbered_stretch(scan, index):
        return found
    unit = scan.sense(index, "units")
    if not unit or not unit.definite or unit.preposition == "ك":
        return None
    at = index + 1
    if scan.keys[at] in FEW:
        return _stretch(scan, index, at + 1, unit.values[0], 2, 4)
    if unit.values[1] != 9 and (related := relation_at(scan, at)):
        return _related_unit(index, related[1], unit.values[0], unit.values[1], related[0])
    if unit.values[1] == 1 and scan.keys[at] == "قبل" and (related := relation_at(scan, at + 1)):
        return Match(
            index,
            related[1],
            Expression(kind="unit", unit=unit.values[0], relation="past", low=2, rule="unit_before_last"),
        )
    if unit.values[1] == 1 and scan.keys[at] in ("نفسه", "ذاته", "نفسها", "ذاتها", "عينه"):
        return Match(index, at + 1, Expression(kind="unit", unit=unit.values[0], relation="same", rule="unit_told"))
    if unit.values[1] != 9:
        return None
    if number := read_number(scan.words, at) or definite_number(scan, at):
        return _stretch(scan, index, number[1], unit.values[0], number[0], number[0])
    return _stretch(scan, index, at, unit.values[0], None, None)


def _pointed_unit(scan: Scan, index: int) -> Match | None:
    relation: Relation = "this" if scan.keys[index].removeprefix("و") in THIS else "same"
    part = scan.sense(index + 1, "dayparts")
    if (
        part
        and part.values[0] != "afternoon"
        and relation == "this"
        and part.definite
        and not part.preposition
        and not part.conjunction
    ):
        return Match(index, index + 2, Expression(kind="day", low=0, daypart=part.values[0], rule="today"))
    unit = scan.sense(index + 1, "units")
    if not unit or not unit.definite or unit.values[1] != 1 or unit.preposition or unit.conjunction:
        return None
    if unit.values[0] == "day" and relation == "this":
        if scan.keys[index - 1] == "مثل":
            return None  # "في مثل هذا اليوم من العام الماضي"
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
    if low is None and scan.keys[last] in FEW:
        low, high, last = 2, 4, last + 1
    elif low is None and (number := definite_number(scan, last)):
        low, high, last = number[0], number[0], number[1]
    sign = 1 if related[0] == "next" else -1
    return Match(first, last, Expression(kind="stretch", unit=unit, low=low, high=high, sign=sign, rule="stretch"))


def definite_number(scan: Scan, at: int) -> tuple[float, int] | None:
    """The number that agrees with a definite noun before or behind it ("الأربعة", "الـ24"), and where it ends."""
    value = DEFINITE_NUMBERS.get(scan.keys[at])
    tens = DEFINITE_TENS.get(scan.keys[at + 1]) if value and value < 10 else None
    if value and tens:
        return value + tens, at + 2
    if value:
        return value, at + 1
    digits = scan.digits(at + 1) if scan.keys[at] == "ال" else None
    return (digits, at + 2) if digits is not None else None


def _numbered_stretch(scan: Scan, index: int) -> Match | None:
    """ "الـ24 ساعة الماضية", "الثلاثة أيام الماضية", "24 ساعة الماضية"."""
    hours = scan.sense(index, "hours")
    number = (hours.values[0], index + 1 + len(hours.rest)) if hours else definite_number(scan, index)
    if number is None and scan.digits(index) is not None:
        number = (float(scan.digits(index) or 0), index + 1)
    if not number:
        return None
    value, at = number
    unit = scan.sense(at, "units")
    if not unit or (unit.definite and unit.values[0] != "hour"):  # "20 الشهر الماضي" is a day of it
        return None
    return _stretch(scan, index, at + 1, unit.values[0], value, value)


def season_phrase(scan: Scan, index: int) -> Match | None:
    """ "صيف 2014", "خريف العام الماضي", "الصيف الماضي"; never "الربيع العربي"."""
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
    """A year or a unit beside the anchor; "المدير العام الحالي" is a general director."""
    if scan.keys[index] == "العام" and scan.keys[index - 1] in GENERAL:
        return None
    return (
        year_phrase(scan, index)
        if scan.keys[index] in YEAR_WORDS
        else unit_phrase(scan, index) or year_phrase(scan, index)
    )
