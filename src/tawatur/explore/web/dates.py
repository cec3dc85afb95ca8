"""EDTF values in words, never finer than they are."""

import datetime as dt
import re

from tawatur.explore.web.language import Language

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ar": [
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ],
}
_WORDS = {
    "en": {
        "about": "about ",
        "none": "date unknown",
        "to": "{} to {}",
        "since": "since {}",
        "until": "until {}",
        "unsure": " (uncertain)",
    },
    "ar": {
        "about": "نحو ",
        "none": "التاريخ غير معروف",
        "to": "من {} إلى {}",
        "since": "منذ {}",
        "until": "حتى {}",
        "unsure": " (غير مؤكد)",
    },
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = {
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    "ar": {21: "ربيع", 22: "صيف", 23: "خريف", 24: "شتاء"},
}


def month_text(day: dt.date, language: Language) -> str:
    """A month and its year, short enough for the tick of a drawing."""
    return f"{_MONTHS[language][day.month - 1].partition('/')[0][: 3 if language == 'en' else 99]} {day.year}"


def day_text(edtf: str | None, language: Language, *, short: bool = False) -> str:
    """A date or interval as a person writes it in the language; the EDTF itself where it is of a rarer form."""
    say = _WORDS[language]
    if not edtf:
        return say["none"]
    if short and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", edtf):
        return month_text(dt.date(int(edtf[:4]), int(edtf[5:]), 1), language)
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if last in ("", ".."):
            return say["since"].format(day_text(first, language))
        if first in ("", ".."):
            return say["until"].format(day_text(last, language))
        return say["to"].format(day_text(first, language), day_text(last, language))
    plain = edtf.rstrip("~?%")
    match = _DATE.fullmatch(plain)
    if not match:
        return edtf
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if month > 12 and month not in _SEASONS[language]:
        return edtf
    parts = [str(day)] if day else []
    if month:
        parts.append(_SEASONS[language].get(month) or _MONTHS[language][month - 1])
    shown = " ".join([*parts, year])
    marks = edtf[len(plain) :]
    return (
        ("" if not ("~" in marks or "%" in marks) else say["about"]) + shown + (say["unsure"] if "?" in marks else "")
    )


def precision_of(edtf: str) -> str:
    """How fine a date is: day, month, year, season, or span; never finer than it is written."""
    plain = edtf.rstrip("~?%")
    if "/" in plain:
        return "span"
    match = _DATE.fullmatch(plain)
    if not match:
        return "span"
    if match[3]:
        return "day"
    return "year" if not match[2] else "season" if int(match[2]) > 12 else "month"
