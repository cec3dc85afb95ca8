"""The day that the address of a page holds: "…/2016/11/24/…", "…/20161124-…"; news sites file their pages by day."""

import re
from datetime import date

from tawatur.mentions.times import intervals as edtf
from tawatur.model.article import Published

YEAR = r"(?:19[89]\d|20[0-4]\d)"
DAY = re.compile(rf"[/_-]({YEAR})[/_-](\d{{1,2}})[/_-](\d{{1,2}})(?=[/_.?#-]|$)")
CLOSE = re.compile(rf"(?<!\d)({YEAR})(\d\d)(\d\d)(?!\d)")
MONTH = re.compile(rf"/({YEAR})/(\d\d)(?=/)")


def addressed_day(url: str | None) -> Published | None:
    """The day, or else the month, by which the address of a page files it; None where it holds none or several."""
    found = {v for m in (*DAY.finditer(url or ""), *CLOSE.finditer(url or "")) if (v := _day(*m.groups()))}
    if not found:
        found = {v for m in MONTH.finditer(url or "") if (v := _month(*m.groups()))}
    if len(found) != 1:
        return None
    value = found.pop()
    return Published(
        edtf=value,
        basis="metadata",
        rule="address",
        why={"en": f"the address of its page files it under {value}", "ar": f"عنوان صفحته يدرجه تحت {value}"},
    )


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return edtf.day(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _month(year: str, month: str) -> str | None:
    return edtf.month(int(year), int(month)) if 1 <= int(month) <= 12 else None
