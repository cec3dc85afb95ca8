"""Articles: the text as it stands, with what was read in it marked."""

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request, Response

from tawatur.casefile.judgements.fields import known_types
from tawatur.explore.web.answers import as_json, case_of, citation
from tawatur.explore.web.history import history_of
from tawatur.explore.web.language import language_of
from tawatur.explore.web.marking import mark_article
from tawatur.explore.web.rendering import render
from tawatur.model.reading import Modality
from tawatur.model.span import Span

router = APIRouter()
LISTED = 100
WINDOW = 20_000  # characters of text on a page; a longer article is shown part by part
TOLD = 60  # reports beside the text
Page = Annotated[int, Query(ge=1, le=1_000_000)]
At = Annotated[int, Query(ge=0, le=100_000_000)]


@router.get("/articles")
def articles_page(request: Request, page: Page = 1) -> Response:
    """The articles of the case by path."""
    found = case_of(request).articles(limit=LISTED + 1, offset=(page - 1) * LISTED)
    return render(request, "articles.html", articles=found[:LISTED], page=page, more=len(found) > LISTED)


@router.get("/articles.json")
def articles_json(request: Request, page: Page = 1) -> Response:
    """The same as JSON."""
    return as_json(case_of(request).articles(limit=LISTED, offset=(page - 1) * LISTED))


@router.get("/articles/{id:path}.json")
def article_json(request: Request, id: str) -> Response:
    """An article's reading as JSON, by the published contract."""
    text, reading = case_of(request).article(id)
    return as_json({"text": text, "reading": reading})


@router.get("/articles/{id:path}")
def article_page(request: Request, id: str, at: At = 0) -> Response:
    """An article with its spans marked, the reports beside it, date and why. `at` is a character that must be shown."""
    case = case_of(request)
    text, reading = case.article(id)
    row = case.article_row(id)
    part = min(at, max(len(text) - 1, 0)) // WINDOW
    window = Span(part * WINDOW, min((part + 1) * WINDOW, len(text)))
    everything = case.reports_of(row["id"])
    told: list[dict[str, Any]] = [r for r in everything if window.start <= r["trigger_start"] < window.end]
    shown = told[:TOLD]
    language = language_of(request)
    return render(
        request,
        "article.html",
        row=row,
        reading=reading,
        marked=mark_article(text, reading, told, window=window, language=language),
        told=shown,
        told_more=len(told) - len(shown),
        chains={report["id"]: case.chain_of(report["id"]) for report in shown},
        copies=case.copies_of(row["path"])[:40],
        part=part,
        parts=max(1, -(-len(text) // WINDOW)),
        window=WINDOW,
        history=history_of(case, {row["id"]}, {r["id"] for r in everything}),
        modalities=get_args(Modality),
        types=sorted(known_types()),
        citation=citation(request, row["title"] or row["path"]),
    )
