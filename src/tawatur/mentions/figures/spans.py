"""Where the words of a figure stand in the text."""

from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text
from tawatur.model.span import Span


def span_of(text: Text, first: int, last: int) -> Span:
    """The words' range without an attached "و"."""
    start, end = text.span(first, last)
    word = text.words[first]
    if word.kind == "word" and word.key.startswith("و") and len(word.key) > 3 and word.key != "واحد":
        start += 1
        while start < end and not light_character(text.original[start]):
            start += 1
    return Span(start, end)
