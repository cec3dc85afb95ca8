"""Turns an expression into EDTF against the day of writing or the day told last. Never finer than the words."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Expression
from tawatur.mentions.times.hijri import SLACK, feast_near, hijri_days, hijri_month_near, hijri_year_of, holiday_near
from tawatur.mentions.times.lengths import (
    days_covered,
    offset_days,
    part_of_month,
    part_of_year,
    stretch_days,
    unit_days,
)

FAR_AHEAD = 9  # months: "said he would attack in mid-July", written in August, is the July that has passed
HIJRI_MONTH = 30  # days at most
SHORTLY = 2  # months: what lasts "until 23 August", written in July, is still to end
PAST = frozenset({"past", "last"})


def needs_anchor(expression: Expression) -> bool:
    """Whether the words alone do not date it."""
    if expression.kind == "range":
        assert expression.start is not None
        assert expression.end is not None
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
    return edtf.span(
        start if start.endswith("~") or len(start) < 10 else start + "~" * bool(expression.part), edtf.day(today)
    )


def _date(expression: Expression, today: date) -> str | None:
    if expression.calendar == "hijri":
        return _hijri(expression, today)
    year = _year_of(expression, today)
    if year is None:
        return None
    if expression.month is None:
        return part_of_year(year, expression.part)
    if expression.day is not None:
        try:
            return edtf.day(date(year, expression.month, expression.day), expression.about)
        except ValueError:
            return None
    return part_of_month(year, expression.month, expression.part)


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
    if expression.relation == "next":
        return today.year + (inside < now if expression.day else inside <= now)
    if expression.future and not expression.relation:
        ahead = (expression.month - today.month) % 12
        return today.year + (inside < now) if ahead < FAR_AHEAD else today.year - (inside > now)
    if expression.until and 0 <= (expression.month - today.month) % 12 <= SHORTLY:
        return today.year + (expression.month < today.month)
    if expression.relation in PAST and expression.day is None:
        return today.year - (inside >= now)
    if expression.part and not expression.relation and inside == now:
        begins = edtf.days_of(part_of_month(today.year, expression.month, expression.part))
        return today.year - (begins is not None and begins.first > today)  # "منذ أواخر مارس", told on the 9th
    return today.year - (inside > now)


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
    part = days_covered(expression.part, HIJRI_MONTH) if expression.month and not expression.day else None
    found = hijri_days(year, expression.month, expression.day, (part[0], part[1]) if part else None)
    return _on_weekday(found, expression.weekday) if found and expression.weekday is not None else found


def _on_weekday(doubtful: str, weekday: int) -> str:
    """The day beside a doubtful Hijri date, or itself, that is the weekday named with it."""
    days = edtf.days_of(doubtful)
    if days is None or days.last != days.first:
        return doubtful
    found = days.first - SLACK + timedelta(days=(weekday - (days.first - SLACK).weekday()) % 7)
    return edtf.day(found) if found <= days.last + SLACK else doubtful


def _holiday(expression: Expression, today: date) -> str | None:
    e = expression
    first, last = int(e.low or 1), int(e.high or 1)
    if e.month is None:
        return feast_near(today, first, last)
    return holiday_near(today, e.month, first, last, year=e.year, relation=e.relation, future=e.future)


def _weekday(expression: Expression, today: date) -> str | None:
    assert expression.weekday is not None
    if expression.unit == "week":
        week = {"this": 0, "past": -1, "next": 1, "last": -1}.get(expression.relation, 0)
        return edtf.day(edtf.monday(today) + timedelta(days=7 * week + expression.weekday))
    today += timedelta(days=int(expression.low or 0) * (1 if expression.relation == "next" else -1))
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
    if expression.weekday is not None:  # "أمس الجمعة": an article put out late still means that Friday
        latest = found + timedelta(days=1)
        return edtf.day(latest - timedelta(days=(latest.weekday() - expression.weekday) % 7))
    if expression.daypart == "night" and shift == -1 and expression.rule == "night_by_relation":
        return edtf.span(edtf.day(found), edtf.day(today))
    return edtf.day(found)


def _now(_: Expression, today: date) -> str | None:
    return edtf.day(today, True)


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
            year = (
                today.year - (not over)
                if expression.relation == "past"
                else today.year + (over if expression.relation == "next" else 0)
            )
    return f"{year:04d}-{expression.month}"


def _decade(expression: Expression, _: date) -> str | None:
    assert expression.year
    return edtf.span(edtf.year(expression.year), edtf.year(expression.year + 9))


def _range(expression: Expression, today: date) -> str | None:
    assert expression.start is not None
    assert expression.end is not None
    first, last = at_day(expression.start, today), at_day(expression.end, today)
    if first is None or last is None:
        return None
    if expression.rule == "days_joined":
        first, last = _days_in_order(expression.start, first, last)
    joined = edtf.join(first, last)
    if edtf.days_of(joined) or expression.end.kind != "date" or expression.end.year is not None:
        return joined if edtf.days_of(joined) else None
    ahead = at_day(msgspec.structs.replace(expression.end, future=True), today)  # "من 1 إلى 15 مارس", told on the 9th
    joined = edtf.join(first, ahead) if ahead else ""
    return joined if edtf.days_of(joined) else None


def _days_in_order(start: Expression, first: str, last: str) -> tuple[str, str]:
    """ "يومي أمس وأمس الأول" names the later day first; a weekday is the last one before the other."""
    if first <= last:
        return first, last
    if start.kind == "weekday" and start.weekday is not None:
        end = date.fromisoformat(last)
        return edtf.day(end - timedelta(days=(end.weekday() - start.weekday) % 7)), last
    return last, first


def _nothing(_: Expression, __: date) -> str | None:
    return None


RESOLVERS: dict[str, Callable[[Expression, date], str | None]] = {
    "date": _date,
    "weekday": _weekday,
    "day": _day,
    "now": _now,
    "unit": unit_days,
    "stretch": stretch_days,
    "offset": offset_days,
    "season": _season,
    "holiday": _holiday,
    "decade": _decade,
    "range": _range,
    "consecutive": _nothing,
    "told": _nothing,
    "duration": _nothing,
    "event": _nothing,
    "habit": _nothing,
}
