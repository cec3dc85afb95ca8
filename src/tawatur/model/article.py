"""One published text, kept as read."""

from typing import Literal

import msgspec

from tawatur.model.span import Span

Basis = Literal["stated", "metadata", "inferred", "unknown"]
RetrievalBasis = Literal["metadata", "capture", "archive", "file"]


class Retrieved(msgspec.Struct, frozen=True, kw_only=True):
    """When the bytes of an article were obtained (ISO 8601), and what says so.

    `metadata`: the user does. `capture`: the web archive, when the page was taken from the web. `archive`: the date in
    a ZIP's list of files, which has no time zone. `file`: the date of the last change, which copying may renew.
    """

    at: str
    basis: RetrievalBasis


class FoundBy(msgspec.Struct, frozen=True, kw_only=True):
    """Who told the article of a web page from the page around it."""

    reader: str  # own, or a program with its version
    sure: bool  # whether the page left no doubt where its article stands


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it came in: decoded once, newlines made `\\n`, never changed after that.

    `id` derives from path and content. `body` holds the ranges that are the article itself: what lies
    outside (menus, comment counts, lists of related links) is kept but not read. `published` is what the user's
    metadata states, EDTF, or None. `title` and `outlet` come from metadata; a title found in the text is `title_span`.
    """

    id: str
    path: str
    sha256: str
    text: str
    body: tuple[Span, ...]
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    media: str = "text/plain"
    origin: str = ""  # the file or folder, as the user named it, under which it was found
    retrieved: Retrieved | None = None
    found_by: FoundBy | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When an article was published: EDTF or None, with what says so and a reason in words."""

    edtf: str | None
    basis: Basis
    evidence: tuple[Span, ...] = ()
    rule: str = ""
    why: dict[str, str] = {}  # msgspec copies empty defaults
