"""Saved web pages: the words of the article, and what the page's metadata says of it. Nothing is run or fetched."""

import re

from lxml import etree

from tawatur.articles.decoding import decode
from tawatur.articles.found import Found
from tawatur.articles.media.blocks import Blocks
from tawatur.articles.media.choosing import Chosen
from tawatur.articles.media.second import settle
from tawatur.articles.media.stated import Stated

_SKIPPED = frozenset({
    "aside", "button", "footer", "header", "iframe", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea",
})  # fmt: skip
_SIDE = re.compile(  # names that pages give to what stands beside an article
    r"(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|cookies?|footer|menu|most-?read|nav\w*|newsletter|promo|"
    r"recommend\w*|related\w*|shar(?:e|ing)|sharedaddy|sidebar|social|subscribe|tags?|trending|widget|"
    r"addtoany\w*|disqus\w*|fb-comments|onetrust\w*|popup|modal|wm-ipp\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PIECE = 1 << 16  # bytes handed to the parser at once


def read_page(raw: bytes, path: str) -> Found:
    """The page as text, one line a block. Raises ArticleError."""
    markup, encoding = decode(raw, path)
    page = _parsed(markup)
    stated = page.stated
    text, found_by = settle(markup, page.blocks.article(stated.title), path)
    return Found(
        path=path,
        text=text,
        raw=raw,
        media="text/html",
        encoding=encoding,
        title=stated.title or None,
        outlet=stated.outlet,
        published=stated.published,
        url=stated.address,
        found_by=found_by,
    )


def chosen_in(markup: str) -> Chosen:
    """What our own reader takes for the article of a page."""
    page = _parsed(markup)
    return page.blocks.article(page.stated.title)


def words_of(markup: str) -> str:
    """The words of a piece of markup, as feeds carry it."""
    return _parsed(markup).blocks.article().words if "<" in markup or "&" in markup else markup.strip()


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
        self.stated = Stated()
        self.blocks = Blocks()
        self._depth = self._skipping = 0
        self._in_title = False
        self._data: list[str] | None = None

    def start(self, tag: str, given: dict[str, str]) -> None:
        """A tag opens."""
        self._depth += 1
        if given:
            self.stated.note(tag, given)
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
            self.stated.add_title(words)
        else:
            self.blocks.add(words)

    def close(self) -> None:
        """The page ends."""
        self.blocks.end()

    def _take_data(self) -> None:
        if self._data is not None:
            self.stated.take_data("".join(self._data))
            self._data = None
