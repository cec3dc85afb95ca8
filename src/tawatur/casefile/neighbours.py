"""The network around one actor, from the events and ties of those near it alone: what the whole network would show."""

from collections.abc import Collection, Iterable, Iterator

import msgspec
from sqlalchemy import Select, func, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.writing import batches
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.reader import Network
from tawatur.events.network.records import Edge, Linking
from tawatur.mentions.actors.known import known
from tawatur.model.case import CaseActor

EVER = "1000/2999"  # any time
ACTING = ("actor", "recipient")


def links_around(case: Case, id: str, *, most: int) -> tuple[Edge, ...]:
    """An actor and the `most` with whom most events link it, at any time, enmity too, with the links among them all.

    Those who act for another stand apart from it.
    """
    own = list(_told(case, _events_of([id])))
    near = linked(_ever(own, []), id)
    among = {id, *sorted(near, key=lambda n: (-near[n], n))[:most]}
    others = _told(case, _events_of(among, least=2), without={event.id for event in own})
    whole = _ever([*own, *others], _actors(case, among))
    return tuple(e for e in whole if e.one.id in among and e.two.id in among)


def acts_through_others(case: Case, id: str) -> bool:
    """Whether others of the case may act for an actor: they say so, or the knowledge base knows it."""
    if id in known():
        return True
    with case.engine.connect() as connection:
        return connection.execute(select(schema.actors.c.id).where(schema.actors.c.side == id)).first() is not None


def _ever(events: Iterable[Linking], actors: Iterable[CaseActor]) -> tuple[Edge, ...]:
    return Network(events, actors, raised=False).links(EVER, hostile=True)


def linked(edges: Iterable[Edge], id: str) -> dict[str, int]:
    """Those an actor is linked with, and by how many events."""
    near: dict[str, int] = {}
    for edge in edges:
        if id in (edge.one.id, edge.two.id):
            other = edge.two.id if edge.one.id == id else edge.one.id
            near[other] = near.get(other, 0) + len(edge.events)
    return near


def _events_of(ids: Collection[str], least: int = 1) -> Select[tuple[str]]:
    """The events and ties that can make a link, in which at least so many of these actors act or are acted on."""
    parts, events = schema.parts, schema.events
    query = select(parts.c.event_id).where(parts.c.party_id.in_(sorted(ids)), parts.c.role.in_(ACTING))
    if least > 1:
        query = query.group_by(parts.c.event_id).having(func.count(parts.c.party_id.distinct()) >= least)
    named = query.subquery()
    found = select(events.c.id).join(named, named.c.event_id == events.c.id).distinct()
    return found.where(events.c.type.in_(sorted(link_kinds().types)), events.c.modality == "asserted")


def _told(case: Case, query: Select[tuple[str]], *, without: Collection[str] = ()) -> Iterator[Linking]:
    table, decoder = schema.events, msgspec.json.Decoder(Linking)
    with case.engine.connect() as connection:
        wanted = set(connection.execute(query).scalars()).difference(without)
        for batch in batches(sorted(wanted)):
            rows = connection.execute(select(table.c.data).where(table.c.id.in_(batch))).scalars()
            yield from map(decoder.decode, rows)


def _actors(case: Case, ids: Iterable[str]) -> list[CaseActor]:
    query = select(schema.actors.c.data).where(schema.actors.c.id.in_(sorted(ids)))
    with case.engine.connect() as connection:
        return [msgspec.json.decode(row, type=CaseActor) for row in connection.execute(query).scalars()]
