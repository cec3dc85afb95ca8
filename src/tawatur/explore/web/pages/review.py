"""Review: the queue of doubts, decisions, what was decided, undo."""

from collections import Counter
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from tawatur.casefile.case import Case
from tawatur.casefile.judgements.naming import things_of
from tawatur.casefile.judgements.records import Judgement, kind_of
from tawatur.casefile.judgements.storing import all_judgements, standing, states
from tawatur.casefile.judgements.values import given_value
from tawatur.casefile.queue import MOST, REASONS, Doubt, doubts, with_events
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.deciding import Desk
from tawatur.explore.web.forms import (
    Long,
    Short,
    check_form,
    local_address,
    named_thing,
    remember_name,
    reviewer_of,
)
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.pages.events import titles_of
from tawatur.explore.web.rendering import render

router = APIRouter()
SHOWN, LISTED = 20, 100
Page = Annotated[int, Query(ge=1, le=100_000)]
Why = Annotated[str, Query(max_length=20)]


def _waiting(request: Request, reason: str) -> tuple[list[Doubt], dict[str, int]]:
    found = kept(request, "doubts", lambda: doubts(case_of(request)))
    counted = Counter(doubt.reason for doubt in found)
    chosen = [doubt for doubt in found if not reason or doubt.reason == reason]
    return chosen, {name: counted[name] for name in REASONS if counted[name]}


@router.get("/review")
def review_page(request: Request, reason: Why = "", page: Page = 1) -> Response:
    """What waits for a decision, most doubtful first."""
    found, counted = _waiting(request, reason)
    start = (page - 1) * SHOWN
    shown = with_events(case_of(request), found[start : start + SHOWN])
    return render(
        request,
        "review.html",
        doubts=shown,
        total=len(found),
        waiting=counted,
        titles=titles_of(case_of(request), _copied(shown)),
        reason=reason,
        most=MOST,
        page=page,
        more=len(found) > start + SHOWN,
    )


def _copied(found: list[Doubt]) -> list[str]:
    """The paths of the articles that copies in question are about."""
    copies = [doubt.copy for doubt in found if doubt.copy]
    return [path for copy in copies for path in (copy.article, copy.from_article) if path]


@router.get("/review.json")
def review_json(request: Request, reason: Why = "", page: Page = 1) -> Response:
    """The same as JSON."""
    start = (page - 1) * SHOWN
    return as_json(with_events(case_of(request), _waiting(request, reason)[0][start : start + SHOWN]))


@router.get("/judgements")
def judgements_page(request: Request, page: Page = 1) -> Response:
    """Every decision, newest first, with what became of it."""
    made, what, stand = _judgements(case_of(request))
    start = (page - 1) * LISTED
    shown = made[start : start + LISTED]
    return render(
        request,
        "judgements.html",
        judgements=shown,
        things=things_of(case_of(request).engine, shown),
        states=what,
        stand=stand,
        page=page,
        more=len(made) > start + LISTED,
    )


@router.get("/judgements.json")
def judgements_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    made, what, stand = _judgements(case_of(request))
    start = (page - 1) * LISTED
    shown = made[start : start + LISTED]
    things = things_of(case_of(request).engine, shown)
    return as_json(
        [{"judgement": j, "stands": j.id in stand, "state": what.get(j.id), "about": things[j.target]} for j in shown]
    )


def _judgements(case: Case) -> tuple[list[Judgement], dict[str, str], set[str]]:
    return all_judgements(case.engine)[::-1], states(case.engine), {made.id for made in standing(case.engine)}


@router.post("/review/decide")
def decide(
    request: Request,
    action: Short,
    target: Short,
    token: Short = "",
    by: Short = "",
    why: Long = "",
    field: Short = "",
    to: Long = "",
    reports: Annotated[list[str] | None, Form()] = None,
    next: Annotated[str, Form(max_length=600)] = "/review",
) -> Response:
    """Takes a decision down, joins the case anew and goes back to where it was taken."""
    check_form(request, token)
    case, desk = case_of(request), request.app.state.desk
    reviewer = reviewer_of(request, by)
    given = named_thing(to) if action == "merge" else to
    leaving = ",".join(part for part in (reports or [])[:500] if len(part) < 40)
    value = given_value(action, kind_of(target), field=field or None, to=given, reports=leaving)
    made = desk.decide(action=action, target=target, reviewer=reviewer, reason=why, value=value)
    if "application/json" in request.headers.get("accept", ""):
        answer: Response = JSONResponse({"judgement": made.id, "pending": desk.pending})
    else:
        answer = RedirectResponse(_after(case, desk, made, local_address(next, "/review")), 303)
    remember_name(answer, reviewer)
    return answer


def _after(case: Case, desk: Desk, made: Judgement, address: str) -> str:
    """Where the thing decided on is found now: an event may have another id, or be gone."""
    path = urlsplit(address).path
    if path.startswith("/events/"):
        home = _home(case, made, path.removeprefix("/events/"))
        path = f"/events/{home}" if home else "/review"
    query = urlsplit(address).query if path == "/review" else ""
    kept_query = "&".join(part for part in query.split("&") if part.startswith(("reason=", "page=")))
    done = f"done={made.id}"
    return f"{path}?{kept_query}&{done}" if kept_query else f"{path}?{done}"


def _home(case: Case, made: Judgement, event: str) -> str | None:
    if case.has_event(event):
        return event
    taken_back = [j for j in all_judgements(case.engine) if j.id == made.target] if made.action == "undo" else [made]
    for judgement in taken_back:
        anchors = (judgement.target,) if judgement.kind == "report" else judgement.anchors
        for anchor in anchors:
            if home := case.home_of(anchor):
                return home
    return None
