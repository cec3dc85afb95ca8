"""Keeps what a word's form decides, so that it is found out once a form and not once a word."""

from collections.abc import Callable
from functools import wraps
from itertools import count
from typing import TypeVar

from tawatur.arabic.word import Word

Told = TypeVar("Told")
_NUMBERS = count()


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

    return told
