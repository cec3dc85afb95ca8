"""A briefing for a person, in Markdown, HTML or Word: what is reported, on how many feet, what is disputed."""

import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from tawatur.casefile.case import Case
from tawatur.errors import ExtraMissing
from tawatur.explore.exports.format import Field, Format, Wish, told
from tawatur.model.case import Event

FIELDS = (
    Field("heading", "the neutral headline of each event and tie"),
    Field("why", "on how many independent feet it stands, in a sentence, with its citations"),
    Field("marks", "time (EDTF), modality, specific, support and against"),
    Field("disputed", "each disagreement, with citations"),
    Field("sources", "the passages cited: outlet, date, chain, article and span, quoted in the original"),
)
WORDS = {
    "en": {
        "title": "What is reported",
        "caution": "A report is not a verified fact.",
        "disputed": "Disputed",
        "undated": "undated",
        "time": "time",
        "support": "feet",
        "against": "against",
        "general": "told in general",
        "asserted": "asserted",
        "denied": "denied",
        "planned": "planned",
        "possible": "possible",
        "denies": "denies",
        "doubts": "doubts",
        "sources": "Sources",
        "comma": ",",
        "fold": "value taken",
        "cautious": "the most cautious",
        "detailed": "the most detailed",
        "supported": "the most supported",
        "media.pdf": "from a PDF: compare with the page",
        "media.page": "its page does not show where the article ends: compare with it",
    },
    "ar": {
        "title": "ما ورد في الأخبار",
        "caution": "الخبر المنقول ليس حقيقة مثبتة.",
        "disputed": "موضع خلاف",
        "undated": "بلا تاريخ",
        "time": "الزمن",
        "support": "شواهد مستقلة",
        "against": "في مقابله",
        "general": "مذكور على وجه العموم",
        "asserted": "مثبت",
        "denied": "منفي",
        "planned": "مخطط له",
        "possible": "محتمل",
        "denies": "ينفي",
        "doubts": "يشكك",
        "sources": "المصادر",
        "comma": "،",
        "fold": "القيمة المأخوذة",
        "cautious": "الأحوط",
        "detailed": "الأدق",
        "supported": "الأكثر سنداً",
        "media.pdf": "مأخوذ من ملف PDF: قارنه بالصفحة",
        "media.page": "لا تبين صفحته أين ينتهي المقال: قارنه بها",
    },
}


class Piece(msgspec.Struct, frozen=True):
    """A paragraph of the briefing: a heading of a level, or text (level 0), or a quotation (level -1)."""

    level: int
    text: str


def pieces(case: Case, wish: Wish) -> Iterator[Piece]:
    """The briefing from top to bottom; every sentence ends with the numbers of the passages that it rests on."""
    words = WORDS[wish.lang]
    yield Piece(1, words["title"])
    yield Piece(0, words["caution"])
    number = 0
    for row in told(case, wish):
        event = row.event
        cited = {report.id: number + place for place, report in enumerate(event.reports, 1)}
        number += len(cited)
        every = _cited(cited.values())
        yield Piece(2, _in(event.title, wish.lang))
        yield Piece(0, f"{_in(event.why, wish.lang)} {every}")
        marks = [
            f"{words['time']}: {_latin(row.edtf) or words['undated']}",
            words[event.modality],
            *([] if event.specific else [words["general"]]),
            f"{words['support']}: {event.support}",
            f"{words['against']}: {event.against}",
            f"{words['fold']}: {words[row.fold]}",
        ]
        yield Piece(0, f"{'؛ ' if wish.lang == 'ar' else '; '}".join(marks) + f" {every}")
        for found in event.disagreements:
            told_by = [cited[id] for side in found.sides for id in side if id in cited]
            yield Piece(0, f"{words['disputed']}: {_in(found.note, wish.lang)} {_cited(told_by)}")
        yield Piece(3, words["sources"])
        yield from _sources(event, cited, wish.lang)


def _sources(event: Event, cited: dict[str, int], lang: str) -> Iterator[Piece]:
    words = WORDS[lang]
    for report in event.reports:
        chain = [
            _in(link.name, lang) + (f" ({words[link.stance]})" if link.stance != "asserts" else "")
            for link in report.chain
        ]
        through = " < ".join([report.outlet or report.article, *chain])
        doubt = "".join(f" [{words[flag]}]" for flag in report.flags if flag in words)
        where = _latin(f"{report.article}:{report.evidence.start}-{report.evidence.end}")
        day = _latin(report.published) or words["undated"]
        yield Piece(0, f"[{cited[report.id]}] {through}{words['comma']} {day} ({where}){doubt}")
        yield Piece(-1, " ".join(report.quote.split()))


def _latin(words: str | None) -> str:
    """Dates and paths in their own direction: among Arabic words a date would be shown from its end."""
    return f"\u2066{words}\u2069" if words else ""


def _in(name: dict[str, str], lang: str) -> str:
    return name.get(lang) or next(iter(name.values()), "")


def _cited(numbers: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in sorted(set(numbers)))


def markdown(case: Case, wish: Wish) -> str:
    """The briefing as Markdown; characters of the sources that mean something there are escaped."""
    lines = []
    for piece in pieces(case, wish):
        text = "".join("\\" + c if c in "\\`*_{}<>#|" else c for c in piece.text)
        lines.append("#" * piece.level + " " + text if piece.level > 0 else "> " + text if piece.level < 0 else text)
    return "\n\n".join(lines) + "\n"


def page(case: Case, wish: Wish) -> str:
    """The briefing as one HTML page without scripts; every word of the sources is escaped."""
    direction = "rtl" if wish.lang == "ar" else "ltr"
    parts = [
        f'<!doctype html>\n<html lang="{wish.lang}" dir="{direction}">\n<head><meta charset="utf-8">',
        f"<title>{html.escape(WORDS[wish.lang]['title'])}</title></head>\n<body>\n",
    ]
    for piece in pieces(case, wish):
        tag = f"h{piece.level}" if piece.level > 0 else "blockquote" if piece.level < 0 else "p"
        of_source = ' lang="ar" dir="rtl"' if piece.level < 0 else ' dir="auto"'
        parts.append(f"<{tag}{of_source}>{html.escape(piece.text)}</{tag}>\n")
    return "".join([*parts, "</body>\n</html>\n"])


def _word(case: Case, target: Path, wish: Wish) -> None:
    try:
        import docx
    except ImportError as error:
        raise ExtraMissing("briefing: Word files need python-docx; run pip install 'tawatur[docx]'") from error
    document = docx.Document()
    for piece in pieces(case, wish):
        text = "".join(c for c in piece.text if c >= " ")
        if piece.level > 0:
            paragraph = document.add_heading(text, piece.level)
        else:
            paragraph = document.add_paragraph(text, style="Quote" if piece.level < 0 else None)
        if piece.level < 0 or wish.lang == "ar":
            _from_right(paragraph)
    document.save(str(target))


def _from_right(paragraph: Any) -> None:
    """Makes a paragraph of a Word file run from right to left; python-docx has no word for it."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes Word for .docx, a page for .html, else Markdown."""
    ending = target.suffix.lower()
    if ending == ".docx":
        _word(case, target, wish)
    else:
        text = page(case, wish) if ending in (".html", ".htm") else markdown(case, wish)
        target.write_text(text, encoding="utf-8")
    return sum(1 for _ in told(case, wish))


FORMAT = Format(
    name="briefing",
    summary="a briefing to read: .md, .html or .docx (extra: docx), by the file's ending",
    reader="a person",
    fields=FIELDS,
    write=write,
)
