"""One row per report and event, for R's eventreport: group by event_id, aggregate as one likes."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import names
from tawatur.explore.exports.folding import day, precision_of
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, write_sheet
from tawatur.model.case import Event, ToldReport
from tawatur.model.days import Days, days_of


class Line(msgspec.Struct, frozen=True):
    """A report beside its event."""

    event: Event
    report: ToldReport

    @property
    def days(self) -> Days | None:
        """The days that this report names."""
        return days_of(self.report.edtf)


def chain_words(line: Line) -> list[str]:
    """Outermost first; a link that denies or doubts says so."""
    links = line.report.chain
    return [
        name + ("" if link.stance == "asserts" else f" ({link.stance})")
        for link, name in zip(links, names(links), strict=True)
    ]


def _place_precision(line: Line) -> int | None:
    found = precision_of(line.report.place) if line.report.place else None
    return found.ucdp if found else None


COLUMNS: tuple[Column[Line], ...] = (
    Column("event_id", "the event that the report is judged to tell of; eventreport's group_var", lambda r: r.event.id),
    Column("report_id", "the report", lambda r: r.report.id),
    Column("kind", "event, or relation for a standing tie", lambda r: r.event.kind),
    Column("type", "PLOVER or tie type", lambda r: r.event.type),
    Column("extension", "our declared extension, as this report tells it", lambda r: r.report.extension),
    Column("actors", "who acted, in the outlet's own words", lambda r: r.report.actor_words),
    Column("recipients", "to whom it was done, in the outlet's own words", lambda r: r.report.recipient_words),
    Column("edtf", "when this report says it happened (EDTF)", lambda r: r.report.edtf),
    Column("date_start", "the first day of that", lambda r: day(r.days.first) if r.days else None),
    Column("date_end", "the last day of that", lambda r: day(r.days.last) if r.days else None),
    Column(
        "date_length",
        "days covered; eventreport's precision_var, lower is finer",
        lambda r: r.days.length if r.days else None,
    ),
    Column("place", "where this report says it happened, by id", lambda r: r.report.place),
    Column("place_precision", "UCDP's code 1-7; eventreport's precision_var", _place_precision),
    Column("modality", "asserted, denied, planned or possible", lambda r: r.report.modality),
    Column("specific", "false for acts told in general", lambda r: r.report.specific),
    Column("article", "the path of the article", lambda r: r.report.article),
    Column("outlet", "who published it", lambda r: r.report.outlet),
    Column("published", "when (EDTF)", lambda r: r.report.published),
    Column("chain", "through whom, outermost first", chain_words),
    Column("copied_from", "the earlier report that it repeats", lambda r: r.report.copied_from),
    Column(
        "evidence_start", "where the passage begins in the article, in code points", lambda r: r.report.evidence.start
    ),
    Column("evidence_end", "where it ends", lambda r: r.report.evidence.end),
    Column("quote", "the passage, line breaks as spaces", lambda r: r.report.quote),
    Column("rule", "the rule that read it", lambda r: r.report.rule),
    Column(
        "flags",
        "what makes the words doubtful: media.pdf for words taken from a PDF, media.page for a page in doubt",
        lambda r: r.report.flags,
    ),
    Column("event_support", "on how many independent feet the event stands", lambda r: r.event.support),
    Column("event_against", "how many independent feet deny or doubt it", lambda r: r.event.against),
)


def lines(case: Case, wish: Wish) -> Iterator[Line]:
    """Every report of the events and ties that pass."""
    for kind in ("event", "relation"):
        for event in case.stream_events(kind, wish.filters):
            for report in event.reports:
                yield Line(event, report)


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one row per report and event; nothing is folded."""
    return write_sheet(lines(case, wish), COLUMNS, target, bom=wish.bom)


FORMAT = Format(
    name="reports",
    summary="CSV, one row per report and event; nothing is folded",
    reader="R's eventreport, any CSV reader",
    fields=fields_of(COLUMNS),
    write=write,
)
