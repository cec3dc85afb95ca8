"""What a web page says of itself: title, outlet, date, address, each from the first of a list of places that has it."""

import json

from tawatur.articles.found import day_of

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
OUTLETS = ("og:site_name", "application-name", "publisher-name", "dc.publisher", "dcterms.publisher")
DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish_date",
    "publish-date",
    "publication_date",
    "publishdate",
    "pubdate",
    "date",
)
ADDRESSES = ("canonical", "og:url")
_SHOWN = frozenset({"published", "entry-date", "post-date", "pubdate"})  # classes of the date above an article


class Stated:
    """Gathers what the tags of a page state; the first word on a thing counts."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._known: dict[str, str] = {}
        self._shown: set[str] = set()
        self._title: list[str] = []

    def note(self, tag: str, given: dict[str, str]) -> None:
        """A tag with its attributes."""
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        words = (given.get("content") or given.get("datetime") or "").strip()
        if name and words and (tag == "meta" or name == "datepublished"):
            self._known.setdefault(name, words)
        elif tag == "link" and given.get("rel", "").lower() == "canonical" and given.get("href"):
            self._known.setdefault("canonical", given["href"].strip())
        elif tag == "time" and words and ("pubdate" in given or _SHOWN & set(given.get("class", "").lower().split())):
            self._shown.add(day_of(words) or "")

    def add_title(self, words: str) -> None:
        """Words of the tag that names the page."""
        self._title.append(words)

    def take_data(self, words: str) -> None:
        """A block of JSON-LD; a broken one says nothing."""
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            return
        parts = found if isinstance(found, list) else found.get("@graph", [found]) if isinstance(found, dict) else []
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, dict) and isinstance(part.get("datePublished"), str):
                self._known.setdefault("datepublished", part["datePublished"])
                publisher = part.get("publisher")
                named = publisher.get("name") if isinstance(publisher, dict) else None
                for name, value in (("headline", part.get("headline")), ("publisher-name", named)):
                    if isinstance(value, str) and value.strip():
                        self._known.setdefault(name, value.strip())

    @property
    def title(self) -> str:
        """The title, or nothing."""
        return self._first(TITLES) or " ".join("".join(self._title).split())

    @property
    def outlet(self) -> str | None:
        """Who published the page."""
        return self._first(OUTLETS)

    @property
    def address(self) -> str | None:
        """Where the page stands, by its own word."""
        return self._first(ADDRESSES)

    @property
    def published(self) -> str | None:
        """The day on which it was published, else the one day that all dates set above articles show."""
        stated = next((day for name in DATES if (day := day_of(self._known.get(name)))), None)
        return stated or (next(iter(self._shown)) or None if len(self._shown) == 1 else None)

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next((self._known[name] for name in names if self._known.get(name)), None)
