"""Actors and places: names by outlet, affiliations, ties, events in time, the network around."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.history import history_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import Language, language_of
from tawatur.explore.web.pages.around import around_actor
from tawatur.explore.web.pages.maps import line_of, small_map
from tawatur.explore.web.pages.timeline import timeline_of
from tawatur.explore.web.rendering import render
from tawatur.mentions.actors.known import known
from tawatur.model.case import CaseActor, Event, Party
from tawatur.model.days import days_of

router = APIRouter()
GENERIC = "generic"
LISTED, SHOWN, MOST, NAMES = 100, 30, 200, 50
Page = Annotated[int, Query(ge=1, le=100_000)]
Name = Annotated[str, Query(max_length=200)]
Kind = Annotated[str, Query(max_length=20)]


def _list(request: Request, name: str, kind: str, page: int) -> list[CaseActor]:
    unnamed = kind == GENERIC  # asked for like a kind
    found = case_of(request).actors(
        name=name.strip() or None,
        kind=None if unnamed else kind or None,
        generic=True if unnamed else None,
        limit=page * LISTED + 1,
    )
    return found[(page - 1) * LISTED :]


@router.get("/actors")
def actors_page(request: Request, name: Name = "", kind: Kind = "", page: Page = 1) -> Response:
    """The actors of the case, most mentioned first, who is no one in particular after all others."""
    found = _list(request, name, kind, page)
    return render(
        request, "actors.html", actors=found[:LISTED], asked=name, kind=kind, page=page, more=len(found) > LISTED
    )


@router.get("/actors.json")
def actors_json(request: Request, name: Name = "", kind: Kind = "", page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(_list(request, name, kind, page)[:LISTED])


@router.get("/actors/{id}.json")
def actor_json(request: Request, id: str) -> Response:
    """An actor or place as JSON, with the names that outlets give it."""
    case = case_of(request)
    actor = case.actor(id)
    filters = _about(actor)
    return as_json(
        {
            "actor": actor,
            "names": case.names(id),
            "events": case.events(**filters, limit=MOST),
            "ties": case.ties(**filters, limit=MOST),
        }
    )


@router.get("/actors/{id}.svg")
def actor_drawing(request: Request, id: str) -> Response:
    """The network around an actor, alone."""
    drawn = around_actor(request, case_of(request).actor(id).id)
    return as_drawing(drawn or _nothing(), f"around-{id.replace(':', '-')}")


def _nothing() -> Any:
    from tawatur.explore.drawings.svg import drawing

    return drawing([], width=10, height=10, title="", description="", kind="around")


@router.get("/actors/{id}")
def actor_page(request: Request, id: str) -> Response:
    """An actor or place."""
    case = case_of(request)
    actor = case.actor(id)
    return _place(request, case, actor) if actor.kind == "place" else _actor(request, case, actor)


def _actor(request: Request, case: Case, actor: CaseActor) -> Response:
    language = language_of(request)
    events = kept(request, f"events:{actor.id}", lambda: _events(case, actor, 2 * SHOWN))
    ties = kept(request, f"ties:{actor.id}", lambda: case.ties(actor=actor.id, limit=SHOWN))
    dated = [event for event in events if days_of(event.time.edtf)]
    return render(
        request,
        "actor.html",
        actor=actor,
        side=_side(case, actor),
        names=case.names(actor.id)[:NAMES],
        affiliations=affiliations_of(case, actor.id),
        around=around_actor(request, actor.id),
        timeline=timeline_of(dated[:SHOWN], language) if dated else None,
        events=events[:SHOWN],
        more=len(events) > SHOWN,
        ties=ties,
        history=history_of(case, {actor.id}, set()),
    )


def _place(request: Request, case: Case, actor: CaseActor) -> Response:
    language = language_of(request)
    events = _events(case, actor, SHOWN + 1)
    return render(
        request,
        "place.html",
        actor=actor,
        within=line_of(actor.id),
        names=case.names(actor.id)[:NAMES],
        map=small_map([Party(id=actor.id, name=actor.name)], language),
        events=events[:SHOWN],
        more=len(events) > SHOWN,
        ties=case.ties(place=actor.id, limit=SHOWN),
        history=history_of(case, {actor.id}, set()),
    )


def _name(actor: CaseActor, language: Language) -> str:
    return actor.name.get(language) or actor.name.get("en") or actor.name.get("ar") or actor.id


def _about(actor: CaseActor) -> dict[str, Any]:
    return {"place": actor.id} if actor.kind == "place" else {"actor": actor.id}


def _events(case: Case, actor: CaseActor, most: int) -> list[Event]:
    """Its events, earliest first, undated ones last."""
    return list(case.stream_events("event", Filters(**_about(actor), sort="time", limit=most)))


def _side(case: Case, actor: CaseActor) -> Party | None:
    """The side it belongs to, with its name from the case or the knowledge base."""
    return party_of(case, actor.side) if actor.side else None


def party_of(case: Case, id: str) -> Party:
    """An actor by id with the best name there is."""
    rows = case.names_of([id])
    known_one = known().get(id)
    return Party(id=id, name=rows.get(id) or (known_one.name if known_one else {"en": id}))


def affiliations_of(case: Case, id: str) -> list[dict[str, Any]]:
    """What the knowledge base states of an actor's standing ties, with years and source."""
    actor = known().get(id)
    if actor is None:
        return []
    held = case.names_of([tie.to for tie in actor.affiliation])
    return [
        {"kind": tie.kind, "to": party_of(case, tie.to), "from": tie.from_year, "until": tie.to_year,
         "source": tie.source, "held": tie.to in held}
        for tie in actor.affiliation
    ]  # fmt: skip
