"""Marks spans in an article's text: escaped, nested where spans nest, every code point kept."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from tawatur.explore.web.dates import day_text
from tawatur.explore.web.language import Language
from tawatur.model.reading import Reading
from tawatur.model.span import Span

# Inner marks are opened later: at one point the wider mark comes first, then by this order
_ORDER = ("evidence", "link", "actor", "place", "time", "figure", "trigger", "found")


class Mark(NamedTuple):
    """A stretch to mark: its span, its kind (CSS class), what a pointer shows, and the id it can be jumped to by."""

    span: Span
    kind: str
    title: str = ""
    anchor: str = ""


def mark_article(
    text: str,
    reading: Reading | None,
    told: Iterable[dict[str, Any]],
    *,
    window: Span | None = None,
    language: Language = "en",
) -> Markup:
    """The text, or a window of it, with its reports, chains, actors, places, times and figures marked."""
    window = window or Span(0, len(text))
    marks = list(_marks_of(reading, language)) if reading else []
    for row in told:
        trigger = Span(row["trigger_start"], row["trigger_end"])
        marks.append(Mark(trigger, "trigger", row["title_ar" if language == "ar" else "title_en"], row["id"]))
    inside = [
        mark._replace(span=Span(max(mark.span.start, window.start) - window.start,
                                min(mark.span.end, window.end) - window.start))
        for mark in marks
        if mark.span.start < window.end and mark.span.end > window.start
    ]  # fmt: skip
    return marked(text[window.start : window.end], inside)


def _marks_of(reading: Reading, language: Language) -> Iterator[Mark]:
    names = {e.id: e.name.get(language) or e.name.get("en") or e.name.get("ar") or "" for e in reading.entities}
    mentions = reading.mentions
    yield from (Mark(m.span, "actor", names.get(m.entity, "")) for m in mentions.actors)
    yield from (Mark(m.span, "place", names.get(m.entity, "")) for m in mentions.places)
    yield from (Mark(m.span, "time", day_text(m.edtf, language)) for m in mentions.times)
    yield from (Mark(m.span, "figure", m.unit or "") for m in mentions.figures)
    for report in reading.reports:
        yield from (Mark(link.span, "link", names.get(link.entity, "")) for link in report.attribution)


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The text with marks as <mark> elements; marks that cross one another are cut where they cross."""
    wanted = sorted(set(marks), key=lambda m: (m.span.start, -m.span.end, _ORDER.index(m.kind), m.anchor))
    parts: list[Markup] = []
    open_marks: list[Mark] = []
    at = 0
    for mark in wanted:
        while open_marks and open_marks[-1].span.end <= mark.span.start:
            at = _close(parts, text, open_marks.pop(), at)
        end = min([mark.span.end, *(m.span.end for m in open_marks)])
        parts.append(escape(text[at : mark.span.start]))
        at = mark.span.start
        anchor = Markup(' id="{}"').format(mark.anchor) if mark.anchor else ""
        parts.append(Markup('<mark class="{}" title="{}"{}>').format(mark.kind, mark.title, anchor))
        open_marks.append(mark._replace(span=Span(mark.span.start, end)))
    while open_marks:
        at = _close(parts, text, open_marks.pop(), at)
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def _close(parts: list[Markup], text: str, mark: Mark, at: int) -> int:
    parts.append(escape(text[at : mark.span.end]))
    parts.append(Markup("</mark>"))
    return max(at, mark.span.end)
