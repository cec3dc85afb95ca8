"""Draws the network between actors: points sized by their links, lines by kind, or by what changed."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from tawatur.explore.drawings.svg import circle, drawing, group, line, link, text, wrapped

Point = tuple[float, float]
RISE = 6.0  # how far a point stands above the middle of the room that it shares with its label
FOOT = 16.0  # room for the second line of the lowest labels
ORDER = ("hostility", "command", "alliance", "aid", "cooperation", "contact", "mediation")  # what a line shows first


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """A line: its two ends, the CSS class that tells its kind, what a pointer shows."""

    one: str
    two: str
    kind: str
    title: str
    weight: int = 1


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A point: an actor with its name and how many it is linked with."""

    id: str
    label: str
    degree: int
    kind: str = ""


def draw_network(
    dots: Iterable[Dot],
    strokes: Iterable[Stroke],
    places: Mapping[str, Point],
    *,
    size: Point,
    title: str,
    description: str,
    kind: str = "network",
    note: Callable[[Dot], str] = lambda dot: dot.label,
) -> Markup:
    """The drawing; every point leads to its actor, every line to what shows the link."""
    parts = [_stroke(stroke, places) for stroke in strokes if stroke.one in places and stroke.two in places]
    parts += [_dot(dot, places[dot.id], note(dot)) for dot in dots if dot.id in places]
    return drawing(parts, width=size[0], height=size[1] + FOOT, title=title, description=description, kind=kind)


def leading_kind(kinds: Iterable[str]) -> str:
    """The kind by which a line of several kinds is drawn."""
    return min(kinds, key=ORDER.index, default="contact")


def _stroke(stroke: Stroke, places: Mapping[str, Point]) -> Markup:
    (x1, y1), (x2, y2) = places[stroke.one], places[stroke.two]
    weight = "strong" if stroke.weight > 4 else "firm" if stroke.weight > 1 else "thin"
    y1, y2 = y1 - RISE, y2 - RISE
    parts = [line(x1, y1, x2, y2, "reach"), line(x1, y1, x2, y2, f"tie {stroke.kind} {weight}")]
    return link(parts, f"/between/{quote(stroke.one)}/{quote(stroke.two)}", stroke.title, "bond")


def _dot(dot: Dot, place: Point, title: str) -> Markup:
    x, y = place
    radius = min(4 + 1.6 * dot.degree**0.5, 14)
    rows = wrapped(dot.label, 17, 2)
    parts = [circle(x, y - RISE, radius, f"dot {dot.kind}")]
    parts += [text(x, y - RISE + radius + 9 + row * 13, words, "label") for row, words in enumerate(rows)]
    if dot.id.startswith("·"):
        return group(parts, title)
    return link(parts, f"/actors/{quote(dot.id)}", title)
