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
        return "nested" if one.kb in above_two or two.kb in above_one else "apart"
    return _by_name(one, two)


def place_holds(wide: CaseActor, narrow: CaseActor) -> bool:
    """Whether the first lies around the second."""
    line = place_line(narrow.kb)
    return wide.kb in line[1:] if line and wide.kb else len(_stems(wide)) < len(_stems(narrow))


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
    try:
        return (kb, *parents(kb))
    except KnowledgeError:
        return ()


def _by_name(one: CaseActor, two: CaseActor) -> str:
    """Places that no gazetteer knows: apart, but nested where one's name holds the other's ("rural Aleppo")."""
    first, second = _stems(one), _stems(two)
    return "nested" if first and second and (first <= second or second <= first) else "apart"


def _stems(place: CaseActor) -> set[str]:
    return set(stems_of(place.name.get("ar") or place.name.get("en") or ""))
