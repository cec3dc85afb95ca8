"""Writes what was read and what was joined; each call is whole or not at all."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select, update

from tawatur.articles.reader import Refused
from tawatur.casefile import schema
from tawatur.casefile.search.index import index_articles
from tawatur.model.article import Article
from tawatur.model.case import CaseActor, Citation, CopyLink, Event, NameUse
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
    """Stores articles with their readings, replacing what stood for the same article or path.

    `stamp` gives the version of rules and metadata with which an article was read.
    """
    paths = [o.article.path for o in outcomes]
    ids = [o.article.id for o in outcomes]
    table = schema.articles
    connection.execute(update(table).where(table.c.path.in_(paths)).values(state="removed"))
    connection.execute(delete(table).where(table.c.id.in_(ids)))
    _insert(connection, table, (_article_row(o, stamp(o.article)) for o in outcomes))
    index_articles(connection, [(o.article.id, o.article.text) for o in outcomes])


def mark_removed(connection: Connection, ids: Iterable[str]) -> None:
    """Shows articles as removed that the sources no longer hold; nothing is deleted."""
    for batch in _batches(ids):
        connection.execute(update(schema.articles).where(schema.articles.c.id.in_(batch)).values(state="removed"))


def restore(connection: Connection, ids: Iterable[str]) -> None:
    """Takes removed articles back that the sources hold again, unchanged."""
    for batch in _batches(ids):
        connection.execute(update(schema.articles).where(schema.articles.c.id.in_(batch)).values(state="read"))


def write_refusals(connection: Connection, refused: Iterable[Refused]) -> None:
    """Replaces the list of what the last build refused."""
    connection.execute(delete(schema.refusals))
    rows = {r.path: {"path": r.path, "code": r.code, "message": r.message} for r in refused}
    _insert(connection, schema.refusals, rows.values())


def write_joined(
    connection: Connection,
    *,
    events: Sequence[Event],
    copies: Iterable[CopyLink],
    actors: Iterable[CaseActor],
    names: Iterable[NameUse],
    citations: Iterable[Citation],
) -> None:
    """Replaces everything that was joined (events and ties alike)."""
    for table in (
        schema.disagreements,
        schema.parts,
        schema.links,
        schema.reports,
        schema.events,
        schema.copies,
        schema.actors,
        schema.names,
        schema.citations,
    ):
        connection.execute(delete(table))
    _insert(connection, schema.events, (_event_row(e) for e in events))
    _insert(connection, schema.reports, (row for e in events for row in _report_rows(e)))
    _insert(connection, schema.links, (row for e in events for row in _link_rows(e)))
    _insert(connection, schema.parts, (row for e in events for row in _part_rows(e)))
    _insert(connection, schema.disagreements, (row for e in events for row in _disagreement_rows(e)))
    _insert(connection, schema.copies, (_copy_row(c) for c in copies))
    _insert(connection, schema.actors, (_actor_row(a) for a in actors))
    _insert(connection, schema.names, (_name_row(n) for n in names))
    _insert(connection, schema.citations, (_citation_row(c) for c in citations))


def write_states(connection: Connection, *, applied: Iterable[str], lost: Iterable[str]) -> None:
    """Replaces what is known of each judgement: whether the last joining found its object."""
    connection.execute(delete(schema.judgement_states))
    states = dict.fromkeys(applied, "applied") | dict.fromkeys(lost, "lost")
    _insert(connection, schema.judgement_states, ({"judgement_id": i, "state": s} for i, s in sorted(states.items())))


def note(connection: Connection, **values: str) -> None:
    """Sets named values of the case (version of rules, time of the last build)."""
    known = set(connection.execute(select(schema.meta.c.name)).scalars())
    for name, value in values.items():
        if name in known:
            connection.execute(update(schema.meta).where(schema.meta.c.name == name).values(value=value))
        else:
            connection.execute(insert(schema.meta).values(name=name, value=value))


def _batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for value in values:
        batch.append(value)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    for batch in _batches(rows):
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


def _event_row(event: Event) -> Row:
    days = days_of(event.time.edtf)
    return {
        "id": event.id,
        "kind": event.kind,
        "type": event.type,
        "extension": event.extension,
        "title_ar": event.title["ar"],
        "title_en": event.title["en"],
        "edtf": event.time.edtf,
        "first_day": days.first.isoformat() if days else None,
        "last_day": days.last.isoformat() if days else None,
        "modality": event.modality,
        "specific": event.specific,
        "support": event.support,
        "against": event.against,
        "reports": len(event.reports),
        "articles": len({r.article for r in event.reports}),
        "disagreements": len(event.disagreements),
        "data": to_json(event),
    }


def _report_rows(event: Event) -> Iterator[Row]:
    for told in event.reports:
        yield {
            "id": told.id,
            "article_id": told.article_id,
            "event_id": event.id,
            "kind": event.kind,
            "type": event.type,
            "extension": told.extension,
            "modality": told.modality,
            "specific": told.specific,
            "edtf": told.edtf,
            "place_id": told.place,
            "trigger_start": told.trigger.start,
            "trigger_end": told.trigger.end,
            "evidence_start": told.evidence.start,
            "evidence_end": told.evidence.end,
            "quote": told.quote,
            "copied_from": told.copied_from,
            "data": to_json(told),
        }


def _link_rows(event: Event) -> Iterator[Row]:
    for told in event.reports:
        for position, link in enumerate(told.chain):
            yield {
                "report_id": told.id,
                "position": position,
                "actor_id": link.id,
                "name_ar": link.name.get("ar"),
                "name_en": link.name.get("en"),
                "stance": link.stance,
                "inferred": link.inferred,
            }


def _part_rows(event: Event) -> Iterator[Row]:
    seen = {
        *(("actor", p.id) for p in event.actors),
        *(("recipient", p.id) for p in event.recipients),
        *(("place", p.id) for p in event.places),
        *(("outlet", r.outlet_id) for r in event.reports if r.outlet_id),
        *(("source", link.id) for r in event.reports for link in r.chain),
    }
    for role, party in sorted(seen):
        yield {"event_id": event.id, "role": role, "party_id": party}


def _disagreement_rows(event: Event) -> Iterator[Row]:
    for position, found in enumerate(event.disagreements):
        yield {
            "event_id": event.id,
            "position": position,
            "field": found.field,
            "note_ar": found.note.get("ar", ""),
            "note_en": found.note.get("en", ""),
        }


def _copy_row(copy: CopyLink) -> Row:
    return {
        "id": copy.id,
        "article": copy.article,
        "from_article": copy.from_article,
        "kind": copy.kind,
        "data": to_json(copy),
    }


def _actor_row(actor: CaseActor) -> Row:
    return {
        "id": actor.id,
        "kind": actor.kind,
        "kb": actor.kb,
        "name_ar": actor.name.get("ar"),
        "name_en": actor.name.get("en"),
        "side": actor.side,
        "mentions": actor.mentions,
        "articles": actor.articles,
        "data": to_json(actor),
    }


def _name_row(use: NameUse) -> Row:
    return {
        "actor_id": use.actor,
        "outlet_id": use.outlet,
        "wording": use.wording,
        "outlet_ar": use.outlet_name.get("ar"),
        "outlet_en": use.outlet_name.get("en"),
        "form": use.form,
        "colour": use.colour,
        "count": use.count,
        "article": use.article,
        "start": use.span.start,
        "end": use.span.end,
    }


def _citation_row(citation: Citation) -> Row:
    return {
        "outlet_id": citation.outlet,
        "source_id": citation.source,
        "outlet_ar": citation.outlet_name.get("ar"),
        "outlet_en": citation.outlet_name.get("en"),
        "source_ar": citation.source_name.get("ar"),
        "source_en": citation.source_name.get("en"),
        "anonymous": citation.anonymous,
        "reports": citation.reports,
        "events": citation.events,
        "alone": citation.alone,
        "example": citation.example,
    }
