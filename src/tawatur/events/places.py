"""Which place lies in which."""

import functools

from tawatur.errors import KnowledgeError
from tawatur.events.areas import covers, is_area, neighbours
from tawatur.events.words import stems_of
from tawatur.mentions.actors.known import known
from tawatur.mentions.places.gazetteer import parents, place
from tawatur.model.case import CaseActor

_NARROW = "locality"


def places_match(one: CaseActor, two: CaseActor) -> str:
    """same, nested (one lies in the other), around (one is a land or area in which the other may lie) or apart."""
    if one.id == two.id:
        return "same"
    above_one, above_two = place_line(one.kb), place_line(two.kb)
    if not above_one or not above_two:
        return _by_name(one, two)
    if above_one[0] in above_two or above_two[0] in above_one:
        return "nested"
    held = (covers(above_one[0], above_two[0]), covers(above_two[0], above_one[0]))
    return "nested" if True in held else "around" if None in held else "apart"


def places_near(one: CaseActor, two: CaseActor) -> bool:
    """Whether what happened near one of two known places may have happened in the other."""
    above_one, above_two = place_line(one.kb), place_line(two.kb)
    return bool(above_one and above_two) and neighbours(above_one[0], above_two[0])


def place_holds(wide: CaseActor, narrow: CaseActor) -> bool:
    """Whether the first lies around the second."""
    line, around = place_line(narrow.kb), place_line(wide.kb)
    if not line or not around:
        return len(_stems(wide)) < len(_stems(narrow)) if breadth(wide) == breadth(narrow) else breadth(wide) != _NARROW
    return around[0] in line[1:] or covers(around[0], line[0]) is True


def breadth(one: CaseActor) -> str:
    """country (or larger), region, area (a town's countryside, a side of a governorate) or locality.

    An unknown place is taken for a locality.
    """
    line = place_line(one.kb)
    if not line:
        return _NARROW
    record = place(line[0])
    if record.kind in ("country", "continent"):
        return "country"
    if not is_area(line[0]):
        return _NARROW if record.locality else "region"
    return "area" if any(place(step).kind == "governorate" for step in line) else "region"


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


@functools.lru_cache(maxsize=65536)
def state_of(kb: str | None) -> str | None:
    """The state of the knowledge base in whose land a known place lies."""
    line = place_line(kb)
    if not line or place(line[-1]).kind != "country":
        return None
    return _states().get(place(line[-1]).name["en"])


@functools.cache
def _states() -> dict[str, str]:
    return {actor.name["en"]: actor.id for actor in known().values() if actor.klass == "state" and actor.adjective}


def _by_name(one: CaseActor, two: CaseActor) -> str:
    """Places that no gazetteer knows: nested where one's name holds the other's ("rural Aleppo"), else apart.

    Of a land or region nobody can say that an unknown village lies outside it.
    """
    first, second = _stems(one), _stems(two)
    if first and second and (first <= second or second <= first):
        return "nested"
    return "apart" if breadth(one) == breadth(two) == _NARROW else "around"


def _stems(place: CaseActor) -> set[str]:
    return set(stems_of(place.name.get("ar") or place.name.get("en") or ""))
