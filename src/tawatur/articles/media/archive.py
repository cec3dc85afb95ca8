"""ZIP and web archives: what is inside is counted in bytes before it is believed."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from tawatur.articles.decoding import LARGEST
from tawatur.errors import ArticleError, ArticleMalformed, ArticleTooLarge, ExtraMissing

MOST_FILES = 100_000
MOST_BYTES = 4_000_000_000  # that one archive may unpack to
HIGHEST_RATIO = 500  # unpacked to packed; text packs about five to one


class Member(NamedTuple):
    """A file of an archive, or why it cannot be had."""

    path: str
    raw: bytes
    error: ArticleError | None = None


def read_zip(stream: IO[bytes], path: str) -> Iterator[Member]:
    """The files of a ZIP archive by name, nothing written to disk. Raises ArticleMalformed for a broken archive."""
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise ArticleMalformed(f"{path}: no readable ZIP archive ({error}); pack it again") from error
    with archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        if len(members) > MOST_FILES:
            raise ArticleTooLarge(f"{path}: more than {MOST_FILES:,} files; split the archive")
        total = 0
        for member in members:
            found = _member(archive, member, f"{path}/{member.filename}")
            total += len(found.raw)
            if total > MOST_BYTES:
                raise ArticleTooLarge(f"{path}: unpacks to more than {MOST_BYTES:,} bytes; the rest is not read")
            yield found


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str) -> Member:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        return Member(path, b"", ArticleMalformed(f"{path}: its name leads out of the archive; not read"))
    if member.flag_bits & 1:
        return Member(path, b"", ArticleMalformed(f"{path}: locked with a password; unpack it first"))
    if member.file_size > LARGEST or member.file_size > (member.compress_size + 1_000) * HIGHEST_RATIO:
        return Member(path, b"", ArticleTooLarge(f"{path}: unpacks to {member.file_size:,} bytes; not read"))
    try:
        with archive.open(member) as stream:
            raw = stream.read(LARGEST + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        return Member(path, b"", ArticleMalformed(f"{path}: broken inside the archive ({type(error).__name__})"))
    except Exception as error:  # zlib.error and its kin of other packers have no common root
        return Member(path, b"", ArticleMalformed(f"{path}: broken inside the archive ({type(error).__name__})"))
    if len(raw) > LARGEST:
        return Member(path, b"", ArticleTooLarge(f"{path}: unpacks to more than it says; not read"))
    return Member(path, raw)


class Capture(NamedTuple):
    """A page of a web archive: its address, its bytes and the day on which it was taken."""

    url: str
    raw: bytes
    taken: str | None


def read_warc(stream: IO[bytes], path: str) -> Iterator[Capture]:
    """The saved HTML pages of a WARC file in their order. Raises ArticleError, and ExtraMissing without warcio."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise ExtraMissing(f"{path}: web archives need warcio; run pip install 'tawatur[warc]'") from error
    try:
        for record in ArchiveIterator(stream):
            kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind:
                continue
            raw = record.content_stream().read(LARGEST + 1)
            if len(raw) > LARGEST:
                raise ArticleTooLarge(
                    f"{path}: a page in it unpacks to more than {LARGEST:,} bytes; the rest is not read"
                )
            headers = record.rec_headers
            yield Capture(headers.get_header("WARC-Target-URI") or "", raw, headers.get_header("WARC-Date"))
    except ArticleError:
        raise
    except Exception as error:  # warcio raises what its parsers raise; none may end a build
        raise ArticleMalformed(
            f"{path}: broken web archive ({type(error).__name__}); what stands before is read"
        ) from error
