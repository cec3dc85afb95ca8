"""What a room of media hands over: a text found in a file, with what the file itself says of it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

import msgspec

from tawatur.model.article import FoundBy, Retrieved

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A text in a file. `raw` is the bytes that custody vouches for; `published` an ISO day that the file states.

    `where` names the line of a sheet, where a fault can be mended; `decoded` marks text that needs no second look.
    """

    path: str
    text: str
    raw: bytes
    media: str
    encoding: str = "utf-8"
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    retrieved: Retrieved | None = None
    found_by: FoundBy | None = None
    where: str | None = None
    decoded: bool = False


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A file or row that gave no article: its path, the name of the error and one line for a person."""

    path: str
    code: str
    message: str


def refused(path: str, error: Exception) -> Refused:
    """An error as a refusal of one line."""
    return Refused(path=path, code=type(error).__name__, message=" ".join(str(error).split()))


def day_of(words: str | None) -> str | None:
    """The ISO day of a date as pages and feeds write it (ISO 8601 or RFC 2822); None for anything else."""
    if not words:
        return None
    if match := _DAY.match(words):
        try:
            return dt.date.fromisoformat(match[1]).isoformat()
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(words.strip()).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
