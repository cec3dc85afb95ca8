"""EDTF of units, stretches and distances counted from one day."""

from datetime import date, timedelta
from functools import cache

from tawatur.knowledge.files import load_yaml
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Expression

EXACT = frozenset(
    {"week1", "week2", "week3", "week4", "half1", "half2", "quarter1", "quarter2", "quarter3", "quarter4"}
)
SEVERAL = {"minute": 0, "hour": 1, "day": 7, "week": 28, "month": 6, "year": 5, "decade": 30, "century": 200}


@cache
def parts() -> dict[str, dict[str, list[int]]]:
    """What "مطلع", "منتصف", "أواخر" cover of a month, year or week."""
    return load_yaml("tawatur.mentions.times", "parts.yml")


def day_of_month(year: int, month: int, day: int) -> str | None:
    """EDTF of a day of a month, None where the month has no such day."""
    return edtf.day(date(year, month, day)) if day <= edtf.month_end(year, month).day else None


def part_of_month(year: int, month: int, part: str) -> str:
    """EDTF of a month, or of the part of it that a word names; a part that months have not leaves the month."""
    end = edtf.month_end(year, month).day
    covered = days_covered(part, end)
    if covered is None:
        return edtf.month(year, month)
    first, last = (date(year, month, min(day, end)) for day in covered)
    if first == last:
        return edtf.day(first, part != "first")
    about = part in parts()["month"] and part not in EXACT and part != "early"
    return edtf.span(edtf.day(first, about), edtf.day(last, about))


def part_of_year(year: int, part: str) -> str:
    """EDTF of a year, or of the part of it that a word names."""
    covered = parts()["year"].get(part) or _counted(part, 12)
    if covered is None:
        return edtf.year(year)
    about = part in parts()["year"] and part not in EXACT
    return edtf.span(edtf.month(year, covered[0], about), edtf.month(year, covered[1], about))


def days_covered(part: str, length: int) -> list[int] | None:
    """The first and last day that a part covers of a month of that length."""
    return parts()["month"].get(part) or _counted(part, length)


def _counted(part: str, most: int) -> list[int] | None:
    """What "first 4" or "last 3" covers of `most` units."""
    side, _, number = part.partition(" ")
    if not number or not 0 < int(number) < most:
        return None
    return [1, int(number)] if side == "first" else [most - int(number) + 1, most]


def unit_days(expression: Expression, today: date) -> str | None:
    shift = {"past": -1, "last": -1, "this": 0, "next": 1, "same": 0, "following": 1, "preceding": -1}.get(
        expression.relation
    )
    if shift is None or expression.relation in ("same", "following", "preceding"):
        return None  # told of the day told last; see reader
    if expression.low:
        shift *= int(expression.low)
    if expression.relation == "last":
        return _one_stretch(expression.unit, today)
    return _whole_unit(expression, today, shift)


def _whole_unit(expression: Expression, today: date, shift: int) -> str | None:
    unit, part = expression.unit, expression.part
    if unit == "day":
        return edtf.day(today + timedelta(days=shift))
    if unit == "week":
        start = edtf.monday(today) + timedelta(days=7 * shift)
        low, high = parts()["week"].get(part, (0, 6))
        if expression.rule == "part_of_unit_of_now" and not expression.future and start + timedelta(days=low) > today:
            start -= timedelta(days=7)  # "قتل ثلاثة نهاية الأسبوع", told on a Tuesday
        return edtf.span(
            edtf.day(start + timedelta(days=low), bool(part)), edtf.day(start + timedelta(days=high), bool(part))
        )
    if unit == "month":
        month = edtf.months_back(today.replace(day=1), -shift)
        if expression.day is not None:
            return day_of_month(month.year, month.month, expression.day)
        return part_of_month(month.year, month.month, part)
    if unit == "year":
        return part_of_year(today.year + shift, part)
    length = {"decade": 10, "century": 100}.get(unit)
    if length is None:
        return None
    start_year = today.year // length * length + shift * length
    return edtf.span(edtf.year(start_year), edtf.year(start_year + length - 1))


