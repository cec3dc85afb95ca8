"""What the things that reviewers decide on are called, in both languages, and where they are found now."""

import json
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, Engine, select

from tawatur.casefile import schema
from tawatur.casefile.judgements.records import Judgement, kind_of


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A thing decided on: its name and, where the case holds it now, its kind and id there."""

    name: dict[str, str]
    kind: str | None = None  # event, tie, actor, article; None for what is gone
    id: str | None = None


def things_of(engine: Engine, judgements: Sequence[Judgement]) -> dict[str, Thing]:
    """The things that decisions are about and name, by the id that the decision has for them."""
    found: dict[str, Thing] = {}
    with engine.connect() as connection:
        for made in judgements:
            found[made.target] = _thing(connection, made.target, made.anchors) or Thing(name=made.named)
            for name, anchors in (("with", made.value.get("with_anchors", ())), ("into", ())):
                if other := made.value.get(name):
                    found[other] = _thing(connection, other, anchors) or Thing(name={})
    return found


def named_now(connection: Connection, target: str) -> dict[str, str]:
    """What a thing is called in the case as it stands; of a judgement, what it was about."""
    if kind_of(target) == "judgement":
        row = connection.execute(select(schema.judgements.c.value).where(schema.judgements.c.id == target)).scalar()
        return dict(json.loads(row).get("named", {})) if row else {}
    thing = _thing(connection, target, ())
    return thing.name if thing else {}


def _thing(connection: Connection, id: str, anchors: Sequence[str]) -> Thing | None:
    """The thing of an id; an event that has another id now is found by the reports that it had."""
    kind = kind_of(id)
    if kind == "actor":
        table = schema.actors
        row = connection.execute(select(table.c.name_ar, table.c.name_en).where(table.c.id == id)).first()
        return Thing(name=_both(row[0], row[1]), kind="actor", id=id) if row else None
    if kind == "copy":
        return _copy(connection, id)
    home = id if kind == "event" else _home(connection, [id]) if kind == "report" else None
    return _event(connection, home) or _event(connection, _home(connection, anchors))


def _event(connection: Connection, id: str | None) -> Thing | None:
    table = schema.events
    row = connection.execute(select(table.c.kind, table.c.title_ar, table.c.title_en).where(table.c.id == id)).first()
    if id is None or row is None:
        return None
    return Thing(name=_both(row.title_ar, row.title_en), kind="event" if row.kind == "event" else "tie", id=id)


def _home(connection: Connection, reports: Sequence[str]) -> str | None:
    """The event that holds the first of these reports that is told at all."""
    table = schema.reports
    for report in reports:
        if home := connection.execute(select(table.c.event_id).where(table.c.id == report)).scalar():
            return str(home)
    return None


def _copy(connection: Connection, id: str) -> Thing | None:
    """The article that repeats another."""
    copies, articles = schema.copies, schema.articles
    query = select(articles.c.id, articles.c.title, articles.c.path).join(copies, copies.c.article == articles.c.path)
    row = connection.execute(query.where(copies.c.id == id)).first()
    return Thing(name={"ar": row.title or row.path}, kind="article", id=row.id) if row else None


def _both(arabic: str | None, english: str | None) -> dict[str, str]:
    return {language: words for language, words in (("ar", arabic), ("en", english)) if words}
