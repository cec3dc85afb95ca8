"""The outlines of countries from Natural Earth, cut to a part of the world."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.errors import KnowledgeError

Point = tuple[float, float]


class View(NamedTuple):
    """A part of the world in degrees."""

    west: float
    south: float
    east: float
    north: float


class Country(NamedTuple):
    """A country: its id, the middle of its largest part, and the degrees from west to east of that."""

    id: str
    lon: float
    lat: float
    across: float


class Basemap(NamedTuple):
    """Every outline, and the countries to be named."""

    rings: tuple[tuple[Point, ...], ...]
    countries: tuple[Country, ...]


@cache
def basemap() -> Basemap:
    """The whole map. Raises KnowledgeError on a file without its header."""
    raw = json.loads(files("tawatur.explore.drawings").joinpath("basemap.json").read_text(encoding="utf-8"))
    if not {"reader", "source", "licence", "admits"} <= raw.get("header", {}).keys():
        raise KnowledgeError("explore/drawings/basemap.json: no header; make it with tools/make_basemap.py")
    rings = tuple(tuple((x, y) for x, y in ring) for ring in raw["rings"])
    return Basemap(rings, tuple(Country(*row) for row in raw["countries"]))


def countries(view: View) -> list[Country]:
    """The countries whose middle lies in the view, well away from its edges."""
    x, y = (view.east - view.west) * 0.06, (view.north - view.south) * 0.06
    return [
        found
        for found in basemap().countries
        if view.west + x < found.lon < view.east - x and view.south + y < found.lat < view.north - y
    ]


def outlines(view: View) -> list[list[Point]]:
    """The outlines that meet the view, cut at its edges (Sutherland and Hodgman)."""
    found = []
    for ring in basemap().rings:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if min(xs) < view.east and max(xs) > view.west and min(ys) < view.north and max(ys) > view.south:
            cut = _cut(list(ring), view)
            if len(cut) > 2:
                found.append(cut)
    return found


def _cut(ring: list[Point], view: View) -> list[Point]:
    for axis, bound, keep_above in ((0, view.west, True), (0, view.east, False), (1, view.south, True),
                                    (1, view.north, False)):  # fmt: skip
        kept: list[Point] = []
        for start, end in zip([ring[-1], *ring], ring, strict=False):
            inside = [(p[axis] >= bound) if keep_above else (p[axis] <= bound) for p in (start, end)]
            if inside[0] != inside[1]:
                share = (bound - start[axis]) / (end[axis] - start[axis])
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
            if inside[1]:
                kept.append(end)
        ring = kept
        if not ring:
            break
    return ring
