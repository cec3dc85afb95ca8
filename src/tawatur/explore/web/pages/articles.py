"""Articles: the text as it stands, with what was read in it marked."""

from typing import Any

from fastapi import APIRouter, Request, Response

from tawatur.explore.web.answers import as_json, case_of, citation
from tawatur.explore.web.marking import mark_article
from tawatur.explore.web.rendering import render

router = APIRouter()


@router.get("/articles")
def articles_page(request: Request) -> Response:
    """Every article of the case."""
    return render(request, "articles.html", articles=case_of(request).articles())


@router.get("/articles.json")
def articles_json(request: Request) -> Response:
    """The same as JSON."""
    return as_json(case_of(request).articles())


@router.get("/articles/{id:path}.json")
def article_json(request: Request, id: str) -> Response:
    """An article's reading as JSON, by the published contract."""
    text, reading = case_of(request).article(id)
    return as_json({"text": text, "reading": reading})


@router.get("/articles/{id:path}")
def article_page(request: Request, id: str) -> Response:
    """An article with its spans marked, the reports beside it, date and why."""
    case = case_of(request)
    text, reading = case.article(id)
    row = case.article_row(id)
    told: list[dict[str, Any]] = case.reports_of(row["id"])
    marked = mark_article(text, reading, told) if reading else text
    copies = case.copies_of(row["path"])
    entities = {entity.id: entity for entity in reading.entities} if reading else {}
    return render(
        request,
        "article.html",
        row=row,
        reading=reading,
        marked=marked,
        told=told,
        entities=entities,
        copies=copies,
        citation=citation(request, row["title"] or row["path"]),
    )
