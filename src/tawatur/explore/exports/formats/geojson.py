"""Events as GeoJSON points, each with the radius inside which the words may mean any point."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import DOUBT
from tawatur.explore.exports.folding import Folded, point_of
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, told

COLUMNS: tuple[Column[Folded], ...] = (
    Column("title", "the neutral headline in English", lambda r: r.event.title.get("en")),
    Column("title_ar", "the neutral headline in Arabic", lambda r: r.event.title.get("ar")),
    Column("type", "PLOVER or tie type", lambda r: r.event.type),
    Column("place", "the place's id", lambda r: r.place.id if r.place else None),
    Column(
        "radius_km",
        "the point may lie anywhere inside it; null without a point",
        lambda r: r.precision.radius if r.precision else None,
    ),
    Column("where_prec", "UCDP's code 1-7 for the place", lambda r: r.precision.ucdp if r.precision else None),
    *DOUBT,
)


def _features(case: Case, wish: Wish) -> Iterator[dict[str, Any]]:
    """A place that is no point has a null geometry, as RFC 7946 allows: the event is not dropped."""
    for row in told(case, wish):
        point = point_of(row.place.id) if row.place else None
        geometry = {"type": "Point", "coordinates": [point[1], point[0]]} if point else None
        properties = {column.name: column.of(row) for column in COLUMNS}
        yield {"type": "Feature", "id": row.event.id, "geometry": geometry, "properties": properties}


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one feature for each event and tie."""
    features = list(_features(case, wish))
    target.write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n")
    return len(features)


FORMAT = Format(
    name="geojson",
    summary="GeoJSON, each point with its radius",
    reader="QGIS, any JSON reader",
    fields=fields_of(COLUMNS),
    write=write,
)
