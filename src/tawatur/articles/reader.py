"""The one door of this room: files, folders and JSON Lines become articles, or a line that says why not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from tawatur.articles.decoding import LARGEST, decode
from tawatur.articles.making import make_article
from tawatur.articles.metadata import Metadata, MetadataTable, check_date
from tawatur.articles.taking import TEXT, is_media, refused, take
from tawatur.articles.taking import Refused as Refused
from tawatur.errors import ArticleError, ArticleMalformed, ArticleMissing, ArticleTooLarge
from tawatur.model.article import Article

ROWS = frozenset({".jsonl", ".ndjson"})


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file to take in: where it lies, and the path by which the case will know it."""

    file: Path
    path: str
    origin: str


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article in a JSON Lines file."""

    path: str
    text: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None


def find_sources(sources: Iterable[Path]) -> list[Source]:
    """Every file under the given files and folders, sorted; named by its place inside the folder given.

    Names that two files share get their folder's name before them. Files of a folder whose ending is of no use
    are left out; a file named by the user is always tried.
    """
    found: dict[Path, tuple[str, str]] = {}
    for source in sources:
        origin = source.as_posix()
        if source.is_dir():
            for file in sorted(source.rglob("*")):
                if file.is_file() and _useful(file.name) and not file.name.startswith("."):
                    found.setdefault(file.resolve(), (file.relative_to(source).as_posix(), origin))
        else:
            found.setdefault(source.resolve() if source.exists() else source, (source.name, origin))
    shared = Counter(path for path, _ in found.values())
    named = [
        Source(file=file, path=path if shared[path] == 1 else f"{file.parent.name}/{path}", origin=origin)
        for file, (path, origin) in found.items()
    ]
    return sorted(named, key=lambda source: (source.path, source.file))


def _useful(name: str) -> bool:
    return Path(name).suffix.lower() in TEXT | ROWS or is_media(name)


def read_articles(
    sources: Iterable[Path], *, metadata: MetadataTable | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Article | Refused]:
    """The articles of files and folders in a fixed order; each refusal names file and reason.

    `columns` says which column of a CSV sheet holds which field, where their names do not.
    """
    for source in find_sources(sources):
        if source.file.suffix.lower() in ROWS:
            yield from _rows(source, metadata)
        elif is_media(source.file.name):
            yield from take(source.file, source.path, source.origin, metadata, columns or {})
        else:
            yield _taken(source.path, lambda source=source: _text_file(source, metadata))  # type: ignore[misc]


def _taken(path: str, make: Callable[[], Article]) -> Article | Refused:
    try:
        return make()
    except ArticleError as error:
        return refused(path, error)


def _text_file(source: Source, metadata: MetadataTable | None) -> Article:
    raw = _bytes(source)
    text, encoding = decode(raw, source.path)
    known = metadata.of(source.path) if metadata else None
    return make_article(text, path=source.path, raw=raw, encoding=encoding, known=known, origin=source.origin)


def _bytes(source: Source) -> bytes:
    try:
        if source.file.stat().st_size > LARGEST:
            raise ArticleTooLarge(f"{source.path}: larger than one article can be ({LARGEST:,} bytes); split the file")
        return source.file.read_bytes()
    except FileNotFoundError as error:
        raise ArticleMissing(f"{source.file}: no such file; check the path") from error
    except OSError as error:
        raise ArticleMissing(f"{source.path}: cannot be opened ({error.strerror}); check its permissions") from error


def _rows(source: Source, metadata: MetadataTable | None) -> Iterator[Article | Refused]:
    """The rows of a JSON Lines file, read line by line: the file may be larger than memory."""
    try:
        stream = source.file.open("rb")
    except OSError as error:
        yield Refused(
            path=source.path,
            code="ArticleMissing",
            message=f"{source.path}: cannot be opened ({error.strerror})",
        )
        return
    seen = 0
    with stream:
        number = 0
        while line := stream.readline(LARGEST + 1):
            number += 1
            where = f"{source.path}:{number}"
            if len(line) > LARGEST:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(LARGEST)
                yield Refused(
                    path=where,
                    code="ArticleTooLarge",
                    message=f"{where}: the line is longer than {LARGEST:,} bytes",
                )
                seen += 1
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _taken(where, lambda line=line, where=where: _row(line, where, source.origin, metadata))  # type: ignore[misc]
                seen += 1
    if not seen:
        yield Refused(
            path=source.path, code="ArticleEmpty", message=f"{source.path}: the file is empty; nothing to read"
        )


def _row(line: bytes, where: str, origin: str, metadata: MetadataTable | None) -> Article:
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ArticleMalformed(
            f"{where}: {error}; a row is a JSON object with path, text, published, outlet, url, title"
        ) from error
    check_date(row.published, where)
    own = Metadata(path=row.path, published=row.published, outlet=row.outlet, url=row.url, title=row.title)
    known = metadata.of(row.path) if metadata else None
    text, _ = decode(row.text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode(), where)
    return make_article(
        text,
        path=row.path,
        raw=row.text.encode("utf-8", "replace"),
        encoding="utf-8",
        known=known or own,
        origin=origin,
    )
