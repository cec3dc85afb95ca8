"""Chooses which of the places that bear a name is meant: by place word, parents and neighbours in the article, size."""

from collections import Counter
from collections.abc import Iterable

from tawatur.mentions.places.gazetteer import LARGE_CITY, PlaceRecord, places
from tawatur.mentions.places.heads import Head
from tawatur.mentions.places.hits import Hit

# which kinds a place word may name; a word not listed names its own kind only
ADMITS = {
    "area": frozenset(
        (
            *("town", "village", "city", "region", "quarter", "district", "mountain", "plain", "governorate", "site"),
            *("base", "camp", "crossing", "front", "island", "road", "valley"),
        )
    ),
    "capital": frozenset(("capital", "city")),
    "city": frozenset(("city", "capital", "town")),
    "district": frozenset(("district", "town", "city", "village")),
    "governorate": frozenset(("governorate", "city", "capital", "town", "district")),
    "quarter": frozenset(("quarter", "town", "camp")),
    "region": frozenset(("region", "governorate", "city", "capital")),
    "town": frozenset(("town", "village", "city")),
    "village": frozenset(("village", "town")),
}


def weigh_countries(hits: Iterable[Hit]) -> Counter[str]:
    """How often the article names places of each country beyond doubt of country."""
    weights: Counter[str] = Counter()
    for hit in hits:
        countries = {places()[kb].country for kb in hit.kbs}
        if len(countries) == 1 and (hit.typed or any(places()[kb].alone == "sure" for kb in hit.kbs)):
            weights[countries.pop()] += 1
    return weights


def choose(hit: Hit, weights: Counter[str], before: PlaceRecord | None) -> PlaceRecord | None:
    """The place meant, or None where the place word fits none of those that bear the name."""
    candidates = [places()[kb] for kb in hit.kbs]
    typed = hit.typed
    if typed is not None and hit.name[0] > hit.first:
        candidates = [c for c in candidates if _far_known(c) or _at_hand(c, weights, before)]
        candidates = candidates if typed.part else _of_kind(candidates, typed, hit)
    return max(candidates, key=lambda c: _score(c, typed.kind if typed else "", weights, before), default=None)


def _of_kind(candidates: list[PlaceRecord], typed: Head, hit: Hit) -> list[PlaceRecord]:
    """Those that the place word may name; checkpoints and "قرى جبل صبر" are near the place they are named after."""
    admitted = ADMITS.get(typed.kind, frozenset((typed.kind,)))
    fit = [c for c in candidates if c.kind in admitted]
    near = typed.kind in ("crossing", "site") or hit.name[1] - hit.name[0] > 1
    return fit or (candidates if near or not typed.found else [])


def _far_known(place: PlaceRecord) -> bool:
    """Whether a place is known by its name alone, whatever else the article names."""
    return (place.alone == "sure" and place.kind != "quarter") or place.population >= LARGE_CITY


def _at_hand(place: PlaceRecord, weights: Counter[str], before: PlaceRecord | None) -> bool:
    """Whether the article speaks of the place's country: villages and quarters share their names all over the world."""
    return not weights or (before is not None and before.country == place.country) or weights[place.country] > 0


def _score(place: PlaceRecord, kind: str, weights: Counter[str], before: PlaceRecord | None) -> tuple[float, ...]:
    total = sum(weights.values()) or 1
    near = weights[place.country] / total
    beside = before is not None and place.country == before.country
    kin = before is not None and before.kb in (place.kb, place.parent)
    exact = place.kind == kind
    size = min(place.population, 2_000_000) / 1_000_000
    bare = place.alone == "sure" and not kind
    return (3 * near + beside + kin + 1.5 * exact + size + 2 * bare, place.population)
