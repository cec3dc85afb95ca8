"""Dates in digits: "24/11/2016", "2016-11-24", "1440/7/6 هـ", "3/8 الجاري"."""

from tawatur.mentions.times.dates import GREGORIAN_MARKS, HIJRI_MARKS, relation_at
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.scan import HIJRI_YEARS, YEARS, Scan


def numeric_date(scan: Scan, index: int) -> Match | None:
    """A date in digits: "24/11/2016", "2016-11-24", "24.11.2016"."""
    pieces, last = _numeric_pieces(scan, index)
    if len(pieces) == 2 and scan.keys[last - 2] == "/" and 1 <= pieces[0] <= 31 and 1 <= pieces[1] <= 12:
        related = relation_at(scan, last)  # "3/8 الجاري"; without it a fraction or a score
        if not related or related[0] not in ("past", "this", "next"):
            return None
        told = Expression(kind="date", month=pieces[1], day=pieces[0], relation=related[0], rule="date_in_digits")
        return Match(index, related[1], told)
    if len(pieces) != 3:
        return None
    first, middle, end = pieces
    if first in YEARS:
        year, month, day = first, middle, end
    elif first in HIJRI_YEARS or end in HIJRI_YEARS:
        year, day = (first, end) if first in HIJRI_YEARS else (end, first)
        if not (1 <= middle <= 12 and 1 <= day <= 30):
            return None
        hijri = Expression(kind="date", year=year, month=middle, day=day, calendar="hijri", rule="date_in_digits")
        return Match(index, last + (scan.keys[last] in HIJRI_MARKS), hijri)
    elif end in YEARS or (0 <= end < 40 and scan.keys[last - 2] == "/"):
        day, month, year = first, middle, end if end >= 100 else 2000 + end
        if month > 12 and day <= 12:
            day, month = month, day
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    found = Expression(kind="date", year=year, month=month, day=day, rule="date_in_digits")
    return Match(index, last + (scan.keys[last] in GREGORIAN_MARKS), found)


def _numeric_pieces(scan: Scan, index: int) -> tuple[list[int], int]:
    if index >= len(scan.words) or scan.words[index].kind != "number":
        return [], index
    word = scan.words[index]
    if word.text.count(".") == 2 and word.text.replace(".", "").isdigit():
        return [int(p) for p in word.text.split(".")], index + 1
    pieces, at = [scan.digits(index)], index + 1
    mark = scan.keys[at]
    while len(pieces) < 3 and mark and mark in "/-–\\" and scan.keys[at] == mark and scan.digits(at + 1) is not None:
        pieces.append(scan.digits(at + 1))
        at += 2
    if scan.keys[at] == mark and scan.digits(at + 1) is not None:
        return [], index
    return [p for p in pieces if p is not None], at
