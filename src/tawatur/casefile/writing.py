"""Writes what was read; each call is whole or not at all."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select, update

from tawatur.articles.reader import Refused
from tawatur.casefile import schema
from tawatur.casefile.search.index import index_articles
from tawatur.model.article import Article
from tawatur.model.days import days_of
from tawatur.model.reading import Reading

BATCH = 5_000
Row = dict[str, Any]


class ReadOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one article: its reading, or the fault that stopped the reader."""

    article: Article
    reading: Reading | None
    fault: str | None = None


def to_json(value: Any) -> str:
    """The JSON of a record, as text."""
    return msgspec.json.encode(value).decode()


def write_outcomes(connection: Connection, outcomes: Sequence[ReadOutcome], *, stamp: Callable[[Article], str]) -> None:
    """Stores articles with their readings, replacing what stood for the same articles.

    `stamp` gives the version of rules and metadata with which an article was read.
    """
    ids = [o.article.id for o in outcomes]
    table = schema.articles
    connection.execute(delete(table).where(table.c.id.in_(ids)))
    connection.execute(delete(schema.spread).where(schema.spread.c.article_id.in_(ids)))
    insert_rows(connection, table, (_article_row(o, stamp(o.article)) for o in outcomes))
    index_articles(connection, [(o.article.id, o.article.text) for o in outcomes])


def mark_removed(connection: Connection, ids: Iterable[str]) -> None:
    """Shows articles as removed that the sources no longer hold; nothing is deleted."""
    for batch in batches(ids):
        connection.execute(update(schema.articles).where(schema.articles.c.id.in_(batch)).values(state="removed"))


def restore(connection: Connection, ids: Iterable[str]) -> None:
    """Takes removed articles back that were read and that the sources hold again, unchanged."""
    for batch in batches(ids):
        connection.execute(update(schema.articles).where(schema.articles.c.id.in_(batch)).values(state="read"))


def write_refusals(connection: Connection, refused: Iterable[Refused]) -> None:
    """Replaces the list of what the last build refused."""
    connection.execute(delete(schema.refusals))
    rows = {r.path: {"path": r.path, "code": r.code, "message": r.message} for r in refused}
    insert_rows(connection, schema.refusals, rows.values())


def note(connection: Connection, **values: str) -> None:
    """Sets named values of the case (version of rules, time of the last build)."""
    known = set(connection.execute(select(schema.meta.c.name)).scalars())
    for name, value in values.items():
        if name in known:
            connection.execute(update(schema.meta).where(schema.meta.c.name == name).values(value=value))
        else:
            connection.execute(insert(schema.meta).values(name=name, value=value))


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values in lists of `BATCH`."""
    batch: list[Any] = []
    for value in values:
        batch.append(value)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Adds rows to a table, a batch at a time."""
    for batch in batches(rows):
        connection.execute(insert(table), batch)


def _article_row(outcome: ReadOutcome, stamp: str) -> Row:
    article, reading = outcome.article, outcome.reading
    published = reading.article.published if reading else None
    edtf = published.edtf if published else article.published
    days = days_of(edtf)
    title = reading.article.title.text if reading and reading.article.title else article.title
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "state": "read" if reading else "failed",
        "fault": outcome.fault,
        "rules": stamp,
        "origin": article.origin,
        "title": title,
        "outlet": article.outlet,
        "url": article.url,
        "published": edtf,
        "first_day": days.first.isoformat() if days else None,
        "last_day": days.last.isoformat() if days else None,
        "basis": published.basis if published else None,
        "text": article.text,
        "source": to_json(msgspec.structs.replace(article, text="")),
        "reading": to_json(reading) if reading else None,
    }
