"""The lines of a web page, and which of them are its article: where the prose stands, without menus of links."""

from typing import NamedTuple

_BREAKS = frozenset({
    "address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
_HOLDERS = frozenset({
    "article", "blockquote", "body", "center", "div", "form", "main", "section", "table", "td",
})  # fmt: skip
_ARTICLE = frozenset({"article", "main"})
_PROSE = 10  # words from which a line that is no link counts as prose
_ENOUGH = 200  # characters of prose inside <article> or <main> from which the rest of the page is furniture
_MOST = 0.8  # share of a page's prose that its article holds, where no tag says which part that is
_LINKED = 0.7  # share of a line's letters inside links from which it is a menu


class _Line(NamedTuple):
    words: str
    linked: int  # letters inside links
    beside: bool  # in what the page calls comments, related, share …

    @property
    def prose(self) -> int:
        """Its letters where it is a sentence and no link."""
        return len(self.words) if not self.menu and self.words.count(" ") >= _PROSE - 1 else 0

    @property
    def menu(self) -> bool:
        """Whether most of it is a link."""
        return self.linked >= _LINKED * len(self.words.replace(" ", ""))


class _Part(NamedTuple):
    """A tag that held prose: the lines from `first` to before `last`, and how many letters of prose."""

    tag: str
    first: int
    last: int
    prose: int


class Blocks:
    """Takes tags and words in the order of the page and gives the lines of the article."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.in_article = 0
        self._lines: list[_Line] = []
        self._line: list[str] = []
        self._linked = self._links = self._prose = 0
        self._holding: list[tuple[str, int, int]] = []
        self._depth = self._beside = 0
        self._parts: list[_Part] = []

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
        self.in_article += tag in _ARTICLE

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
        self.in_article -= tag in _ARTICLE

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

    def words(self) -> str:
        """The lines of the article, menus of links left out."""
        part = self._article()
        lines = self._lines[part.first : part.last] if part else self._lines
        kept = [line for line in lines if not line.menu]
        inside = [line for line in kept if not line.beside]
        if 2 * sum(line.prose for line in inside) >= sum(line.prose for line in kept):
            kept = inside  # else the page names the article itself by such a word
        return "\n".join(line.words for line in kept or lines)

    def _article(self) -> _Part | None:
        """The smallest part that holds the prose: the marked article, else that with most of the page's."""
        marked = [part for part in self._parts if part.tag in _ARTICLE and part.prose >= _ENOUGH]
        of = marked or self._parts
        most = max((part.prose for part in of), default=0) * _MOST
        return min((part for part in of if part.prose >= most), key=lambda part: part.last - part.first, default=None)

    def _break(self) -> None:
        words = " ".join("".join(self._line).split())
        if words:
            self._lines.append(_Line(words, self._linked, bool(self._beside)))
            self._prose += 0 if self._beside else self._lines[-1].prose
        self._line.clear()
        self._linked = 0

    def _close_part(self) -> None:
        tag, first, before = self._holding.pop()
        part = _Part(tag, first, len(self._lines), self._prose - before)
        around = self._parts[-1] if self._parts else None
        if part.prose and (around is None or around[1:] != part[1:] or tag in _ARTICLE):
            self._parts.append(part)
