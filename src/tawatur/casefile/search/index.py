"""Keeps the index in step with the articles: FTS5 on SQLite, a text vector on PostgreSQL."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, text

from tawatur.casefile import schema
from tawatur.casefile.search.normal import searched_words

_SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content='search_rows', content_rowid='number', "
    'tokenize="unicode61 remove_diacritics 0")',
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_parts USING fts5(words, content='search_rows', content_rowid='number', "
    "tokenize='trigram')",
)
_POSTGRES = ("CREATE INDEX IF NOT EXISTS search_rows_words ON search_rows USING gin (to_tsvector('simple', words))",)


def make_index(connection: Connection) -> None:
    """Makes what the search needs beside the plain tables."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.exec_driver_sql(statement)


def index_articles(connection: Connection, articles: Sequence[tuple[str, str]]) -> None:
    """Puts articles (id, text) into the index, in place of what stood for them."""
    forget_articles(connection, [id for id, _ in articles])
    rows = [{"article_id": id, "words": " ".join(w.form for w in searched_words(body))} for id, body in articles]
    if not rows:
        return
    connection.execute(insert(schema.search_rows), rows)
    _both(connection, [id for id, _ in articles], "INSERT INTO {table}(rowid, words) VALUES (:number, :words)")


def forget_articles(connection: Connection, ids: Sequence[str]) -> None:
    """Takes articles out of the index."""
    _both(connection, ids, "INSERT INTO {table}({table}, rowid, words) VALUES ('delete', :number, :words)")
    connection.execute(delete(schema.search_rows).where(schema.search_rows.c.article_id.in_(ids)))


def _both(connection: Connection, ids: Sequence[str], statement: str) -> None:
    if connection.dialect.name != "sqlite":
        return
    table = schema.search_rows
    rows = connection.execute(select(table.c.number, table.c.words).where(table.c.article_id.in_(ids))).all()
    if rows:
        values = [{"number": row.number, "words": row.words} for row in rows]
        for name in ("search_words", "search_parts"):
            connection.execute(text(statement.format(table=name)), values)
