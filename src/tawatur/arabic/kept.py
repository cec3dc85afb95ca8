"""Keeps what a word's form decides, so that it is found out once a form and not once a word."""

from collections.abc import Callable, Iterable
from functools import wraps
from itertools import count
from typing import Any, TypeVar

from tawatur.arabic.word import UNTOLD, Word

Told = TypeVar("Told")
NUMBERS = count(1)  # at 0 a word of the form is held, of which an answer is asked
NUMBER_OF: dict[Callable[[Word], Any], int] = {}
NOT_YET = UNTOLD[0]


def by_form(tell: Callable[[Word], Told]) -> Callable[[Word], Told]:
    """`tell`, asked once for each light form and part of speech: all of a word but its place depends on these two.

    The answers lie with the form, at the place of the question, and go when the form goes (see analyse.py).
    """
    number = next(NUMBERS)
    if number >= len(UNTOLD):
        raise RuntimeError("more questions are kept by form than a word has room for: widen UNTOLD in word.py")

    @wraps(tell)
    def told(word: Word) -> Told:
        found: Told = word.told[number]
        if found is NOT_YET:
            found = word.told[number] = tell(word)
        return found

    NUMBER_OF[told] = number
    return told


def answers(question: Callable[[Word], Told], told: Iterable[list[Any]]) -> list[Told]:
    """What a question kept by form tells of each of some words, without a call for each; `told` is theirs."""
    number, not_yet = NUMBER_OF[question], NOT_YET
    return [found if (found := held[number]) is not not_yet else question(held[0]) for held in told]
