"""How exactly a place is known: a radius in km, and the codes that UCDP and ACLED give for it.

UCDP GED where_prec: 1 exact location, 2 within about 25 km of a known point, 3 second-order division, 4 first-order
division, 5 a line or a polygon that is no division (region, coast, border), 6 country, 7 international waters or
airspace (UCDP GED Codebook). ACLED geo_precision: 1 town, 2 part of a region or near a town, 3 larger region
(ACLED Codebook). Both are derived from the kind of place as written; a person may correct them at review.
"""

from typing import NamedTuple

from tawatur.errors import KnowledgeError
from tawatur.mentions.places.gazetteer import place


class Precision(NamedTuple):
    """`radius` in km within which the place lies; None where no point is meaningful (a country, a sea)."""

    radius: float | None
    ucdp: int
    acled: int


BY_KIND = {
    "airport": Precision(4, 1, 1),
    "area": Precision(25, 2, 2),
    "base": Precision(4, 1, 1),
    "camp": Precision(2, 1, 1),
    "capital": Precision(15, 1, 1),
    "city": Precision(8, 1, 1),
    "continent": Precision(None, 6, 3),
    "country": Precision(None, 6, 3),
    "countryside": Precision(40, 4, 2),
    "crossing": Precision(2, 1, 1),
    "dam": Precision(3, 1, 1),
    "district": Precision(20, 3, 2),
    "front": Precision(15, 2, 2),
    "governorate": Precision(80, 4, 3),
    "island": Precision(20, 5, 2),
    "mountain": Precision(15, 2, 2),
    "part": Precision(25, 2, 2),
    "plain": Precision(30, 5, 2),
    "quarter": Precision(2, 1, 1),
    "region": Precision(150, 5, 3),
    "river": Precision(None, 5, 3),
    "road": Precision(5, 5, 2),
    "sea": Precision(None, 7, 3),
    "site": Precision(1, 1, 1),
    "town": Precision(4, 1, 1),
    "valley": Precision(20, 5, 2),
    "village": Precision(2, 1, 1),
}


def precision_of_kind(kind: str) -> Precision:
    """The precision of a place of this kind. Raises KnowledgeError for a kind that the table lacks."""
    try:
        return BY_KIND[kind]
    except KeyError:
        raise KnowledgeError(f"no precision for the kind of place {kind!r}") from None


def precision(kb: str) -> Precision:
    """The precision of a known place; a part of a country or governorate is a region, whatever its name."""
    record = place(kb)
    if record.kind == "part" and record.parent and place(record.parent).kind in ("country", "governorate", "region"):
        return BY_KIND["region"]
    return precision_of_kind(record.kind)
