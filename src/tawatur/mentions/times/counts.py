"""Reads how many of a unit of time: "يومين", "ثلاثة أيام", "نحو 20 دقيقة", "أكثر من أسبوع", "أشهر"."""

import msgspec

from tawatur.arabic.numerals import read_number
from tawatur.mentions.times.scan import Scan

ABOUT_AFTER = frozenset({"تقريبا"})
MORE, LESS = frozenset({"اكثر", "لاكثر", "ازيد"}), frozenset({"اقل"})
FEW = frozenset({"عده", "بضعه", "بضع", "معدوده", "قليله", "القليله", "المعدوده"})
MORE_OR_LESS = frozenset({"ونيف", "نيف", "واكثر"})
HALF = frozenset({"نصف", "والنصف", "ونصف"})
SEVERAL = {
    "minute": (5, 55),
    "hour": (2, 12),
    "day": (2, 7),
    "week": (2, 6),
    "month": (1, 6),
    "year": (2, 9),
    "decade": (2, 5),
    "century": (2, 5),
}
VAGUE = {"عشرات": (10, 99), "مئات": (100, 999), "الاف": (1000, 9999)}


class Count(msgspec.Struct, frozen=True):
    """So many of a unit, up to word `last`; `about` where the words say so, `more` for "more than"."""

    last: int
    unit: str
    low: float
    high: float
    about: bool = False
    more: bool = False
    definite: bool = False


def count_of(scan: Scan, index: int) -> Count | None:
    """A counted unit of time that begins at `index`."""
    about = more = False
    at = index
    while True:
        if sense := scan.sense(at, "about"):
            about, at = True, at + 1 + len(sense.rest)
        elif (scan.keys[at] in MORE or scan.keys[at] in LESS) and scan.keys[at + 1] == "من":
            more, about, at = scan.keys[at] not in LESS, True, at + 2
        elif scan.keys[at] == "ما" and scan.keys[at + 1] in ("يقارب", "يقرب", "يزيد"):
            about, at = True, at + 2 + (scan.keys[at + 2] in ("من", "عن", "علي"))
        else:
            break
    found = _quantity(scan, at)
    if not found:
        return None
    if scan.keys[found.last] in ABOUT_AFTER or (scan.sense(found.last, "about") and scan.keys[found.last] == "تقريبا"):
        return msgspec.structs.replace(found, last=found.last + 1, about=True, more=more)
    return msgspec.structs.replace(found, about=about or found.about, more=more)


def _quantity(scan: Scan, at: int) -> Count | None:
    few = scan.keys[at] in FEW
    number = None if few else read_number(scan.words, at)
    if few:
        unit = scan.sense(at + 1, "units")
        return Count(at + 2, unit.values[0], *_several(unit.values[0])) if unit and unit.values[1] == 9 else None
    if number:
        value, last = number
        if scan.keys[last] in FEW:
            return None
        unit = scan.sense(last, "units")
        if unit and unit.values[1] != 2 and not unit.conjunction and not unit.definite:
            return _half(scan, Count(last + 1, unit.values[0], value, value))
        return None
    return _bare(scan, at)


def _bare(scan: Scan, at: int) -> Count | None:
    unit = scan.sense(at, "units")
    if not unit:
        return None
    name, number = unit.values
    if number == 9:
        few = scan.keys[at + 1] in FEW
        low, high = _several(name)
        return Count(at + 1 + few, name, low, 4 if few and name == "day" else high, definite=unit.definite)
    if scan.keys[at + 1] in ("واحد", "واحده"):
        return Count(at + 2, name, 1, 1)
    return _half(scan, Count(at + 1, name, number, number, definite=unit.definite))


def _half(scan: Scan, found: Count) -> Count:
    if scan.keys[found.last] in MORE_OR_LESS:
        return Count(found.last + 1, found.unit, found.low, found.high, about=True)
    if scan.keys[found.last] in HALF:
        return Count(found.last + 1, found.unit, found.low + 0.5, found.high + 0.5, definite=found.definite)
    return found


def _several(unit: str) -> tuple[int, int]:
    return SEVERAL[unit]
