"""Actors, places, outlets and sources."""

from fastapi import APIRouter, Request, Response

from tawatur.explore.web.answers import as_json, case_of, citation
from tawatur.explore.web.rendering import render

router = APIRouter()
MOST = 200


@router.get("/actors")
def actors_page(request: Request) -> Response:
    """The actors of the case, most mentioned first."""
    return render(
        request, "actors.html", actors=case_of(request).actors(name=request.query_params.get("name"), limit=MOST)
    )


@router.get("/actors.json")
def actors_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(case_of(request).actors(name=request.query_params.get("name"), limit=MOST))


@router.get("/actors/{id}.json")
def actor_json(request: Request, id: str) -> Response:
    """An actor or place as JSON, with the names that outlets give it."""
    case = case_of(request)
    return as_json(
        {
            "actor": case.actor(id),
            "names": case.names(id),
            "events": case.events(actor=id, limit=MOST),
            "ties": case.ties(actor=id, limit=MOST),
        }
    )


@router.get("/actors/{id}")
def actor_page(request: Request, id: str) -> Response:
    """An actor or place: names by outlet, events, ties."""
    case = case_of(request)
    actor = case.actor(id)
    filters = {"place": id} if actor.kind == "place" else {"actor": id}
    return render(
        request,
        "actor.html",
        actor=actor,
        names=case.names(id),
        events=case.events(**filters, sort="time", limit=60),
        ties=case.ties(**filters, limit=60),
        citation=citation(request, actor.name.get("en") or id),
    )


@router.get("/sources")
def sources_page(request: Request) -> Response:
    """Whom each outlet cites, and how often alone."""
    return render(request, "sources.html", citations=case_of(request).citations())


@router.get("/sources.json")
def sources_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(case_of(request).citations())
