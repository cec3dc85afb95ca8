"""What a case can vouch for about each article: which bytes, from where, obtained when, and who says so."""

import msgspec
from sqlalchemy import Engine, select

from tawatur.casefile import schema
from tawatur.model.article import Article, FoundBy, Retrieved


class Custody(msgspec.Struct, frozen=True, kw_only=True):
    """The origin of one article. `sha256` is of the original bytes, `text_sha256` of the text as decoded."""

    id: str
    path: str
    sha256: str
    text_sha256: str
    origin: str
    url: str | None
    media: str
    encoding: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: str | None
    retrieved: Retrieved | None
    found_by: FoundBy | None


def custody(engine: Engine) -> dict[str, Custody]:
    """The origin of every article that stands, by id, in the order of paths."""
    table = schema.articles
    query = select(table).where(table.c.state == "read").order_by(table.c.path, table.c.id)
    columns = [c for c in table.c if c.name not in ("text", "reading")]
    found: dict[str, Custody] = {}
    with engine.connect() as connection:
        for row in connection.execute(query.with_only_columns(*columns)):
            source = msgspec.json.decode(row.source, type=Article)
            found[row.id] = Custody(
                id=row.id,
                path=row.path,
                sha256=row.sha256,
                text_sha256=row.text_sha256,
                origin=row.origin,
                url=row.url,
                media=source.media,
                encoding=source.encoding,
                title=row.title,
                outlet=row.outlet,
                published=row.published,
                published_basis=row.basis,
                retrieved=source.retrieved,
                found_by=source.found_by,
            )
    return found
