"""Draws places with their radius of uncertainty over the outlines of countries."""

import math
from collections.abc import Callable, Sequence
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from tawatur.explore.drawings.basemap import View, countries, outlines
from tawatur.explore.drawings.spots import Spot
from tawatur.explore.drawings.svg import circle, drawing, link, path, text

WIDTH, KM_OF_DEGREE = 900.0, 111.32
SHORTEST = 1.2  # pixels of a step of an outline
LEAST = 3.0  # degrees of longitude that a map shows at least
LABELLED = 40  # places with a name beside them; the others show it to a pointer


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the case: where, its name, how many events, and what a pointer shows."""

    id: str
    spot: Spot
    label: str
    title: str
    count: int


def draw_map(
    places: Sequence[Placed],
    *,
    title: str,
    description: str,
    borders: bool = True,
    kind: str = "map",
    width: float = WIDTH,
    least: float = LEAST,
    country: Callable[[str], str] | None = None,
) -> Markup:
    """The drawing, those with most events last (on top); `borders` may be left away.

    It is `width` wide and shows `least` degrees of longitude at least; `country` names a country by its id.
    """
    plane = _Plane(_view(inside_view(places), least), width)
    view = plane.view
    parts = [path(f"M0 0H{width:g}V{plane.height:.5g}H0z", "sea")]
    if borders:
        steps = "".join(f"M{_steps([plane.at(*point) for point in ring])}z" for ring in outlines(view))
        parts.append(path(steps, "land"))
        parts += _named_countries(plane, country) if country else []
    ordered = sorted(places, key=lambda p: (p.count, p.id))
    parts += [_area(found, plane) for found in sorted(places, key=lambda p: (-p.spot.radius, p.id))]
    taken: list[tuple[float, float]] = []
    named = {found.id for found in ordered[::-1][:LABELLED] if _free(plane.at(found.spot.lon, found.spot.lat), taken)}
    parts += [_mark(found, plane, found.id in named) for found in ordered]
    return drawing(parts, width=width, height=plane.height, title=title, description=description, kind=kind)


class _Plane:
    """An equidistant plane that is true at the middle of its view."""

    def __init__(self, view: View, width: float) -> None:
        self.view = view
        self.narrow = math.cos(math.radians((view.south + view.north) / 2))
        self.scale = width / ((view.east - view.west) * self.narrow)
        self.height = (view.north - view.south) * self.scale

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.view.west) * self.narrow * self.scale, (self.view.north - lat) * self.scale

    def length(self, km: float) -> float:
        return km / KM_OF_DEGREE * self.scale


def inside_view(places: Sequence[Placed]) -> list[Placed]:
    """The places that a map shows: without the few that lie so far off that all others would be one point."""
    shown, total = list(places), sum(p.count for p in places)
    for axis in ("lon", "lat"):
        middle = _median([(getattr(p.spot, axis), p.count) for p in shown])
        away = {p.id: abs(getattr(p.spot, axis) - middle) for p in shown}
        shown.sort(key=lambda p: (away[p.id], p.id))
        while len(shown) > 2 and _far([away[p.id] for p in shown], [p.count for p in shown], total):
            shown.pop()
    held = {p.id for p in shown}
    return [p for p in places if p.id in held]


def outside(places: Sequence[Placed], least: float = LEAST) -> int:
    """How many of the places lie outside the map that is drawn of them."""
    view = _view(inside_view(places), least)
    spots = [place.spot for place in places]
    return sum(not (view.west < s.lon < view.east and view.south < s.lat < view.north) for s in spots)


def _far(away: list[float], counts: list[int], total: int) -> bool:
    """Whether the last place alone makes the map more than twice as wide, and few events happened there."""
    return away[-1] > max(6.0, 2 * away[-2]) and sum(counts[:-1]) >= 0.8 * total


def _median(values: list[tuple[float, int]]) -> float:
    ordered = sorted(values)
    half, seen = sum(count for _, count in ordered) / 2, 0
    for value, count in ordered:
        seen += count
        if seen >= half:
            return value
    return 0.0


def _view(places: Sequence[Placed], least: float) -> View:
    """What holds the places: nearly all events, so that a few far places do not make all others small."""
    lons = _middle([(p.spot.lon, p.count) for p in places]) if places else (30.0, 48.0)
    lats = _middle([(p.spot.lat, p.count) for p in places]) if places else (22.0, 38.0)
    wide, tall = max(lons[1] - lons[0], least) * 1.25, max(lats[1] - lats[0], least * 0.7) * 1.25
    x, y = sum(lons) / 2, sum(lats) / 2
    narrow = math.cos(math.radians(y))
    wide, tall = max(wide, tall * 1.1 / narrow), max(tall, wide * narrow * 0.55)
    return View(max(x - wide / 2, -180), max(y - tall / 2, -85), min(x + wide / 2, 180), min(y + tall / 2, 85))


def _middle(values: list[tuple[float, int]], tail: float = 0.03) -> tuple[float, float]:
    ordered = sorted(values)
    total = sum(count for _, count in ordered)
    seen, low, high = 0, ordered[0][0], ordered[-1][0]
    for value, count in ordered:
        if seen <= total * tail:
            low = value
        seen += count
        if seen >= total * (1 - tail):
            return low, value
    return low, high


def _named_countries(plane: "_Plane", name: Callable[[str], str]) -> list[Markup]:
    """The names of the countries that are wide enough for one."""
    found = []
    for country in countries(plane.view):
        label = name(country.id)
        if country.across * plane.narrow * plane.scale > 7.0 * len(label):
            found.append(text(*plane.at(country.lon, country.lat), label, "country"))
    return found


def _steps(points: list[tuple[float, float]]) -> str:
    """The steps of an outline, without those too short to be seen."""
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= SHORTEST:
            kept.append((x, y))
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in kept)


def _area(found: Placed, plane: _Plane) -> Markup:
    x, y = plane.at(found.spot.lon, found.spot.lat)
    return circle(x, y, max(plane.length(found.spot.radius), 3), f"area{' borrowed' if found.spot.of else ''}")


def _mark(found: Placed, plane: _Plane, named: bool) -> Markup:
    x, y = plane.at(found.spot.lon, found.spot.lat)
    radius = min(3 + 1.4 * math.sqrt(found.count), 16)
    parts = [circle(x, y, radius, f"spot{' borrowed' if found.spot.of else ''}")]
    if named:
        parts.append(text(x, y - radius - 8, found.label, "label"))
    return link(parts, f"/actors/{quote(found.id)}", found.title)


def _free(point: tuple[float, float], taken: list[tuple[float, float]]) -> bool:
    """Whether a label at the point covers none of those that stand."""
    if any(abs(point[0] - x) < 76 and abs(point[1] - y) < 17 for x, y in taken):
        return False
    taken.append(point)
    return True
