"""Cuts a text into tokens: runs of Arabic letters, numbers, Latin words, single punctuation marks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, repeat
from typing import Literal, NamedTuple

from tawatur.arabic.shadow import Shadow
from tawatur.model.span import Span

Kind = Literal["word", "number", "latin", "punctuation"]
_TOKEN = re.compile(
    r"(?! )"  # a blank is none of these: it is passed over before each of them is tried
    r"([\u0621-\u064a\u0671-\u06d3\u06fa-\u06ff]+"  # a word
    r"|\d+(?:[.,\u066b\u066c]\d+)*"  # a number
    r"|[^\W\d_\u0600-\u06ff]+"  # a Latin word
    r"|\.{2,}|\S)"  # punctuation
)
_WORD = re.compile(r"[\u0621-\u064a\u0671-\u06d3\u06fa-\u06ff]")
_LATIN = re.compile(r"[^\W\d_\u0600-\u06ff]")


class Cut(NamedTuple):
    """Tokens before morphology: light forms, ranges in the original, and where the shadow holds their ends."""

    texts: list[str]
    spans: list[Span]
    ends: list[int]


_new = tuple.__new__  # what a NamedTuple is made by, without the call in between: one of each for every word


def cut(shadow: Shadow, ranges: Iterable[Span]) -> Cut:
    """The tokens of some ranges of the original; ornament inside a word does not cut it."""
    found = Cut([], [], [])
    for part in ranges:
        start, end = shadow.at(part.start), shadow.at(part.end)
        pieces = _TOKEN.split(shadow.text[start:end])  # blanks and tokens in turn
        places = list(accumulate(map(len, pieces), initial=start))
        starts, ends = places[1:-1:2], places[2::2]
        found.texts.extend(pieces[1::2])
        found.ends.extend(ends)
        if shadow.ornate:
            at = shadow.origin.__getitem__
            starts, ends = list(map(at, starts)), list(map(at, ends))
        found.spans.extend(map(_new, repeat(Span), zip(starts, ends, strict=True)))
    return found


@lru_cache(maxsize=200_000)
def kind_of(text: str) -> Kind:
    """The kind of a token, which its first character tells."""
    first = text[0]
    if _WORD.match(first):
        return "word"
    return "number" if first.isdecimal() else "latin" if _LATIN.match(first) else "punctuation"
