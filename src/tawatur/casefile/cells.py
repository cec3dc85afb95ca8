"""The stretches in which a case is joined: what stands in each, and what each was last joined from."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Engine, delete, func, insert, select

from tawatur.casefile import schema
from tawatur.casefile.judgements.records import Judgement
from tawatur.casefile.writing import Row, batches, insert_rows, to_json
from tawatur.events.ids import report_id
from tawatur.events.merging import Counted
from tawatur.events.records import ReadArticle
from tawatur.events.windows import days_told
from tawatur.model.reading import Reading

STREAM = 200  # rows at a time
ADDED_UP = "added_up"  # in the table `meta`: of which cells actors, names and citations are the sum


class Kept(msgspec.Struct, frozen=True):
    """What a cell was last joined from, and the reports of later days that its events took."""

    digest: str
    overhang: dict[str, int]


def standing_articles(engine: Engine) -> dict[str, str]:
    """The articles that stand, by id, with the version of rules and metadata of their reading."""
    table = schema.articles
    with engine.connect() as connection:
        rows = connection.execute(select(table.c.id, table.c.rules).where(table.c.state == "read").order_by(table.c.id))
        return {row.id: row.rules for row in rows}


def readings_of(engine: Engine, ids: Collection[str] | None = None) -> Iterator[ReadArticle]:
    """The readings of articles that stand (all, or those of `ids`), by path, streamed."""
    table = schema.articles
    query = select(table.c.text, table.c.reading).where(table.c.state == "read").order_by(table.c.path, table.c.id)
    with engine.connect() as connection:
        for batch in [None] if ids is None else batches(sorted(ids)):
            some = query if batch is None else query.where(table.c.id.in_(batch))
            for row in connection.execution_options(yield_per=STREAM).execute(some):
                yield ReadArticle(reading=msgspec.json.decode(row.reading, type=Reading), text=row.text)


def article_days(engine: Engine) -> dict[int, list[str]]:
    """The standing articles that tell of each day; works out what is not yet known."""
    table, spread = schema.articles, schema.spread
    unknown = select(table.c.id).where(table.c.state == "read", table.c.id.not_in(select(spread.c.article_id)))
    with engine.begin() as connection:
        for batch in batches(connection.execute(unknown).scalars().all()):
            rows = connection.execute(select(table.c.id, table.c.reading).where(table.c.id.in_(batch)))
            told = ((row.id, days_told(msgspec.json.decode(row.reading, type=Reading))) for row in rows)
            insert_rows(connection, spread, [{"article_id": id, "day": day} for id, days in told for day in days])
        found: dict[int, list[str]] = defaultdict(list)
        query = select(spread.c.day, spread.c.article_id).join(table, table.c.id == spread.c.article_id)
        for row in connection.execute(query.where(table.c.state == "read")):
            found[row.day].append(row.article_id)
    return found


def kept_cells(engine: Engine) -> dict[str, Kept]:
    """What each cell was last joined from."""
    table = schema.cells
    with engine.connect() as connection:
        rows = connection.execute(select(table.c.name, table.c.digest, table.c.overhang)).all()
    return {row.name: Kept(row.digest, json.loads(row.overhang)) for row in rows}


def keep_cell(connection: Connection, name: str, kept: Kept, counted: Counted) -> None:
    """Notes what a cell was joined from and what it counted."""
    table = schema.cells
    connection.execute(delete(table).where(table.c.name == name))
    row = {"name": name, "digest": kept.digest, "overhang": json.dumps(kept.overhang), "data": to_json(counted)}
    connection.execute(insert(table), [row])


def counted_in_cells(engine: Engine) -> Iterator[Counted]:
    """What each cell counted, one by one."""
    table = schema.cells
    with engine.connect() as connection:
        for name in connection.execute(select(table.c.name).order_by(table.c.name)).scalars().all():
            yield msgspec.json.decode(
                connection.execute(select(table.c.data).where(table.c.name == name)).scalar_one(), type=Counted
            )


def stand_of_cells(connection: Connection) -> str:
    """A word for the cells as they are joined now; another one when any is joined anew, comes or goes."""
    table = schema.cells
    rows = connection.execute(select(table.c.name, table.c.digest).order_by(table.c.name))
    lines = "\n".join(f"{row.name} {row.digest}" for row in rows)
    return hashlib.blake2b(lines.encode(), digest_size=12).hexdigest()


def stand_added_up(connection: Connection) -> str | None:
    """The stand of the cells of which the case's actors, names and citations are the sum; None where none is noted."""
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == ADDED_UP)).scalar()


