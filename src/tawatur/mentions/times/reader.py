"""The one door of this room: from the words of a text to the times that they name."""

from collections.abc import Iterator
from datetime import timedelta

from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.grammar import phrase_at
from tawatur.mentions.times.resolve import needs_anchor, resolve
from tawatur.mentions.times.scan import Scan, scan
from tawatur.model.article import Published
from tawatur.model.phrases import TimePhrase
from tawatur.model.span import Span

STARTERS = frozenset({"منذ", "ومنذ", "قبل", "وقبل", "بعد", "وبعد", "فبعد", "بين", "وبين", "من", "ومن", "هذا", "هذه", "ذلك", "تلك", "بالتزامن",
                      "وبالتزامن", "قبيل", "عقب", "مذ", "فمنذ", "تزامنا", "نفس", "وهذا", "وهذه", "يوم", "ويوم", "ليوم", "بيوم", "الحادي",
                      "اليوم", "واليوم", "لليوم", "نهار"})


def read_times(text: Text, published: Published) -> tuple[TimePhrase, ...]:
    """Every time that the words name, in order, resolved against the day of publication. Linear in the text's length."""
    scanned = scan(text)
    anchor = edtf.days_of(published.edtf) if published.edtf else None
    return tuple(_told(text, scanned, read_matches(scanned), anchor))


def read_matches(scanned: Scan) -> tuple[Match, ...]:
    """The phrases of time, unresolved, each as long as the grammar allows and none inside another."""
    found: list[Match] = []
    index, end = 0, len(scanned.words)
    while index < end:
        match = phrase_at(scanned, index) if _may_start(scanned, index) else None
        if match:
            found.append(match)
            index = match.last
        else:
            index += 1
    return tuple(found)


def _may_start(scanned: Scan, index: int) -> bool:
    word = scanned.words[index]
    return bool(scanned.senses[index]) or word.kind == "number" or word.key in STARTERS or word.key.startswith("ال") or word.key.endswith(
        ("ينات", "ينيات"))


def _told(text: Text, scanned: Scan, matches: tuple[Match, ...], anchor: edtf.Days | None) -> Iterator[TimePhrase]:
    told: edtf.Days | None = None
    for match in matches:
        expression = match.expression
        value, kind = _resolved(expression, anchor, told)
        if value and (days := edtf.days_of(value)) and days.first == days.last and kind != "text":
            told = days
        yield TimePhrase(first=match.first, last=match.last, span=_span(text, match), edtf=value, anchor=kind,
                         rule=expression.rule, repeats=expression.kind == "habit")


def _resolved(expression: Expression, anchor: edtf.Days | None, told: edtf.Days | None) -> tuple[str | None, str]:
    if expression.kind == "event":
        return None, "event"
    if expression.kind == "told" or (expression.kind == "unit" and expression.relation in ("same", "following", "preceding")):
        return _from_told(expression, told), "text"
    if expression.kind == "consecutive":
        if told and (anchor is None or timedelta(0) <= anchor.first - told.first <= timedelta(days=3)):
            return edtf.day(told.first), "text"
        return (edtf.day(anchor.first) if anchor and anchor.first == anchor.last else None), "published"
    if expression.kind == "offset" and expression.sign > 0:
        return (resolve(expression, told), "text") if told else (None, "text")
    needed = needs_anchor(expression)
    return resolve(expression, anchor), "published" if needed else "none"


def _from_told(expression: Expression, told: edtf.Days | None) -> str | None:
    if told is None:
        return None
    if expression.kind == "told":
        return edtf.day(told.first + timedelta(days=int(expression.low or 0)))
    shift = {"following": 1, "preceding": -1}.get(expression.relation, 0)
    if expression.unit == "day":
        return edtf.day(told.first + timedelta(days=shift))
    if expression.unit == "month":
        return edtf.month(told.first.year, told.first.month + shift)
    if expression.unit == "year":
        return edtf.year(told.first.year + shift)
    return None


def _span(text: Text, match: Match) -> Span:
    """The words' range without an attached "و" or "ف" ("ومنذ أسبوع" quotes "منذ أسبوع")."""
    start, end = text.span(match.first, match.last)
    word = text.words[match.first]
    if word.kind == "word" and word.key[0] in "وف" and len(word.key) > 2 and word.key not in ("وقتها", "وقتئذ", "وقتذاك", "وسط", "فجر", "فيفري", "فبراير"):
        start += 1
        while start < end and not light_character(text.original[start]):
            start += 1
    return Span(start, end)
