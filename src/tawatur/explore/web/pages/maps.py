"""The map of the case's places."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import func, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.explore.drawings.map import Placed, draw_map, outside
from tawatur.explore.drawings.spots import spot_of
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import Language, language_of, words
from tawatur.explore.web.rendering import render
from tawatur.mentions.places.gazetteer import parents, place
from tawatur.model.case import Party

router = APIRouter()
MOST = 250
WIDEST = 5.0  # degrees of longitude that the map shows at least, so that a reader sees where it is
SMALL = 420.0  # width of a map beside the facts
Row = dict[str, Any]
_WIDE = frozenset(("country", "continent", "sea"))


def places_of(request: Request) -> list[Row]:
    """The places at which the case's events happened, most events first, with where they lie."""
    return kept(request, "places", lambda: _rows(case_of(request)))


def _rows(case: Case) -> list[Row]:
    parts = schema.parts
    query = (
        select(parts.c.party_id, func.count().label("events"))
        .where(parts.c.role == "place")
        .group_by(parts.c.party_id)
        .order_by(func.count().desc(), parts.c.party_id)
    )
    names = {actor.id: actor.name for actor in _place_actors(case)}
    with case.engine.connect() as connection:
        rows = connection.execute(query).all()
    return [
        {"id": id, "name": names.get(id, {"en": id}), "events": count, "spot": spot_of(id), "wide": is_wide(id)}
        for id, count in rows
    ]


def _place_actors(case: Case) -> Iterable[Party]:
    table = schema.actors
    query = select(table.c.id, table.c.name_ar, table.c.name_en).where(table.c.kind == "place")
    with case.engine.connect() as connection:
        for id, arabic, english in connection.execute(query):
            yield Party(id=id, name={k: v for k, v in (("ar", arabic), ("en", english)) if v})


def is_wide(id: str) -> bool:
    """Whether a place is a country, continent or sea: no spot on a map."""
    spot = spot_of(id)
    return spot is None or place(id).kind in _WIDE


def drawn_places(rows: Iterable[Row], language: Language) -> list[Placed]:
    """The rows that have a spot, with what the map says of each."""
    say = words(language)
    found = []
    for row in rows:
        if row["wide"] or row["spot"] is None:
            continue
        name = row["name"].get(language) or row["name"].get("en") or row["name"].get("ar") or row["id"]
        about = f"{say['radius']} {row['spot'].radius:g} {say['km']}"
        if row["spot"].of:
            about += f"{say['comma']}{say['borrowed']} {place(row['spot'].of).name.get(language)}"
        title = f"{name}: {row['events']} {say['count_events']}{say['comma']}{about}"
        found.append(Placed(id=row["id"], spot=row["spot"], label=name, title=title, count=row["events"]))
    return found[:MOST]


Rows = Annotated[list[Row], Depends(places_of)]


@router.get("/map")
def map_page(request: Request, rows: Rows) -> Response:
    """Where events happened, with the radius inside which the words may mean any point."""
    borders = request.query_params.get("borders") != "no"
    drawn = drawn_places(rows, language_of(request))
    return render(
        request,
        "map.html",
        drawing=_drawn(request, rows),
        borders=borders,
        drawn=drawn,
        outside=outside(drawn, WIDEST),
        wide=[row for row in rows if row["wide"]][:60],
        rows=[row for row in rows if not row["wide"]][:60],
    )


@router.get("/map.svg")
def map_drawing(request: Request, rows: Rows) -> Response:
    """The drawing alone."""
    return as_drawing(_drawn(request, rows), "map")


@router.get("/map.json")
def map_json(rows: Rows) -> Response:
    """The places as JSON."""
    return as_json(rows)


def _drawn(request: Request, rows: list[Row]) -> Any:
    language = language_of(request)
    say = words(language)
    return draw_map(
        drawn_places(rows, language),
        title=say["map"],
        description=say["map_note"],
        borders=request.query_params.get("borders") != "no",
        least=WIDEST,
        country=lambda id: country_name(id, language),
    )


def country_name(id: str, language: Language) -> str:
    """A country's short name; an Arabic map says سوريا and not الجمهورية العربية السورية."""
    return min((place(id).name.get(language) or id, *(place(id).names if language == "ar" else ())), key=len)


def small_map(parties: Iterable[Party], language: Language) -> Any:
    """A map of a few places, None where none of them has a spot."""
    rows = [{"id": p.id, "name": p.name, "events": 1, "spot": spot_of(p.id), "wide": is_wide(p.id)} for p in parties]
    drawn = drawn_places(rows, language)
    say = words(language)
    if not drawn:
        return None
    return draw_map(
        drawn,
        title=say["map"],
        description=say["map_note"],
        width=SMALL,
        least=6.0,
        country=lambda id: country_name(id, language),
    )


def line_of(id: str) -> list[Party]:
    """The places that hold this one, nearest first."""
    return [Party(id=f"place:{step}", name=place(step).name) for step in parents(id)] if spot_of(id) else []
