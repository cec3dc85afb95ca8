"""Makes the base map of the web app's map page from Natural Earth (public domain), 1:110m countries.

Run `python tools/make_basemap.py WHEEL`, where WHEEL is the file of geopandas 0.14.4 from PyPI (`pip download
geopandas==0.14.4 --no-deps`): that release carries Natural Earth's shapes, which this script reads without geopandas.
"""

import itertools
import json
import struct
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

SHAPES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres.shp"
OUT = Path(__file__).parents[1] / "src" / "tawatur" / "explore" / "drawings" / "basemap.json"
HEADER = {
    "reader": "tawatur.explore.drawings.basemap",
    "source": "Natural Earth, Admin 0 countries, 1:110m, as geopandas 0.14.4 carries it; made by tools/make_basemap.py",
    "licence": "public domain",
    "admits": "outlines of countries, de-facto borders as Natural Earth draws them, to two decimals of a degree",
}


def rings(shapes: bytes) -> Iterator[list[list[float]]]:
    """Every ring of every polygon of a shape file, as longitude and latitude."""
    at = 100
    while at < len(shapes):
        (words,) = struct.unpack(">i", shapes[at + 4 : at + 8])
        record = shapes[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        kind, *_ = struct.unpack("<i", record[:4])
        if kind != 5:
            continue
        parts, points = struct.unpack("<ii", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        for first, last in itertools.pairwise(starts):
            yield [[round(flat[2 * n], 2), round(flat[2 * n + 1], 2)] for n in range(first, last)]


def main(wheel: str) -> None:
    """Writes the file, one ring a line."""
    with zipfile.ZipFile(wheel) as held:
        found = sorted(rings(held.read(SHAPES)))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in found)
    OUT.write_text(f'{{"header": {json.dumps(HEADER)},\n"rings": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
