"""Sheets for Bayanat's import: one of actors with their events, one of reports as bulletins.

Bayanat asks which column goes into which of its fields; the columns are named for the fields, and each is the same in
every file, so that the mapping need be made once. Lists are in its form: commas between, quotation marks around.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur.casefile.case import Case
from tawatur.casefile.custody import Custody, custody
from tawatur.explore.exports.doubt import DOUBT, names
from tawatur.explore.exports.folding import Folded, day
from tawatur.explore.exports.format import Column, Format, Wish, cell, fields_of, told, write_sheet
from tawatur.explore.exports.formats.reports import Line, chain_words, lines
from tawatur.model.case import CaseActor
from tawatur.model.days import days_of

EVENTS = 5  # of an actor, in columns of their own; `description` tells every one


class Entry(msgspec.Struct, frozen=True):
    """An actor with the events in which it has a part, most supported first."""

    actor: CaseActor
    rows: tuple[Folded, ...]


class Bulletin(msgspec.Struct, frozen=True):
    """A report with the origin of its article."""

    line: Line
    held: Custody


def quoted(values: list[str]) -> str | None:
    """A list in Bayanat's form; quotation marks inside a value would end it and become apostrophes."""
    return ", ".join('"{}"'.format(value.replace('"', "'")) for value in values) or None


def _told(row: Folded) -> str:
    """One event with every doubt, in a line."""
    doubts = [f"{c.name} {text}" for c in DOUBT if c.name not in ("reports", "fold") and (text := cell(c.of(row)))]
    return f"{row.event.title.get('en')} / {row.event.title.get('ar')} ({'; '.join(doubts)})"


def _nth(number: int) -> Iterator[Column[Entry]]:
    def of(entry: Entry) -> Folded | None:
        return entry.rows[number] if number < len(entry.rows) else None

    def ends(entry: Entry, end: int) -> str | None:
        days = row.days if (row := of(entry)) else None
        return day(days[end]) or None if days else None

    name = f"event{number + 1}"
    yield Column(f"{name}_title", "events, title", lambda e: r.event.title.get("en") if (r := of(e)) else None)
    yield Column(f"{name}_type", "events, type: PLOVER or tie type", lambda e: r.event.type if (r := of(e)) else None)
    yield Column(
        f"{name}_location", "events, location", lambda e: names((r.place,)) if (r := of(e)) and r.place else None
    )
    yield Column(f"{name}_from_date", "events, from_date: first day; empty where undated", lambda e: ends(e, 0))
    yield Column(f"{name}_to_date", "events, to_date: last day that the time covers", lambda e: ends(e, 1))
    yield Column(f"{name}_comments", "events, comments: every doubt", lambda e: _told(r) if (r := of(e)) else None)


