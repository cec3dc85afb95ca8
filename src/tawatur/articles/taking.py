"""Files become articles, each refusal one line; what the user knows wins over what a file says."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from tawatur.articles.decoding import LARGEST, decode
from tawatur.articles.found import Found, Refused, refused
from tawatur.articles.kinds import ARCHIVES, ROWS, Columns, ending_of, found_in, is_useful, is_warc, served_ending
from tawatur.articles.making import make_article
from tawatur.articles.media.archive import read_zip
from tawatur.articles.media.rows import read_rows
from tawatur.articles.media.warc import read_warc
from tawatur.articles.metadata import Metadata, MetadataTable, check_date, check_retrieved
from tawatur.errors import ArticleEmpty, ArticleError, ArticleMissing, ArticleTooLarge, ExtraMissing
from tawatur.model.article import Article, Retrieved


def take(
    file: Path, path: str, origin: str, metadata: MetadataTable | None, columns: Columns
) -> Iterator[Article | Refused]:
    """The articles of one file."""
    try:
        with file.open("rb") as stream:
            changed, number = _changed(stream), 0
            for number, found in enumerate(_found(stream, path, columns), 1):  # noqa: B007
                yield found if isinstance(found, Refused) else _made(found, origin, metadata, changed)
            if not number:
                raise ArticleEmpty(f"{path}: nothing in it that can be read; look inside")
    except FileNotFoundError:
        yield refused(path, ArticleMissing(f"{file}: no such file; check the path"))
    except OSError as error:
        yield refused(path, ArticleMissing(f"{path}: cannot be opened ({error.strerror}); check its permissions"))
    except (ArticleError, ExtraMissing) as error:
        yield refused(path, error)


def _changed(stream: IO[bytes]) -> Retrieved:
    """The date of a file's last change: the weakest word on when its bytes were obtained, and the last resort."""
    moment = dt.datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, dt.UTC)
    return Retrieved(at=moment.isoformat(timespec="seconds").replace("+00:00", "Z"), basis="file")


def _found(stream: IO[bytes], path: str, columns: Columns) -> Iterator[Found | Refused]:
    """What a file holds. An archive inside an archive is refused, a web archive inside one is read."""
    ending = ending_of(path)
    if is_warc(path):
        yield from _captures(stream, path, columns)
    elif ending in ARCHIVES:
        yield from _members(stream, path, columns)
    elif ending in ROWS:
        yield from read_rows(stream, path, columns)
    else:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ArticleTooLarge(f"{path}: larger than one file can be ({LARGEST:,} bytes); split the file")
        yield from found_in(raw, path, ending, columns)


def _members(stream: IO[bytes], path: str, columns: Columns) -> Iterator[Found | Refused]:
    for member in read_zip(stream, path):
        if not is_useful(member.path) and not member.error:
            continue
        try:
            if ending_of(member.path) in ARCHIVES:
                raise ArticleTooLarge(f"{member.path}: an archive inside an archive; unpack it first")
            with member.open() as inside:
                for found in _found(inside, member.path, columns):
                    yield found if isinstance(found, Refused) else _dated(found, member.packed)
        except (ArticleError, ExtraMissing) as error:
            yield refused(member.path, error)


def _dated(found: Found, packed: Retrieved | None) -> Found:
    return found if found.retrieved else msgspec.structs.replace(found, retrieved=packed)


def _captures(stream: IO[bytes], path: str, columns: Columns) -> Iterator[Found | Refused]:
    """The pages of a web archive under the address and time that it states."""
    where = ""
    for capture in read_warc(stream, path, lambda kind: served_ending(kind) is not None):
        where = capture.where
        taken = _captured(capture.taken)
        try:
            if capture.error:
                raise capture.error
            ending = served_ending(capture.kind) or ""
            for found in found_in(capture.raw, where, ending, columns):
                own = found.url if found.path != where else None  # an entry of a feed has an address of its own
                yield msgspec.structs.replace(found, url=own or capture.url or found.url, retrieved=taken)
        except (ArticleError, ExtraMissing) as error:
            yield refused(where, error)
    if not where:
        raise ArticleEmpty(f"{path}: no saved pages in it; nothing to read")


def _captured(at: str | None) -> Retrieved | None:
    """When a web archive says that it took a page; nothing for what is no time, which must not cost the page."""
    try:
        check_retrieved(at, "")
    except ArticleError:
        return None
    return Retrieved(at=at, basis="capture") if at else None


def _made(found: Found, origin: str, metadata: MetadataTable | None, changed: Retrieved) -> Article | Refused:
    where = found.where or found.path
    try:
        check_date(found.published, where)
        check_retrieved(found.retrieved.at if found.retrieved else None, where)
        text = found.text if found.decoded else decode(found.text.encode("utf-8", "replace"), where)[0]
        return make_article(
            text,
            path=found.path,
            raw=found.raw,
            encoding=found.encoding,
            known=_known(found, metadata),
            origin=origin,
            media=found.media,
            retrieved=found.retrieved or changed,
            found_by=found.found_by,
        )
    except ArticleError as error:
        return refused(where, error)


def _known(found: Found, metadata: MetadataTable | None) -> Metadata:
    """What is known of a text: field by field the user's word, else the file's."""
    own = Metadata(path=found.path, published=found.published, outlet=found.outlet, url=found.url, title=found.title)
    row = metadata.of(found.path) if metadata else None
    given = {n: v for n in Metadata.__struct_fields__ if n != "path" and (v := getattr(row, n, None))}
    return msgspec.structs.replace(own, **given)
