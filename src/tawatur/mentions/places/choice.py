"""Chooses which of the places that bear a name is meant: by place word, parents and neighbours in the article, size."""

from collections import Counter
from functools import lru_cache

import msgspec

from tawatur.arabic.word import Text
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
    "capital": frozenset(("capital", "city", "governorate")),
    "city": frozenset(("city", "capital", "town")),
    "district": frozenset(("district", "town", "city", "village")),
    "governorate": frozenset(("governorate", "city", "capital", "town", "district")),
    "quarter": frozenset(("quarter", "town", "camp")),
    "region": frozenset(("region", "governorate", "city", "capital")),
    "town": frozenset(("town", "village", "city")),
    "village": frozenset(("village", "town")),
}


class Countries(msgspec.Struct, frozen=True):
    """What an article says of the countries that it is about: places of one country only, and adjectives of nations."""

    named: Counter[str]  # how often it names places of each
    told: Counter[str]  # the same, with adjectives ("الجيش اللبناني") at a third
    names: dict[str, frozenset[str]]  # the names that speak for each

    def beside(self, name: str) -> frozenset[str]:
        """The countries that other names than this one speak for."""
        return frozenset(country for country, names in self.names.items() if names - {name})


def weigh_countries(hits: list[Hit], called: list[str], nations: list[str]) -> Countries:
    """The countries of the places that an article names beyond doubt of country, and of its adjectives of nations.

    `called`: the names of the places (`name_of`).
    """
    named: Counter[str] = Counter()
    names: dict[str, set[str]] = {}
    for hit, name in zip(hits, called, strict=True):
        country = only_country(hit.kbs)
        if country is not None and _speaks(hit):
            named[country] += 1
            names.setdefault(country, set()).add(name)
    told = Counter({country: 3 * count for country, count in named.items()})
    for nation in nations:
        told[nation] += 1
        if nation == "il":
            told["ps"] += 1
    return Countries(named, told, {country: frozenset(found) for country, found in names.items()})


@lru_cache(maxsize=20_000)
def only_country(kbs: tuple[str, ...]) -> str | None:
    """The one country in which all of some places lie, or None."""
    countries = {places()[kb].country for kb in kbs}
    return countries.pop() if len(countries) == 1 else None


@lru_cache(maxsize=20_000)
def least_needed(kbs: tuple[str, ...]) -> str:
    """The least that one of the places of a name needs to be read as it: "sure", "context" or "head"."""
    levels = {places()[kb].alone for kb in kbs}
    return "sure" if "sure" in levels else "context" if "context" in levels else "head"


def _speaks(hit: Hit) -> bool:
    """Whether a name is beyond doubt of its country: well known, or of the kind that its place word says."""
    if least_needed(hit.kbs) == "sure":
        return True
    return hit.typed is not None and not hit.typed.part and hit.typed.kind != "area"


def name_of(text: Text, hit: Hit) -> str:
    """The name inside a phrase, by the keys of its words."""
    first, last = hit.name
    if first == last:
        return ""
    if first == hit.first and last == first + 1:
        return hit.form.text
    head = hit.form.text if first == hit.first else text.words[first].key
    return head if last == first + 1 else " ".join([head, *text.keys[first + 1 : last]])


def choose(
    text: Text, hit: Hit, countries: Countries, before: PlaceRecord | None, after: frozenset[str]
) -> PlaceRecord | None:
    """The place meant, or None where the place word fits none of those that bear the name.

    `after`: the countries of the place that follows at once ("بلدة الطيبة بالغوطة").
    """
    known = places()
    candidates, typed = [known[kb] for kb in hit.kbs], hit.typed
    if typed is not None and hit.name[0] > hit.first:
        others = countries.beside(name_of(text, hit)) | after
        candidates = [c for c in candidates if _far_known(c) or at_hand(c, others, before)]
        candidates = candidates if typed.part else _of_kind(candidates, typed, hit)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    kind = typed.kind if typed else ""
    return max(candidates, key=lambda c: _score(c, kind, countries.told, before, after), default=None)


def _of_kind(candidates: list[PlaceRecord], typed: Head, hit: Hit) -> list[PlaceRecord]:
    """Those that the place word may name; checkpoints and "قرى جبل صبر" are near the place they are named after."""
    admitted = ADMITS.get(typed.kind, frozenset((typed.kind,)))
    fit = [c for c in candidates if c.kind in admitted]
    near = typed.kind in ("crossing", "site") or hit.name[1] - hit.name[0] > 1
    return fit or (candidates if near or not typed.found else [])


def _far_known(place: PlaceRecord) -> bool:
    """Whether a place is known by its name alone, whatever else the article names."""
    return (place.alone == "sure" and place.kind != "quarter") or place.population >= LARGE_CITY


def at_hand(place: PlaceRecord, others: frozenset[str], before: PlaceRecord | None) -> bool:
    """Whether the article speaks of the place's country: villages and quarters share their names all over the world."""
    return not others or (before is not None and before.country == place.country) or place.country in others


def _score(
    place: PlaceRecord, kind: str, weights: Counter[str], before: PlaceRecord | None, after: frozenset[str]
) -> tuple[float, ...]:
    total = sum(weights.values()) or 1
    near = weights[place.country] / total
    beside = before is not None and place.country == before.country
    kin = before is not None and before.kb in (place.kb, place.parent)
    exact = place.kind == kind
    size = min(place.population, 2_000_000) / 1_000_000
    known = place.kind in ("capital", "country") or weights[place.country] > 0 or not weights
    bare = place.alone == "sure" and not kind and known
    behind = 2 * (place.country in after)
    return (3 * near + beside + kin + 1.5 * exact + size + 2 * bare + behind, place.population)
