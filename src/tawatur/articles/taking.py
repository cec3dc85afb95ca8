"""Files of other media become articles, each refusal one line; what the user knows wins over what a file says."""

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from tawatur.articles.decoding import LARGEST, decode
from tawatur.articles.found import Found
from tawatur.articles.kinds import ARCHIVES, MEDIA, WARCS, Columns, found_in
from tawatur.articles.making import make_article
from tawatur.articles.media.archive import read_warc, read_zip
from tawatur.articles.media.page import read_page
from tawatur.articles.metadata import Metadata, MetadataTable, check_date
from tawatur.errors import ArticleEmpty, ArticleError, ArticleMissing, ArticleTooLarge, ExtraMissing
from tawatur.model.article import Article

TEXT = frozenset({".txt", ".text", ".md", ""})


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A file or row that gave no article: its path, the name of the error and one line for a person."""

    path: str
    code: str
    message: str


def refused(path: str, error: Exception) -> Refused:
    """An error as a refusal of one line."""
    return Refused(path=path, code=type(error).__name__, message=" ".join(str(error).split()))


def is_media(name: str) -> bool:
    """Whether a file's ending is one of the other media."""
    return _ending(name) in MEDIA | ARCHIVES or name.lower().endswith(WARCS)


def take(
    file: Path, path: str, origin: str, metadata: MetadataTable | None, columns: Columns
) -> Iterator[Article | Refused]:
    """The articles of one file of another medium."""
    try:
        with file.open("rb") as stream:
            for found in _found(stream, path, columns):
                yield found if isinstance(found, Refused) else _made(found, origin, metadata)
    except FileNotFoundError:
        yield refused(path, ArticleMissing(f"{file}: no such file; check the path"))
    except OSError as error:
        yield refused(path, ArticleMissing(f"{path}: cannot be opened ({error.strerror}); check its permissions"))
    except (ArticleError, ExtraMissing) as error:
        yield refused(path, error)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _found(stream: IO[bytes], path: str, columns: Columns) -> Iterator[Found | Refused]:
    if path.lower().endswith(WARCS):
        yield from _captures(stream, path)
    elif _ending(path) in ARCHIVES:
        yield from _members(stream, path, columns)
    else:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ArticleTooLarge(f"{path}: larger than one file can be ({LARGEST:,} bytes); split the file")
        yield from found_in(raw, path, _ending(path), columns)


def _members(stream: IO[bytes], path: str, columns: Columns) -> Iterator[Found | Refused]:
    """The files of an archive; an archive inside an archive is refused, a web archive is read."""
    for member in read_zip(stream, path):
        try:
            if member.error:
                raise member.error
            ending = _ending(member.path)
            if member.path.lower().endswith(WARCS):
                yield from _captures(io.BytesIO(member.raw), member.path)
            elif ending in MEDIA:
                yield from found_in(member.raw, member.path, ending, columns)
            elif ending in TEXT:
                text, encoding = decode(member.raw, member.path)
                yield Found(path=member.path, text=text, raw=member.raw, media="text/plain", encoding=encoding)
            elif ending in ARCHIVES:
                raise ArticleTooLarge(f"{member.path}: an archive inside an archive; unpack it first")
        except (ArticleError, ExtraMissing) as error:
            yield refused(member.path, error)


def _captures(stream: IO[bytes], path: str) -> Iterator[Found | Refused]:
    number = 0
    for number, capture in enumerate(read_warc(stream, path), 1):
        where = f"{path}/{number}"
        try:
            page = read_page(capture.raw, where)
        except ArticleError as error:
            yield refused(where, error)
        else:
            yield msgspec.structs.replace(page, url=capture.url or page.url)
    if not number:
        raise ArticleEmpty(f"{path}: no saved pages in it (or it is cut off); nothing to read")


def _made(found: Found, origin: str, metadata: MetadataTable | None) -> Article | Refused:
    try:
        check_date(found.published, found.path)
        own = Metadata(
            path=found.path, published=found.published, outlet=found.outlet, url=found.url, title=found.title
        )
        known = metadata.of(found.path) if metadata else None
        given = {n: v for n in ("published", "outlet", "url", "title") if (v := getattr(known, n, None))}
        text, _ = decode(found.text.encode("utf-8", "replace"), found.path)
        article = make_article(
            text,
            path=found.path,
            raw=found.raw,
            encoding=found.encoding,
            known=msgspec.structs.replace(own, **given),
            origin=origin,
        )
    except ArticleError as error:
        return refused(found.path, error)
    return msgspec.structs.replace(article, media=found.media)
