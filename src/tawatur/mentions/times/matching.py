"""The phrases of time of a text, before they are resolved; and what their neighbourhood adds to them."""

import msgspec

from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text
from tawatur.mentions.times.expression import Match
from tawatur.mentions.times.grammar import phrase_at
from tawatur.mentions.times.scan import Scan, scan
from tawatur.model.span import Span

FUTURE = frozenset(
    {
        "سوف",
        "وسوف",
        "المقرر",
        "مقررا",
        "مقرره",
        "المزمع",
        "المرتقب",
        "يعتزم",
        "تعتزم",
        "موعد",
        "موعدا",
        "بحلول",
        "المتوقع",
        "المنتظر",
        "ينتظر",
    }
)
UNTIL = frozenset({"حتي", "وحتي", "لغايه"})
LASTS = frozenset({"تستمر", "يستمر", "تمتد", "يمتد", "تتواصل", "يتواصل"})  # "تستمر حتى الجمعة" is a Friday ahead
EQUALS = frozenset({"الموافق", "الموافقه", "المصادف", "الموافقين"})
EQUAL_MARKS = EQUALS | frozenset({"(", ")", "،", ",", "-", "هـ", "ه", "م", "لـ", "ل", "يوم", "من", "/"})
WIDE = 20  # words of a date given in two calendars
AHEAD = 12  # words before a time in which a future verb makes it one to come
KEPT: dict[str, tuple[Text, tuple[Match, ...]]] = {}  # the last text read: three rooms ask for its phrases in turn


def matches_of(text: Text) -> tuple[Match, ...]:
    """The phrases of time of a text, unresolved, in order and none inside another. Linear in the text's length."""
    kept = KEPT.get("last")
    if kept is None or kept[0] is not text:  # a local name: another thread may put its own text there
        kept = KEPT["last"] = (text, _read(text, scan(text)))
    return kept[1]


def _read(text: Text, scanned: Scan) -> tuple[Match, ...]:
    found: list[Match] = []
    end = 0
    for index in scanned.starts:
        if index >= end and (match := phrase_at(scanned, index)):
            found.append(_with_future(text, match, joined=match.first == index and _joined(scanned, index)))
            end = match.last
    return tuple(_in_two_calendars(scanned, found))


def _in_two_calendars(scanned: Scan, found: list[Match]) -> list[Match]:
    """ "الأحد 10 شوال 1436 الموافق 26 يوليو 2015": the weekday and the Hijri date are the day of the other date."""
    for at in range(len(found) - 2, -1, -1):
        here, other = found[at], found[at + 1]
        e = other.expression
        if e.kind != "date" or e.day is None or e.calendar != "gregorian" or other.last - here.first > WIDE:
            continue
        between = {scanned.key(i) for i in range(here.last, other.first)}
        if not between <= EQUAL_MARKS or here.expression.kind not in ("weekday", "date"):
            continue
        if here.expression.calendar == "hijri" or (here.expression.kind == "weekday" and between & EQUALS):
            day = msgspec.structs.replace(e, rule=here.expression.rule)
            found[at] = Match(here.first, here.last, day, here.joined)
    return found


def _joined(scanned: Scan, index: int) -> bool:
    """Whether every sense of the first word is one with an attached conjunction."""
    senses = scanned.senses.get(index, ())
    return bool(senses) and all(sense.conjunction for sense in senses)


def _with_future(text: Text, match: Match, *, joined: bool) -> Match:
    e = match.expression
    ahead = e.kind in ("date", "weekday", "holiday") or (e.kind == "offset" and e.sign > 0)
    if e.rule == "part_of_unit_of_now":
        ahead = True
    elif e.relation:
        ahead = False
    if not ahead or e.year is not None or e.year_relation or e.since:
        return Match(match.first, match.last, e, joined)
    start = max(text.sentence_of(match.first).first, match.first - AHEAD)
    if any(w.key in FUTURE or w.future for w in text.words[start : match.first]):
        e = msgspec.structs.replace(e, future=True)
    elif match.first and text.words[match.first - 1].key in UNTIL:
        lasts = e.kind == "weekday" and any(w.stem_key in LASTS for w in text.words[start : match.first])
        e = msgspec.structs.replace(e, until=e.day is not None, future=lasts)
    return Match(match.first, match.last, e, joined)


def span_of(text: Text, match: Match) -> Span:
    """The words' range without an attached "و" or "ف" ("ومنذ أسبوع" quotes "منذ أسبوع")."""
    start, end = text.span(match.first, match.last)
    if match.joined:
        start += 1
        while start < end and not light_character(text.original[start]):
            start += 1
    return Span(start, end)
