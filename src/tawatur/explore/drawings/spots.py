"""Where a case's places lie and how far off the mark may be: coordinates and radius from what is known of each."""

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.mentions.places.gazetteer import parents, place
from tawatur.mentions.places.precision import precision_of_kind

UNBOUNDED = 25.0  # km, for a middle that stands for a place without a radius of its own


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map: its middle and the radius in km inside which the words may mean any point.

    `of` is the id of the larger place whose middle stands in for it, where it has no coordinates of its own.
    """

    lat: float
    lon: float
    radius: float
    of: str | None = None


def spot_of(id: str) -> Spot | None:
    """Where a place of the case lies; None where nothing says so. A country or sea is no spot."""
    try:
        record = place(id)
        line = (record.kb, *parents(id))
    except KnowledgeError:
        return None
    for step in line:
        found = place(step)
        if found.lat is not None and found.lon is not None:
            own = step == record.kb
            radius = precision_of_kind(found.kind).radius or UNBOUNDED
            return Spot(lat=found.lat, lon=found.lon, radius=radius if own else radius * 1.5, of=None if own else step)
    return None
