"""CSV sheets: a row is an article; which column is what is known by its name, or said by the user."""

import csv
import io
from collections.abc import Iterator, Mapping

from tawatur.articles.decoding import LARGEST, decode
from tawatur.articles.found import Found, day_of
from tawatur.errors import ArticleMalformed
from tawatur.model.article import Retrieved

FIELDS = ("path", "text", "published", "outlet", "url", "title", "retrieved")
NAMES = {  # columns known by their name, first match counts
    "path": ("path", "id"),
    "text": ("text", "body", "content"),
    "published": ("published", "date"),
    "outlet": ("outlet", "source"),
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "retrieved": ("retrieved",),
}


def columns_of(words: str) -> dict[str, str]:
    """A mapping as users write it, "text=body,published=day". Raises ArticleMalformed."""
    found = dict(part.split("=", 1) for part in words.split(",") if "=" in part)
    if not found or set(found) - set(FIELDS) or words.count(",") + 1 != len(found):
        raise ArticleMalformed(f"columns {words!r}: write field=column, commas between; fields are {', '.join(FIELDS)}")
    return {field.strip(): column.strip() for field, column in found.items()}


def read_sheet(raw: bytes, path: str, columns: Mapping[str, str]) -> Iterator[Found]:
    """The rows of a sheet in their order. Raises ArticleError."""
    text, encoding = decode(raw, path)
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(LARGEST)  # holds for the whole process, so it is one value and never a small one
    try:
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        names = [name for name in rows.fieldnames or [] if name]
        taken = {field: columns.get(field) or next((n for n in NAMES[field] if n in names), None) for field in FIELDS}
        missing = [column for column in columns.values() if column not in names]
        if missing or taken["text"] is None:
            raise ArticleMalformed(
                f"{path}: no column {missing[0] if missing else 'text'!r}; it has {', '.join(names)[:200]}; "
                "name them with --columns text=…"
            )
        for number, row in enumerate(rows, 2):
            given = {field: (row.get(column) or "").strip() for field, column in taken.items() if column}
            body = given["text"]
            yield Found(
                path=given.get("path") or f"{path}:{number}",
                text=body,
                raw=body.encode("utf-8", "replace"),
                media="text/csv",
                encoding=encoding,
                title=given.get("title") or None,
                outlet=given.get("outlet") or None,
                published=day_of(given.get("published")) or given.get("published") or None,
                url=given.get("url") or None,
                retrieved=Retrieved(at=given["retrieved"], basis="metadata") if given.get("retrieved") else None,
                where=f"{path}:{number}",
            )
    except csv.Error as error:
        raise ArticleMalformed(f"{path}: broken CSV ({error}); save it again") from error
