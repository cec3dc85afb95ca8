"""Reads parts of a year, month or century told by a count: "الأشهر الأربعة الأولى من العام", "العقد الأول من القرن"."""

import msgspec

from tawatur.mentions.times.dates import date_at, day_number, relation_at, year_at
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.scan import Scan
from tawatur.mentions.times.units import THIS, definite_number, unit_phrase

FIRST = frozenset({"الاولي", "الاول", "الاولين", "الاوليين", "الاوائل"})
LAST = frozenset({"الاخيره", "الاخير", "الاخيرين", "الاخيرتين"})
WHOLE = {"month": "year", "day": "month", "week": "month"}  # unit counted -> what it is a part of
DAYS = {"day": 1, "week": 7}
CENTURY = {"past": 1900, "last": 1900, "this": 2000}
PRESENT = frozenset({("الحادي", "والعشرين"), ("الواحد", "والعشرين")})


def counted_part(scan: Scan, index: int) -> Match | None:
    """So many units at the beginning or the end of a longer one, or a decade of a century; else None."""
    unit = scan.sense(index, "units")
    if unit is None or not unit.definite or unit.preposition == "ك":
        return None
    if unit.values[0] == "decade":
        return _decade(scan, index)
    whole, counted = WHOLE.get(unit.values[0]), _count(scan, index + 1, unit.values[1])
    if whole is None or counted is None:
        return None
    number, at = counted
    side = "first" if scan.key(at) in FIRST else "last" if scan.key(at) in LAST else ""
    if not side or scan.key(at + 1) != "من":
        return None
    found = _year(scan, at + 2) if whole == "year" else _month(scan, at + 2)
    if found is None:
        return None
    part = f"{side} {number * DAYS.get(unit.values[0], 1)}"
    return Match(index, found.last, msgspec.structs.replace(found.expression, part=part, rule="counted_part"))


def _count(scan: Scan, at: int, number: int) -> tuple[int, int] | None:
    """How many units are told and where that ends: of a plural by the number behind it, of a dual by its form."""
    if number == 2:
        return 2, at
    told = definite_number(scan, at) if number == 9 else None
    return (int(told[0]), told[1]) if told is not None else None


def _year(scan: Scan, at: int) -> Match | None:
    if (found := year_at(scan, at, bare=True)) is not None:
        return Match(at, found[1], found[0])
    return _now(scan, at, "year")


def _month(scan: Scan, at: int) -> Match | None:
    found = date_at(scan, at) or unit_phrase(scan, at)
    if found is not None:
        told = found.expression
        whole = told.day is None and (told.month is not None or (told.kind == "unit" and told.unit == "month"))
        return found if whole else None
    return _now(scan, at, "month")


def _now(scan: Scan, at: int, name: str) -> Match | None:
    """ "من العام", "من الشهر": this one."""
    unit = scan.sense(at, "units")
    if unit is None or unit.values[:2] != (name, 1) or not unit.definite or unit.preposition:
        return None
    return Match(at, at + 1, Expression(kind="unit", unit=name, relation="this", rule="unit_of_now"))


def _decade(scan: Scan, index: int) -> Match | None:
    """ "العقد الأول من القرن الحالي", "العقد الأخير من القرن العشرين"."""
    told = day_number(scan, index + 1)
    number = 10 if scan.key(index + 1) in LAST else told[0] if told is not None else 0
    at = told[1] if told is not None else index + 2
    if not 1 <= number <= 10 or scan.key(at) != "من":
        return None
    at += 1 + (scan.key(at + 1) in THIS)
    century = _century(scan, at) if scan.key(at) == "القرن" else None
    if century is None:
        return None
    return Match(index, century[1], Expression(kind="decade", year=century[0] + 10 * (number - 1), rule="decade"))


def _century(scan: Scan, at: int) -> tuple[int, int] | None:
    """The first year of the century whose noun is word `at`, and where its name ends."""
    if related := relation_at(scan, at + 1):
        first = CENTURY.get(related[0])
        return (first, related[1]) if first is not None else None
    if scan.key(at - 1) in THIS:
        return 2000, at + 1
    if (scan.key(at + 1), scan.key(at + 2)) in PRESENT:
        return 2000, at + 3
    return (1900, at + 2) if scan.key(at + 1) == "العشرين" else None
