"""Areas without drawn borders ("northern Syria", "rural Aleppo", "the coast"): what may lie in them and what cannot."""

import functools
import math
from typing import NamedTuple

from tawatur.mentions.places.gazetteer import parents, place, places

_NORTH, _EAST = {"north": 1, "south": -1}, {"east": 1, "west": -1}
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre"})
_VAGUE = frozenset({"border", "coast", "desert", "front", "road"})  # parts that run along or through a land
_MARGIN = 0.1  # share of a land's height or width by which "the north" may reach beyond its middle
_DEGREE, _WALK = 111, 40  # kilometres

Spot = tuple[float, float]  # latitude, longitude


class _Area(NamedTuple):
    """What holds an area, its side of that, the point it is seen from, and the town that it lies around."""

    holder: str
    side: str
    centre: Spot | None
    without: str


class _Box(NamedTuple):
    south: float
    north: float
    west: float
    east: float


def covers(wide: str, narrow: str) -> bool | None:
    """Whether the first, an area, holds the second: None where nothing tells, False where it is no area at all."""
    area = _area(wide)
    line = (narrow, *parents(narrow))
    if area is None or area.holder not in line or (area.without and area.without in line and "+" not in narrow):
        return False
    if not area.side:
        return True if area.without else None
    other = _area(narrow)
    if other is not None and other.side and wide.partition("+")[0] == narrow.partition("+")[0]:
        return None if _agree(area.side, other.side) else False
    spot = _spot(narrow)
    return None if spot is None else _lies(spot, area)


def neighbours(one: str, two: str) -> bool:
    """Whether two places may lie by one another: within a day's walk, or in one land where nobody knows how far."""
    here, there = _spot(one), _spot(two)
    if here is None or there is None:
        return not {one, *parents(one)}.isdisjoint({two, *parents(two)})
    east = (there[1] - here[1]) * math.cos(math.radians(here[0]))
    return math.hypot(there[0] - here[0], east) * _DEGREE <= _WALK


def is_area(kb: str) -> bool:
    """Whether it is a side, countryside, coast or the like of a larger place, or a region of no known extent."""
    area = _area(kb)
    return area is not None and not (area.side and place(area.holder).locality)


@functools.lru_cache(maxsize=4096)
def _area(kb: str) -> _Area | None:
    base, _, part = kb.partition("+")
    kind, _, side = part.partition("-")
    if part in _SIDES or kind == "quarters":
        return _Area(base, side or part, None, "")
    if kind == "countryside":
        town = place(base).locality
        holder = next((p for p in parents(base) if place(p).kind == "governorate"), "") if town else base
        return _Area(holder, side, _spot(base), base if town else "") if holder else None
    if part:
        return _Area(base, "", None, "") if part in _VAGUE and not place(base).locality else None
    record = place(base)
    vague = record.kind == "region" and record.parent and base not in _drawn()
    return _Area(record.parent or "", "", None, "") if vague else None


def _agree(one: str, two: str) -> bool:
    return all(one_axis * two_axis >= 0 for one_axis, two_axis in zip(_axes(one), _axes(two), strict=True))


def _axes(side: str) -> tuple[int, int]:
    """The side as +1, -1 or 0 northwards and eastwards."""
    north = next((value for word, value in _NORTH.items() if side.startswith(word)), 0)
    return north, next((value for word, value in _EAST.items() if side.endswith(word)), 0)


def _lies(spot: Spot, area: _Area) -> bool | None:
    box = _boxes().get(area.holder)
    if box is None:
        return None
    middle = area.centre or ((box.south + box.north) / 2, (box.west + box.east) / 2)
    sizes = (box.north - box.south, box.east - box.west)
    steps = zip(_axes(area.side), spot, middle, sizes, strict=True)
    return all(axis * (at - mid) >= -_MARGIN * size for axis, at, mid, size in steps)


def _spot(kb: str) -> Spot | None:
    """The coordinates of a place, or of the town that it is a part of."""
    for step in (kb, *parents(kb)):
        record = place(step)
        if not record.locality:
            return None
        if record.lat is not None and record.lon is not None:
            return record.lat, record.lon
    return None


@functools.cache
def _drawn() -> frozenset[str]:
    """The regions whose extent is known, for they are made of governorates."""
    return frozenset(r.parent for r in places().values() if r.parent and r.kind == "governorate")


@functools.cache
def _boxes() -> dict[str, _Box]:
    """For each place that holds others with coordinates, the box around them."""
    boxes: dict[str, _Box] = {}
    for record in places().values():
        if record.lat is None or record.lon is None:
            continue
        for holder in parents(record.kb):
            box = boxes.get(holder) or _Box(record.lat, record.lat, record.lon, record.lon)
            boxes[holder] = _Box(
                min(box.south, record.lat),
                max(box.north, record.lat),
                min(box.west, record.lon),
                max(box.east, record.lon),
            )
    return boxes
