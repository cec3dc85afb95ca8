"""The one door of this room: from an article's text to words, sentences and quotations."""

from bisect import bisect_left
from collections.abc import Iterable

from tawatur.arabic.clitics import split
from tawatur.arabic.letters import key
from tawatur.arabic.sentences import quotations, sentences
from tawatur.arabic.shadow import Shadow, shade
from tawatur.arabic.tokens import Token, tokens
from tawatur.arabic.word import Text, Word
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


def _word(index: int, token: Token, shadow: Shadow) -> Word:
    if token.kind != "word":
        pos = "number" if token.kind == "number" else "punctuation" if token.kind == "punctuation" else "name"
        return Word(index=index, span=token.span, text=token.text, key=key(token.text), kind=token.kind, stem=token.text,
                    stem_key=key(token.text), stem_span=token.span, pos=pos)  # type: ignore[arg-type]
    parts = split(token.text)
    return Word(index=index, span=token.span, text=token.text, key=key(token.text), kind="word", prefixes=parts.prefixes,
                stem=parts.stem, stem_key=key(parts.stem), stem_span=_stem_span(token, parts.stem, parts.enclitic, shadow),
                enclitic=parts.enclitic)


def _stem_span(token: Token, stem: str, enclitic: str, shadow: Shadow) -> Span:
    first = bisect_left(shadow.origin, token.span.start)
    end = first + len(token.text) - len(enclitic)
    return shadow.span(end - len(stem), end)
