"""The one door of this room: from an article's text to words, sentences and quotations."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.cut.reader import Split, restored, split
from tawatur.arabic.forms import analyses_of
from tawatur.arabic.letters import key
from tawatur.arabic.sentences import quotations, sentences
from tawatur.arabic.shadow import Shadow, shade
from tawatur.arabic.shape import gender_of, number_of
from tawatur.arabic.tokens import Token, tokens
from tawatur.arabic.word import Analysis, Gender, Number, Pos, Text, Word
from tawatur.model.span import Span


def analyse(text: str, body: Iterable[Span] | None = None) -> Text:
    """The words, sentences and quotations of a text; with `body`, of those ranges only. Linear in its length."""
    shadow = shade(text)
    ranges = tuple(body) if body is not None else (Span(0, len(text)),)
    cut = [token for part in ranges for token in _tokens_of(shadow, part)]
    words = tuple(_word(index, token, shadow) for index, token in enumerate(cut))
    found = sentences(words, text)
    return Text(text, words, found, quotations(words, found))


def _tokens_of(shadow: Shadow, part: Span) -> Iterable[Token]:
    return tokens(shadow, bisect_left(shadow.origin, part.start), bisect_left(shadow.origin, part.end))


class _Known(NamedTuple):
    """What a form says by itself, kept by form."""

    key: str
    parts: Split
    stem_key: str
    pos: Pos
    gender: Gender
    number: Number
    analyses: tuple[Analysis, ...]


@lru_cache(maxsize=200_000)
def _known(text: str) -> _Known:
    parts = split(text)
    closed = closed_word(text)
    if closed is not None:
        stem_key = key(parts.stem)
        return _Known(key(text), parts, stem_key, closed.pos, "", "", analyses_of(stem_key))  # type: ignore[arg-type]
    stem_key, analyses = _stem(parts)
    if "ال" in parts.prefixes or parts.prefixes[-1:] in (("ب",), ("ك",)):
        analyses = tuple(a for a in analyses if a.pos != "verb")
    if "س" in parts.prefixes:
        analyses = tuple(a for a in analyses if a.pos == "verb")
    pos: Pos = analyses[0].pos if analyses else "verb" if "س" in parts.prefixes else "noun"
    first = analyses[0] if analyses else None
    return _Known(key(text), parts, stem_key, pos, first.gender if first else gender_of(stem_key),
                  first.number if first else number_of(stem_key), analyses)


def _stem(parts: Split) -> tuple[str, tuple[Analysis, ...]]:
    """The key of the stem as it is written without its pronoun, and what the lexicon knows of it."""
    written = key(parts.stem)
    if not parts.enclitic:
        return written, analyses_of(written)
    for candidate in restored(parts.stem):
        if found := analyses_of(candidate):
            return candidate, found
    return written, ()


def _word(index: int, token: Token, shadow: Shadow) -> Word:
    if token.kind != "word":
        pos = "number" if token.kind == "number" else "punctuation" if token.kind == "punctuation" else "name"
        return Word(index=index, span=token.span, text=token.text, key=key(token.text), kind=token.kind, stem=token.text,
                    stem_key=key(token.text), stem_span=token.span, pos=pos)  # type: ignore[arg-type]
    known = _known(token.text)
    parts = known.parts
    return Word(index=index, span=token.span, text=token.text, key=known.key, kind="word", prefixes=parts.prefixes,
                stem=parts.stem, stem_key=known.stem_key, stem_span=_stem_span(token, parts.stem, parts.enclitic, shadow),
                enclitic=parts.enclitic, pos=known.pos, gender=known.gender, number=known.number,
                analyses=known.analyses)


def _stem_span(token: Token, stem: str, enclitic: str, shadow: Shadow) -> Span:
    first = bisect_left(shadow.origin, token.span.start)
    end = first + len(token.text) - len(enclitic)
    return shadow.span(end - len(stem), end)
