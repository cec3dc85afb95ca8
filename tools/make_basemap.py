"""Makes the base map of the web app's map page from Natural Earth (public domain), 1:50m countries.

Run `python tools/make_basemap.py TARBALL`, where TARBALL is the file of world-atlas 2.0.2 from npm (`npm pack
world-atlas@2.0.2`), which carries Natural Earth's countries as TopoJSON. Islands too small to see are left out.
"""

import itertools
import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur.mentions.places.gazetteer import places

MEMBER = "package/countries-50m.json"
OUT = Path(__file__).parents[1] / "src" / "tawatur" / "explore" / "drawings" / "basemap.json"
HEADER = {
    "reader": "tawatur.explore.drawings.basemap",
    "source": "Natural Earth, Admin 0 countries, 1:50m, as world-atlas 2.0.2 carries it; made by tools/make_basemap.py",
    "licence": "public domain",
    "admits": "outlines of countries, de-facto borders as Natural Earth draws them, to two decimals of a degree; "
    "for each country of the gazetteer the middle of its largest part and the degrees across it",
}
LEAST = 0.01  # square degrees of the box round a ring that is kept
Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Every arc as longitudes and latitudes: TopoJSON writes steps on a grid."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs = itertools.accumulate(step[0] for step in arc)
        ys = itertools.accumulate(step[1] for step in arc)
        found.append([(round(x * kx + dx, 2), round(y * ky + dy, 2)) for x, y in zip(xs, ys, strict=True)])
    return found


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Every ring of every country: its arcs end to end, a negative number being an arc backwards."""
    arcs = arcs_of(topology)
    for country in topology["objects"]["countries"]["geometries"]:
        yield from rings_of(country, arcs)


def rings_of(country: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The rings of one country."""
    shapes = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    for numbers in itertools.chain.from_iterable(shapes):
        points: list[Point] = []
        for number in numbers:
            points += arcs[number] if number >= 0 else arcs[~number][::-1]
        yield [point for point, _ in itertools.groupby(points)]


def labels(topology: dict[str, Any]) -> Iterator[tuple[str, float, float, float]]:
    """For each country that the gazetteer names alike: its id, the middle of its largest ring, the degrees across."""
    ids = {found.name["en"]: found.kb for found in places().values() if found.kind == "country"}
    arcs = arcs_of(topology)
    for country in topology["objects"]["countries"]["geometries"]:
        id = ids.get(country["properties"]["name"])
        if id:
            _, x, y, across = max(middle(ring) for ring in rings_of(country, arcs))
            yield id, round(x, 1), round(y, 1), round(across, 1)


def middle(ring: list[Point]) -> tuple[float, float, float, float]:
    """The area of a ring, its centroid (shoelace formula), and the degrees from west to east."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise([*ring, ring[0]]):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    west, east = min(p[0] for p in ring), max(p[0] for p in ring)
    return (abs(area / 2), x / (3 * area), y / (3 * area), east - west) if area else (0.0, west, ring[0][1], 0.0)


def seen(ring: list[Point]) -> bool:
    """Whether a ring is large enough to be seen."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) > LEAST


def main(tarball: str) -> None:
    """Writes the file, one ring a line."""
    with tarfile.open(tarball) as held:
        member = held.extractfile(MEMBER)
        assert member is not None, f"{tarball} holds no {MEMBER}"
        topology = json.load(member)
    found = sorted(ring for ring in rings(topology) if seen(ring))
    names = json.dumps(sorted(labels(topology)), separators=(",", ":"))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in found)
    OUT.write_text(
        f'{{"header": {json.dumps(HEADER)},\n"countries": {names},\n"rings": [\n{lines}\n]}}\n', encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1])
