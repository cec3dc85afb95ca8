"""Marks spans in a text: escaped, nested where spans nest, every code point kept."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from tawatur.explore.web.counting import unit_text
from tawatur.explore.web.dates import day_text
from tawatur.explore.web.language import Language
from tawatur.model.case import ToldReport
from tawatur.model.reading import Reading
from tawatur.model.span import Span

# Inner marks are opened later: at one point the wider mark comes first, then by this order
_ORDER = ("link", "actor", "place", "time", "figure", "trigger", "named", "other", "act", "found")
MOST = 400  # marks of mentions in one part of an article
FOUND = "found-here"  # the anchor of the stretch that an address asks for


class MarkedText(NamedTuple):
    """A text with its marks, and how many marks were left out so that the page stays small."""

    text: Markup
    left_out: int


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
    found: Iterable[Span] = (),
) -> MarkedText:
    """The text, or a window of it, with its reports, chains, actors, places, times and figures marked.

    `found` are stretches that the address asks for, the first of them with the anchor FOUND. Reports are always marked,
    of the other marks the first MOST.
    """
    window = window or Span(0, len(text))
    mentions = list(_within(_marks_of(reading, language), window)) if reading else []
    mentions.sort(key=lambda mark: mark.span.start)
    marks = [
        Mark(Span(row["trigger_start"], row["trigger_end"]), "trigger",
             row["title_ar" if language == "ar" else "title_en"], row["id"])
        for row in told
    ]  # fmt: skip
    marks += [Mark(span, "found", "", "" if number else FOUND) for number, span in enumerate(found)]
    shown = [*_within(marks, window), *mentions[:MOST]]
    return MarkedText(marked(text[window.start : window.end], shown), max(0, len(mentions) - MOST))


def _within(marks: Iterable[Mark], window: Span) -> Iterator[Mark]:
    """The marks that meet the window, cut at its ends, counted from its start."""
    for mark in marks:
        start, end = max(mark.span.start, window.start), min(mark.span.end, window.end)
        if start < end:
            yield mark._replace(span=Span(start - window.start, end - window.start))


def _marks_of(reading: Reading, language: Language) -> Iterator[Mark]:
    names = {e.id: e.name.get(language) or e.name.get("en") or e.name.get("ar") or "" for e in reading.entities}
    mentions = reading.mentions
    yield from (Mark(m.span, "actor", names.get(m.entity, "")) for m in mentions.actors)
    yield from (Mark(m.span, "place", names.get(m.entity, "")) for m in mentions.places)
    yield from (Mark(m.span, "time", day_text(m.edtf, language)) for m in mentions.times)
    yield from (Mark(m.span, "figure", unit_text(m.unit, language)) for m in mentions.figures)
    for report in reading.reports:
        yield from (Mark(link.span, "link", names.get(link.entity, "")) for link in report.attribution)


def mark_quote(told: ToldReport) -> Markup:
    """A report's quote with its word for the act and its names for both sides marked: the outlet's framing."""
    quote, start = told.quote, told.evidence[0]
    act = Span(told.trigger[0] - start, told.trigger[1] - start)
    marks = [Mark(act, "act")] if 0 <= act.start < act.end <= len(quote) else []
    for kind, wordings in (("named", told.actor_words), ("other", told.recipient_words)):
        for wording in wordings:
            at = quote.find(wording) if wording else -1
            if at >= 0:
                marks.append(Mark(Span(at, at + len(wording)), kind))
    return marked(quote, marks)


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The text with marks as <mark> elements; marks that cross one another are cut where they cross.

    The mark of a report is a link to its record; as links do not nest, one inside another is a mark only.
    """
    wanted = sorted(set(marks), key=lambda m: (m.span.start, -m.span.end, _ORDER.index(m.kind), m.anchor))
    parts: list[Markup] = []
    open_marks: list[tuple[int, Markup]] = []  # where each ends, and with which tag
    at = 0
    for mark in wanted:
        while open_marks and open_marks[-1][0] <= mark.span.start:
            at = _close(parts, text, open_marks.pop(), at)
        end = min([mark.span.end, *(ends for ends, _ in open_marks)])
        parts.append(escape(text[at : mark.span.start]))
        at = mark.span.start
        leads = mark.kind == "trigger" and mark.anchor and not any(tag == _LINK_END for _, tag in open_marks)
        parts.append(_opening(mark, _LINK if leads else _MARK))
        open_marks.append((end, _LINK_END if leads else _MARK_END))
    while open_marks:
        at = _close(parts, text, open_marks.pop(), at)
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


_MARK, _MARK_END = Markup('<mark class="{}"{}{}>'), Markup("</mark>")
_LINK, _LINK_END = Markup('<a class="mark {}"{}{} href="#of-{}">'), Markup("</a>")


def _opening(mark: Mark, tag: Markup) -> Markup:
    title = Markup(' title="{}"').format(mark.title) if mark.title else ""
    anchor = Markup(' id="{}"').format(mark.anchor) if mark.anchor else ""
    return tag.format(mark.kind, title, anchor, mark.anchor)


def _close(parts: list[Markup], text: str, mark: tuple[int, Markup], at: int) -> int:
    end, tag = mark
    parts.append(escape(text[at:end]))
    parts.append(tag)
    return max(at, end)
