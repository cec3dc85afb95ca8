"""EDTF values in words, in both languages, no finer than the value."""

import re

from tawatur.events.headlines.templates import templates

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$")


def date_words(edtf: str | None, language: str) -> str:
    """The value in words ("نحو 17 تشرين الثاني/نوفمبر 2016"), empty where there is none."""
    if not edtf:
        return ""
    first, _, last = edtf.partition("/")
    left, right = _words(first, language), _words(last, language)
    if left and right:
        left = _shortened(first, last, language) or left
        return f"بين {left} و{right}" if language == "ar" else f"between {left} and {right}"
    if last == "..":
        return f"منذ {left}" if language == "ar" else f"since {left}"
    return left or right


def _shortened(first: str, last: str, language: str) -> str:
    """The first of two dates without the month and year that the second says again ("between 3 and 5 May 2015")."""
    one, two = _DATE.match(first), _DATE.match(last)
    if not one or not two or one[1] != two[1] or not one[2] or not two[2] or one[4] in ("?", "%"):
        return ""
    about = {"ar": "نحو ", "en": "about "}[language] if one[4] == "~" else ""
    month = _month("", one[2], language).strip()
    if not one[3]:
        return about + month
    return about + (str(int(one[3])) if one[2] == two[2] and two[3] else f"{int(one[3])} {month}")


def _words(value: str, language: str) -> str:
    found = _DATE.match(value)
    if not found:
        return ""
    year, month, day, mark = found.groups()
    words = _month(year, month, language)
    if day:
        words = f"{int(day)} {words}"
    about = {"ar": "نحو ", "en": "about "}[language] if mark in ("~", "%") else ""
    doubt = {"ar": " (؟)", "en": " (?)"}[language] if mark in ("?", "%") else ""
    return about + words + doubt


def _month(year: str, month: str | None, language: str) -> str:
    if month is None:
        return year
    if month in templates().seasons:
        return f"{templates().seasons[month][language]} {year}"
    number = int(month)
    return f"{templates().months[number - 1][language]} {year}" if 1 <= number <= 12 else year
