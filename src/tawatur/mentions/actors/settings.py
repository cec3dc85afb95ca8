"""The countries in which an article is set, by the places that it names: evidence for names that need some."""

from collections.abc import Iterable, Iterator
from functools import cache

from tawatur.arabic.letters import key
from tawatur.mentions.actors.known import known
from tawatur.mentions.places.gazetteer import places
from tawatur.model.reading import Entity


def countries_of(named: Iterable[Entity]) -> Iterator[str]:
    """The known states in which places lie, once a place."""
    states = _states()
    for place in named:
        code = (place.kb or "").removeprefix("place:").split("+")[0].split("-")[0]
        if code in states:
            yield states[code]


@cache
def _states() -> dict[str, str]:
    """Known states by the code of their country."""
    names = {key(name): a.id for a in known().values() if a.country for name in (a.name["ar"], *a.aliases)}
    countries = (record for record in places().values() if record.kind == "country")
    return {c.kb: names[key(name)] for c in countries for name in c.names if key(name) in names}
