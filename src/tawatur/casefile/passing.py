"""The events and ties of a case that pass filters, and the actors that a filter's words name."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, func, or_, select

from tawatur.arabic.letters import key
from tawatur.casefile import schema
from tawatur.casefile.filters import Filters
from tawatur.model.case import Event


def passing(engine: Engine, kind: str, filters: Filters) -> Iterator[Event]:
    """The events or ties (kind relation) that pass, one by one, for cases larger than memory."""
    table = schema.events
    conditions = [table.c.kind == kind, *_conditions(engine, filters)]
    with engine.connect() as connection:
        if filters.limit is not None:
            ids = _page(connection, conditions, filters)
            rows = connection.execute(select(table.c.id, table.c.data).where(table.c.id.in_(ids)))
            found = {row.id: row.data for row in rows}
            yield from (msgspec.json.decode(found[id], type=Event) for id in ids)
            return
        query = select(table.c.data).where(*conditions).order_by(*filters.order()).offset(filters.offset)
        for row in connection.execution_options(yield_per=200).execute(query).scalars():
            yield msgspec.json.decode(row, type=Event)


def _page(connection: Connection, conditions: Sequence[ColumnElement[bool]], filters: Filters) -> list[str]:
    """The ids of a page of events: sorted without their records, and by time from the index, the undated last."""
    table, most, skip = schema.events, filters.limit or 0, filters.offset or 0
    query = select(table.c.id).where(*conditions).order_by(*filters.order())
    if filters.sort != "time":
        return list(connection.execute(query.limit(most).offset(skip)).scalars())
    dated = select(table.c.id).where(*conditions, table.c.first_day > "")
    page = dated.order_by(table.c.first_day, table.c.id).limit(most).offset(skip)
    ids = list(connection.execute(page).scalars())
    if len(ids) < most:
        known = connection.execute(select(func.count()).select_from(dated.subquery())).scalar() or 0
        undated = select(table.c.id).where(*conditions, or_(table.c.first_day.is_(None), table.c.first_day == ""))
        rest = undated.order_by(table.c.id).limit(most - len(ids)).offset(max(0, skip - known))
        ids += connection.execute(rest).scalars()
    return ids


def _conditions(engine: Engine, filters: Filters) -> Iterator[ColumnElement[bool]]:
    table, parts = schema.events, schema.parts
    yield from filters.plain()
    for words, roles in (
        (filters.actor, ("actor", "recipient")),
        (filters.with_actor, ("actor", "recipient")),
        (filters.place, ("place",)),
        (filters.outlet, ("outlet",)),
        (filters.source, ("source",)),
    ):
        if words:
            ids = _named(engine, words, roles)
            yield table.c.id.in_(select(parts.c.event_id).where(parts.c.role.in_(roles), parts.c.party_id.in_(ids)))


def find_actors(engine: Engine, words: str) -> list[str]:
    """Ids of the actors and places whose id is `words` or whose name in either language holds them."""
    table = schema.actors
    with engine.connect() as connection:
        exact = connection.execute(select(table.c.id).where(table.c.id == words)).scalars().all()
        if exact:
            return list(exact)
        rows = connection.execute(select(table.c.id, table.c.name_ar, table.c.name_en)).all()
    wanted = " ".join(key(words).lower().split())
    return [r.id for r in rows if any(wanted in key(n).lower() for n in (r.name_ar, r.name_en) if n)]


def _with_members(engine: Engine, ids: list[str]) -> list[str]:
    """The actors and all who belong to them: officers of an army are of its side, and of its state's."""
    table = schema.actors
    found, fresh = list(ids), list(ids)
    with engine.connect() as connection:
        while fresh:
            query = select(table.c.id).where(table.c.side.in_(fresh), table.c.id.not_in(found))
            fresh = list(connection.execute(query).scalars())
            found += fresh
    return found


def _named(engine: Engine, words: str, roles: tuple[str, ...]) -> list[str]:
    found = find_actors(engine, words)
    if "actor" in roles:
        found = _with_members(engine, found)
    if "outlet" in roles:
        wanted = key(words).lower()
        query = select(schema.names.c.outlet_id, schema.names.c.outlet_ar, schema.names.c.outlet_en).distinct()
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        found += [r.outlet_id for r in rows if wanted in " ".join(key(str(v)).lower() for v in r if v)]
    return found or [words]
