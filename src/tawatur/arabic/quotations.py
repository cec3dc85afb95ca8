"""Finds quotations. Marks face as the blanks around them say: writers forget marks, so none is counted."""

from collections.abc import Sequence
from typing import Literal

from tawatur.arabic.word import Quotation, Sentence, Word

Facing = Literal["opens", "closes", "either"]
GUILLEMETS, DOUBLES = frozenset("«»‹›"), frozenset('"“”„‟″')
_MARKS = GUILLEMETS | DOUBLES
_BY_SHAPE: dict[str, Facing] = {
    "«": "opens",
    "‹": "opens",
    "“": "opens",
    "„": "opens",
    "»": "closes",
    "›": "closes",
    "”": "closes",
}
_BEFORE_OPENING, _AFTER_CLOSING = frozenset("([:،-–—/ـ"), frozenset(")].,،؛:!?؟…/")
LONGEST = 250  # words; a mark left open must not swallow the article


def quotations(
    words: Sequence[Word], punctuation: Sequence[int], found: Sequence[Sentence], original: str
) -> tuple[Quotation, ...]:
    """The quotations, innermost included; an open one ends with its paragraph, or where the next one opens."""
    marks = [index for index in punctuation if words[index].text in _MARKS]
    if not marks:
        return ()
    turned = _turned(words, marks, original)
    page = _Page(words, found)
    for index in marks:
        page.end_paragraphs_before(index)
        facing = _facing(words[index], original, turned=turned)
        if facing == "opens" or (facing == "either" and not page.is_open(index)):
            page.open(index)
        else:
            page.close(index)
    page.end_paragraphs_before(len(words) + 1)
    return tuple(sorted(page.result, key=lambda q: (q.first, q.last)))


class _Page:
    """The quotations open at a mark, innermost last, and those that are done."""

    def __init__(self, words: Sequence[Word], found: Sequence[Sentence]) -> None:
        self.words, self.found = words, found
        self.ends = _paragraph_ends(words, found)
        self.result: list[Quotation] = []
        self.stack: list[int] = []
        self.interrupted: int | None = None  # opened, then another of its kind opened: nested or never closed

    def is_open(self, index: int) -> bool:
        """Whether the innermost open quotation has marks of this kind."""
        return bool(self.stack) and _family(self.words[self.stack[-1]].text) == _family(self.words[index].text)

    def open(self, index: int) -> None:
        """Opens a quotation; one of its own kind that stands open counts as unclosed for now."""
        if self.is_open(index):
            self.interrupted = self.stack.pop()
            _give_up(self.result, self.interrupted, index, self.found)
        self.stack.append(index)

    def close(self, index: int) -> None:
        """Closes the innermost quotation, whatever its marks (some close " with »), or the one that was interrupted."""
        while len(self.stack) > 1 and not self.is_open(index) and self._kind_is_open(index):
            _give_up(self.result, self.stack.pop(), index, self.found)
        if self.stack:
            self._done(self.stack.pop(), index)
        elif self.interrupted is not None and self.ends[self.interrupted] > index:
            start, self.interrupted = self.interrupted, None
            self.result = [q for q in self.result if q.closed or q.first != start + 1]
            self._done(start, index)

    def end_paragraphs_before(self, index: int) -> None:
        """Ends what stands open in paragraphs that are over."""
        while self.stack and index >= self.ends[self.stack[-1]]:
            start = self.stack.pop()
            if self.ends[start] > start + 1:
                self.result.append(Quotation(start + 1, min(self.ends[start], start + LONGEST), False))

    def _kind_is_open(self, index: int) -> bool:
        return any(_family(self.words[start].text) == _family(self.words[index].text) for start in self.stack)

    def _done(self, start: int, index: int) -> None:
        if index > start + 1:
            self.result.append(Quotation(start + 1, index))


def _family(mark: str) -> bool:
    return mark in GUILLEMETS


def _facing(word: Word, original: str, *, turned: bool) -> Facing:
    """Which way a mark faces: by the blanks at its sides, else by its shape."""
    side = _by_blanks(word, original)
    if word.text in GUILLEMETS:
        shape = _BY_SHAPE[word.text]
        return ("closes" if shape == "opens" else "opens") if turned else shape
    return side if side != "either" else _BY_SHAPE.get(word.text, "either")


def _by_blanks(word: Word, original: str) -> Facing:
    start, end = word.span
    before, after = original[start - 1 : start], original[end : end + 1]
    loose_before = not before or before.isspace() or before in _BEFORE_OPENING
    loose_after = not after or after.isspace() or after in _AFTER_CLOSING
    if loose_before == loose_after:
        return "either"
    return "opens" if loose_before else "closes"


def _turned(words: Sequence[Word], marks: Sequence[int], original: str) -> bool:
    """Whether the writer's guillemets face the wrong way throughout (»…«), as mirrored fonts leave them."""
    against = 0
    for index in marks:
        if words[index].text in GUILLEMETS and (side := _by_blanks(words[index], original)) != "either":
            against += 1 if side != _BY_SHAPE[words[index].text] else -1
    return against > 0


def _paragraph_ends(words: Sequence[Word], found: Sequence[Sentence]) -> list[int]:
    """For each word, the index after the last word of its paragraph."""
    ends = [0] * len(words)
    end = len(words)
    for number in range(len(found) - 1, -1, -1):
        sentence = found[number]
        if number + 1 < len(found) and found[number + 1].paragraph != sentence.paragraph:
            end = sentence.last
        ends[sentence.first : sentence.last] = [end] * (sentence.last - sentence.first)
    return ends


def _give_up(result: list[Quotation], start: int, new: int, found: Sequence[Sentence]) -> None:
    """Ends a quotation that another one of its kind interrupts: with its own sentence, if that comes before."""
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].last <= start:
            low = middle + 1
        else:
            high = middle
    last = min(found[low].last if low < len(found) else new, new)
    if last > start + 1:
        result.append(Quotation(start + 1, last, False))
