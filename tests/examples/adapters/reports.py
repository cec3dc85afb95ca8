"""Runs the whole way on an example and gives its reports: the trigger's span and every field in exact words."""

from typing import Any

from tawatur.model.article import Article
from tawatur.model.reading import Filler, Link, Report
from tawatur.model.span import Span
from tawatur.pipeline import read_article

ROOM = "reports"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The reports of the example's text; `published`, `outlet` and `title` of the example are its metadata."""
    text = example["text"]
    published = str(example["published"]) if "published" in example else None
    article = Article(
        id="example",
        path="example.txt",
        sha256="",
        text=text,
        body=(Span(0, len(text)),),
        published=published,
        outlet=example.get("outlet"),
        title=example.get("title"),
    )
    return [_row(text, report) for report in read_article(article).reports]


def _row(text: str, report: Report) -> dict[str, Any]:
    return {
        "span": tuple(report.trigger),
        "type": report.type,
        "kind": report.kind,
        "extension": report.extension,
        "mode": report.mode,
        "modality": report.modality,
        "specific": report.specific,
        "rule": report.rule,
        "actors": _words(text, report.actors),
        "recipients": _words(text, report.recipients),
        "chain": _words(text, report.attribution),
        "place": report.place.span.of(text) if report.place else None,
        "time": report.time.span.of(text) if report.time else None,
        "edtf": report.time.edtf if report.time else None,
        "figures": [f.value if f.value is not None else [f.min, f.max] for f in report.figures],
    }


def _words(text: str, rows: tuple[Filler, ...] | tuple[Link, ...]) -> list[str]:
    return [row.span.of(text) for row in rows]
