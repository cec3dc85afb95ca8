"""Reads the modality of every act that an example points at, in its clause and with the verb that governs it."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article
from tawatur.model.reading import Modality
from tawatur.model.span import Span
from tawatur.reports.grammar.borders import clause_of, evidence_of
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.governors import governor_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.modality.reader import read_modality
from tawatur.reports.reader import page_of
from tests.examples.compare import place

ROOM = "reports/modality"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """One finding for every span that the example names."""
    words = example["text"]
    article = Article(
        id="example",
        path="example.txt",
        sha256="",
        text=words,
        body=(Span(0, len(words)),),
        published=str(example["published"]) if "published" in example else None,
    )
    text = analyse(words, article.body)
    named = read_mentions(text, article)
    page = page_of(text, named)
    entries = [*(example.get("expect") or []), *(example.get("reject") or [])]
    spans = sorted({place(words, e["span"], e.get("nth", 1)) for e in entries})
    rows = []
    for span in spans:
        trigger = next(w.index for w in text.words if w.span.end > span[0])
        rows.append({"span": span, **_judged(page, trigger)})
    return rows


def _judged(page: Page, trigger: int) -> dict[str, Any]:
    chunk = page.chunk_of[trigger]
    first, last = evidence_of(page, clause_of(page, chunk)) if chunk >= 0 else (trigger, trigger + 1)
    governor = governor_of(page, chunk) if chunk >= 0 and page.chunks[chunk].kind == "noun" else None
    judged = read_modality(
        page.text,
        page.named,
        min(first, trigger),
        max(last, trigger + 1),
        trigger,
        governor=governor.word if governor else None,
        given=_given(governor),
    )
    return {"modality": judged.modality, "specific": judged.specific}


def _given(governor: Governor | None) -> Modality | None:
    return (governor.entry.modality or None) if governor is not None and governor.entry is not None else None
