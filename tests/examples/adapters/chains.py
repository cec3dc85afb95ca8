"""Gives a chain to every act that an example points at, whatever the grammar makes of the sentence."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.arabic.word import Text
from tawatur.chains.reader import read_chains
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.model.span import Span
from tests.examples.compare import place

ROOM = "chains"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """One finding for every span that the example names: its links in exact words, stance, and modality."""
    words = example["text"]
    article = Article(
        id="example",
        path="example.txt",
        sha256="",
        text=words,
        body=(Span(0, len(words)),),
        published=str(example["published"]) if "published" in example else None,
        outlet=example.get("outlet"),
    )
    text = analyse(words, article.body)
    named = read_mentions(text, article)
    entries = _distinct(words, [*(example.get("expect") or []), *(example.get("reject") or [])])
    drafts = tuple(_draft(text, named, span, entry) for span, entry in entries.items())
    told = read_chains(text, named, drafts, article)
    return [_row(words, report, entries[tuple(report.trigger)]) for report in told.reports]  # type: ignore[index]


def _distinct(words: str, entries: list[dict[str, Any]]) -> dict[tuple[int, int], dict[str, Any]]:
    spans: dict[tuple[int, int], dict[str, Any]] = {}
    for entry in entries:
        spans.setdefault(place(words, entry["span"], entry.get("nth", 1)), entry)
    return spans


def _draft(text: Text, named: Named, span: tuple[int, int], entry: dict[str, Any]) -> Draft:
    trigger = next(w.index for w in text.words if w.span.end > span[0])
    sentence = text.sentence_of(trigger)
    evidence = text.span(sentence.first, sentence.last)
    speaker = entry.get("speaker")
    actors = tuple(a for a in named.actors if speaker and a.span.of(text.original) == speaker)[:1]
    return Draft(
        kind="event",
        type="ASSAULT",
        trigger_word=trigger,
        trigger=Span(*span),
        first=sentence.first,
        last=sentence.last,
        evidence=evidence,
        modality=entry.get("given", "asserted"),
        actors=actors,
        speech=speaker is not None,
        rule="example",
    )


def _row(words: str, report: Any, entry: dict[str, Any]) -> dict[str, Any]:
    links = report.attribution
    return {
        "span": tuple(report.trigger),
        "chain": [link.span.of(words) for link in links],
        "stance": links[-1].stance if links else None,
        "modality": report.modality,
        **{name: entry[name] for name in ("given", "speaker") if name in entry},
    }