ACTORS: tuple[Column[Entry], ...] = (
    Column("name", "name: the neutral name in English", lambda e: e.actor.name.get("en") or e.actor.name.get("ar")),
    Column("name_ar", "name_ar: the neutral name in Arabic", lambda e: e.actor.name.get("ar")),
    Column("type", "type: Person, else Entity", lambda e: "Person" if e.actor.kind == "person" else "Entity"),
    Column("tags", "tags: kind, and the id in the case", lambda e: quoted([e.actor.kind, f"tawatur {e.actor.id}"])),
    Column("description", "description: every event and tie with its doubts, | between",
           lambda e: [_told(row) for row in e.rows]),
    *(column for number in range(EVENTS) for column in _nth(number)),
)  # fmt: skip
BULLETINS: tuple[Column[Bulletin], ...] = (
    Column("title", "title: type and outlet, with the report's id: titles must differ",
           lambda b: f"{b.line.event.type}, {b.line.report.outlet or b.held.path} ({b.line.report.id})"),
    Column("title_ar", "title_ar: the neutral headline of the event in Arabic", lambda b: b.line.event.title.get("ar")),
    Column("originid", "originid: path and span in code points", lambda b: _span(b.line)),
    Column("description", "description: the passage in the original", lambda b: b.line.report.quote),
    Column("source_link", "source_link: the article's address, where known", lambda b: b.held.url),
    Column("sources", "sources: outlet and chain, outermost first",
           lambda b: quoted([b.line.report.outlet or b.held.path, *chain_words(b.line)])),
    Column("labels", "labels: modality, and what is doubtful", lambda b: quoted(_labels(b.line))),
    Column("tags", "tags: event and type", lambda b: quoted([f"tawatur {b.line.event.id}", b.line.event.type])),
    Column("publish_date", "publish_date: the first day of publication", lambda b: _day(b.line.report.published)),
    Column("documentation_date", "documentation_date: when the article was obtained",
           lambda b: b.held.retrieved.at[:10] if b.held.retrieved else None),
    Column("event_title", "events, title", lambda b: b.line.event.title.get("en")),
    Column("event_location", "events, location: as this report says, by id", lambda b: b.line.report.place),
    Column("event_from_date", "events, from_date: as this report says; empty where undated",
           lambda b: _day(b.line.report.edtf)),
    Column("event_to_date", "events, to_date: the last day covered", lambda b: _day(b.line.report.edtf, 1)),
    Column("comments", "comments: time (EDTF), specific, support and against of the event, disputes, digest, rule",
           lambda b: _comments(b)),
)  # fmt: skip


def _span(line: Line) -> str:
    return f"{line.report.article}:{line.report.evidence.start}-{line.report.evidence.end}"


def _labels(line: Line) -> list[str]:
    general = [] if line.report.specific else ["told in general"]
    disputed = sorted({f"disputed {found.field}" for found in line.event.disagreements})
    return [line.report.modality, *general, *disputed, *line.report.flags]


def _day(edtf: str | None, end: int = 0) -> str | None:
    days = days_of(edtf)
    return (day(days[end]) or None) if days else None


def _comments(bulletin: Bulletin) -> list[str]:
    report, event = bulletin.line.report, bulletin.line.event
    return [
        f"time {report.edtf or 'undated'}",
        f"specific {str(report.specific).lower()}",
        f"event support {event.support}, against {event.against}",
        *(f"disputed {found.field}: {found.note.get('en')}" for found in event.disagreements),
        *([f"repeats {report.copied_from}"] if report.copied_from else []),
        f"sha256 {bulletin.held.sha256}",
        f"rule {report.rule}",
    ]


def write_actors(case: Case, target: Path, wish: Wish) -> int:
    """Writes a row for each actor that has a part in an event or tie that passes."""
    parts: dict[str, list[Folded]] = defaultdict(list)
    for row in told(case, wish):
        for id in dict.fromkeys(party.id for party in (*row.event.actors, *row.event.recipients)):
            parts[id].append(row)
    entries = (Entry(actor, tuple(parts[actor.id])) for actor in case.actors() if actor.id in parts)
    return write_sheet(entries, ACTORS, target, bom=wish.bom)


def write_bulletins(case: Case, target: Path, wish: Wish) -> int:
    """Writes a row for each report."""
    held = custody(case.engine)
    rows = (Bulletin(line, held[line.report.article_id]) for line in lines(case, wish))
    return write_sheet(rows, BULLETINS, target, bom=wish.bom)


FORMATS = (
    Format(
        name="bayanat-actors",
        summary="CSV for Bayanat's import of actors, with their events; each meaning begins with Bayanat's field",
        reader="Bayanat, any CSV reader",
        fields=fields_of(ACTORS),
        write=write_actors,
    ),
    Format(
        name="bayanat-bulletins",
        summary="CSV for Bayanat's import of bulletins, one row a report; each meaning begins with Bayanat's field",
        reader="Bayanat, any CSV reader",
        fields=fields_of(BULLETINS),
        write=write_bulletins,
    ),
)
