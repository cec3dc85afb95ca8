"""Finds sentences and paragraphs over the words of a text."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tawatur.arabic.word import Sentence, Word

STOPS = frozenset(".!?؟…") | {"..", "...", "....", "۔"}
CLOSERS = frozenset('"»”)]“')
COMMAS = frozenset(",،")
_BULLETS = frozenset("-–—•*")
_WRAPPED_LINES, _SHORTEST, _LONGEST = 6, 40, 130  # lines; characters of a line that a program has wrapped


def sentences(words: Sequence[Word], marks: Sequence[int], original: str) -> tuple[Sentence, ...]:
    """The sentences: cut after a stop that ends one, and at line breaks save in text wrapped at a fixed width.

    `marks` are the words that are punctuation: a sentence ends at one or at the last word of a line, nowhere else.
    """
    found: list[Sentence] = []
    first, paragraph, last = 0, 0, len(words) - 1
    wrapped = is_wrapped(original)
    pending = False  # a stop has been seen, marks that belong to it may follow
    for index in sorted({*marks, *_before_breaks(words, original)}):
        word = words[index]
        gap = original[word.span.end : words[index + 1].span.start] if index < last else "\n\n"
        broken = "\n" in gap and (not wrapped or gap.count("\n") > 1 or _begins_line(words[index + 1].text))
        if word.text in STOPS:
            pending = _ends(words, index)
        elif word.text in COMMAS and pending:
            broken = broken or not wrapped  # "., " joins paragraphs in some collections
        if broken or (pending and not _marks_follow(words, index, gap)):
            found.append(Sentence(first, index + 1, paragraph))
            first, pending = index + 1, False
        paragraph += broken
    return tuple(found)


def _before_breaks(words: Sequence[Word], original: str) -> list[int]:
    """The last word of each line."""
    found: list[int] = []
    index, last = 0, len(words) - 1
    while index <= last:
        line = original.find("\n", words[index].span.end)
        behind = bisect_left(words, line, index + 1, key=_start) if line >= 0 else last + 1
        found.append(behind - 1)
        index = behind
    return found


def _start(word: Word) -> int:
    return word.span.start


def is_wrapped(text: str) -> bool:
    """Whether single line breaks only wrap the text: many lines, alike in length, most cut inside a sentence."""
    lines = [line.strip() for line in text.split("\n")]
    full = [line for line, following in pairwise(lines) if line and following]
    if len(full) < _WRAPPED_LINES:
        return False
    lengths = sorted(map(len, full))
    usual = lengths[len(lengths) // 2]
    alike = sum(0.8 * usual <= length <= 1.25 * usual for length in lengths)
    cut = sum(line[-1] not in '.!?؟…:»"”' for line in full)
    return _SHORTEST <= usual <= _LONGEST and alike >= 0.7 * len(full) and cut >= 0.6 * len(full)


def _ends(words: Sequence[Word], index: int) -> bool:
    """A stop ends a sentence unless it is a point after a single letter (an initial: "أ. ف. ب", "د. سمير")."""
    before = words[index - 1] if index else None
    return not (
        before is not None and before.kind in ("word", "latin") and len(before.text) == 1 and words[index].text == "."
    )


def _marks_follow(words: Sequence[Word], index: int, gap: str) -> bool:
    """Whether the next mark still belongs to the sentence: touching, or a comma after the stop."""
    if index + 1 >= len(words):
        return False
    mark = words[index + 1].text
    return (not gap and (mark in CLOSERS or mark in STOPS)) or (
        mark in COMMAS and words[index].text in STOPS and "\n" not in gap
    )


def _begins_line(mark: str) -> bool:
    return mark in _BULLETS
