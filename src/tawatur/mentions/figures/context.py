"""Numbers that count nothing: numbers of units, resolutions, models, articles of law; clock times and scores."""

from collections.abc import Sequence

from tawatur.arabic.word import Word
from tawatur.mentions.figures.words import closed

DASHES = frozenset("-–—")
OPENING = frozenset('(«["“')
JOINTS = DASHES | frozenset(":/+_#")


def is_name_number(words: Sequence[Word], at: int) -> bool:
    """Whether the number at `at` belongs to a name ("الفرقة 30", "القرار 2231", "سوخوي-34", "إف - 16")."""
    if at == 0 or words[at].kind != "number":
        return False
    before = words[at - 1]
    if before.kind == "latin":
        return True
    if before.span.end == words[at].span.start and before.text in JOINTS:
        return at >= 2 and words[at - 2].span.end == before.span.start
    if before.text in DASHES or before.text in OPENING:
        return at >= 2 and _is_named(words[at - 2])
    return _is_named(before)


def _is_named(word: Word) -> bool:
    named = closed().named
    return word.key in named or word.stem_key in named or word.key.removeprefix("و").removeprefix("ال") in named


def is_score(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether the number stands in a score, ratio, clock time or telephone number ("2-1", "3 / 0", "10:30")."""
    if words[at].kind != "number":
        return False
    if last + 1 < len(words) and words[last].text in JOINTS and words[last + 1].kind == "number":
        return True
    return at >= 2 and words[at - 1].text in JOINTS and words[at - 2].kind == "number"
