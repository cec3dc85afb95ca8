"""Events in the columns of the UCDP Georeferenced Event Dataset, with its precision codes.

UCDP-like, not UCDP: no threshold of deaths is applied and no coder has judged type of violence, dyad or clarity.
"""

from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.errors import KnowledgeError
from tawatur.explore.exports.doubt import DOUBT, articles, names, outlets
from tawatur.explore.exports.folding import Folded, day, point_of
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, told, write_sheet
from tawatur.mentions.places.gazetteer import parents, place
from tawatur.model.case import Tally

_LENGTHS = ((1, 1), (6, 2), (7, 3), (31, 4))  # days at most, date_prec; longer is 5
DEATHS = frozenset({"killed", "dead", "deaths"})


def date_precision(row: Folded) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer; None where undated."""
    days = row.days
    if days is None:
        return None
    return next((code for most, code in _LENGTHS if days.length <= most), 5)


def deaths(row: Folded) -> Tally | None:
    """The figure of those killed, where a report gives one."""
    return next((tally for tally in row.figures if tally.unit in DEATHS), None)


def country(row: Folded) -> str | None:
    """The English name of the country in which its place lies."""
    if row.place is None:
        return None
    try:
        kbs = (row.place.id, *parents(row.place.id))
        return next((place(kb).name["en"] for kb in kbs if place(kb).kind == "country"), None)
    except KnowledgeError:
        return None


COLUMNS: tuple[Column[Folded], ...] = (
    Column("id", "the id of the event in the case (UCDP has numbers)", lambda r: r.event.id),
    Column("year", "the year of date_start", lambda r: day(r.days.first)[:4] if r.days else None),
    Column("side_a", "who acted; no judgement that it is a party to a conflict", lambda r: names(r.event.actors)),
    Column("side_b", "to whom it was done", lambda r: names(r.event.recipients)),
    Column(
        "number_of_sources", "how many articles report it; for independent ones see support", lambda r: len(articles(r))
    ),
    Column("source_article", "the paths of the articles", articles),
    Column("source_office", "the outlets", outlets),
    Column("source_date", "when each was published", lambda r: [t.published or "?" for t in r.event.reports]),
    Column(
        "source_original",
        "through whom the reports come, innermost source of each chain",
        lambda r: list(dict.fromkeys(names((t.chain[-1],))[0] for t in r.event.reports if t.chain)),
    ),
    Column("where_prec", "UCDP's code 1-7 for the place", lambda r: r.precision.ucdp if r.precision else None),
    Column("where_coordinates", "the name of the place", lambda r: names((r.place,)) if r.place else None),
    Column(
        "latitude",
        "of the place's middle; empty for countries, seas and whatever is no point",
        lambda r: (point_of(r.place.id) or (None,))[0] if r.place else None,
    ),
    Column("longitude", "likewise", lambda r: (point_of(r.place.id) or (None, None))[1] if r.place else None),
    Column("country", "the country of the place", country),
    Column("date_prec", "UCDP's code 1-5 for the time; empty where undated", date_precision),
    Column("date_start", "the first day that the time covers", lambda r: day(r.days.first) if r.days else None),
    Column("date_end", "the last day that the time covers", lambda r: day(r.days.last) if r.days else None),
    Column("best", "killed, by the fold", lambda r: t.best if (t := deaths(r)) else None),
    Column("low", "killed, the lowest told", lambda r: t.low if (t := deaths(r)) else None),
    Column(
        "high",
        "killed, the highest told; empty where a report says 'more than'",
        lambda r: t.high if (t := deaths(r)) else None,
    ),
    Column(
        "type",
        "PLOVER type (UCDP's type_of_violence is a coder's judgement and is not guessed)",
        lambda r: r.event.type,
    ),
    *DOUBT,
)


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes the events; ties are no events and stay out."""
    rows = (row for row in told(case, wish) if row.event.kind == "event")
    return write_sheet(rows, COLUMNS, target, bom=wish.bom)


FORMAT = Format(
    name="ucdp",
    summary="CSV in the columns of UCDP GED, events only",
    reader="any CSV reader, R, Excel",
    fields=fields_of(COLUMNS),
    write=write,
)
