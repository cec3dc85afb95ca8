"""Small articles with their readings, written out by hand."""

import hashlib
from typing import Any

from tawatur.events.records import ReadArticle
from tawatur.model.article import Published
from tawatur.model.reading import ArticleHead, Entity, Figure, Filler, Link, Reading, Report, ReportTime
from tawatur.model.span import Span


def tell(text: str, type_: str, trigger: str, **fields: Any) -> dict[str, Any]:
    """One sentence that tells something. `actors`, `recipients` are lists of (words, kb id); `place` is one such pair;
    `chain` a list of (words before the sentence, name, kb id: "" for an unknown name, None for a nameless source)."""
    return {"text": text, "type": type_, "trigger": trigger, **fields}


def article(
    path: str, *sentences: dict[str, Any], outlet: str | None = None, published: str | None = None, head: str = ""
) -> ReadArticle:
    """An article of these sentences."""
    text = head
    entities: dict[str, Entity] = {}
    reports = []
    for one in sentences:
        opening = "".join(words + " " for words, _, _ in one.get("chain", ()))
        start = len(text) + len(opening)
        text += opening + one["text"] + ".\n"
        reports.append(_report(one, text, start, entities))
    sha = hashlib.sha256(text.encode()).hexdigest()
    top = ArticleHead(
        id=hashlib.sha256((path + sha).encode()).hexdigest()[:16],
        path=path,
        sha256=sha,
        title=None,
        outlet=outlet,
        published=Published(edtf=published, basis="metadata" if published else "unknown"),
    )
    return ReadArticle(
        reading=Reading(article=top, entities=tuple(entities.values()), reports=tuple(reports)), text=text
    )


def _report(one: dict[str, Any], text: str, start: int, entities: dict[str, Entity]) -> Report:
    def span(words: str) -> Span:
        at = text.index(words, start)
        return Span(at, at + len(words))

    def filler(pair: tuple[str, str | None], kind: str) -> Filler:
        return Filler(entity=_entity(entities, pair[0], pair[1], kind), span=span(pair[0]))

    links, at = [], start
    for words, name, kb in reversed(one.get("chain", ())):
        at -= len(words) + 1
        link = Span(at, at + len(words))
        links.append(
            Link(
                entity=_entity(entities, name, kb or None, "media", anonymous=kb is None),
                span=link,
                cue=link,
                stance=one.get("stance", "asserts"),
            )
        )
    evidence = Span(start, start + len(one["text"]))
    return Report(
        id=f"r{start}",
        kind=one.get("kind", "event"),
        type=one["type"],
        extension=one.get("extension"),
        trigger=span(one["trigger"]),
        evidence=evidence,
        actors=tuple(filler(a, "armed_group") for a in one.get("actors", ())),
        recipients=tuple(filler(a, "armed_group") for a in one.get("recipients", ())),
        place=filler(one["place"], "place") if "place" in one else None,
        time=ReportTime(edtf=one["time"], span=evidence, anchor="none", rule="made") if "time" in one else None,
        figures=tuple(Figure(span=evidence, value=n, unit=unit) for n, unit in one.get("figures", ())),
        modality=one.get("modality", "asserted"),
        specific=one.get("specific", True),
        attribution=tuple(reversed(links)),
    )


def _entity(entities: dict[str, Entity], name: str, kb: str | None, kind: str, *, anonymous: bool = False) -> str:
    if name not in entities:
        entities[name] = Entity(
            id=f"e{len(entities)}",
            kind=kind,
            name={"ar": name},
            kb=kb,  # type: ignore[arg-type]
            anonymous=anonymous,
        )
    return entities[name].id
