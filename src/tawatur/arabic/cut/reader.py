"""Splits a word into proclitics, stem and attached pronoun: closed lists first, then the trained model, kept by form."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import pycrfsuite

from tawatur.arabic.closed.reader import ARTICLE, closed_word
from tawatur.arabic.cut.features import features
from tawatur.arabic.letters import key

_SHAPE = re.compile(r"(c?)(f|p?)(A*)(S+)(E*)")


class Split(NamedTuple):
    """The parts of a word in light form; joined they give the word, save for the article hidden in "لل"."""

    prefixes: tuple[str, ...]
    stem: str
    enclitic: str


@lru_cache(maxsize=200_000)
def split(text: str) -> Split:
    """The clitics and stem of one light word form."""
    known = closed_word(text)
    if known is not None:
        return Split(known.prefixes, known.stem, known.enclitic)
    if len(text) < 3:
        return Split((), text, "")
    return _cut(text, "".join(_model().tag(features(text)))) or Split((), text, "")


def restored(stem: str) -> tuple[str, ...]:
    """The keys that a stem before a pronoun may have alone: "سيطرت" is "سيطرة", "قتلا" "قتلى", "قتلو" "قتلوا"."""
    written = key(stem)
    if stem.endswith("ت"):
        return (written[:-1] + "ه", written)
    if stem.endswith("ا"):
        return (written, written[:-1] + "ي")
    if stem.endswith("و"):
        return (written + "ا", written)
    if stem.endswith(("ئ", "ؤ")):
        return (written[:-1] + "ء", written, written[:-1] + "ا")
    return (written,)


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