def _one_stretch(unit: str, today: date) -> str | None:
    """ "العام الأخير", "الشهر الأخير", "الأسبوع الأخير": the length of one unit up to the day of writing."""
    if unit == "year":
        return edtf.span(edtf.month(today.year, today.month - 12), edtf.month(today.year, today.month))
    back = {"day": 1, "week": 7, "month": 30}.get(unit)
    return edtf.span(edtf.day(today - timedelta(days=back), True), edtf.day(today)) if back else None


def stretch_days(expression: Expression, today: date) -> str | None:
    unit, high, sign = expression.unit, expression.high, expression.sign
    about = high is None or expression.low != high
    if unit in ("minute", "hour"):
        days = 0 if unit == "minute" else max(1, -(-int(high or 1) // 24))
        return _ends(today, sign, days, about=False, today_too=True)
    if unit in ("day", "week"):
        count = int(high) * (7 if unit == "week" else 1) if high is not None else SEVERAL[unit]
        return _ends(today, sign, count, about=about, today_too=unit == "week")
    if unit == "month":
        count = int(high) if high is not None else SEVERAL["month"]
        far = edtf.month(today.year, today.month + sign * count, about)
        near = edtf.month(today.year, today.month)
        return edtf.span(far, near) if sign < 0 else edtf.span(near, far)
    count = int(high if high is not None else SEVERAL["year"] if unit == "year" else 3) * {
        "decade": 10,
        "century": 100,
    }.get(unit, 1)
    if not 1 <= today.year + sign * count <= date.max.year:
        return None  # "خلال 2017 عاما": no year that a calendar has
    far, near = edtf.year(today.year + sign * count, about), edtf.year(today.year)
    return edtf.span(far, near) if sign < 0 else edtf.span(near, far)


def _ends(today: date, sign: int, count: int, *, about: bool, today_too: bool) -> str:
    far = edtf.day(today + timedelta(days=sign * count), about)
    near = edtf.day(today if today_too else today + timedelta(days=sign))
    return edtf.span(far, near) if sign < 0 else edtf.span(near, far)


def offset_days(expression: Expression, today: date) -> str | None:
    unit, low, high, sign = expression.unit, expression.low or 0, expression.high or 0, expression.sign
    if unit in ("decade", "century"):
        unit, factor = "year", 10 if unit == "decade" else 100
        low, high = low * factor, high * factor
    if unit in ("minute", "hour"):
        return _hours(unit, high, sign, today)
    if low != high:
        near, far = _moved(today, unit, low, sign, True), _moved(today, unit, high, sign, True)
        return edtf.span(far, near) if sign < 0 else edtf.span(near, far)
    if expression.since and (unit == "year" or unit == "month" or expression.more):
        start = (
            edtf.months_back(today, round(low * (12 if unit == "year" else 1))) if unit in ("year", "month") else None
        )
        first = edtf.month(start.year, start.month, True) if start else _moved(today, unit, low, sign, True)
        return edtf.span(first, edtf.day(today))
    return _moved(today, unit, low, sign, expression.about or unit in ("month", "year"))


def _hours(unit: str, count: float, sign: int, today: date) -> str:
    if unit == "minute" or count < 4:
        return edtf.day(today, True)
    far = today + timedelta(days=sign * -(-int(count) // 24))
    return edtf.span(*sorted((edtf.day(far), edtf.day(today))))


def _moved(today: date, unit: str, count: float, sign: int, about: bool) -> str:
    if unit in ("day", "week"):
        return edtf.day(today + timedelta(days=sign * round(count * (7 if unit == "week" else 1))), about)
    months = round(count * (12 if unit == "year" else 1))
    moved = edtf.months_back(today, -sign * months)
    return (
        edtf.month(moved.year, moved.month, about)
        if unit == "month" or (months < 24 and count % 1)
        else edtf.year(moved.year, about)
    )
