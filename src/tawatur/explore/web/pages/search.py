"""Search: words, phrases and parts of words in the articles, marked where they stand."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from tawatur.casefile.search.reader import LONGEST_QUERY, Hit, search
from tawatur.errors import QueryError
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.marking import Mark, marked
from tawatur.explore.web.rendering import render
from tawatur.model.span import Span

router = APIRouter()
SHOWN = 25
Words = Annotated[str, Query(max_length=2000)]
Page = Annotated[int, Query(ge=1, le=10_000)]


def _found(request: Request, q: str, page: int) -> tuple[list[Hit], str]:
    """The hits, one more than is shown, and what is wrong with the question if anything."""
    if not q.strip():
        return [], ""
    try:
        if len(q) > LONGEST_QUERY:
            raise QueryError(f"search: {len(q)} characters; at most {LONGEST_QUERY}")
        return search(case_of(request).engine, q, limit=SHOWN + 1, offset=(page - 1) * SHOWN), ""
    except QueryError as error:
        return [], str(error)


@router.get("/search")
def search_page(request: Request, q: Words = "", page: Page = 1) -> Response:
    """The articles that hold the words."""
    hits, wrong = _found(request, q, page)
    case = case_of(request)
    rows = [{"hit": hit, "row": case.article_row(hit.article), "shown": snippet(hit)} for hit in hits[:SHOWN]]
    people = case.actors(name=q.strip(), limit=12) if 2 < len(q.strip()) <= 100 and page == 1 and not wrong else []
    return render(request, "search.html", q=q, rows=rows, wrong=wrong, page=page, more=len(hits) > SHOWN, people=people)


@router.get("/search.json")
def search_json(request: Request, q: Words = "", page: Page = 1) -> Response:
    """The same as JSON: articles and where the words stand in them."""
    hits, wrong = _found(request, q, page)
    if wrong:
        raise QueryError(wrong)
    return as_json([_row(hit) for hit in hits[:SHOWN]])


def _row(hit: Hit) -> dict[str, Any]:
    return {
        "article": hit.article,
        "path": hit.path,
        "outlet": hit.outlet,
        "published": hit.published,
        "spans": hit.spans,
        "around": hit.around,
        "quote": hit.around.of(hit.text),
    }


def snippet(hit: Hit) -> Markup:
    """The stretch around the first find, all finds in it marked."""
    start = hit.around.start
    inside = [s for s in hit.spans if hit.around.holds(s)]
    marks = [Mark(Span(s.start - start, s.end - start), "found") for s in inside]
    return marked(hit.around.of(hit.text), marks)
