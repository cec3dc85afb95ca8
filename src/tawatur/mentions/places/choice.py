"""Chooses which of the places that bear a name is meant: by place word, parents and neighbours in the article, size."""

from collections import Counter
from collections.abc import Iterable

from tawatur.mentions.places.gazetteer import PlaceRecord, places
from tawatur.mentions.places.hits import Hit

# which kinds a place word may name; a word not listed names its own kind only
ADMITS = {
    "area": frozenset(
        ("town", "village", "city", "region", "quarter", "district", "mountain", "plain", "governorate", "site")
    ),
    "capital": frozenset(("capital", "city")),
    "city": frozenset(("city", "capital", "town")),
    "district": frozenset(("district", "town", "city", "village")),
    "governorate": frozenset(("governorate", "city", "capital", "town")),
    "quarter": frozenset(("quarter", "town", "camp")),
    "region": frozenset(("region", "governorate")),
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
    if typed is not None and not typed.part:
        admitted = ADMITS.get(typed.kind, frozenset((typed.kind,)))
        candidates = [c for c in candidates if c.kind in admitted] or ([] if typed.found else candidates)
        if typed.kind == "quarter" and typed.found:
            candidates = [c for c in candidates if c.kind == "quarter" or _at_hand(c, weights, before)]
    return max(candidates, key=lambda c: _score(c, typed.kind if typed else "", weights, before), default=None)


def _at_hand(place: PlaceRecord, weights: Counter[str], before: PlaceRecord | None) -> bool:
    """Whether the article speaks of the place's country: a quarter shares its name with towns all over the world."""
    return (before is not None and before.country == place.country) or weights[place.country] > 0


def _score(place: PlaceRecord, kind: str, weights: Counter[str], before: PlaceRecord | None) -> tuple[float, ...]:
    total = sum(weights.values()) or 1
    near = weights[place.country] / total
    beside = before is not None and place.country == before.country
    kin = before is not None and before.kb in (place.kb, place.parent)
    exact = place.kind == kind
    size = min(place.population, 2_000_000) / 1_000_000
    bare = place.alone == "sure" and not kind
    return (3 * near + beside + kin + 1.5 * exact + size + 2 * bare, place.population)
