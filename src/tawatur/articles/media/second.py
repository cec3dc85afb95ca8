"""Who finds the article of a web page: our own reader and, where it is in doubt, trafilatura (extra `pages`)."""

import logging
import os
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from tawatur.articles.media.choosing import Chosen
from tawatur.errors import ExtraMissing, QueryError
from tawatur.model.article import FoundBy

WAYS = ("auto", "own", "trafilatura")
LARGEST = 1_000_000  # letters of markup beyond which ours decides alone: its time grows with the length, and no faster
_LEAST = 0.1  # share of our own words below which another reader has missed the article


def settle(markup: str, own: Chosen, path: str) -> tuple[str, FoundBy]:
    """The words of the article and who found them. Raises ExtraMissing where the reader asked for is not installed."""
    way = os.environ.get("TAWATUR_PAGES", "auto").strip().lower() or "auto"
    if way not in WAYS:
        raise QueryError(f"TAWATUR_PAGES={way}: no reader of web pages; set it to one of {', '.join(WAYS)}")
    if way == "trafilatura" and not installed():
        raise ExtraMissing(f"{path}: TAWATUR_PAGES asks for trafilatura; run pip install 'tawatur[pages]'")
    wanted = way == "trafilatura" or (way == "auto" and not own.sure)
    words = _second(markup) if wanted and installed() and len(markup) <= LARGEST else ""
    if len(words) < _LEAST * len(own.words):
        return own.words, FoundBy(reader="own", sure=own.sure)
    return words, FoundBy(reader=f"trafilatura {installed()}", sure=own.sure)


@cache
def installed() -> str:
    """The version of trafilatura on this machine, or nothing."""
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        return ""
    try:
        return version("trafilatura")
    except PackageNotFoundError:
        return ""


def _second(markup: str) -> str:
    """What trafilatura takes for the article; nothing where it finds none or fails."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell each oddity; ours is one line a file
    try:
        # no metadata: its dates are guesses, also from years of copyright and of the last change
        found = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=False, deduplicate=False)
    except Exception:  # whatever its many parsers raise; our own reader has an answer
        return ""
    return str(getattr(found, "text", None) or "")
