"""The lines of a web page and the parts in which they stand."""

from tawatur.articles.media.choosing import MARKED, Chosen, Line, Part, choose

_BREAKS = frozenset({
    "address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
_HOLDERS = frozenset({
    "article", "blockquote", "body", "center", "div", "form", "li", "main", "section", "table", "td",
})  # fmt: skip


class Blocks:
    """Takes tags and words in the order of the page and gives the lines of the article."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.in_article = 0
        self._lines: list[Line] = []
        self._line: list[str] = []
        self._linked = self._links = self._prose = 0
        self._holding: list[tuple[str, int, int]] = []
        self._depth = self._beside = self._headings = 0
        self._parts: list[Part] = []

    def open(self, tag: str, *, beside: bool = False) -> None:
        """A tag opens: blocks end the line. `beside` marks what the page itself names as no part of the article."""
        if tag in _BREAKS or beside:
            self._break()
        self._depth += 1
        if beside and not self._beside and tag != "body":
            self._beside = self._depth
        if tag in _HOLDERS:
            self._holding.append((tag, len(self._lines), self._prose))
        self._links += tag == "a"
        self._headings += tag == "h1"
        self.in_article += tag in MARKED

    def close(self, tag: str) -> None:
        """A tag closes."""
        if tag in _BREAKS or self._beside == self._depth:
            self._break()
        if self._beside == self._depth:
            self._beside = 0
        self._depth -= 1
        if tag in _HOLDERS and self._holding:
            self._close_part()
        self._links -= tag == "a"
        self._headings -= tag == "h1"
        self.in_article -= tag in MARKED

    def add(self, words: str) -> None:
        """Words of the line under way."""
        self._line.append(words)
        if self._links > 0:
            self._linked += len("".join(words.split()))

    def end(self) -> None:
        """The page ends, with whatever it left open."""
        self._break()
        while self._holding:
            self._close_part()

    def article(self, title: str = "") -> Chosen:
        """The lines of the article; the page's title helps to find it."""
        return choose(self._lines, self._parts, " ".join(title.split()))

    def _break(self) -> None:
        words = " ".join("".join(self._line).split())
        if words:
            self._lines.append(Line(words, self._linked, bool(self._beside), self._headings > 0))
            self._prose += 0 if self._beside else self._lines[-1].prose
        self._line.clear()
        self._linked = 0

    def _close_part(self) -> None:
        tag, first, before = self._holding.pop()
        part = Part(tag, first, len(self._lines), self._prose - before)
        around = self._parts[-1] if self._parts else None
        if part.prose and (around is None or around[1:] != part[1:] or tag in MARKED):
            self._parts.append(part)
