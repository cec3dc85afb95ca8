"""Whether a clause tells of one definite happening, or of a kind, a habit, a memory or something imagined."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tawatur.arabic.word import Text
from tawatur.model.phrases import FigurePhrase, Named, PlacePhrase, TimePhrase
from tawatur.reports.modality.clause import STOPS, Clause
from tawatur.reports.modality.frames import RELATIVES, described, happened, past
from tawatur.reports.modality.words import match

MEMORY = 5  # words before an act within which a trial or memory governs it
SINCE = 4  # words before a year within which the "since" stands that opens its stretch
DESCRIBED = 4  # words behind a noun within which its relative clause opens
PLACED = 4  # words behind a noun within which its own place begins
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_FIRST = attrgetter("first")
QUESTIONS = frozenset({"؟", "?"})
ASKING = frozenset({"هل", "لماذا", "كيف", "متي", "الم", "اين", "ماذا", "اليس", "اليست", "اليسوا", "اولم", "افلم"}) | {
    "افلا",
    "اولا",
    "اوليس",
    "افليس",
    "وهل",
    "فهل",
    "مالذي",
}
EACH = frozenset({"اي", "ايه", "ايا", "جميع", "كافه", "كل"})
APART = RELATIVES | {"حيث"}  # behind these something else is said


def not_single(text: Text, named: Named, clause: Clause, fillers: int, *, kind: bool = True) -> tuple[int, int] | None:
    """The words that make the act no single happening, or None where it is one; `kind`: a noun may name a kind."""
    return (
        _question(clause)
        or _generic(clause, named)
        or _habit(clause)
        or _compared(clause)
        or _remembered(clause, named)
        or _long_ago(clause, named, fillers)
        or (_kind(clause, named, fillers) if kind else None)
    )


def _remembered(clause: Clause, named: Named) -> tuple[int, int] | None:
    """ "قضية اغتيال", "متهم بتفجير", "التحقيق في مقتل": what courts and memories hold."""
    if not clause.nominal or not clause.openings_before("memories", clause.trigger, MEMORY):
        return None
    told = (
        clause.definite or _placed(clause, named) or described(clause.text, clause.trigger)
    )  # "المتهم بالوقوف خلف العملية التي وقعت في …"
    for j in clause.reach_back(clause.trigger, MEMORY):
        word = clause.words[j]
        if (
            word.text in STOPS
            or word.text in ("،", ",")
            or (word.pos == "verb" and word.stem_key not in ("يحاكم", "ادين"))
        ):
            return None
        if width := match("memories", clause.words, j):
            joined = any(clause.words[k].conjunction == "و" for k in range(j + width, clause.trigger + 1))
            return None if joined or told else (j, j + width)
    return None


def _long_ago(clause: Clause, named: Named, fillers: int) -> tuple[int, int] | None:
    """ "منذ سنوات", "في السنوات الأخيرة": counted over years; another year dates a bare noun to memory only."""
    current = (named.published.edtf or "")[:4]
    bare = clause.nominal and not clause.governed and not fillers
    first, last = clause.first, min(clause.last + 2, clause.sentence.last)
    counted = clause.openings_from("over_years", first, last)
    counted += clause.openings_from("long_ago", first, last) if bare else []
    counted += [number for number in clause.numbers if first <= number < last]
    for j in sorted(set(counted)) if counted else ():
        word = clause.words[j]
        if word.kind == "number" and YEAR.fullmatch(word.key) and word.key != current and _of_time(clause, j):
            if bare or _since(clause, j):
                return j, j + 1
        elif width := match("over_years", clause.words, j) or (match("long_ago", clause.words, j) if bare else 0):
            return j, j + width
    return None


def _since(clause: Clause, index: int) -> bool:
    """ "منذ عام 2014", "منذ أيلول 2014": a stretch that many acts fill."""
    return any(clause.words[j].stem_key == "منذ" for j in range(max(clause.first, index - SINCE), index))


def _of_time(clause: Clause, index: int) -> bool:
    """Whether a number is a year: after "عام" or "سنة", a month, "في", "منذ", or in brackets with a month."""
    before = clause.words[index - 1] if index else None
    return before is not None and (
        before.stem_key in ("عام", "سنه", "في", "منذ") or before.pos in ("name", "noun") or before.text in ("(", ")")
    )


def _kind(clause: Clause, named: Named, fillers: int) -> tuple[int, int] | None:
    """An event noun that nothing dates, places or counts, of one side only, tells of a kind: "هجمات ضد المدنيين"."""
    if (
        not clause.nominal
        or fillers > 1
        or (clause.governed and clause.verb is not None and clause.words[clause.verb].pos == "verb")
    ):
        return None
    if clause.definite and _described(clause):
        return None  # "الهجوم الذي …"
    if happened(clause.text, clause.trigger):
        return None
    if any(_begins(each, clause.first, clause.last) for each in (named.times, named.figures, named.places)):
        return None
    return clause.trigger, clause.trigger + 1


def _begins(phrases: Sequence[TimePhrase | FigurePhrase | PlacePhrase], first: int, last: int) -> bool:
    """Whether a phrase begins among the words `first` to `last` exclusive."""
    at = bisect_left(phrases, first, key=_FIRST)
    return at < len(phrases) and phrases[at].first < last


def _described(clause: Clause) -> bool:
    stop = min(clause.trigger + DESCRIBED, clause.sentence.last)
    return any(clause.words[j].pos == "relative" for j in range(clause.trigger + 1, stop))


def _question(clause: Clause) -> tuple[int, int] | None:
    """The question mark of a sentence; what a past verb tells in it ("وقع انفجار") is no part of what it asks."""
    last = clause.sentence.last - 1
    for j in range(last, max(clause.trigger, last - 2), -1):
        if clause.words[j].text in QUESTIONS:
            carrier = clause.words[clause.verb] if clause.verb is not None else None
            told = carrier is not None and past(carrier) and not _asked(clause)
            return None if told else (j, j + 1)
    return None


def _asked(clause: Clause) -> bool:
    """Whether a word that asks stands before the act: "هل قصف", "لماذا شن", "كيف استطاعت أن"."""
    first = clause.sentence.first
    who, behind = clause.words[first], clause.words[min(first + 1, clause.trigger)]
    whom = who.stem_key == "من" and who.pos != "preposition"
    if whom or (who.stem_key in ("من", "ما") and behind.pos == "relative"):
        return True  # "ومن الذي سلح الميليشيات؟"
    return any(
        clause.words[j].stem_key in ASKING or clause.words[j].key in ASKING for j in range(first, clause.trigger)
    )


def _placed(clause: Clause, named: Named) -> bool:
    """ "تفجير مسجد الصادق", "الهجوم على مطار بروكسل": a place of its own right behind tells which one it was."""
    behind = range(clause.trigger + 1, clause.trigger + 1 + PLACED)
    return any(p.first in behind and p.locality for p in named.places)


def _generic(clause: Clause, named: Named) -> tuple[int, int] | None:
    """ "كل هجوم", "مكافحة القتل", "أي قصف"."""
    if not clause.nominal:
        return None
    before = clause.trigger - 1
    if before in clause.openings.get("generic_before", ()) and match("generic_before", clause.words, before):
        each = clause.words[before].stem_key in EACH
        told = described(clause.text, clause.trigger) or _placed(clause, named)
        return None if not each and told else (before, clause.trigger)
    return None


def _habit(clause: Clause) -> tuple[int, int] | None:
    start, end = max(clause.first - 3, clause.sentence.first), min(clause.last + 3, clause.sentence.last)
    for j in clause.openings_from("habits", start, end):
        if width := match("habits", clause.words, j):
            before = clause.words[j - 1] if j else None
            if j > clause.trigger and any(clause.words[k].stem_key in APART for k in range(clause.trigger + 1, j)):
                return None  # "اقتحموا الفندق الذي يرتاده عادة الأجانب"
            behind = clause.words[j + width] if j + width < end else None
            if width == 1 and clause.words[j].preposition and behind is not None and behind.definite:
                continue  # "طالب باستمرار القتال"
            if width == 1 and before is not None and before.stem.endswith("ا") and clause.words[j].stem.endswith("ا"):
                continue  # "تواصلا دائما": an adjective
            return j, j + width
    return None


def _compared(clause: Clause) -> tuple[int, int] | None:
    for j in clause.openings_before("comparisons", clause.trigger, 5):
        if width := match("comparisons", clause.words, j):
            return j, j + width
    return None
