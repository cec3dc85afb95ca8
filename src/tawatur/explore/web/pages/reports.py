"""A single report by its own address: where it stands, and its record as JSON."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from tawatur.casefile.case import Case
from tawatur.errors import QueryError
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.pages.articles import WINDOW
from tawatur.model.case import Event, ToldReport

router = APIRouter()


@router.get("/reports/{id}.json")
def report_json(request: Request, id: str) -> Response:
    """A report as its event lists it, and the event's id."""
    event, told = _report(case_of(request), id)
    record: dict[str, Any] = {"report": told, "event": event.id, "title": event.title}
    return as_json(record)


@router.get("/reports/{id}")
def report_page(request: Request, id: str) -> Response:
    """Leads to the report's words in its article."""
    _, told = _report(case_of(request), id)
    at = f"?at={told.trigger[0]}" if told.trigger[0] >= WINDOW else ""
    return RedirectResponse(f"/articles/{told.article_id}{at}#{told.id}", 303)


def _report(case: Case, id: str) -> tuple[Event, ToldReport]:
    """A report and the event that holds it. Raises QueryError."""
    home = case.home_of(id)
    if home is not None:
        event = case.event(home)
        for told in event.reports:
            if told.id == id:
                return event, told
    raise QueryError(f"{id}: no such report in this case; the page of an event lists its reports with their addresses")
