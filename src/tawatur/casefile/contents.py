"""What a case holds, read back as records."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Engine, select

from tawatur.casefile import schema
from tawatur.events.records import ReadArticle
from tawatur.model.reading import Reading

STREAM = 200  # rows at a time


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An article that a case holds: enough to tell whether it must be read again."""

    id: str
    path: str
    rules: str
    state: str
    origin: str
    published: str | None


def held_articles(connection: Connection) -> dict[str, Held]:
    """Every article of the case by id, removed ones too."""
    table = schema.articles
    rows = connection.execute(
        select(table.c.id, table.c.path, table.c.rules, table.c.state, table.c.origin, table.c.published)
    )
    return {row.id: Held(**row._mapping) for row in rows}


def readings(engine: Engine) -> Iterator[ReadArticle]:
    """The readings of all articles that stand, by path, streamed."""
    table = schema.articles
    query = select(table.c.text, table.c.reading).where(table.c.state == "read").order_by(table.c.path, table.c.id)
    with engine.connect() as connection:
        for row in connection.execution_options(yield_per=STREAM).execute(query):
            yield ReadArticle(reading=msgspec.json.decode(row.reading, type=Reading), text=row.text)
