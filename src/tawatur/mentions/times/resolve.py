"""Turns an expression into EDTF against the day of writing or the day told last. Never finer than the words."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from tawatur.knowledge.files import load_yaml
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Expression
from tawatur.mentions.times.hijri import hijri_days, hijri_month_near, hijri_year_of, holiday_near

PAST = frozenset({"past", "last"})


@cache
def parts() -> dict[str, dict[str, list[int]]]:
    """What "مطلع", "منتصف", "أواخر" cover of a month, year or week."""
    return load_yaml("tawatur.mentions.times", "parts.yml")


def needs_anchor(expression: Expression) -> bool:
    """Whether the words alone do not date it."""
    if expression.kind == "range":
        assert expression.start and expression.end
        return needs_anchor(expression.start) or needs_anchor(expression.end)
    return not (expression.kind == "decade" or expression.year is not None) or (expression.since and not expression.day)


def resolve(expression: Expression, anchor: edtf.Days | None) -> str | None:
    """EDTF of an expression; with a coarse anchor what both its ends allow, told no finer than the anchor."""
    if not needs_anchor(expression):
        return at_day(expression, date(2000, 1, 1))
    if anchor is None:
        return at_day(_plain(expression), date(2000, 1, 1)) if expression.year is not None else None
    first = at_day(expression, anchor.first)
    if anchor.first == anchor.last or first is None:
        return first
    last = at_day(expression, anchor.last)
    if last is None or first == last:
        return last
    return edtf.join_coarsely(first, last, anchor.grain)


def _plain(expression: Expression) -> Expression:
    import msgspec

    return msgspec.structs.replace(expression, since=False)


def at_day(expression: Expression, today: date) -> str | None:
    """EDTF of an expression written on one day."""
    found = RESOLVERS[expression.kind](expression, today)
    if found is None or not expression.since or expression.kind in ("offset", "habit", "told", "consecutive"):
        return found
    days = edtf.days_of(found)
    if days is None or days.first > today or (days.first == days.last and not found.endswith("~") and "/" not in found):
        return found  # "since 28 May": the day it began
    start = found.partition("/")[0]
    return edtf.span(start if start.endswith("~") or len(start) < 10 else start + "~" * bool(expression.part), edtf.day(today))


def _date(expression: Expression, today: date) -> str | None:
    if expression.calendar == "hijri":
        return _hijri(expression, today)
    year = _year_of(expression, today)
    if year is None:
        return None
    if expression.month is None:
        return _part_of_year(year, expression.part)
    if expression.day is not None:
        try:
            return edtf.day(date(year, expression.month, expression.day), expression.about)
        except ValueError:
            return None
    return _part_of_month(year, expression.month, expression.part)


def _year_of(expression: Expression, today: date) -> int | None:
    """The year written, or told by relation, or the nearest that puts the date before (or after) the day of writing."""
    if expression.year is not None:
        return expression.year
    shift = {"past": -1, "last": -1, "next": 1, "this": 0, "same": 0}.get(expression.year_relation)
    if shift is not None:
        return today.year + shift
    assert expression.month is not None
    inside = (expression.month, expression.day or 1)
    now = (today.month, today.day if expression.day else 1)
    if expression.relation == "this":
        return today.year
    if expression.relation == "next" or (expression.future and not expression.relation):
        return today.year + (inside < now if expression.day or expression.future else inside <= now)
    if expression.relation in PAST and expression.day is None:
        return today.year - (inside >= now)
    return today.year - (inside > now)


def _part_of_month(year: int, month: int, part: str) -> str:
    if not part:
        return edtf.month(year, month)
    low, high = parts()["month"][part]
    end = edtf.month_end(year, month)
    first, last = date(year, month, min(low, end.day)), date(year, month, min(high, end.day))
    if first == last:
        return edtf.day(first, part != "first")
    return edtf.span(edtf.day(first, part != "early"), edtf.day(last, part != "early"))


def _part_of_year(year: int, part: str) -> str:
    if not part:
        return edtf.year(year)
    low, high = parts()["year"][part]
    return edtf.span(edtf.month(year, low, True), edtf.month(year, high, True))


def _hijri(expression: Expression, today: date) -> str | None:
    year = expression.year
    if year is None:
        if expression.month is None:
            return None
        if expression.year_relation:
            shift = {"past": -1, "last": -1, "next": 1}.get(expression.year_relation, 0)
            year = hijri_year_of(today) + shift
        else:
            year = hijri_month_near(today, expression.month, expression.day, expression.relation, expression.future)
    return hijri_days(year, expression.month, expression.day)


def _holiday(expression: Expression, today: date) -> str | None:
    assert expression.month and expression.low and expression.high
    return holiday_near(today, expression.month, int(expression.low), int(expression.high), expression.year, expression.relation, expression.future)


def _weekday(expression: Expression, today: date) -> str | None:
    assert expression.weekday is not None
    if expression.unit == "week":
        week = {"this": 0, "past": -1, "next": 1, "last": -1}.get(expression.relation, 0)
        return edtf.day(edtf.monday(today) + timedelta(days=7 * week + expression.weekday))
    back = (today.weekday() - expression.weekday) % 7
    if expression.relation == "next" or (expression.future and not expression.relation):
        return edtf.day(today + timedelta(days=(7 - back) if back or expression.relation == "next" else 0))
    if expression.relation in PAST and back == 0:
        back = 7
    found = today - timedelta(days=back)
    if expression.unit == "night_between":
        if back == 0:
            found -= timedelta(days=7)
        return edtf.span(edtf.day(found), edtf.day(found + timedelta(days=1)))
    return edtf.day(found)


def _day(expression: Expression, today: date) -> str | None:
    shift = int(expression.low or 0)
    found = today + timedelta(days=shift)
    if expression.daypart == "night" and shift == -1 and expression.rule == "night_by_relation":
        return edtf.span(edtf.day(found), edtf.day(today))
    return edtf.day(found)


def _now(_: Expression, today: date) -> str | None:
    return edtf.day(today, True)


def _unit(expression: Expression, today: date) -> str | None:
    shift = {"past": -1, "last": -1, "this": 0, "next": 1, "same": 0, "following": 1, "preceding": -1}.get(expression.relation)
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
        low, high = parts()["week"][part] if part else (0, 6)
        return edtf.span(edtf.day(start + timedelta(days=low), bool(part)), edtf.day(start + timedelta(days=high), bool(part)))
    if unit == "month":
        month = edtf.months_back(today.replace(day=1), -shift)
        return _part_of_month(month.year, month.month, part)
    if unit == "year":
        return _part_of_year(today.year + shift, part)
    length = {"decade": 10, "century": 100}.get(unit)
    if length is None:
        return None
    start_year = today.year // length * length + shift * length
    return edtf.span(edtf.year(start_year), edtf.year(start_year + length - 1))


def _one_stretch(unit: str, today: date) -> str | None:
    """"العام الأخير", "الشهر الأخير", "الأسبوع الأخير": the length of one unit up to the day of writing."""
    if unit == "year":
        return edtf.span(edtf.month(today.year, today.month - 12), edtf.month(today.year, today.month))
    back = {"day": 1, "week": 7, "month": 30}.get(unit)
    return edtf.span(edtf.day(today - timedelta(days=back), True), edtf.day(today)) if back else None


SEVERAL = {"minute": 0, "hour": 1, "day": 7, "week": 28, "month": 6, "year": 5, "decade": 30, "century": 200}


def _stretch(expression: Expression, today: date) -> str | None:
    unit, high, sign = expression.unit, expression.high, expression.sign
    about = high is None or expression.low != high
    if unit in ("minute", "hour"):
        days = 0 if unit == "minute" else max(1, -(-int(high or 1) // 24))
        return _ends(today, sign, days, about=about and False, today_too=True)
    if unit in ("day", "week"):
        count = int(high) * (7 if unit == "week" else 1) if high is not None else SEVERAL[unit]
        return _ends(today, sign, count, about=about, today_too=unit == "week")
    if unit == "month":
        count = int(high) if high is not None else SEVERAL["month"]
        far = edtf.month(today.year, today.month + sign * count, about)
        near = edtf.month(today.year, today.month)
        return edtf.span(far, near) if sign < 0 else edtf.span(near, far)
    count = int(high if high is not None else SEVERAL["year"] if unit == "year" else 3) * {"decade": 10, "century": 100}.get(unit, 1)
    far, near = edtf.year(today.year + sign * count, about), edtf.year(today.year)
    return edtf.span(far, near) if sign < 0 else edtf.span(near, far)


def _ends(today: date, sign: int, count: int, *, about: bool, today_too: bool) -> str:
    far = edtf.day(today + timedelta(days=sign * count), about)
    near = edtf.day(today if today_too else today + timedelta(days=sign))
    return edtf.span(far, near) if sign < 0 else edtf.span(near, far)


def _offset(expression: Expression, today: date) -> str | None:
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
        start = edtf.months_back(today, int(round(low * (12 if unit == "year" else 1)))) if unit in ("year", "month") else None
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
    return edtf.month(moved.year, moved.month, about) if unit == "month" or (months < 24 and count % 1) else edtf.year(moved.year, about)


def _season(expression: Expression, today: date) -> str | None:
    assert expression.month
    year = expression.year
    if year is None:
        shift = {"past": -1, "this": 0, "same": 0, "next": 1}.get(expression.year_relation)
        if shift is not None:
            year = today.year + shift
        else:
            ended = edtf.days_of(f"{today.year}-{expression.month}")
            assert ended
            over = ended.last < today
            year = today.year - (not over) if expression.relation == "past" else today.year + (over if expression.relation == "next" else 0)
    return f"{year:04d}-{expression.month}"


def _decade(expression: Expression, _: date) -> str | None:
    assert expression.year
    return edtf.span(edtf.year(expression.year), edtf.year(expression.year + 9))


def _range(expression: Expression, today: date) -> str | None:
    assert expression.start and expression.end
    first, last = at_day(expression.start, today), at_day(expression.end, today)
    if first is None or last is None:
        return None
    joined = edtf.join(first, last)
    return joined if edtf.days_of(joined) else None


def _nothing(_: Expression, __: date) -> str | None:
    return None


RESOLVERS: dict[str, Callable[[Expression, date], str | None]] = {
    "date": _date, "weekday": _weekday, "day": _day, "now": _now, "unit": _unit, "stretch": _stretch, "offset": _offset,
    "season": _season, "holiday": _holiday, "decade": _decade, "range": _range, "consecutive": _nothing, "told": _nothing,
    "duration": _nothing, "event": _nothing, "habit": _nothing,
}
