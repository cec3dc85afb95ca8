"""The first page: what the case holds, in one view."""

from collections import Counter, defaultdict
from typing import Any

from fastapi import APIRouter, Request, Response

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.judgements.naming import things_of
from tawatur.casefile.judgements.storing import all_judgements
from tawatur.events.sides import outlet_party
from tawatur.explore.drawings.months import SHOWN as PATTERNS
from tawatur.explore.drawings.months import draw_months
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.dates import day_text
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import language_of, words
from tawatur.explore.web.rendering import plain_name, render

router = APIRouter()
SHOWN = 8
LISTED = 24  # months in the table below the drawing
MOST_BARS = 60  # bars in the drawing; a longer case is counted by years


@router.get("/")
def case_page(request: Request) -> Response:
    """The case in one view."""
    seen = kept(request, "case", lambda: _view(case_of(request)))
    return render(
        request, "case.html", **seen, drawing=_drawn(request, seen), patterns=PATTERNS, listed=LISTED,
        refused_shown=20, waiting=bool(seen["counts"]["events"]),
    )  # fmt: skip


@router.get("/case.json")
def case_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(kept(request, "case", lambda: _view(case_of(request))))


@router.get("/case.svg")
def case_drawing(request: Request) -> Response:
    """Articles over time by outlet, alone."""
    return as_drawing(_drawn(request, kept(request, "case", lambda: _view(case_of(request)))), "articles")


def _view(case: Case) -> dict[str, Any]:
    articles = case.articles(state="read")
    best = case.events(support=2, limit=SHOWN)
    single = [event for event in case.events(sort="reports", limit=60) if event.support == 1][:SHOWN]
    disputed = [
        *case.stream_events("event", Filters(disputed=True, limit=SHOWN)),
        *case.stream_events("relation", Filters(disputed=True, limit=3)),
    ]
    newest = all_judgements(case.engine)[-SHOWN:][::-1]
    outlets = Counter(str(a["outlet"]) for a in articles if a["outlet"])
    return {
        "counts": case.counts(),
        "months": _months(articles),
        "outlets": sorted(outlets, key=lambda o: (-outlets[o], o)),
        "best": best,
        "single": single,
        "disputed": disputed,
        "judgements": newest,
        "things": things_of(case.engine, newest),
        "refused": case.refusals() + case.articles(state="failed"),
        "first_day": min((a["first_day"] for a in articles if a["first_day"]), default=None),
        "last_day": max((a["last_day"] or a["first_day"] for a in articles if a["first_day"]), default=None),
        "undated": sum(not a["published"] for a in articles),
    }


def _months(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How many articles each outlet published in each month of the case (year, of a long one), earliest first."""
    days = [(str(a["first_day"]), str(a["outlet"] or "?")) for a in articles if a["first_day"]]
    letters = 4 if len({day[:7] for day, _ in days}) > MOST_BARS else 7
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for day, outlet in days:
        counted[day[:letters]][outlet] += 1
    return [
        {"month": m, "outlets": dict(sorted(counted[m].items())), "total": counted[m].total()} for m in sorted(counted)
    ]


def _drawn(request: Request, seen: dict[str, Any]) -> Any:
    language = language_of(request)
    say = words(language)
    return draw_months(
        [(row["month"], row["outlets"]) for row in seen["months"]],
        seen["outlets"],
        title=say["articles_by_outlet"],
        description=say["months_description"],
        others=say["other_outlets"],
        mirrored=language == "ar",
        tick=lambda month: day_text(month, language, short=True),
        named=lambda outlet: plain_name(outlet_party(outlet).name, language),
    )
