"""A word of a text with its clitics, part of speech and what our own lexicon knows of its form."""

from bisect import bisect_right
from typing import Any, Literal

import msgspec

from tawatur.model.span import Span

Pos = Literal[
    "verb",
    "noun",
    "adjective",
    "name",
    "pronoun",
    "demonstrative",
    "relative",
    "preposition",
    "conjunction",
    "subordinator",
    "particle",
    "adverb",
    "number",
    "punctuation",
    "other",
]
# no question has been asked of a form yet: a place for a word of it, and one for the answer to each (see kept.py)
UNTOLD: tuple[object, ...] = (object(),) * 56
Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p", ""]


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word form by our lexicon: its lemma and what its shape says."""

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    derived: Literal["", "masdar", "active", "passive"] = ""  # verbal noun, active or passive participle
    verb: str = ""  # the verb lemma that a derived form belongs to
    tense: Literal["", "past", "present", "imperative"] = ""
    voice: Literal["", "active", "passive", "either"] = ""
    person: Literal["", "1", "2", "3"] = ""
    gender: Gender = ""
    number: Number = ""


class Word(msgspec.Struct, frozen=True, gc=False):
    """One token. Light forms keep the writer's letters; keys fold what newsrooms mix up (see letters.py).

    `prefixes` are the proclitics in order, the article last ("و", "ب", "ال"; "لل" gives "ل", "ال"). `enclitic` is the
    attached pronoun or empty. `stem` is what is left. All but the place of a word is told by its light form and part of
    speech, and made once for both; `told` is shared by all words of that form (see kept.py).
    """

    index: int
    span: Span
    stem_at: Span | None  # where ornament in the article keeps the stem from being counted off (see `stem_span`)
    text: str
    key: str
    kind: Literal["word", "number", "latin", "punctuation"]
    prefixes: tuple[str, ...]
    stem: str
    stem_key: str
    enclitic: str
    pos: Pos
    gender: Gender
    number: Number
    analyses: tuple[Analysis, ...]
    definite: bool  # whether the article or an attached pronoun makes it definite
    conjunction: str  # the attached "و" or "ف", or empty
    preposition: str  # the attached "ب", "ل" or "ك", or empty
    future: bool  # whether the future "س" stands before it
    told: list[Any]

    def at(self, index: int, span: Span, stem_at: Span | None) -> "Word":
        """Another word of the same form and part of speech."""
        return Word(
            index,
            span,
            stem_at,
            self.text,
            self.key,
            self.kind,
            self.prefixes,
            self.stem,
            self.stem_key,
            self.enclitic,
            self.pos,
            self.gender,
            self.number,
            self.analyses,
            self.definite,
            self.conjunction,
            self.preposition,
            self.future,
            self.told,
        )

    @property
    def stem_span(self) -> Span:
        """The original range of the stem."""
        if self.stem_at is not None:
            return self.stem_at
        end = self.span.end - len(self.enclitic)
        return Span(end - len(self.stem), end)


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence: words `first` to `last` exclusive, in paragraph number `paragraph`."""

    first: int
    last: int
    paragraph: int


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """Words between quotation marks (the marks outside); `closed` is False where the end mark is missing."""

    first: int
    last: int
    closed: bool = True


BEYOND = 8  # blanks behind the keys of a text; before its first word they are found too


class Text(msgspec.Struct, frozen=True):
    """A text analysed: its words, sentences and quotations. Only the article's body is in it."""

    original: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    lasts: tuple[int, ...]  # past the last word of each sentence
    marks: tuple[int, ...]  # the words that are punctuation
    ornate: bool  # whether it holds vowel marks, tatweel or other ornament
    told: tuple[list[Any], ...]  # `told` of all words
    keys: tuple[str, ...]  # of all words, and past them blanks, so that who looks a few words further finds none

    def span(self, first: int, last: int) -> Span:
        """The original range of words `first` to `last` exclusive, clitics included."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def sentence_of(self, word: int) -> Sentence:
        """The sentence that holds word number `word`."""
        return self.sentences[bisect_right(self.lasts, word)]
