"""Keeps what a word's form decides, so that it is found out once a form and not once a word."""

from collections.abc import Callable, Iterable
from functools import wraps
from itertools import count
from typing import Any, TypeVar

from tawatur.arabic.word import Word

Told = TypeVar("Told")
_NUMBERS = count()
_NUMBER_OF: dict[Callable[[Word], Any], int] = {}


def by_form(tell: Callable[[Word], Told]) -> Callable[[Word], Told]:
    """`tell`, asked once for each light form and part of speech: all of a word but its place depends on these two.

    The answers lie with the form, under the number of the question, and go when the form goes (see analyse.py).
    """
    number = next(_NUMBERS)

    @wraps(tell)
    def told(word: Word) -> Told:
        try:
            found: Told = word.told[number]
        except KeyError:
            found = word.told[number] = tell(word)
        return found

    _NUMBER_OF[told] = number
    return told


def answers(question: Callable[[Word], Told], words: Iterable[Word]) -> list[Told]:
    """What a question kept by form tells of each of some words, without a call for each."""
    number = _NUMBER_OF[question]
    return [word.told[number] if number in word.told else question(word) for word in words]
