"""Events as PLOVER records, one JSON object a line, with the field names of the manual's own records.

PLOVER's `source` and `target` are who acts and to whom; our transmitters stand in `tawatur`. PLOVER's contexts for what
is no fact ("hypothetical", "future") take our modality, which also stands in full in `tawatur`.
"""

from pathlib import Path
from typing import Any

from tawatur import __version__
from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import DOUBT, names
from tawatur.explore.exports.folding import Folded, day
from tawatur.explore.exports.format import Field, Format, Wish, told, write_lines
from tawatur.model.case import Party, ToldReport

FIELDS = (
    Field("id", "the id of the event in the case"),
    Field("date", "the first day that the time covers, empty where undated; see tawatur.edtf"),
    Field("source", "who acted: actorText is the neutral name, code its id in the case"),
    Field("target", "to whom it was done, in the same form"),
    Field("event", "PLOVER type"),
    Field("eventText", "the words of the first report that tell it"),
    Field("mode", "our declared extension in place of a PLOVER mode; empty without one"),
    Field("context", "hypothetical for planned or possible, denied for denied, else empty"),
    Field("text", "the passage of the first report"),
    Field("textInfo", "every passage: article, span, quote, outlet, chain, stance, publication date"),
    Field("language", "ar"),
    Field("publication", "the outlets, | between them"),
    Field("coder", "Tawatur"),
    Field("version", "the version of Tawatur"),
    Field("comment", "why it stands on so many feet, in words"),
    Field("tawatur", "what no PLOVER field holds: the columns that every format has"),
)
_CONTEXTS = {"planned": "hypothetical", "possible": "hypothetical", "denied": "denied"}


def _parties(parties: tuple[Party, ...]) -> list[dict[str, str]]:
    return [{"actorText": name, "code": party.id} for party, name in zip(parties, names(parties), strict=True)]


def _words(report: ToldReport) -> str:
    """The trigger, where it stands inside the passage."""
    start = report.trigger.start - report.evidence.start
    return report.quote[start : start + report.trigger.end - report.trigger.start] if start >= 0 else ""


def passage(report: ToldReport) -> dict[str, Any]:
    """A report with its place in the article and its chain."""
    return {
        "report": report.id,
        "article": report.article,
        "span": report.evidence,
        "quote": report.quote,
        "outlet": report.outlet,
        "published": report.published,
        "edtf": report.edtf,
        "modality": report.modality,
        "specific": report.specific,
        "chain": [{"name": link.name, "stance": link.stance} for link in report.chain],
        "copied_from": report.copied_from,
        "rule": report.rule,
        "flags": report.flags,
    }


def record(row: Folded) -> dict[str, Any]:
    """One event as a PLOVER record."""
    event, first = row.event, row.event.reports[0]
    return {
        "id": event.id,
        "date": day(row.days.first) if row.days else "",
        "source": _parties(event.actors),
        "target": _parties(event.recipients),
        "event": event.type,
        "eventText": _words(first),
        "mode": event.extension or "",
        "context": _CONTEXTS.get(event.modality, ""),
        "text": first.quote,
        "textInfo": {"reports": [passage(report) for report in event.reports]},
        "language": "ar",
        "publication": "|".join(dict.fromkeys(r.outlet or r.article for r in event.reports)),
        "coder": "Tawatur",
        "version": __version__,
        "comment": event.why.get("en", ""),
        "tawatur": {column.name: column.of(row) for column in DOUBT},
    }


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes the events; standing ties have no PLOVER type and stay out."""
    return write_lines((record(row) for row in told(case, wish) if row.event.kind == "event"), target)


FORMAT = Format(
    name="plover",
    summary="PLOVER records, JSON Lines, events only",
    reader="any JSON reader",
    fields=FIELDS,
    write=write,
)
