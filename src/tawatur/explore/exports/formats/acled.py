"""Events in the columns of ACLED, with its precision codes. ACLED-like: nobody has judged ACLED's own event types."""

from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import DOUBT, names, outlets
from tawatur.explore.exports.folding import Folded, day, point_of
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, told, write_sheet
from tawatur.explore.exports.formats.ucdp import country, deaths

_LENGTHS = ((1, 1), (7, 2), (31, 3))  # days at most, time_precision


def time_precision(row: Folded) -> int | None:
    """ACLED's time_precision: 1 a day, 2 a week, 3 a month; None for what is longer or undated (see edtf)."""
    days = row.days
    return next((code for most, code in _LENGTHS if days.length <= most), None) if days else None


COLUMNS: tuple[Column[Folded], ...] = (
    Column("event_id_cnty", "the id of the event in the case", lambda r: r.event.id),
    Column("event_date", "the first day that the time covers", lambda r: day(r.days.first) if r.days else None),
    Column("year", "the year of event_date", lambda r: day(r.days.first)[:4] if r.days else None),
    Column("time_precision", "ACLED's code 1-3; empty for longer times and undated events", time_precision),
    Column("event_type", "PLOVER type, not ACLED's", lambda r: r.event.type),
    Column("sub_event_type", "our declared extension", lambda r: r.event.extension),
    Column("actor1", "who acted, the first named", lambda r: names(r.event.actors[:1])),
    Column("assoc_actor_1", "others who acted", lambda r: names(r.event.actors[1:])),
    Column("actor2", "to whom it was done, the first named", lambda r: names(r.event.recipients[:1])),
    Column("assoc_actor_2", "others to whom it was done", lambda r: names(r.event.recipients[1:])),
    Column("country", "the country of the place", country),
    Column("location", "the name of the place", lambda r: names((r.place,)) if r.place else None),
    Column(
        "latitude",
        "of the place's middle; empty where no point is meaningful",
        lambda r: (point_of(r.place.id) or (None,))[0] if r.place else None,
    ),
    Column("longitude", "likewise", lambda r: (point_of(r.place.id) or (None, None))[1] if r.place else None),
    Column("geo_precision", "ACLED's code 1-3 for the place", lambda r: r.precision.acled if r.precision else None),
    Column("source", "the outlets", outlets),
    Column("notes", "the neutral headline", lambda r: r.event.title.get("en")),
    Column(
        "fatalities",
        "killed, by the fold; empty where no report says (ACLED writes 0)",
        lambda r: t.best if (t := deaths(r)) else None,
    ),
    *DOUBT,
)


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes the events; ties are no events and stay out."""
    rows = (row for row in told(case, wish) if row.event.kind == "event")
    return write_sheet(rows, COLUMNS, target, bom=wish.bom)


FORMAT = Format(
    name="acled",
    summary="CSV in the columns of ACLED, events only",
    reader="any CSV reader, R, Excel",
    fields=fields_of(COLUMNS),
    write=write,
)
