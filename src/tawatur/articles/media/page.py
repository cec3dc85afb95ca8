"""Saved web pages: the words of the article, and what the page's metadata says of it. Nothing is run or fetched."""

import json
from html.parser import HTMLParser

from tawatur.articles.decoding import decode
from tawatur.articles.found import Found, day_of

_SKIPPED = frozenset(
    (
        "aside",
        "button",
        "footer",
        "form",
        "header",
        "iframe",
        "nav",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    )
)
_BLOCKS = frozenset(
    (
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    )
)
_MAIN = ("article", "main")
_ENOUGH = 200  # characters inside <article> or <main> from which the rest of the page is furniture
_TITLES, _OUTLETS = ("og:title", "twitter:title"), ("og:site_name", "application-name")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "date",
    "pubdate",
)


def read_page(raw: bytes, path: str) -> Found:
    """The page as text, one line a block. Raises ArticleError."""
    markup, encoding = decode(raw, path)
    page = _Page()
    page.feed(markup)
    page.close()
    known = page.known
    return Found(
        path=path,
        text=page.words(),
        raw=raw,
        media="text/html",
        encoding=encoding,
        title=_first(known, _TITLES) or " ".join("".join(page.title).split()) or None,
        outlet=_first(known, _OUTLETS),
        published=next((day for name in _DATES if (day := day_of(known.get(name)))), None),
        url=known.get("canonical") or known.get("og:url"),
    )


def words_of(markup: str) -> str:
    """The words of a piece of markup, as feeds carry it."""
    page = _Page()
    page.feed(markup)
    page.close()
    return page.words()


def _first(known: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((known[name] for name in names if known.get(name)), None)


class _Page(HTMLParser):
    """Collects words and metadata. The parser keeps no tree, so nesting costs nothing however deep it is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.known: dict[str, str] = {}
        self.title: list[str] = []
        self._all: list[str] = []
        self._main: list[str] = []
        self._skipping: str | None = None
        self._depth = self._inside = 0
        self._in_title = False
        self._data: list[str] | None = None

    def words(self) -> str:
        """The article's words where the page marks them, else all that is no furniture."""
        main = _lines(self._main)
        return main if len(main) >= _ENOUGH else _lines(self._all)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if self._skipping:
            self._depth += tag == self._skipping
            return
        if tag == "script" and given.get("type") == "application/ld+json":
            self._data = []
        if tag in _SKIPPED and not (tag == "header" and self._inside):
            self._skipping, self._depth = tag, 1
        self._in_title = tag == "title"
        self._inside += tag in _MAIN
        if tag in _BLOCKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            self._depth -= tag == self._skipping
            if not self._depth:
                self._skipping = None
                self._take_data()
            return
        if tag == "title":
            self._in_title = False
        if tag in _BLOCKS:
            self._add("\n")
        if tag in _MAIN:
            self._inside = max(0, self._inside - 1)

    def handle_data(self, data: str) -> None:
        if self._skipping:
            if self._data is not None:
                self._data.append(data)
        elif self._in_title:
            self.title.append(data)
        else:
            self._add(data.replace("\n", " ").replace("\r", " "))

    def _add(self, words: str) -> None:
        self._all.append(words)
        if self._inside:
            self._main.append(words)

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name and given.get("content", "").strip():
                self.known.setdefault(name, given["content"].strip())
        elif tag == "link" and given.get("rel", "").lower() == "canonical" and given.get("href"):
            self.known.setdefault("canonical", given["href"].strip())

    def _take_data(self) -> None:
        """Date and outlet of a JSON-LD block; a broken block says nothing."""
        if self._data is None:
            return
        words, self._data = "".join(self._data), None
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            return
        parts = found if isinstance(found, list) else found.get("@graph", [found]) if isinstance(found, dict) else []
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, dict) and isinstance(part.get("datePublished"), str):
                self.known.setdefault("datepublished", part["datePublished"])
                publisher = part.get("publisher")
                if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                    self.known.setdefault("application-name", publisher["name"])


def _lines(parts: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
