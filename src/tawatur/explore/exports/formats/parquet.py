"""Events and ties as one Parquet table with types, reports and chains inside each row."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.casefile.case import Case
from tawatur.errors import ExtraMissing
from tawatur.explore.exports.doubt import flags
from tawatur.explore.exports.folding import Folded, point_of
from tawatur.explore.exports.format import Field, Format, Wish, told
from tawatur.model.case import ChainLink, Party, ToldReport
from tawatur.model.days import Days, days_of

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 5_000  # written at a time, so that a case may be larger than memory
FIELDS = (
    Field("id", "the id of the event or tie in the case"),
    Field("kind, type, extension", "event or relation; PLOVER or tie type; our declared extension"),
    Field("title_ar, title_en", "the neutral headline"),
    Field("actors, recipients, places", "who acted, to whom, where: lists of id, ar, en"),
    Field("place, latitude, longitude, radius_km, where_prec", "the place by the fold; null where no point is meant"),
    Field("edtf, first_day, last_day", "the time as the words give it, and the days it covers; null for open ends"),
    Field("modality, specific", "asserted, denied, planned or possible; false for acts told in general"),
    Field("support, against, why_ar, why_en", "independent feet for it and against it, and the reason in a sentence"),
    Field("common_links, cut", "through whom every chain passes; the fewest whose error would bring it down"),
    Field("figures", "list of unit, low, best (by the fold), high"),
    Field("disagreements", "list of field, sides (lists of report ids), ar, en"),
    Field("fold, flags", "the rule of folding; what makes the words doubtful"),
    Field("reports", "list: id, article, outlet, published, start, end, quote, modality, specific, edtf, place, "
          "chain (list of id, ar, en, stance, inferred), copied_from, flags, rule"),
)  # fmt: skip


def _schema() -> "pa.Schema":
    import pyarrow as pa

    text, number, whole, yes, day = pa.string(), pa.float64(), pa.int32(), pa.bool_(), pa.date32()

    def struct(**fields: Any) -> Any:
        return pa.list_(pa.struct(list(fields.items())))

    party = struct(id=text, ar=text, en=text)
    chain = struct(id=text, ar=text, en=text, stance=text, inferred=text)
    report = struct(
        id=text, article=text, outlet=text, published=text, start=whole, end=whole, quote=text, modality=text,
        specific=yes, edtf=text, place=text, chain=chain, copied_from=text, flags=pa.list_(text), rule=text,
    )  # fmt: skip
    figure = struct(unit=text, low=number, best=number, high=number)
    dispute = struct(field=text, sides=pa.list_(pa.list_(text)), ar=text, en=text)
    return pa.schema({
        "id": text, "kind": text, "type": text, "extension": text, "title_ar": text, "title_en": text,
        "actors": party, "recipients": party, "places": party, "place": text, "latitude": number, "longitude": number,
        "radius_km": number, "where_prec": whole, "edtf": text, "first_day": day, "last_day": day, "modality": text,
        "specific": yes, "support": whole, "against": whole, "why_ar": text, "why_en": text, "common_links": party,
        "cut": party, "figures": figure, "disagreements": dispute, "fold": text, "flags": pa.list_(text),
        "reports": report,
    })  # fmt: skip


def _party(party: Party | ChainLink) -> dict[str, Any]:
    return {"id": party.id, "ar": party.name.get("ar"), "en": party.name.get("en")}


def _report(report: ToldReport) -> dict[str, Any]:
    links = [_party(link) | {"stance": link.stance, "inferred": link.inferred} for link in report.chain]
    plain = ("id", "article", "outlet", "published", "quote", "modality", "specific", "edtf", "place", "copied_from",
             "flags", "rule")  # fmt: skip
    found = {name: getattr(report, name) for name in plain}
    return found | {"start": report.evidence.start, "end": report.evidence.end, "chain": links}


def _days(days: Days | None) -> dict[str, Any]:
    """Open ends as null: Parquet's days would take the first day of the calendar for a date."""
    ends = [None if end is None or end.year in (1, 9999) else end for end in days or (None, None)]
    return {"first_day": ends[0], "last_day": ends[1]}


def row(folded: Folded) -> dict[str, Any]:
    """An event as one row."""
    event, place = folded.event, folded.place
    point = point_of(place.id) if place else None
    known = folded.precision
    plain = ("id", "kind", "type", "extension", "modality", "specific", "support", "against")
    return {
        **{name: getattr(event, name) for name in plain},
        **{f"title_{lang}": event.title.get(lang) for lang in ("ar", "en")},
        **{f"why_{lang}": event.why.get(lang) for lang in ("ar", "en")},
        **{name: [_party(p) for p in getattr(event, name)]
           for name in ("actors", "recipients", "places", "common_links", "cut")},
        "place": place.id if place else None,
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
        "radius_km": known.radius if known else None,
        "where_prec": known.ucdp if known else None,
        "edtf": folded.edtf,
        **_days(days_of(folded.edtf)),
        "figures": [{"unit": t.unit, "low": t.low, "best": t.best, "high": t.high} for t in folded.figures],
        "disagreements": [{"field": d.field, "sides": d.sides, **d.note} for d in event.disagreements],
        "fold": folded.fold,
        "flags": flags(folded),
        "reports": [_report(report) for report in event.reports],
    }  # fmt: skip


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, ROWS)):
        yield batch


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one row for each event and tie. Raises ExtraMissing without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExtraMissing("parquet: needs pyarrow; run pip install 'tawatur[parquet]'") from error
    schema, number = _schema(), 0
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for batch in _batches(row(folded) for folded in told(case, wish)):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            number += len(batch)
    return number


FORMAT = Format(
    name="parquet",
    summary="one Parquet table, one row for each event and tie, reports and chains inside (extra: parquet)",
    reader="DuckDB, polars, pandas, R's arrow, pyarrow",
    fields=FIELDS,
    write=write,
    extra="parquet",
)
