"""RSS and Atom files: each entry that carries text is an article."""

from collections.abc import Iterator

from tawatur.articles.found import Found, day_of
from tawatur.articles.media.page import words_of
from tawatur.articles.media.xml import read_xml
from tawatur.errors import ArticleEmpty

_ENTRIES = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "description", "summary")  # fullest first
_DATES = ("pubDate", "published", "date", "updated", "issued")


def read_feed(raw: bytes, path: str) -> Iterator[Found]:
    """The entries in their order; the feed's title is the outlet. Raises ArticleError."""
    feed = _Feed()
    read_xml(raw, path, start=feed.start, end=feed.end, words=feed.words)
    if not feed.entries:
        raise ArticleEmpty(f"{path}: no entries of a feed in it; nothing to read")
    for number, entry in enumerate(feed.entries, 1):
        text = max((words_of(entry.get(name, "")) for name in _TEXTS), key=len)
        yield Found(
            path=f"{path}/{number}",
            text=text,
            raw=text.encode("utf-8", "replace"),
            media="application/feed+xml",
            title=words_of(entry.get("title", "")) or None,
            outlet=feed.title.strip() or None,
            published=next((day for name in _DATES if (day := day_of(entry.get(name)))), None),
            url=entry.get("link", "").strip() or None,
        )


class _Feed:
    """The state while a feed is read; tags inside an entry's field are line breaks of its text."""

    def __init__(self) -> None:
        self.entries: list[dict[str, str]] = []
        self.title = ""
        self._path: list[str] = []
        self._entry_at = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        self._path.append(name)
        if name in _ENTRIES and not self._entry_at:
            self._entry_at = len(self._path)
            self.entries.append({})
        elif self._entry_at and name == "link" and given.get("rel", "alternate") == "alternate" and "href" in given:
            self.entries[-1].setdefault("link", given["href"])
        elif self._entry_at:
            self.words("\n")

    def end(self, name: str) -> None:
        if len(self._path) == self._entry_at:
            self._entry_at = 0
        self._path.pop()

    def words(self, data: str) -> None:
        if self._entry_at and len(self._path) > self._entry_at:
            field = self._path[self._entry_at]
            self.entries[-1][field] = self.entries[-1].get(field, "") + data
        elif self._path[-1:] == ["title"] and len(self._path) <= 3 and "image" not in self._path:
            self.title += data
