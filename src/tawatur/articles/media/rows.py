"""JSON Lines: a row is an article. Read line by line, so that the file may be larger than memory."""

from collections.abc import Iterator, Mapping
from typing import IO

import msgspec

from tawatur.articles.decoding import LARGEST
from tawatur.articles.found import Found, Refused, refused
from tawatur.articles.metadata import check_date, check_retrieved
from tawatur.errors import ArticleEmpty, ArticleError, ArticleMalformed, ArticleTooLarge
from tawatur.model.article import Retrieved

FIELDS = ("path", "text", "published", "outlet", "url", "title", "retrieved")
_FORM = f"a row is a JSON object with {', '.join(FIELDS)}"
_EMPTY = b" \t\r\n\xef\xbb\xbf"


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article in a JSON Lines file."""

    path: str
    text: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    retrieved: str | None = None


def read_rows(stream: IO[bytes], path: str, columns: Mapping[str, str]) -> Iterator[Found | Refused]:
    """The rows in their order, broken ones as refusals. Raises ArticleEmpty for a file without any."""
    number = seen = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        where = f"{path}:{number}"
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            error = ArticleTooLarge(f"{where}: the line is longer than {LARGEST:,} bytes; split the article")
            yield refused(where, error)
        elif line.strip(_EMPTY):
            try:
                yield _found(line.removeprefix(b"\xef\xbb\xbf"), where, columns)
            except ArticleError as fault:
                yield refused(where, fault)
        else:
            continue
        seen += 1
    if not seen:
        raise ArticleEmpty(f"{path}: the file is empty; nothing to read")


def _found(line: bytes, where: str, columns: Mapping[str, str]) -> Found:
    row = _mapped(line, where, columns) if columns else _row(line, where)
    check_date(row.published, where)
    check_retrieved(row.retrieved, where)
    text = row.text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")  # JSON can spell half a character
    return Found(
        path=row.path,
        text=text,
        raw=text.encode(),
        media="application/jsonl",
        title=row.title or None,
        outlet=row.outlet or None,
        published=row.published or None,
        url=row.url or None,
        retrieved=Retrieved(at=row.retrieved, basis="metadata") if row.retrieved else None,
        where=where,
    )


def _row(line: bytes, where: str) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleMalformed(f"{where}: {error}; {_FORM}, or name its fields with --columns text=…") from error


def _mapped(line: bytes, where: str, columns: Mapping[str, str]) -> Row:
    """A row whose fields have names of their own; those that nobody asked for are left alone."""
    try:
        given = msgspec.json.decode(line, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleMalformed(f"{where}: {error}; a row is a JSON object") from error
    found = {field: given.get(columns.get(field, field)) for field in FIELDS}
    for field in columns:
        if columns[field] not in given:
            raise ArticleMalformed(f"{where}: no field {columns[field]!r}; it has {', '.join(given)[:200]}")
    words = {field: str(value) for field, value in found.items() if value is not None and value != ""}
    if "text" not in words:
        raise ArticleMalformed(f"{where}: no text in it; name the field with --columns text=…")
    return Row(**{"path": where} | words)
