"""A word of a text with its clitics, part of speech and what our own lexicon knows of its form."""

from typing import Literal

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
Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p", ""]


class Analysis(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """One reading of a word form by our lexicon: its lemma and what its shape says. Packed as a list (forms.py)."""

    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    derived: Literal["", "masdar", "active", "passive"] = ""  # verbal noun, active or passive participle
    verb: str = ""  # the verb lemma that a derived form belongs to
    tense: Literal["", "past", "present", "imperative"] = ""
    voice: Literal["", "active", "passive", "either"] = ""
    person: Literal["", "1", "2", "3"] = ""
    gender: Gender = ""
    number: Number = ""


class Word(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One token. Light forms keep the writer's letters; keys fold what newsrooms mix up (see letters.py).

    `prefixes` are the proclitics in order, the article last ("و", "ب", "ال"; "لل" gives "ل", "ال"). `enclitic` is the
    attached pronoun or empty. `stem` is what is left, with its own span in the original.
    """

    index: int
    span: Span
    text: str
    key: str
    kind: Literal["word", "number", "latin", "punctuation"]
    prefixes: tuple[str, ...] = ()
    stem: str = ""
    stem_key: str = ""
    stem_span: Span
    enclitic: str = ""
    pos: Pos = "other"
    gender: Gender = ""
    number: Number = ""
    analyses: tuple[Analysis, ...] = ()

    @property
    def definite(self) -> bool:
        """Whether the article or an attached pronoun makes it definite."""
        return "ال" in self.prefixes or bool(self.enclitic)

    @property
    def conjunction(self) -> str:
        """The attached "و" or "ف", or empty."""
        prefixes = self.prefixes
        return prefixes[0] if prefixes and prefixes[0] in ("و", "ف") else ""

    @property
    def preposition(self) -> str:
        """The attached "ب", "ل" or "ك", or empty."""
        for prefix in self.prefixes:
            if prefix in ("ب", "ل", "ك"):
                return prefix
        return ""

    @property
    def future(self) -> bool:
        """Whether the future "س" stands before it."""
        return "س" in self.prefixes


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


class Text(msgspec.Struct, frozen=True):
    """A text analysed: its words, sentences and quotations. Only the article's body is in it."""

    original: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def span(self, first: int, last: int) -> Span:
        """The original range of words `first` to `last` exclusive, clitics included."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def sentence_of(self, word: int) -> Sentence:
        """The sentence that holds word number `word`."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].last <= word:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low]
