"""Puts together what windows of a case counted each by itself."""

from collections.abc import Iterable

import msgspec

from tawatur.events.citations import add_citations
from tawatur.events.registry import add_actors, add_uses
from tawatur.model.case import CaseActor, Citation, NameUse


class Counted(msgspec.Struct, frozen=True):
    """Actors, namings and citations of a stretch of a case; counts add up over stretches."""

    actors: tuple[CaseActor, ...] = ()
    names: tuple[NameUse, ...] = ()
    citations: tuple[Citation, ...] = ()


def add_up(parts: Iterable[Counted]) -> Counted:
    """The whole of several stretches, sorted."""
    actors: dict[str, CaseActor] = {}
    names: dict[tuple[str, str, str], NameUse] = {}
    citations: dict[tuple[str, str], Citation] = {}
    for part in parts:
        for actor in part.actors:
            actors[actor.id] = add_actors(actors[actor.id], actor) if actor.id in actors else actor
        for use in part.names:
            key = (use.actor, use.outlet, use.wording)
            names[key] = add_uses(names[key], use) if key in names else use
        for citation in part.citations:
            at = (citation.outlet, citation.source)
            citations[at] = add_citations(citations[at], citation) if at in citations else citation
    return Counted(
        actors=tuple(actors[i] for i in sorted(actors)),
        names=tuple(names[k] for k in sorted(names)),
        citations=tuple(citations[k] for k in sorted(citations)),
    )
