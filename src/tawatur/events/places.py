"""Which place lies in which."""

import functools

from tawatur.errors import KnowledgeError
from tawatur.events.words import stems_of
from tawatur.mentions.places.gazetteer import parents, place
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


def breadth(one: CaseActor) -> str:
    """country (or larger), region or locality; an unknown place is taken for a locality."""
    line = place_line(one.kb)
    if not line:
        return "locality"
    record = place(line[0])
    return "country" if record.kind in ("country", "continent") else "locality" if record.locality else "region"


@functools.lru_cache(maxsize=65536)
def place_line(kb: str | None) -> tuple[str, ...]:
    """The place and all that hold it, outwards; empty for an unknown place."""
    if not kb:
        return ()
    id_ = kb.removeprefix("place:")
    try:
        return (id_, *parents(id_))
    except KnowledgeError:
        return ()


def _by_name(one: CaseActor, two: CaseActor) -> str:
    """Places that no gazetteer knows: apart, but nested where one's name holds the other's ("rural Aleppo")."""
    first, second = _stems(one), _stems(two)
    return "nested" if first and second and (first <= second or second <= first) else "apart"


def _stems(place: CaseActor) -> set[str]:
    return set(stems_of(place.name.get("ar") or place.name.get("en") or ""))
