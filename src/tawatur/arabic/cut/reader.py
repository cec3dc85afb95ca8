"""Splits a word into proclitics, stem and attached pronoun: closed lists, then a trained model against use."""

import re
from collections.abc import Callable
from functools import cache
from heapq import nlargest
from importlib.resources import files

import pycrfsuite

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.cut.candidates import ARTICLE, Kind, Split, candidates, likelihood, radical, run_together
from tawatur.arabic.cut.features import features
from tawatur.arabic.forms import analyses_of
from tawatur.arabic.letters import key

__all__ = ["Split", "split"]

_SHAPE = re.compile(r"(c?)(f|p?)(A*)(S+)(E*)")
_WE_SHALL = re.compile("[وف]?سن(?=.{3})")
_LEADING = frozenset("وفبلكسا")
_TRAILING = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "كم", "كما", "ك", "ي")
ROUNDING = 1e-6
TRUST, PREFIX_COST = 1.5, 0.5  # the model's word against the evidence for stems
PRONOUN_COST = {
    "": 0.0,
    **dict.fromkeys(("ه", "ها", "هم", "هما", "هن", "نا"), 1.0),
    **dict.fromkeys(("ني", "كم", "كما", "ك"), 2.0),
    "ي": 3.5,
}


def split(text: str, folded: str) -> Split:
    """The clitics and stem of one light word form; `folded` is its key."""
    known = closed_word(text, folded)
    if known is not None:
        return Split(known.prefixes, known.stem, known.enclitic)
    if len(text) < 3:
        return Split((), text, "")
    if text.endswith("الله"):
        return _of_god(text)
    if text[0] in "وفقل" and (joined := run_together(text)) is not None:
        return joined
    if text.startswith("وو") and (joined := _behind_and(text, folded)) is not None:
        return joined
    if (vowed := _WE_SHALL.match(text)) is not None and (told := _of_us(text, folded, vowed.end() - 1)) is not None:
        return told
    if text[0] not in _LEADING and not text.endswith(_TRAILING):
        return Split((), text, "")
    if text.startswith(ARTICLE) and len(text) > 3 and not radical(text):
        return Split((ARTICLE,), text[2:], "")
    return best_split(text, folded, lambda: _cut(text, "".join(_model().tag(features(text)))))


def _behind_and(text: str, folded: str) -> Split | None:
    """ "ووجهت", "ووقعوا": a known word that begins with "و" behind the conjunction."""
    rest = split(text[1:], folded[1:])
    known = not rest.prefixes and bool(analyses_of(key(rest.stem)))
    return Split(("و",), rest.stem, rest.enclitic) if known else None


def _of_us(text: str, folded: str, first: int) -> Split | None:
    """ "سنلاحقهم": the future of a known verb whose stem begins at `first` ("نلاحق"), where use alone sees a name."""
    rest = split(text[first:], folded[first:])
    known = not rest.prefixes and any(a.pos == "verb" and a.person == "1" for a in analyses_of(key(rest.stem)))
    return Split(tuple(text[:first]), rest.stem, rest.enclitic) if known else None


def best_split(text: str, folded: str, tell: Callable[[], Split | None]) -> Split:
    """The candidate with the most evidence; `tell` asks the model, and only where its word can decide."""
    parts = candidates(text)
    if len(parts) < 2:
        return parts[0][0] if parts else Split((), text, "")
    found = [(part, _weight(part, kind, folded), 1.0 * (kind == "article")) for part, kind in parts]
    plain = [weight + bonus for _, weight, bonus in found]
    best, second = nlargest(2, plain) if len(plain) > 2 else sorted(plain, reverse=True)
    if best - second > TRUST + ROUNDING:
        return found[plain.index(best)][0]
    told = tell()
    return max(found, key=lambda each: each[1] + (TRUST * (each[0] == told) + each[2]))[0]


def _weight(part: Split, kind: Kind, folded: str) -> float:
    """The evidence for a cut of a word of this key less the cost of its clitics; an article costs nothing."""
    last = len(folded) - len(part.enclitic)
    written = folded[last - len(part.stem) : last]
    cost = PREFIX_COST * (len(part.prefixes) - (kind == "article"))
    return likelihood(part.stem, written, kind, part.enclitic) - cost - PRONOUN_COST[part.enclitic]


def _of_god(text: str) -> Split:
    """ "والله", "بالله" have a clitic; "عبدالله", "نصرالله" are names written together."""
    lead = text[:-4]
    return Split(tuple(lead), "الله", "") if lead in ("", "و", "ف", "ب", "وب") else Split((), text, "")


def _cut(text: str, labels: str) -> Split | None:
    """The split that the labels spell, or None where they spell none."""
    match = _SHAPE.fullmatch(labels)
    if match is None:
        return None
    conjunction, before, article, stem, pronoun = (text[match.start(i) : match.end(i)] for i in range(1, 6))
    hidden = article == "ل" and before == "ل"  # "للحشد": the article has lost its alef
    if article and not hidden and article != ARTICLE:
        return None
    prefixes = tuple(part for part in (conjunction, before) if part)
    return Split(prefixes + ((ARTICLE,) if article else ()), stem, pronoun)


@cache
def _model() -> "pycrfsuite.Tagger":
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_weights())
    return tagger


@cache
def _weights() -> bytes:
    """The model's bytes, kept alive here: the tagger reads them in place and takes no copy."""
    return files("tawatur.arabic.cut").joinpath("clitics.crfsuite").read_bytes()
