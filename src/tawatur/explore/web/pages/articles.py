"""Articles: the text as it stands, with what was read in it marked."""

from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

import msgspec
from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.judgements.fields import known_types
from tawatur.casefile.search.reader import spans_in
from tawatur.errors import QueryError
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.history import history_of
from tawatur.explore.web.language import language_of
from tawatur.explore.web.marking import mark_article
from tawatur.explore.web.rendering import render
from tawatur.model.article import FoundBy, Retrieved
from tawatur.model.reading import Modality
from tawatur.model.span import Span

router = APIRouter()
LISTED = 100
WINDOW = 12_000  # characters of text on a page; a longer article is shown part by part
LONGEST_MARK = 500  # characters that an address may ask to mark
TOLD = 40  # reports beside the text
Page = Annotated[int, Query(ge=1, le=1_000_000)]
Words = Annotated[str, Query(max_length=300)]
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
def article_page(request: Request, id: str, at: At = 0, to: At = 0, find: Words = "") -> Response:
    """An article with its spans marked, the reports beside it, date and why.

    `at` is a character that must be shown; the stretch from there `to` another is marked, and the words to `find`.
    """
    case = case_of(request)
    text, reading = case.article(id)
    row = case.article_row(id)
    found = _found(text, find) or _asked(text, at, to)
    at = at or (found[0].start if found else 0)
    part = min(at, max(len(text) - 1, 0)) // WINDOW
    window = Span(part * WINDOW, min((part + 1) * WINDOW, len(text)))
    everything, copies = case.reports_of(row["id"]), case.copies_of(row["path"])
    told: list[dict[str, Any]] = [r for r in everything if window.start <= r["trigger_start"] < window.end]
    shown = told[:TOLD]
    language = language_of(request)
    return render(
        request,
        "article.html",
        row=row,
        reading=reading,
        source=_source(case, row["id"]),
        outlet_id=_outlet_of(case, everything),
        web_address=row["url"] if is_web_address(row["url"]) else None,
        marked=mark_article(text, reading, told, window=window, language=language, found=found),
        told=shown,
        told_more=len(told) - len(shown),
        chains={report["id"]: case.chain_of(report["id"]) for report in shown},
        copies=copies[:40],
        part=part,
        parts=max(1, -(-len(text) // WINDOW)),
        window=WINDOW,
        history=history_of(case, {row["id"], *(copy.id for copy in copies)}, {r["id"] for r in everything}),
        modalities=get_args(Modality),
        types=sorted(known_types()),
    )


def _found(text: str, words: str) -> list[Span]:
    """Where the words that were searched for stand in the article; nowhere where they mean nothing."""
    if not words.strip():
        return []
    try:
        return spans_in(text, words)
    except QueryError:
        return []


def _asked(text: str, start: int, end: int) -> list[Span]:
    """The stretch that an address asks to mark, where it lies in the text and is no longer than a sentence."""
    end = min(end, len(text), start + LONGEST_MARK)
    return [Span(start, end)] if start < end else []


class _Source(msgspec.Struct):
    """What the case keeps of how an article came in."""

    retrieved: Retrieved | None = None
    found_by: FoundBy | None = None


def _source(case: Case, id: str) -> _Source:
    """How an article came in."""
    with case.engine.connect() as connection:
        source = connection.execute(select(schema.articles.c.source).where(schema.articles.c.id == id)).scalar()
    return msgspec.json.decode(source, type=_Source) if source else _Source()


def _outlet_of(case: Case, reports: list[dict[str, Any]]) -> str | None:
    """The id of the article's outlet, as its reports' events name it."""
    for report in reports[:1]:
        told = next((t for t in case.event(report["event_id"]).reports if t.id == report["id"]), None)
        return told.outlet_id or None if told else None
    return None


def is_web_address(address: str | None) -> bool:
    """Whether an address leads to a page of the web and nowhere else; no script, no file, no login in it."""
    if not address or " " in address or not address.isprintable():  # what turns the writing is not printable either
        return False
    try:
        found = urlsplit(address)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.hostname) and "@" not in found.netloc
