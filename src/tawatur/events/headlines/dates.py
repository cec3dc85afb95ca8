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
        return f"بين {left} و{right}" if language == "ar" else f"between {left} and {right}"
    if last == "..":
        return f"منذ {left}" if language == "ar" else f"since {left}"
    return left or right


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
