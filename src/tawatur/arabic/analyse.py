"""The one door of this room: from an article's text to words, sentences and quotations."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.cut.reader import Split, split
from tawatur.arabic.letters import key
from tawatur.arabic.sentences import quotations, sentences
from tawatur.arabic.shadow import Shadow, shade
from tawatur.arabic.shape import gender_of, number_of
from tawatur.arabic.tokens import Token, tokens
from tawatur.arabic.word import Gender, Number, Pos, Text, Word
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


@lru_cache(maxsize=200_000)
def _known(text: str) -> _Known:
    parts = split(text)
    closed = closed_word(text)
    stem_key = key(parts.stem)
    pos: Pos = closed.pos if closed is not None else "noun" if "ال" in parts.prefixes else "other"  # type: ignore[assignment]
    return _Known(key(text), parts, stem_key, pos, gender_of(stem_key) if closed is None else "",
                  number_of(stem_key) if closed is None else "")


def _word(index: int, token: Token, shadow: Shadow) -> Word:
    if token.kind != "word":
        pos = "number" if token.kind == "number" else "punctuation" if token.kind == "punctuation" else "name"
        return Word(index=index, span=token.span, text=token.text, key=key(token.text), kind=token.kind, stem=token.text,
                    stem_key=key(token.text), stem_span=token.span, pos=pos)  # type: ignore[arg-type]
    known = _known(token.text)
    parts = known.parts
    return Word(index=index, span=token.span, text=token.text, key=known.key, kind="word", prefixes=parts.prefixes,
                stem=parts.stem, stem_key=known.stem_key, stem_span=_stem_span(token, parts.stem, parts.enclitic, shadow),
                enclitic=parts.enclitic, pos=known.pos, gender=known.gender, number=known.number)


def _stem_span(token: Token, stem: str, enclitic: str, shadow: Shadow) -> Span:
    first = bisect_left(shadow.origin, token.span.start)
    end = first + len(token.text) - len(enclitic)
    return shadow.span(end - len(stem), end)
