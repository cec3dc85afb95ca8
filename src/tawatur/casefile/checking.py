"""Looks a case over: what its records say must hold together."""

import hashlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Engine, func, select

from tawatur.casefile import schema
from tawatur.casefile.cells import stand_added_up, stand_of_cells
from tawatur.casefile.judgements.replay import Replay
from tawatur.casefile.judgements.storing import standing
from tawatur.errors import SpanOutsideArticle
from tawatur.events.ids import report_id
from tawatur.events.records import ReadArticle
from tawatur.model.article import Article
from tawatur.model.case import Event
from tawatur.model.reading import Reading
from tawatur.model.span import Span


def check_case(engine: Engine) -> Iterator[str]:
    """One line for each fault: where it is and what is wrong. Nothing for a whole case."""
    replay = Replay(standing(engine))
    with engine.connect() as connection:
        yield from _articles(connection, replay)
        yield from _events(connection)
        yield from _references(connection)
        yield from _sums(connection)
        if engine.dialect.name == "sqlite":
            for row in connection.exec_driver_sql("PRAGMA integrity_check"):
                if row[0] != "ok":
                    yield f"file: {row[0]}"


def _articles(connection: Connection, replay: Replay) -> Iterator[str]:
    table = schema.articles
    for row in connection.execution_options(yield_per=200).execute(select(table).order_by(table.c.path, table.c.id)):
        try:
            article = msgspec.json.decode(row.source, type=Article)
        except msgspec.DecodeError as error:
            yield f"article {row.path}: its record cannot be read ({error})"
            continue
        if hashlib.sha256(f"{row.path}\0{row.sha256}".encode()).hexdigest()[:16] != row.id or article.id != row.id:
            yield f"article {row.path}: id {row.id} does not follow from its path and content"
        if hashlib.sha256(row.text.encode()).hexdigest() != row.text_sha256:
            yield f"article {row.path}: its text was changed after it was taken in"
        if not row.reading:
            continue
        try:
            reading = msgspec.json.decode(row.reading, type=Reading)
        except msgspec.DecodeError as error:
            yield f"article {row.path}: its reading cannot be read ({error})"
            continue
        yield from _spans(row.path, row.text, reading)
        if row.state == "read":
            yield from _follow(connection, ReadArticle(reading=reading, text=row.text), replay)


def _follow(connection: Connection, item: ReadArticle, replay: Replay) -> Iterator[str]:
    """Every report of the case follows from the reading of its article, as read or as a reviewer corrected it."""
    head, table = item.reading.article, schema.reports
    known = {report_id(head, r) for read in (item, *replay.before([item])) for r in read.reading.reports}
    query = select(table.c.id).where(table.c.article_id == head.id).order_by(table.c.id)
    for told in connection.execute(query).scalars():
        if told not in known:
            yield f"report {told}: follows from no reading of {head.path}"


def _spans(path: str, text: str, reading: Reading) -> Iterator[str]:
    mentions = reading.mentions
    found: list[Span] = [
        m.span for group in (mentions.times, mentions.places, mentions.figures, mentions.actors) for m in group
    ]
    known = {entity.id for entity in reading.entities}
    for report in reading.reports:
        roles = (*report.actors, *report.recipients, *((report.place,) if report.place else ()))
        found += [report.trigger, report.evidence, *(r.span for r in roles), *(k.span for k in report.attribution)]
        for id in [*(r.entity for r in roles), *(k.entity for k in report.attribution)]:
            if id not in known:
                yield f"article {path}: report {report.id} names entity {id}, which is not there"
    for span in found:
        try:
            span.of(text)
        except SpanOutsideArticle as error:
            yield f"article {path}: {error}"


def _events(connection: Connection) -> Iterator[str]:
    texts: dict[str, str] = {}
    table = schema.events
    for row in connection.execute(select(table.c.id, table.c.data).order_by(table.c.id)):
        event = msgspec.json.decode(row.data, type=Event)
        if not event.reports:
            yield f"event {row.id}: follows from no report"
        for told in event.reports:
            if told.article_id not in texts:
                query = select(schema.articles.c.text).where(schema.articles.c.id == told.article_id)
                texts = {told.article_id: connection.execute(query).scalar() or ""}  # events come by article: keep one
            if texts[told.article_id][told.evidence.start : told.evidence.end] != told.quote:
                yield f"event {row.id}: report {told.id} quotes what {told.article} does not hold"


def _sums(connection: Connection) -> Iterator[str]:
    """Actors, names and citations are the sum of what the joined stretches of the case hold."""
    added_up = stand_added_up(connection)
    if added_up is not None and added_up != stand_of_cells(connection):
        yield "actors: counted before the case was last joined, by a build that did not end; run it again"


def _references(connection: Connection) -> Iterator[str]:
    events, reports = schema.events, schema.reports
    rows = select(func.count()).where(reports.c.event_id == events.c.id).scalar_subquery()
    for id, told in connection.execute(select(events.c.id, events.c.reports).where(events.c.reports != rows)):
        yield f"event {id}: tells of {told} reports, the table of reports of another number"
    for table, column, target in (
        (schema.reports, schema.reports.c.event_id, schema.events.c.id),
        (schema.reports, schema.reports.c.article_id, schema.articles.c.id),
        (schema.parts, schema.parts.c.event_id, schema.events.c.id),
        (schema.links, schema.links.c.report_id, schema.reports.c.id),
    ):
        query = select(column).where(column.not_in(select(target))).distinct().limit(5)
        for missing in connection.execute(query).scalars():
            yield f"{table.name}: {column.name} {missing} names nothing in {target.table.name}"
