"""Keeps what a word's form decides, so that it is found out once a form and not once a word."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from tawatur.arabic.word import Word

Told = TypeVar("Told")
FORMS = 100_000  # what is kept by one question before it begins anew


def by_form(tell: Callable[[Word], Told]) -> Callable[[Word], Told]:
    """`tell`, asked once for each light form and part of speech: all of a word but its place depends on these two."""
    kept: dict[tuple[str, str], Told] = {}

    @wraps(tell)
    def told(word: Word) -> Told:
        form = (word.text, word.pos)
        try:
            return kept[form]
        except KeyError:
            if len(kept) >= FORMS:
                kept.clear()
        found = kept[form] = tell(word)
        return found

    return told
