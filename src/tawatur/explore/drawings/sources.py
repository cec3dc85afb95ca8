"""Draws who depends on whom: outlets on one side, those whom they cite on the other, thicker for more reports."""

from collections.abc import Sequence
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from tawatur.explore.drawings.svg import box, drawing, group, link, text, through

WIDTH, BOX, ROW, HEIGHT, MARGIN = 900.0, 270.0, 40.0, 30.0, 12.0
LETTERS = 34  # of a name inside its box


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that passes on a source: their names, how often, and whether nobody else tells those events."""

    outlet: str
    outlet_name: str
    source: str
    source_name: str
    anonymous: bool
    reports: int
    alone: bool
    title: str


def draw_sources(rows: Sequence[Cited], *, title: str, description: str, mirrored: bool) -> Markup:
    """The drawing; `mirrored` stands outlets on the right, where an Arabic reader begins."""
    outlets = _column([(row.outlet, row.reports) for row in rows])
    order = {id: number for number, id in enumerate(outlets)}
    sources = _near([(row.source, order[row.outlet], row.reports) for row in rows])
    height = max(len(outlets), len(sources)) * ROW + 2 * MARGIN
    right = {id: MARGIN + (n + 0.5) * ROW for n, id in enumerate(sources)}
    left = _beside(outlets, rows, right, height)
    most = max((row.reports for row in rows), default=1)
    parts = [_line(row, left[row.outlet], right[row.source], most, mirrored) for row in rows]
    names = {row.outlet: row.outlet_name for row in rows}
    cited = {row.source: row for row in rows}
    at = MARGIN if not mirrored else WIDTH - MARGIN - BOX
    parts += [_box(at, left[id], names[id], "outlet", f"/outlets/{quote(id)}") for id in outlets]
    at = MARGIN if mirrored else WIDTH - MARGIN - BOX
    parts += [_source(at, right[id], cited[id]) for id in sources]
    return drawing(parts, width=WIDTH, height=height, title=title, description=description, kind="sources")


def _column(counts: Sequence[tuple[str, int]]) -> list[str]:
    """The ids, those with most reports first."""
    total: dict[str, int] = {}
    for id, count in counts:
        total[id] = total.get(id, 0) + count
    return sorted(total, key=lambda id: (-total[id], id))


def _near(found: Sequence[tuple[str, int, int]]) -> list[str]:
    """The sources, each as near as may be to the outlets that cite it."""
    weighed: dict[str, tuple[int, int]] = {}
    for id, place, count in found:
        sum_, total = weighed.get(id, (0, 0))
        weighed[id] = (sum_ + place * count, total + count)
    return sorted(weighed, key=lambda id: (weighed[id][0] / weighed[id][1], id))


def _beside(outlets: list[str], rows: Sequence[Cited], right: dict[str, float], height: float) -> dict[str, float]:
    """Each outlet at the height of those whom it cites, none over another, none below the drawing."""
    wanted = {id: [right[row.source] for row in rows if row.outlet == id] for id in outlets}
    order = sorted(outlets, key=lambda id: (sum(wanted[id]) / len(wanted[id]), id))
    at: dict[str, float] = {}
    down = MARGIN - ROW / 2
    for number, id in enumerate(order):
        room = height - MARGIN - (len(order) - number - 0.5) * ROW
        down = min(max(down + ROW, sum(wanted[id]) / len(wanted[id])), room)
        at[id] = down
    return at


def _line(row: Cited, y1: float, y2: float, most: int, mirrored: bool) -> Markup:
    start, end = MARGIN + BOX, WIDTH - MARGIN - BOX
    if mirrored:
        start, end = end, start
    weight = "strong" if row.reports * 3 > most * 2 else "firm" if row.reports > 1 else "thin"
    shape = through([(start, y1), (end, y2)], f"cites {weight}{' alone' if row.alone else ''}")
    return link([shape], f"/events?outlet={quote(row.outlet)}&source={quote(row.source)}", row.title, "bond")


def _box(x: float, y: float, label: str, kind: str, href: str | None) -> Markup:
    shown = label if len(label) <= LETTERS else label[: LETTERS - 1] + "…"
    parts = [box(x, y - HEIGHT / 2, BOX, HEIGHT, f"shape {kind}"), text(x + BOX / 2, y, shown)]
    return link(parts, href, label) if href else group(parts, label)


def _source(x: float, y: float, row: Cited) -> Markup:
    kind = "anonymous" if row.anonymous else "source"
    return _box(x, y, row.source_name, kind, None if row.anonymous else f"/actors/{quote(row.source)}")
