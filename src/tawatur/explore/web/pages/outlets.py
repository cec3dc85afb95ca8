"""Outlets: whom each cites, who cites it, how often alone."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import or_, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.errors import QueryError
from tawatur.explore.drawings.sources import Cited, draw_sources
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import Language, language_of, words
from tawatur.explore.web.pages.actors import affiliations_of
from tawatur.explore.web.rendering import render

router = APIRouter()
MOST, SHOWN, DRAWN = 200, 30, 40
Row = dict[str, Any]


@router.get("/sources")
def sources_page(request: Request) -> Response:
    """Whom each outlet cites, and how often alone."""
    rows = kept(request, "citations", case_of(request).citations)
    drawing = _drawn(rows, language_of(request))
    return render(request, "sources.html", citations=rows[:MOST], more=max(0, len(rows) - MOST), drawing=drawing)


@router.get("/sources.json")
def sources_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(kept(request, "citations", case_of(request).citations))


@router.get("/sources.svg")
def sources_drawing(request: Request) -> Response:
    """The drawing alone."""
    return as_drawing(_drawn(kept(request, "citations", case_of(request).citations), language_of(request)), "sources")


def _drawn(rows: list[Row], language: Language) -> Any:
    """The drawing of those who cite most; the table holds the others too."""
    say = words(language)

    def name(row: Row, side: str) -> str:
        other = "en" if language == "ar" else "ar"
        return str(row[f"{side}_{language}"] or row[f"{side}_{other}"] or row[f"{side}_id"])

    cited = [
        Cited(
            outlet=row["outlet_id"], outlet_name=name(row, "outlet"), source=row["source_id"],
            source_name=name(row, "source"), anonymous=row["anonymous"], reports=row["reports"],
            alone=0 < row["alone"] == row["events"],
            title=f"{name(row, 'outlet')} — {name(row, 'source')}: {row['reports']} {say['count_reports']}",
        )
        for row in rows[:DRAWN]
    ]  # fmt: skip
    return draw_sources(cited, title=say["sources_drawing"], description=say["sources_lead"], mirrored=language == "ar")


@router.get("/outlets/{id}.json")
def outlet_json(request: Request, id: str) -> Response:
    """The same as JSON."""
    return as_json(_view(case_of(request), id))


@router.get("/outlets/{id}")
def outlet_page(request: Request, id: str) -> Response:
    """An outlet: whom it cites, who cites it, what it alone reports."""
    case = case_of(request)
    seen = _view(case, id)
    return render(request, "outlet.html", **seen, affiliations=affiliations_of(case, id))


def _view(case: Case, id: str) -> Row:
    """What the case knows of an outlet. Raises QueryError."""
    table = schema.citations
    query = select(table).where(or_(table.c.outlet_id == id, table.c.source_id == id))
    order = (table.c.alone.desc(), table.c.reports.desc(), table.c.outlet_id, table.c.source_id)
    with case.engine.connect() as connection:
        rows = [dict(row._mapping) for row in connection.execute(query.order_by(*order))]
    cites = [row for row in rows if row["outlet_id"] == id and row["source_id"] != id]
    cited = [row for row in rows if row["source_id"] == id and row["outlet_id"] != id]
    events = list(case.stream_events("event", Filters(outlet=id, sort="reports", limit=SHOWN)))
    name = _name(case, id, rows, events)
    if name is None:
        raise QueryError(f"{id}: no such outlet in this case; /sources lists them")
    return {"id": id, "outlet_name": name, "cites": cites[:MOST], "cited": cited[:MOST], "events": events}


def _name(case: Case, id: str, rows: list[Row], events: list[Any]) -> dict[str, str] | None:
    for row in rows:
        side = "outlet" if row["outlet_id"] == id else "source"
        return {lang: row[f"{side}_{lang}"] for lang in ("ar", "en") if row[f"{side}_{lang}"]}
    for event in events:
        for told in event.reports:
            if told.outlet_id == id:
                return told.outlet_name or {"ar": told.outlet or told.article}
    return case.names_of([id]).get(id)
