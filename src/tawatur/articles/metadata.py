"""What the user knows of the articles from elsewhere: rows of path, published, outlet, url, title, retrieved."""

import datetime as dt
from functools import lru_cache
from pathlib import Path

import edtf
import msgspec

from tawatur.errors import ArticleMetadata


class Metadata(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row. `published` is EDTF, `retrieved` ISO 8601; an empty string counts as unknown."""

    path: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    retrieved: str | None = None


FIELDS = Metadata.__struct_fields__


class MetadataTable:
    """Rows found by path, or by file name where one row alone has that name."""

    def __init__(self, rows: list[Metadata], file: Path | None = None) -> None:
        """Keeps the rows, and the file that they stand in; a path that stands twice is an error."""
        self._file = file
        self._by_path: dict[str, Metadata] = {}
        self._by_name: dict[str, Metadata | None] = {}
        for row in rows:
            if row.path in self._by_path:
                raise ArticleMetadata(f"metadata: {row.path} stands twice; keep one row")
            self._by_path[row.path] = row
            name = Path(row.path).name
            self._by_name[name] = None if name in self._by_name else row

    def stands_in(self, path: Path) -> bool:
        """Whether the table was read from this file: beside its articles it is none of them."""
        return self._file is not None and path.name == self._file.name and path.samefile(self._file)

    def of(self, path: str) -> Metadata | None:
        """The row of an article's path, or None."""
        return self._by_path.get(path) or self._by_name.get(Path(path).name)


def read_metadata(path: Path) -> MetadataTable:
    """The table in a JSON Lines file. Raises ArticleMetadata naming file, line and field."""
    if not path.is_file():
        raise ArticleMetadata(f"{path}: no such metadata file; give a JSON Lines file with {', '.join(FIELDS)}")
    rows: list[Metadata] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ArticleMetadata(f"{path}: metadata is not UTF-8 (byte {error.start}); save it again as UTF-8") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            rows.append(_row(line, f"{path}:{number}"))
    return MetadataTable(rows, path)


def _row(line: str, where: str) -> Metadata:
    try:
        row = msgspec.json.decode(line, type=Metadata)
    except msgspec.DecodeError as error:
        raise ArticleMetadata(f"{where}: {error}; a row has {', '.join(FIELDS)}") from error
    check_date(row.published, where)
    check_retrieved(row.retrieved, where)
    return row


def check_date(published: str | None, where: str) -> None:
    """Refuses a publication date that is not EDTF, naming where it stands. Raises ArticleMetadata."""
    if published and not _is_edtf(published):
        raise ArticleMetadata(f"{where}: published {published!r} is no EDTF date; write 2016-11-24, 2016-11 or 2016")


def check_retrieved(at: str | None, where: str) -> None:
    """Refuses a time of retrieval that is no ISO 8601, naming where it stands. Raises ArticleMetadata."""
    try:
        if at:
            dt.datetime.fromisoformat(at)
    except ValueError as error:
        raise ArticleMetadata(
            f"{where}: retrieved {at!r} is no time; write 2016-11-24 or 2016-11-24T10:00:00Z"
        ) from error


@lru_cache(maxsize=10_000)
def _is_edtf(text: str) -> bool:
    """Cached: the parser takes milliseconds, and a collection has few dates."""
    try:
        edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return False
    return True
