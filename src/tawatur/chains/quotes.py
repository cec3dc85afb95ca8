"""Quotations by the word at which they begin, end, or that they hold."""

from tawatur.arabic.word import Quotation, Text


class Quotes:
    """The quotations of a text by the word of their opening mark, and the innermost that holds a word."""

    def __init__(self, text: Text) -> None:
        self.starting = {q.first - 1: q for q in text.quotations}
        self.ending = {q.last: q for q in text.quotations if q.closed}
        self._inner: list[Quotation | None] = [None] * len(text.words)
        for q in text.quotations:  # sorted by first: an inner one overwrites the outer
            self._inner[q.first : q.last] = [q] * (min(q.last, len(text.words)) - q.first)

    def inner(self, word: int) -> Quotation | None:
        """The innermost quotation that holds a word."""
        return self._inner[word]
