"""Where a record stands in its article."""

from typing import NamedTuple

from tawatur.errors import SpanOutsideArticle


class Span(NamedTuple):
    """A half-open range of code points of an article's text; `text[start:end]` is what it quotes."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words quoted. Raises SpanOutsideArticle when the range does not fit the text."""
        if not 0 <= self.start < self.end <= len(text):
            raise SpanOutsideArticle(f"span {self.start}-{self.end} does not fit a text of {len(text)} code points")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