def articles_of(engine: Engine, reports: Iterable[str]) -> dict[str, str]:
    """The articles of the reports that the case now holds."""
    table = schema.reports
    found: dict[str, str] = {}
    with engine.connect() as connection:
        for batch in batches(reports):
            rows = connection.execute(select(table.c.id, table.c.article_id).where(table.c.id.in_(batch)))
            found.update((row.id, row.article_id) for row in rows)
    return found


def homes_of(engine: Engine, reports: Collection[str]) -> dict[str, str]:
    """The articles of reports, also of those that no joined event holds, as while a build goes on that was ended."""
    found = articles_of(engine, reports)
    missing = set(reports) - found.keys()
    for item in readings_of(engine) if missing else ():  # rare: the readings tell, at the price of looking at them all
        head = item.reading.article
        found.update((id, head.id) for r in item.reading.reports if (id := report_id(head, r)) in missing)
    return found


def places_judged(engine: Engine, judgements: Sequence[Judgement]) -> dict[str, tuple[set[str], set[str]]]:
    """For each judgement the articles that it is about, and the cells that it was applied to or that hold its copy."""
    before = applied_before(engine)
    homes = articles_of(engine, (id for made in judgements for id in made.reports_meant()))
    targets = [made.target for made in judgements if made.kind == "copy"]
    table = schema.copies
    with engine.connect() as connection:
        rows = connection.execute(select(table.c.id, table.c.cell).where(table.c.id.in_(targets))).all()
    copies = {row.id: row.cell for row in rows if row.cell}
    found = {}
    for made in judgements:
        cells = set(before.get(made.id, ())) | ({copies[made.target]} if made.target in copies else set())
        found[made.id] = ({homes[id] for id in made.reports_meant() if id in homes}, cells)
    return found


def write_states(connection: Connection, *, applied: Mapping[str, set[str]], lost: Iterable[str]) -> None:
    """Replaces what is known of each judgement: the cells that it was applied to, or that its object was not found."""
    connection.execute(delete(schema.judgement_states))
    rows: list[Row] = [
        {"judgement_id": i, "state": "applied", "cells": json.dumps(sorted(applied[i]))} for i in sorted(applied)
    ]
    rows += [{"judgement_id": i, "state": "lost", "cells": None} for i in sorted(lost)]
    insert_rows(connection, schema.judgement_states, rows)


def note_applied(connection: Connection, cell: str, found: Collection[str]) -> None:
    """Notes which judgements a cell was joined by, in place of what was noted of it."""
    table = schema.judgement_states
    before = _applied(connection)
    after = {id: where - {cell} for id, where in before.items() if cell in where}
    after |= {id: before.get(id, set()) | {cell} for id in found}
    for batch in batches(after):
        connection.execute(delete(table).where(table.c.judgement_id.in_(batch)))
    rows = [{"judgement_id": i, "state": "applied", "cells": json.dumps(sorted(after[i]))} for i in sorted(after)]
    insert_rows(connection, table, rows)


def applied_before(engine: Engine) -> dict[str, set[str]]:
    """The judgements applied at the last joining, with the cells that they were applied to."""
    with engine.connect() as connection:
        return _applied(connection)


def _applied(connection: Connection) -> dict[str, set[str]]:
    table = schema.judgement_states
    rows = connection.execute(select(table.c.judgement_id, table.c.cells).where(table.c.cells.is_not(None))).all()
    return {row.judgement_id: set(json.loads(row.cells)) for row in rows}


def tallies(engine: Engine) -> dict[str, int]:
    """What the case holds, as a build's summary tells it."""
    events, copies = schema.events, schema.copies
    happened = events.c.kind == "event"
    queries = {
        "events": select(func.count()).select_from(events).where(happened),
        "ties": select(func.count()).select_from(events).where(~happened),
        "reports": select(func.count()).select_from(schema.reports),
        "copies": select(func.count()).select_from(copies),
        "one_foot": select(func.count()).select_from(events).where(happened, events.c.support == 1),
        "disputed": select(func.count()).select_from(events).where(events.c.disagreements > 0),
    }
    with engine.connect() as connection:
        return {name: connection.execute(query).scalar() or 0 for name, query in queries.items()}
