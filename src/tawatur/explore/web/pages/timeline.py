"""Events along time; those without a date apart."""

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from tawatur.explore.drawings.timeline import Lane, draw_timeline
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.asked import FILTERED, given_filters
from tawatur.explore.web.dates import day_text, month_text
from tawatur.explore.web.language import Language, language_of, words
from tawatur.explore.web.pages.known import known_of, types_of
from tawatur.explore.web.rendering import drawn_title, render
from tawatur.model.case import Event
from tawatur.model.days import days_of

router = APIRouter()
SHOWN = 60
Page = Annotated[int, Query(ge=1, le=100_000)]
Found = tuple[list[Event], list[Event], bool]


def events_in_time(request: Request, page: Page = 1) -> Found:
    """The dated events of a page and, on the first, some undated ones; and whether more follow."""
    case = case_of(request)
    filters = given_filters(request, limit=SHOWN + 1, offset=(page - 1) * SHOWN, sort="time")
    found = list(case.stream_events("event", filters))
    dated = [event for event in found if days_of(event.time.edtf)][:SHOWN]
    undated = [event for event in found if not days_of(event.time.edtf)][:SHOWN]
    return dated, undated, len(found) > SHOWN


In = Annotated[Found, Depends(events_in_time)]


@router.get("/timeline")
def timeline_page(request: Request, found: In, page: Page = 1) -> Response:
    """The events along time."""
    dated, undated, more = found
    language = language_of(request)
    return render(
        request,
        "timeline.html",
        drawing=timeline_of(dated, language) if dated else None,
        dated=dated,
        undated=undated,
        page=page,
        more=more,
        given=dict(request.query_params),
        known=known_of(request),
        types=types_of(request)["event"],
    )


@router.get("/timeline.json", dependencies=[FILTERED])
def timeline_json(found: In) -> Response:
    """The same as JSON."""
    return as_json({"dated": found[0], "undated": found[1]})


@router.get("/timeline.svg")
def timeline_drawing(request: Request, found: In) -> Response:
    """The drawing alone."""
    return as_drawing(timeline_of(found[0], language_of(request)), "timeline")


def timeline_of(events: list[Event], language: Language) -> Any:
    """Dated events as a drawing."""
    say = words(language)
    lanes = []
    for event in events:
        edtf = event.time.edtf or ""
        days = days_of(edtf)
        if days:
            lanes.append(
                Lane(
                    href=f"/events/{event.id}",
                    label=drawn_title(event.title, language) or event.id,
                    when=day_text(edtf, language),
                    days=days,
                    unsure=any(mark in edtf for mark in "~?%"),
                    several=event.support > 1,
                )
            )

    def tick(day: dt.date, whole: bool) -> str:
        return str(day.year) if whole else month_text(day, language)

    return draw_timeline(
        lanes, title=say["timeline"], description=say["timeline_note"], mirrored=language == "ar", tick=tick
    )
