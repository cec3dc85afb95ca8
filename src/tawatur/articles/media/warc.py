"""Web archives (WARC): the saved pages with their address and the moment at which they were taken."""

import gzip
import io
import logging
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple, cast

from tawatur.articles.decoding import LARGEST
from tawatur.articles.media.counted import Counted
from tawatur.errors import ArticleError, ArticleMalformed, ArticleTooLarge, ExtraMissing

_GZIP = b"\x1f\x8b"


class Capture(NamedTuple):
    """A page of a web archive: where it stands there, its address, bytes, time, and what the server called it."""

    where: str
    url: str
    raw: bytes
    taken: str | None
    kind: str
    error: ArticleError | None = None


def read_warc(stream: IO[bytes], path: str, wanted: Callable[[str], bool]) -> Iterator[Capture]:
    """The pages of a WARC file in their order, of the kinds that are wanted.

    Raises ArticleError (what stands before the fault has been given by then), and ExtraMissing without warcio.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise ExtraMissing(f"{path}: web archives need warcio; run pip install 'tawatur[warc]'") from error

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        """Counts faults, and does not print them where a user's own output goes."""

        INC_RECORD = ""

    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it tells each oddity; ours is one line a fault
    number = 0
    try:
        records = Quiet(_plain(stream, path))
        for record in records:
            kind = _kind(record)
            if wanted(kind):
                number += 1
                yield _capture(record, f"{path}/{number}", kind)
        if records.err_count:
            raise ArticleMalformed(
                f"{path}: {records.err_count} records are not as long as they say; compare the pages"
            )
    except ArticleError:
        raise
    except Exception as error:  # warcio raises what its parsers raise; none may end a build
        raise ArticleMalformed(
            f"{path}: broken web archive ({type(error).__name__}); what stands before is read"
        ) from error


def _plain(stream: IO[bytes], path: str) -> IO[bytes]:
    """The records unpacked and counted. A web archive packs each record by itself, one after the other."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    if not buffered.peek(2).startswith(_GZIP):
        return buffered
    packed = _Fed(buffered)
    unpacked = gzip.GzipFile(fileobj=cast(Any, packed))
    return cast(IO[bytes], Counted(cast(IO[bytes], unpacked), path, packed=lambda: packed.total))


class _Fed:
    """Counts the packed bytes that were used."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.total = stream, 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.total += len(piece)
        return piece


def _kind(record: Any) -> str:
    """What the server called it; nothing for what is no page: requests, errors, redirects."""
    if record.rec_type == "resource":
        return str(record.rec_headers.get_header("Content-Type") or "")
    if record.rec_type != "response" or not record.http_headers or record.http_headers.get_statuscode() != "200":
        return ""
    return str(record.http_headers.get_header("Content-Type") or "")


def _capture(record: Any, where: str, kind: str) -> Capture:
    headers = record.rec_headers
    url, taken = headers.get_header("WARC-Target-URI") or "", headers.get_header("WARC-Date")
    raw = record.content_stream().read(LARGEST + 1)
    error = None
    if len(raw) > LARGEST:
        error = ArticleTooLarge(f"{where}: {url} unpacks to more than {LARGEST:,} bytes; this page is not read")
    return Capture(where, url, raw if error is None else b"", taken, kind, error)
