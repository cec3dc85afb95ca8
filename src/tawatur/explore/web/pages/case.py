"""The first page: what the case holds, in one view."""

from collections import Counter, defaultdict
from typing import Any

from fastapi import APIRouter, Request, Response

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.judgements.storing import all_judgements
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.rendering import render

router = APIRouter()
SHOWN = 8


@router.get("/")
def case_page(request: Request) -> Response:
    """The case in one view."""
    return render(request, "case.html", **_view(case_of(request)))


@router.get("/case.json")
def case_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(_view(case_of(request)))


def _view(case: Case) -> dict[str, Any]:
    articles = case.articles(state="read")
    best = case.events(limit=SHOWN)
    single = [event for event in case.events(sort="reports", limit=60) if event.support == 1][:SHOWN]
    disputed = [
        *case.stream_events("event", Filters(disputed=True, limit=SHOWN)),
        *case.stream_events("relation", Filters(disputed=True, limit=3)),
    ]
    return {
        "counts": case.counts(),
        "months": _months(articles),
        "best": best,
        "single": single,
        "disputed": disputed,
        "judgements": all_judgements(case.engine)[-SHOWN:][::-1],
        "refused": case.refusals() + case.articles(state="failed"),
        "undated": sum(not a["published"] for a in articles),
    }


def _months(articles: list[dict[str, object]]) -> list[dict[str, object]]:
    """How many articles each outlet published in each month of the case, earliest first."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article["first_day"]:
            counted[str(article["first_day"])[:7]][str(article["outlet"] or "?")] += 1
    return [
        {"month": m, "outlets": dict(sorted(counted[m].items())), "total": counted[m].total()} for m in sorted(counted)
    ]
