"""Where an article recites scripture: verses and sayings tell of no happening of our day, whatever verbs they hold.

A recitation is told by the formula before it ("قال تعالى"), or by its letters: in a page without vowel marks only
verses between brackets or quotation marks carry one on nearly every letter.
"""

from collections.abc import Iterator
from functools import cache
from itertools import compress

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text
from tawatur.knowledge.files import load_yaml

LEADS = ("", "و", "ف", "ب", "وب", "فب")  # what may stand before a formula
CLOSING = {"(": ")", "{": "}", "﴿": "﴾", "﴾": "﴿", "[": "]"}
BLESSING = 9  # words of praise that may stand between the formula and what it opens ("صلى الله عليه وسلم :")
LONGEST = 120  # words; a bracket left open must not swallow the article
VOWEL_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
MARKS = 1.4  # vowel marks a word from which a bracketed passage is a verse
FEWEST = 3  # words of such a passage


def recited_words(text: Text) -> frozenset[int]:
    """The indexes of all words inside a recitation; one look-up a word for a text without any."""
    ranges = [*_after_formulas(text), *_by_vowel_marks(text)]
    return frozenset(word for first, last in ranges for word in range(first, last))


def _after_formulas(text: Text) -> Iterator[tuple[int, int]]:
    words = text.words
    opened = _opened()
    for index in compress(range(len(words)), map(opened.get, text.keys)):
        for formula in opened[words[index].key]:
            if text.keys[index + 1 : index + 1 + len(formula)] == formula:
                yield _recitation(text, index + 1 + len(formula))
                break


@cache
def _opened() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The formulas that a word may begin, by its key with its clitics."""
    return {lead + first: rests for first, rests in formulas().items() for lead in LEADS}


def _recitation(text: Text, after: int) -> tuple[int, int]:
    """From a formula to the end of the bracket or quotation that it opens, else to the end of its sentence."""
    sentence = text.sentence_of(min(after, len(text.words)) - 1)
    for index in range(after, min(after + BLESSING, len(text.words))):
        closed = _bracket_end(text, index)
        if closed is not None:
            return after, closed
        quotation = next((q for q in text.quotations if q.first in (index, index + 1)), None)
        if quotation is not None:
            return after, quotation.last
    return after, sentence.last


def _bracket_end(text: Text, index: int) -> int | None:
    closing = CLOSING.get(text.words[index].text)
    if closing is None:
        return None
    last = min(index + LONGEST, len(text.words))
    return next((n for n in range(index + 1, last) if text.words[n].text == closing), None)


def _by_vowel_marks(text: Text) -> Iterator[tuple[int, int]]:
    if not text.ornate or not any(mark in text.original for mark in VOWEL_MARKS):
        return
    opening = [index for index in text.marks if text.words[index].text in CLOSING]
    brackets = ((i, end) for i in opening if (end := _bracket_end(text, i)) is not None)
    for first, last in (*brackets, *((q.first, q.last) for q in text.quotations)):
        inside = [word for word in text.words[first:last] if word.kind == "word"]
        marks = sum(len(word.span.of(text.original)) - len(word.text) for word in inside)
        if len(inside) >= FEWEST and marks >= MARKS * len(inside):
            yield first, last


@cache
def formulas() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> what follows it, longest first. All in normal form."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in load_yaml("tawatur.reports", "recitation.yml")["openers"]:
        first, *rest = (key(word) for word in line.split())
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}
