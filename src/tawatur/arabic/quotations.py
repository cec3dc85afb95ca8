"""Finds quotations. Which way a mark faces is read from the blanks around it: writers forget marks, so none is counted."""

from collections.abc import Sequence
from typing import Literal

from tawatur.arabic.word import Quotation, Sentence, Word

Facing = Literal["opens", "closes", "either"]
GUILLEMETS, DOUBLES = frozenset("«»‹›"), frozenset('"“”„‟″')
_BY_SHAPE: dict[str, Facing] = {"«": "opens", "‹": "opens", "“": "opens", "„": "opens", "»": "closes", "›": "closes", "”": "closes"}
_BEFORE_OPENING, _AFTER_CLOSING = frozenset("([:،-–—/ـ"), frozenset(")].,،؛:!?؟…/")
LONGEST = 250  # words; a mark left open must not swallow the article


def quotations(words: Sequence[Word], found: Sequence[Sentence], original: str) -> tuple[Quotation, ...]:
    """The quotations, innermost included; an open one ends with its paragraph, or where the next one opens."""
    marks = [index for index, word in enumerate(words) if word.text in GUILLEMETS or word.text in DOUBLES]
    if not marks:
        return ()
    turned = _turned(words, marks, original)
    ends = _paragraph_ends(words, found)
    result: list[Quotation] = []
    open_at: list[int] = []
    for index in marks:
        while open_at and index >= ends[open_at[-1]]:
            _leave(result, open_at, ends)
        facing = _facing(words[index], original, turned=turned)
        inner = open_at and _family(words[open_at[-1]].text) == _family(words[index].text)
        if facing == "opens" or (facing == "either" and not inner):
            if inner:  # the one before was never closed
                _give_up(result, open_at.pop(), index, found)
            open_at.append(index)
        elif inner:
            start = open_at.pop()
            if index > start + 1:
                result.append(Quotation(start + 1, index))
        elif open_at and len(open_at) > 1 and _family(words[open_at[-2]].text) == _family(words[index].text):
            _give_up(result, open_at.pop(), index, found)
            result.append(Quotation(open_at.pop() + 1, index))
    while open_at:
        _leave(result, open_at, ends)
    return tuple(sorted(result, key=lambda q: (q.first, q.last)))


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
        for index in range(sentence.first, sentence.last):
            ends[index] = end
    return ends


def _leave(result: list[Quotation], open_at: list[int], ends: Sequence[int]) -> None:
    """Ends the innermost open quotation with its paragraph."""
    start = open_at.pop()
    if ends[start] > start + 1:
        result.append(Quotation(start + 1, min(ends[start], start + LONGEST), False))


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
