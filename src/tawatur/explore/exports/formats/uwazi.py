"""Events and ties as a sheet for Uwazi's CSV import: one entity a row, several values with `|` between."""

from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import DOUBT, names, outlets
from tawatur.explore.exports.folding import Folded, day
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, told, write_sheet


def _range(row: Folded) -> str | None:
    """Uwazi's date range, first:last, an open end left empty."""
    days = row.days
    return ":".join(day(end).replace("-", "/") for end in days) if days else None


COLUMNS: tuple[Column[Folded], ...] = (
    Column("title", "the neutral headline in English, with the event's id: titles must differ",
           lambda r: f"{r.event.title.get('en') or r.event.title.get('ar')} ({r.event.id})"),
    Column("headline_ar", "text: the neutral headline in Arabic", lambda r: r.event.title.get("ar")),
    Column("type", "select: PLOVER or tie type", lambda r: r.event.type),
    Column("actors", "multi-select: who acted", lambda r: names(r.event.actors)),
    Column("recipients", "multi-select: to whom it was done", lambda r: names(r.event.recipients)),
    Column("place", "select: the place (no point: a point would hide how wide it is)",
           lambda r: names((r.place,)) if r.place else None),
    Column("time", "date range: the days that the time covers; empty where undated", _range),
    Column("outlets", "multi-select: who published it", outlets),
    Column("passages", "text: the passages in the original", lambda r: [t.quote for t in r.event.reports]),
    *DOUBT,
)  # fmt: skip


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one row for each event and tie."""
    return write_sheet(told(case, wish), COLUMNS, target, bom=wish.bom)


FORMAT = Format(
    name="uwazi",
    summary="CSV for Uwazi's import; make a template with these properties first",
    reader="Uwazi, any CSV reader",
    fields=fields_of(COLUMNS),
    write=write,
)
