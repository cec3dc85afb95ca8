"""Events and ties: lists with filters, and each on a page of its own."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tawatur.casefile.filters import Filters
from tawatur.explore.drawings.chains import Words, draw_chains
from tawatur.explore.web.answers import PAGE, as_json, case_of, citation
from tawatur.explore.web.language import language_of, words
from tawatur.explore.web.rendering import render
from tawatur.model.case import Event

router = APIRouter()
Text = Annotated[str, Query(max_length=200)]
Page = Annotated[int, Query(ge=1, le=100_000)]


def _filters(request: Request, page: int) -> Filters:
    """The filters in the address; empty ones count as not given, unknown ones are left alone."""
    given = request.query_params
    plain: dict[str, Any] = {
        name: given[name].strip()
        for name in (
            "actor",
            "with_actor",
            "type",
            "extension",
            "place",
            "outlet",
            "source",
            "since",
            "until",
            "modality",
            "sort",
        )
        if given.get(name, "").strip()
    }
    support = given.get("support", "")
    shape: dict[str, Any] = {"limit": PAGE + 1, "offset": (page - 1) * PAGE, "disputed": bool(given.get("disputed"))}
    return Filters(**plain, **shape, support=int(support) if support.isdigit() else None)


@router.get("/events")
def events_page(request: Request, page: Page = 1) -> Response:
    """The events that meet the filters."""
    return _list(request, "event", page)


@router.get("/ties")
def ties_page(request: Request, page: Page = 1) -> Response:
    """The ties that meet the filters."""
    return _list(request, "relation", page)


@router.get("/events.json")
def events_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(list(case_of(request).stream_events("event", _filters(request, page)))[:PAGE])


@router.get("/ties.json")
def ties_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(list(case_of(request).stream_events("relation", _filters(request, page)))[:PAGE])


@router.get("/disagreements")
def disagreements_page(request: Request, page: Page = 1) -> Response:
    """The events and ties in which reports contradict one another."""
    return render(request, "disagreements.html", events=_disputed(request, page)[:PAGE], page=page)


@router.get("/disagreements.json")
def disagreements_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(_disputed(request, page)[:PAGE])


def _disputed(request: Request, page: int) -> list[Event]:
    filters = Filters(disputed=True, limit=PAGE, offset=(page - 1) * PAGE)
    case = case_of(request)
    return [*case.stream_events("event", filters), *case.stream_events("relation", filters)]


def _list(request: Request, kind: str, page: int) -> Response:
    found = list(case_of(request).stream_events(kind, _filters(request, page)))
    given = {name: value for name, value in request.query_params.items() if value and name not in ("page", "lang")}
    return render(
        request, "events.html", kind=kind, events=found[:PAGE], more=len(found) > PAGE, page=page, given=given
    )


@router.get("/events/{id}.json")
def event_json(request: Request, id: str) -> Response:
    """An event or tie as JSON, by the published contract."""
    return as_json(case_of(request).event(id))


@router.get("/events/{id}")
def event_page(request: Request, id: str) -> Response:
    """An event or tie: its fields, its chains, every report side by side, what is disputed."""
    event = case_of(request).event(id)
    language = language_of(request)
    return render(
        request,
        "event.html",
        event=event,
        drawing=_chains(event, language),
        quotes=_by_outlet(event),
        citation=citation(request, event.title.get(language) or event.title["en"]),
    )


def _chains(event: Event, language: Any) -> Any:
    say = words(language)
    return draw_chains(
        event,
        name=lambda value: value.get(language) or value.get("en") or value.get("ar") or "?",
        words=Words(
            title=say["chains_drawing"],
            description=event.why.get(language, ""),
            happening=say["happening"],
            reader=say["reader"],
            common=say["common_link"],
            inferred=say["inferred"],
        ),
        mirrored=language == "ar",
    )


def _by_outlet(event: Event) -> list[tuple[Any, list[Any]]]:
    """The reports grouped by who published them, in the order of the event."""
    groups: dict[str, list[Any]] = {}
    for told in event.reports:
        groups.setdefault(told.outlet_id or told.article_id, []).append(told)
    return [(told[0], told) for told in groups.values()]
