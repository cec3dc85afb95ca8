"""ZIP archives and WACZ: what is inside is counted in bytes before it is believed, nothing is written to disk."""

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO

import msgspec

from tawatur.articles.decoding import LARGEST
from tawatur.articles.kinds import ROWS, ending_of, is_warc
from tawatur.articles.media.counted import HIGHEST_RATIO, Counted
from tawatur.errors import ArticleError, ArticleMalformed, ArticleTooLarge
from tawatur.model.article import Retrieved

MOST_FILES = 100_000
MOST_BYTES = 4_000_000_000  # that one archive may unpack to
_LIST = "datapackage.json"  # a WACZ's list of its files with their digests


class Member:
    """A file of an archive: its path, when it was packed, and why it cannot be had (else `error` is None)."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, digest: str | None) -> None:
        """Looks at the name and the stated sizes; nothing is unpacked yet."""
        self.path, self.error = path, _fault(info, path)
        self.packed = _packed(info)
        self._archive, self._info, self._digest = archive, info, digest

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The bytes. Raises ArticleError, also while they are read."""
        if self.error:
            raise self.error
        self._check_digest()
        with self._stream() as counted:
            if _streamed(self._info.filename):
                yield io.BufferedReader(counted)
                return
            raw = io.BufferedReader(counted).read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ArticleTooLarge(f"{self.path}: unpacks to more than it says; not read")
        yield io.BytesIO(raw)

    @contextmanager
    def _stream(self) -> Iterator[Counted]:
        try:
            opened = self._archive.open(self._info)
        except Exception as error:  # the same
            raise ArticleMalformed(
                f"{self.path}: broken inside the archive ({type(error).__name__}); pack it again"
            ) from error
        with opened as stream:
            most = None if _streamed(self._info.filename) else LARGEST + 1
            yield Counted(stream, self.path, most=most, packed=lambda: self._info.compress_size)

    def _check_digest(self) -> None:
        """Refuses a file that is not what the archive's own list vouches for."""
        if self._digest is None:
            return
        digest = hashlib.sha256()
        with self._stream() as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
        if digest.hexdigest() != self._digest:
            raise ArticleMalformed(f"{self.path}: not the bytes that {_LIST} vouches for; get the archive anew")


def read_zip(stream: IO[bytes], path: str) -> Iterator[Member]:
    """The files of a ZIP archive by name. Raises ArticleMalformed for a broken archive."""
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # zipfile unpacks numbers and names before it looks at them
        raise ArticleMalformed(f"{path}: no readable ZIP archive ({error}); pack it again") from error
    with archive:
        members = sorted((m for m in archive.infolist() if not m.filename.endswith("/")), key=lambda m: m.filename)
        if len(members) > MOST_FILES:
            raise ArticleTooLarge(f"{path}: more than {MOST_FILES:,} files; split the archive")
        _check_apart(members, path)
        total = 0
        digests = _digests(archive, path)
        for info in members:
            member = Member(archive, info, f"{path}/{info.filename}", digests.get(info.filename))
            total += 0 if member.error else info.file_size
            if total > MOST_BYTES:
                raise ArticleTooLarge(f"{path}: unpacks to more than {MOST_BYTES:,} bytes; the rest is not read")
            yield member


def _check_apart(members: list[zipfile.ZipInfo], path: str) -> None:
    """Refuses files that share packed bytes: each is small enough to be believed, together they are endless."""
    by_place = sorted(members, key=lambda m: m.header_offset)
    for one, two in pairwise(by_place):
        if one.header_offset + one.compress_size > two.header_offset:
            raise ArticleMalformed(f"{path}: its files share their bytes, as a trap does; pack them again")


def _streamed(name: str) -> bool:
    return is_warc(name) or ending_of(name) in ROWS


def _fault(info: zipfile.ZipInfo, path: str) -> ArticleError | None:
    name = PurePosixPath(info.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or not name.parts or ":" in name.parts[0]:
        return ArticleMalformed(f"{path}: its name leads out of the archive; not read, rename it and pack again")
    if info.flag_bits & 1:
        return ArticleMalformed(f"{path}: locked with a password; unpack it first")
    large = info.file_size > LARGEST and not _streamed(info.filename)
    if large or info.file_size > LARGEST + info.compress_size * HIGHEST_RATIO:
        return ArticleTooLarge(f"{path}: unpacks to {info.file_size:,} bytes, more than an article can be; not read")
    return None


def _packed(info: zipfile.ZipInfo) -> Retrieved | None:
    """The date in the archive's list; 1980 stands for none."""
    try:
        moment = dt.datetime(*info.date_time)
    except ValueError:
        return None
    return Retrieved(at=moment.isoformat(), basis="archive") if moment.year > 1980 else None


class _Resource(msgspec.Struct):
    path: str = ""
    hash: str = ""


class _Package(msgspec.Struct):
    resources: list[_Resource] = []


def _digests(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """The SHA-256 digests that a WACZ states of its files. Raises ArticleMalformed for a list that is none."""
    if not path.lower().endswith(".wacz") or _LIST not in archive.namelist():
        return {}
    try:
        with archive.open(_LIST) as stream:
            package = msgspec.json.decode(stream.read(LARGEST), type=_Package)
    except Exception as error:  # zipfile and its unpackers raise errors without a common root
        raise ArticleMalformed(
            f"{path}: its {_LIST} cannot be read ({type(error).__name__}); get the archive anew"
        ) from error
    stated = ((r.path, r.hash.partition("sha256:")[2]) for r in package.resources)
    return {name: digest.lower() for name, digest in stated if digest}
