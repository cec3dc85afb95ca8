"""Datelines: a full date that stands by itself in a short line, or after words such as "نشر في" and "آخر تحديث"."""

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Match
from tawatur.mentions.times.matching import EQUALS, span_of
from tawatur.mentions.times.resolve import needs_anchor, resolve
from tawatur.model.article import Published

MARKS = frozenset({"نشر", "نشرت", "النشر", "تحديث", "التحديث", "حدث"})
SHORT = 7  # words besides the date in a line that is only a dateline
EDGE = 40  # words from the beginning or the end within which datelines stand
HEADER = 16  # words into an article within which the header of an agency gives the date
TAIL = 3  # words behind that date in a header: the agency
TODAY = "today"


def stated_day(text: Text, matches: tuple[Match, ...]) -> Published | None:
    """The day of publication that the text states, or None."""
    marked = [m for m in matches if _full(m) and (_marked(text, m) or _alone(text, m) or _in_header(text, m))]
    for match in marked or [m for m in matches if _full(m) and m.expression.rule == TODAY]:
        value = resolve(match.expression, None)
        if value and edtf.days_of(value):
            span = span_of(text, match)
            quoted = span.of(text.original)
            return Published(
                edtf=value,
                basis="stated",
                evidence=(span,),
                rule="dateline",
                why={"en": f'the text states "{quoted}"', "ar": f"النص يذكر «{quoted}»"},
            )
    return None


def _full(match: Match) -> bool:
    e = match.expression
    return (
        e.kind == "date"
        and e.year is not None
        and e.day is not None
        and e.calendar == "gregorian"
        and not needs_anchor(e)
    )


def _marked(text: Text, match: Match) -> bool:
    return any(w.key in MARKS for w in text.words[max(0, match.first - 4) : match.first]) and _at_edge(text, match, 80)


def _in_header(text: Text, match: Match) -> bool:
    """Agencies of the Gulf open with city, Hijri date, "الموافق", the date and their own name, in a line of its own."""
    if not (3 <= match.first <= HEADER and text.words[match.first - 1].key in EQUALS):
        return False
    if len(text.words) <= match.last + TAIL:
        return False
    start, end = text.words[match.first].span.start, text.words[match.last + TAIL].span.start
    return "\n" in text.original[start:end]


def _alone(text: Text, match: Match) -> bool:
    """Whether the date's line holds little else and no sentence's end ("دمشق - 24/11/2016")."""
    if not _at_edge(text, match, EDGE):
        return False
    start, end = text.words[match.first].span.start, text.words[match.last - 1].span.end
    line_start, line_end = text.original.rfind("\n", 0, start) + 1, text.original.find("\n", end)
    line = text.original[line_start : line_end if line_end >= 0 else len(text.original)]
    others = len(line.split()) - len(text.original[start:end].split())
    return (
        others <= SHORT
        and not line.rstrip().endswith((".", "؟", "!"))
        and (others == 0 or any(mark in line for mark in "-–—|/:،()"))
    )


def _at_edge(text: Text, match: Match, width: int) -> bool:
    return match.first < width or match.last > len(text.words) - width
