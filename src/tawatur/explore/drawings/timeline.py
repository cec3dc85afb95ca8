"""Draws events along time: a point for a day, a bar as long as what is known of the time; nothing made finer."""

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec
from markupsafe import Markup

from tawatur.explore.drawings.svg import box, drawing, line, link, path, text
from tawatur.model.days import Days

ROW, TOP, MARGIN, AXIS = 26.0, 34.0, 12.0, 420.0
LABELS = 590.0
SIDE = 42.0  # room for half the name of the last month
_OPEN = 180  # days drawn for an end that is open


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """An event on its own row: its days, whether the words are unsure, how it is named."""

    href: str
    label: str
    when: str
    days: Days
    unsure: bool
    several: bool  # on more than one foot


def draw_timeline(
    lanes: Iterable[Lane], *, title: str, description: str, mirrored: bool, tick: Callable[[dt.date, bool], str]
) -> Markup:
    """The drawing, earliest first; `mirrored` runs time from right to left; `tick` names a year or a month."""
    rows = list(lanes)
    ends = [day for lane in rows for day in lane.days]
    closed = [day for day in ends if day not in (dt.date.min, dt.date.max)]
    first, last = (_usual(closed), max(closed)) if closed else (dt.date(2000, 1, 1), dt.date(2000, 12, 31))
    scale = _Scale(first, last, mirrored)
    height = TOP + len(rows) * ROW + MARGIN
    parts = list(_axis(scale, height, tick))
    parts += [_lane(lane, TOP + number * ROW, scale) for number, lane in enumerate(rows)]
    width = AXIS + LABELS + 2 * MARGIN + SIDE
    return drawing(parts, width=width, height=height, title=title, description=description, kind="timeline")


def _usual(days: list[dt.date]) -> dt.date:
    """The first day, unless a few lie so far back that all others would be one point: they are cut at the edge."""
    ordered = sorted(days)
    usual = ordered[len(ordered) // 8]
    return ordered[0] if (usual - ordered[0]) < 2 * (ordered[-1] - usual) + dt.timedelta(60) else usual


class _Scale:
    def __init__(self, first: dt.date, last: dt.date, mirrored: bool) -> None:
        pad = max(3, (last - first).days // 30)
        self.first, self.last = first - dt.timedelta(pad), last + dt.timedelta(pad)
        self.mirrored = mirrored

    def at(self, day: dt.date) -> float:
        day = min(max(day, self.first), self.last)
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return SIDE + AXIS * (1 - share) if self.mirrored else 2 * MARGIN + LABELS + AXIS * share

    @property
    def label(self) -> float:
        """Where names begin: at the side where reading does, for a narrow window shows that one first."""
        return SIDE + AXIS + MARGIN + LABELS if self.mirrored else MARGIN

    @property
    def edge(self) -> float:
        """Where the axis begins."""
        return self.at(self.first)


def _axis(scale: _Scale, height: float, tick: Callable[[dt.date, bool], str]) -> Iterable[Markup]:
    years = scale.last.year - scale.first.year
    whole = years > 2
    days = (
        [dt.date(y, 1, 1) for y in range(scale.first.year, scale.last.year + 1, max(1, years // 6))]
        if whole
        else [dt.date(y, m, 1) for y in range(scale.first.year, scale.last.year + 1) for m in range(1, 13)]
    )
    shown = [day for day in days if scale.first <= day <= scale.last]
    shown = shown or [scale.last]  # less than a month: its name alone
    most = 6 if whole else 4  # names side by side: "تشرين الثاني 2015" is a long one
    every = max(1, -(-len(shown) // most))
    for number, day in enumerate(shown):
        x = scale.at(day)
        yield line(x, TOP - 8, x, height - MARGIN, "grid")
        if number % every == 0:
            yield text(x, TOP - 18, tick(day, whole), "tick")


def _lane(lane: Lane, top: float, scale: _Scale) -> Markup:
    y = top + ROW / 2
    first, last = lane.days
    open_first, open_last = first == dt.date.min, last == dt.date.max
    if open_first:
        first = last - dt.timedelta(_OPEN)
    if open_last:
        last = first + dt.timedelta(_OPEN)
    kind = f"time {'several' if lane.several else 'one'}{' unsure' if lane.unsure or open_first or open_last else ''}"
    x1, x2 = sorted((scale.at(first), scale.at(last)))
    if last < scale.first:
        shape = Markup("")
    elif first == last:
        shape = path(f"M{x1:.5g} {y - 6:.5g}l6 6l-6 6l-6 -6z", kind)
    else:
        shape = box(x1, y - 5, max(x2 - x1, 4), 10, kind, 3)
    if first < scale.first:
        way = 7 if scale.mirrored else -7  # towards what lies before the axis
        shape += path(f"M{scale.edge:.5g} {y - 6:.5g}l{way} 6l{-way} 6z", f"{kind} before")
    label = lane.label if len(lane.label) <= 84 else lane.label[:83] + "…"
    words = text(scale.label, y, label, "row", "end" if scale.mirrored else "start")
    return link([box(MARGIN, top, AXIS + LABELS + SIDE, ROW, "band", 0), shape, words], lane.href,
                f"{lane.label} — {lane.when}")  # fmt: skip
