"""What a case holds, read back as records."""

import msgspec
from sqlalchemy import Connection, select

from tawatur.casefile import schema

STREAM = 200  # rows at a time


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An article that a case holds: enough to tell whether it must be read again."""

    id: str
    path: str
    rules: str
    state: str
    origin: str
    published: str | None
    fault: str | None = None


def held_articles(connection: Connection) -> dict[str, Held]:
    """Every article of the case by id, removed ones too."""
    table = schema.articles
    asked = (table.c.id, table.c.path, table.c.rules, table.c.state, table.c.origin, table.c.published, table.c.fault)
    rows = connection.execute(select(*asked))
    return {row.id: Held(**row._mapping) for row in rows}
