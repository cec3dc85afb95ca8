"""Saved web pages: the words of the article, and what the page's metadata says of it. Nothing is run or fetched."""

import json
import re

from lxml import etree

from tawatur.articles.decoding import decode
from tawatur.articles.found import Found, day_of
from tawatur.articles.media.blocks import Blocks

_SKIPPED = frozenset({
    "aside", "button", "footer", "header", "iframe", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea",
})  # fmt: skip
_SIDE = re.compile(  # names that pages give to what stands beside an article
    r"(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|cookies?|footer|menu|most-?read|nav\w*|newsletter|promo|"
    r"recommend\w*|related|shar(?:e|ing)|sidebar|social|subscribe|tags?|trending|widget)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TITLES, _OUTLETS = ("og:title", "twitter:title"), ("og:site_name", "application-name")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "publishdate",
    "pubdate",
    "date",
)
_PIECE = 1 << 16  # bytes handed to the parser at once


def read_page(raw: bytes, path: str) -> Found:
    """The page as text, one line a block. Raises ArticleError."""
    markup, encoding = decode(raw, path)
    page = _parsed(markup)
    known = page.known
    return Found(
        path=path,
        text=page.blocks.words(),
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
    return _parsed(markup).blocks.words() if "<" in markup or "&" in markup else markup.strip()


def _first(known: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((known[name] for name in names if known.get(name)), None)


def _parsed(markup: str) -> "_Page":
    """The page after the parser of libxml2 went over it: its time grows with the length alone, whatever is nested."""
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, no_network=True)
    content = markup.replace("\x00", " ").encode("utf-8", "replace")
    try:
        for start in range(0, len(content), _PIECE):
            parser.feed(content[start : start + _PIECE])
        parser.close()
    except etree.LxmlError:  # what stands before the fault has been taken; a page without any is refused as empty
        pass
    return page


def _is_beside(given: dict[str, str]) -> bool:
    return bool(_SIDE.search(f"{given.get('id', '')} {given.get('class', '')}"))


def _unseen(given: dict[str, str]) -> bool:
    """Whether a browser would not show it: words that no reader saw are no part of what was published."""
    return "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))


class _Page:
    """What the parser tells: tags and words in their order. No tree is kept."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.title: list[str] = []
        self.blocks = Blocks()
        self._depth = self._skipping = 0
        self._in_title = False
        self._data: list[str] | None = None

    def start(self, tag: str, given: dict[str, str]) -> None:
        """A tag opens."""
        self._depth += 1
        if given:
            self._note(tag, given)
        if self._skipping:
            return
        if (given and _unseen(given)) or (tag in _SKIPPED and not (tag == "header" and self.blocks.in_article)):
            self._skipping = self._depth
            self._data = [] if given.get("type") == "application/ld+json" else None
            return
        self._in_title = tag == "title"
        self.blocks.open(tag, beside=bool(given) and _is_beside(given))

    def end(self, tag: str) -> None:
        """A tag closes."""
        if not self._skipping:
            self._in_title = False
            self.blocks.close(tag)
        elif self._skipping == self._depth:
            self._skipping = 0
            self._take_data()
        self._depth -= 1

    def data(self, words: str) -> None:
        """Words between tags."""
        if self._skipping:
            if self._data is not None:
                self._data.append(words)
        elif self._in_title:
            self.title.append(words)
        else:
            self.blocks.add(words)

    def close(self) -> None:
        """The page ends."""
        self.blocks.end()

    def _note(self, tag: str, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        words = (given.get("content") or given.get("datetime") or "").strip()
        if name and words and (tag == "meta" or name == "datepublished"):
            self.known.setdefault(name, words)
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
