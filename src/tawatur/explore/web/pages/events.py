"""Events and ties: lists with filters, and each on a page of its own."""

from collections.abc import Iterable
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup
from sqlalchemy import or_, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.judgements.fields import known_types
from tawatur.events.framing.reader import frame_event
from tawatur.explore.drawings.chains import Words, draw_chains
from tawatur.explore.web.answers import PAGE, as_drawing, as_json, case_of
from tawatur.explore.web.asked import FILTERED, given_filters
from tawatur.explore.web.forms import may_review
from tawatur.explore.web.history import history_of
from tawatur.explore.web.language import Language, language_of, words
from tawatur.explore.web.pages.known import known_of, types_of
from tawatur.explore.web.pages.maps import small_map
from tawatur.explore.web.rendering import render
from tawatur.model.case import CopyLink, Event, ToldReport
from tawatur.model.reading import Modality

router = APIRouter()
QUOTED = 30  # reports with their quotes on an event's page
DISPUTED = 12  # of events, and of ties, on a page with all their quotes
Page = Annotated[int, Query(ge=1, le=100_000)]


def _filters(request: Request, page: int) -> Filters:
    return given_filters(request, limit=PAGE + 1, offset=(page - 1) * PAGE)


@router.get("/events")
def events_page(request: Request, page: Page = 1) -> Response:
    """The events that meet the filters."""
    return _list(request, "event", page)


@router.get("/ties")
def ties_page(request: Request, page: Page = 1) -> Response:
    """The ties that meet the filters."""
    return _list(request, "relation", page)


@router.get("/events.json", dependencies=[FILTERED])
def events_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(list(case_of(request).stream_events("event", _filters(request, page)))[:PAGE])


@router.get("/ties.json", dependencies=[FILTERED])
def ties_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(list(case_of(request).stream_events("relation", _filters(request, page)))[:PAGE])


@router.get("/disagreements")
def disagreements_page(request: Request, page: Page = 1) -> Response:
    """The events and ties in which reports contradict one another."""
    found = _disputed(request, page)
    return render(request, "disagreements.html", events=found, page=page, more=len(found) >= DISPUTED)


@router.get("/disagreements.json")
def disagreements_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(_disputed(request, page))


def _disputed(request: Request, page: int) -> list[Event]:
    filters = Filters(disputed=True, limit=DISPUTED, offset=(page - 1) * DISPUTED)
    case = case_of(request)
    return [*case.stream_events("event", filters), *case.stream_events("relation", filters)]


def _list(request: Request, kind: str, page: int) -> Response:
    found = list(case_of(request).stream_events(kind, _filters(request, page)))
    given = {name: value for name, value in request.query_params.items() if value and name not in ("page", "lang")}
    return render(
        request,
        "events.html",
        kind=kind,
        events=found[:PAGE],
        more=len(found) > PAGE,
        page=page,
        given=given,
        known=known_of(request),
        types=types_of(request)[kind],
        total=case_of(request).counts()["events" if kind == "event" else "ties"],
    )


@router.get("/events/{id}.json")
def event_json(request: Request, id: str) -> Response:
    """An event or tie as JSON, by the published contract."""
    return as_json(case_of(request).event(id))


@router.get("/events/{id}.svg")
def event_drawing(request: Request, id: str) -> Response:
    """The drawing of an event's chains, alone."""
    return as_drawing(_chains(case_of(request).event(id), language_of(request)), f"chains-{id}")


@router.get("/events/{id}")
def event_page(request: Request, id: str) -> Response:
    """An event or tie: its fields, its chains, every report side by side, what is disputed, what was decided."""
    case = case_of(request)
    event = case.event(id)
    language = language_of(request)
    shown = event.reports[:QUOTED]
    quotes = [
        {"first": first, "articles": [{"first": one, "reports": told} for one, told in grouped(reports, "article_id")]}
        for first, reports in grouped(shown, "outlet_id")
    ]
    return render(
        request,
        "event.html",
        event=event,
        drawing=_chains(event, language),
        quotes=quotes,
        quotes_more=len(event.reports) - len(shown),
        titles=titles_of(case, {told.article_id for told in shown}),
        wordings=_wordings(event),
        map=small_map(event.places, language),
        copies=_copies(case, event),
        twins=_twins(case, event) if may_review(request) else [],
        history=history_of(case, {event.id, *event.judged}, {r.id for r in event.reports}),
        modalities=get_args(Modality),
        types=sorted(known_types()),
    )


def _chains(event: Event, language: Language) -> Markup:
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


def grouped(reports: Iterable[ToldReport], by: str) -> list[tuple[ToldReport, list[ToldReport]]]:
    """The reports by outlet or article (where an outlet has no id, by article), in the order of the event."""
    groups: dict[str, list[ToldReport]] = {}
    for told in reports:
        groups.setdefault(getattr(told, by) or told.article_id, []).append(told)
    return [(told[0], told) for told in groups.values()]


def titles_of(case: Case, ids: Iterable[str]) -> dict[str, str]:
    """The headlines of articles by id and by path; those without one are left out."""
    table, wanted = schema.articles, sorted(ids)
    query = select(table.c.id, table.c.path, table.c.title).where(
        or_(table.c.id.in_(wanted), table.c.path.in_(wanted)), table.c.title.is_not(None)
    )
    with case.engine.connect() as connection:
        return {key: row.title for row in connection.execute(query) for key in (row.id, row.path)}


def _wordings(event: Event) -> list[dict[str, Any]]:
    """For each outlet its words for the act and for both sides, each once."""
    found: dict[str, dict[str, Any]] = {}
    for told, words_ in zip(event.reports, frame_event(event), strict=True):
        row = found.setdefault(
            told.outlet_id or told.article_id, {"outlet": told, "act": {}, "actors": {}, "recipients": {}}
        )
        row["act"].setdefault(words_.act, told)
        for side, used in (("actors", words_.actors), ("recipients", words_.recipients)):
            for wording in used:
                row[side].setdefault(wording, told)
    return list(found.values())


def _copies(case: Case, event: Event) -> dict[str, CopyLink]:
    """The inferred copies that the event's reports rest on, by id."""
    wanted = {told.copy for told in event.reports if told.copy}
    paths = sorted({told.article for told in event.reports if told.copy})
    return {copy.id: copy for path in paths for copy in case.copies_of(path) if copy.id in wanted}


def _twins(case: Case, event: Event) -> list[Event]:
    """Events of the same type and actor with which a reviewer may want to merge this one."""
    party = next(iter(event.actors + event.recipients), None)
    if party is None:
        return []
    filters = Filters(type=event.type, actor=party.id, limit=13)
    return [found for found in case.stream_events(event.kind, filters) if found.id != event.id][:12]
