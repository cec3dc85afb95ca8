"""The one door of this room: from an article's text to words, sentences and quotations."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from tawatur.arabic.homographs import heard_together, settled
from tawatur.arabic.known import Known, known_form, readings_of
from tawatur.arabic.letters import key
from tawatur.arabic.quotations import quotations
from tawatur.arabic.sentences import sentences
from tawatur.arabic.shadow import Shadow, shade
from tawatur.arabic.shape import listed_plural, noun_agreement, verb_agreement
from tawatur.arabic.tag.reader import FormScores, best_tags, form_scores
from tawatur.arabic.tokens import Token, tokens
from tawatur.arabic.word import Analysis, Gender, Number, Pos, Text, Word
from tawatur.model.span import Span

_FIXED = {"number": "number", "punctuation": "punctuation", "latin": "name"}


def analyse(text: str, body: Iterable[Span] | None = None) -> Text:
    """The words, sentences and quotations of a text; with `body`, of those ranges only. Linear in its length."""
    shadow = shade(text)
    ranges = tuple(body) if body is not None else (Span(0, len(text)),)
    cut = [token for part in ranges for token in tokens(shadow, shadow.at(part.start), shadow.at(part.end))]
    words = tuple(_words(cut, shadow))
    found = sentences(words, text)
    return Text(text, words, found, quotations(words, found, text))


def _words(cut: Sequence[Token], shadow: Shadow) -> list[Word]:
    known = [known_form(token.text) if token.kind == "word" else None for token in cut]
    scores = [form.scores if form else _fixed(token.text, token.kind) for token, form in zip(cut, known, strict=True)]
    tags = settled(cut, best_tags(heard_together(cut, known, scores)))
    words: list[Word] = []
    for index, (token, form, tag) in enumerate(zip(cut, known, tags, strict=True)):
        span, text, kind, _, end = token
        if form is None:
            folded = key(text)
            word = Word(
                index=index,
                span=span,
                text=text,
                key=folded,
                kind=kind,
                stem=text,
                stem_key=folded,
                stem_span=span,
                pos=cast(Pos, tag),
            )
        else:
            prefixes, stem, enclitic = form.parts
            last = end - len(enclitic) if enclitic else end
            stem_key, gender, number, analyses = _shown(text, tag)
            word = Word(
                index=index,
                span=span,
                text=text,
                key=form.key,
                kind="word",
                prefixes=prefixes,
                stem=stem,
                stem_key=stem_key,
                stem_span=shadow.span(last - len(stem), last) if prefixes or enclitic else span,
                enclitic=enclitic,
                pos=cast(Pos, tag),
                gender=gender,
                number=number,
                analyses=analyses,
            )
        words.append(word)
    return words


@lru_cache(maxsize=50_000)
def _fixed(text: str, kind: str) -> FormScores:
    """The scores of a token that is no Arabic word: its kind decides its tag."""
    return form_scores(key(text), (), text, "", (), (_FIXED[kind],))


class _Shown(NamedTuple):
    """What a form shows once its part of speech is settled."""

    stem_key: str
    gender: Gender
    number: Number
    analyses: tuple[Analysis, ...]


@lru_cache(maxsize=200_000)
def _shown(text: str, tag: str) -> _Shown:
    known = known_form(text)
    verb = tag == "verb"
    stem_key = known.verbal if verb else known.nominal
    found = readings_of(known.parts, known.nominal, known.verbal) if known.closed is None or verb else ()
    analyses = tuple(sorted(found, key=lambda a: ((a.pos == "verb") != verb, a.person in ("1", "2"))))
    return _Shown(stem_key, *_agreement(known, tag, stem_key, analyses), analyses)


def _agreement(known: Known, tag: str, stem_key: str, analyses: tuple[Analysis, ...]) -> tuple[Gender, Number]:
    if known.closed is not None:
        return known.closed.gender, known.closed.number
    kind = [a for a in analyses if (a.pos == "verb") == (tag == "verb")]
    if tag == "verb":
        return _verb_agreement(stem_key, [a for a in kind if a.person == "3"] or kind)
    if kind and not (tag == "noun" and listed_plural(stem_key)):
        return kind[0].gender, kind[0].number
    return noun_agreement(known.parts.stem, stem_key, tag) if tag in ("noun", "adjective", "name") else ("", "")


def _verb_agreement(stem_key: str, kind: list[Analysis]) -> tuple[Gender, Number]:
    """What all readings of a verb agree on: "تقدم" may be he or she, so its gender stays open."""
    if not kind:
        return verb_agreement(stem_key, "present" if stem_key[:1] in "يتن" and not stem_key.endswith("ت") else "past")
    genders, numbers = {a.gender for a in kind}, {a.number for a in kind}
    return (genders.pop() if len(genders) == 1 else ""), (numbers.pop() if len(numbers) == 1 else "")
