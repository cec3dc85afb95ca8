"""Which place lies in which."""

import functools

from tawatur.errors import KnowledgeError
from tawatur.events.words import stems_of
from tawatur.mentions.places.gazetteer import parents
from tawatur.model.case import CaseActor


def places_match(one: CaseActor, two: CaseActor) -> str:
    """same, nested (one lies in the other) or apart."""
    if one.id == two.id:
        return "same"
    above_one, above_two = place_line(one.kb), place_line(two.kb)
    if above_one and above_two:
        return "nested" if above_one[0] in above_two or above_two[0] in above_one else "apart"
    return _by_name(one, two)


def place_holds(wide: CaseActor, narrow: CaseActor) -> bool:
    """Whether the first lies around the second."""
    line, around = place_line(narrow.kb), place_line(wide.kb)
    return around[0] in line[1:] if line and around else len(_stems(wide)) < len(_stems(narrow))


def is_wide(one: CaseActor) -> bool:
    """Whether the place is a country or larger."""
    if not one.kb:
        return one.name.get("en") in ("Syria", "Iraq", "Yemen", "Libya")
    return len(place_line(one.kb)) == 1


@functools.lru_cache(maxsize=65536)
def place_line(kb: str | None) -> tuple[str, ...]:
    """The place and all that hold it, outwards; empty for an unknown place."""
    if not kb:
        return ()
    place = kb.removeprefix("place:")
    try:
        return (place, *parents(place))
    except KnowledgeError:
        return ()


def _by_name(one: CaseActor, two: CaseActor) -> str:
    """Places that no gazetteer knows: apart, but nested where one's name holds the other's ("rural Aleppo")."""
    first, second = _stems(one), _stems(two)
    return "nested" if first and second and (first <= second or second <= first) else "apart"


def _stems(place: CaseActor) -> set[str]:
    return set(stems_of(place.name.get("ar") or place.name.get("en") or ""))
