"""Writes what was joined, a stretch of the case at a time: each is replaced whole or not at all."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, delete, or_, select

from tawatur.casefile import schema
from tawatur.casefile.doubting import certainty_of, why_doubtful
from tawatur.casefile.writing import Row, batches, insert_rows, to_json
from tawatur.events.merging import Counted
from tawatur.events.records import Joined
from tawatur.model.case import CaseActor, Citation, CopyLink, Event, NameUse
from tawatur.model.days import days_of


def write_joined(connection: Connection, cell: str, joined: Joined) -> None:
    """Replaces the events, ties and copies of a cell; reports that come from another cell leave their event there."""
    events, reports = schema.events, schema.reports
    told = joined.events + joined.ties
    _forget(connection, select(events.c.id).where(events.c.cell == cell).scalar_subquery())
    for batch in batches(event.id for event in told):
        _forget(connection, batch)
    for batch in batches(report.id for event in told for report in event.reports):
        connection.execute(delete(schema.links).where(schema.links.c.report_id.in_(batch)))
        connection.execute(delete(reports).where(reports.c.id.in_(batch)))
    connection.execute(delete(schema.copies).where(schema.copies.c.cell == cell))
    for batch in batches(copy.id for copy in joined.copies):
        connection.execute(delete(schema.copies).where(schema.copies.c.id.in_(batch)))
    insert_rows(connection, events, (_event_row(e) | {"cell": cell} for e in told))
    insert_rows(connection, reports, (row for e in told for row in _report_rows(e)))
    insert_rows(connection, schema.links, (row for e in told for row in _link_rows(e)))
    insert_rows(connection, schema.parts, (row for e in told for row in _part_rows(e)))
    insert_rows(connection, schema.disagreements, (row for e in told for row in _disagreement_rows(e)))
    insert_rows(connection, schema.copies, (_copy_row(c) | {"cell": cell} for c in joined.copies))


def forget_cells(connection: Connection, kept: Collection[str]) -> None:
    """Takes away what was joined in cells that the case is no longer cut into."""
    for table in (schema.events, schema.copies):
        gone = or_(table.c.cell.is_(None), table.c.cell.not_in(kept))
        if table is schema.events:
            _forget(connection, select(table.c.id).where(gone).scalar_subquery())
        connection.execute(delete(table).where(gone))
    connection.execute(delete(schema.cells).where(schema.cells.c.name.not_in(kept)))


def _forget(connection: Connection, ids: Any) -> None:
    """Deletes events with all that hangs on them; `ids` is a list or a query."""
    reports = schema.reports
    theirs = select(reports.c.id).where(reports.c.event_id.in_(ids)).scalar_subquery()
    connection.execute(delete(schema.links).where(schema.links.c.report_id.in_(theirs)))
    connection.execute(delete(reports).where(reports.c.event_id.in_(ids)))
    connection.execute(delete(schema.parts).where(schema.parts.c.event_id.in_(ids)))
    connection.execute(delete(schema.disagreements).where(schema.disagreements.c.event_id.in_(ids)))
    connection.execute(delete(schema.events).where(schema.events.c.id.in_(ids)))


def write_counted(connection: Connection, counted: Counted) -> None:
    """Replaces the actors, namings and citations of the case."""
    for table in (schema.actors, schema.names, schema.citations):
        connection.execute(delete(table))
    insert_rows(connection, schema.actors, (_actor_row(a) for a in counted.actors))
    insert_rows(connection, schema.names, (_name_row(n) for n in counted.names))
    insert_rows(connection, schema.citations, (_citation_row(c) for c in counted.citations))


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
        "doubt": why_doubtful(event),
        "certainty": certainty_of(event),
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
        "likeness": copy.likeness,
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
        "generic": actor.generic,
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
