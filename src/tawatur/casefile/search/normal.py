"""The normal form in which words are searched."""

from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.letters import key
from tawatur.arabic.shadow import shade
from tawatur.arabic.tokens import cut, kind_of
from tawatur.model.span import Span

# longest first; what is left must be a word of at least three letters
_LEADS = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")


class Searched(NamedTuple):
    """A word as the search knows it, and where it stands."""

    form: str
    span: Span


def searched_words(text: str) -> list[Searched]:
    """The words of a text in normal form with their spans; punctuation is left out."""
    found = cut(shade(text), (Span(0, len(text)),))
    return [
        Searched(normal(token), span)
        for token, span in zip(found.texts, found.spans, strict=True)
        if kind_of(token) != "punctuation"
    ]


def fold(text: str) -> str:
    """Text with the letters that a search does not tell apart made alike; the normal form of a word is a part of it."""
    return key(text).lower().replace("ء", "")


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """The normal form of one word: key, lower case, without the article and what is written together with it."""
    form = fold(word)
    for lead in _LEADS:
        if form.startswith(lead) and len(form) - len(lead) >= 3:
            return form[len(lead) :]
    return form
