"""A stream that counts what comes out of it: a bomb ends at its first excess, a fault becomes an error of ours."""

import io
from collections.abc import Callable
from typing import IO, Any

from tawatur.articles.decoding import LARGEST
from tawatur.errors import ArticleError, ArticleMalformed, ArticleTooLarge

HIGHEST_RATIO = 500  # unpacked to packed; text packs about five to one
FREE = 200_000_000  # bytes that may come out whatever went in; they cost a second of time and no memory
LONGEST_LINE = LARGEST + 1_000_000  # bytes without a line break; a picture has one every few hundred


class Counted(io.RawIOBase):
    """Reads from an unpacking stream; more than `most` bytes, or an endless line, is ArticleTooLarge.

    `packed` says how many packed bytes were used so far. What unpackers raise on broken data is ArticleMalformed.
    """

    def __init__(self, stream: IO[bytes], path: str, *, most: int | None = None, packed: Callable[[], int]) -> None:
        """Wraps an open stream; closing it is left to who opened it."""
        super().__init__()
        self._stream, self._path, self._most, self._packed = stream, path, most, packed
        self.total = self._line = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer from the stream."""
        try:
            # one step at a time: a reader that fills its buffer loses what came before a fault in the next step
            piece = getattr(self._stream, "read1", self._stream.read)(len(buffer))
        except ArticleError:
            raise
        except Exception as error:  # zlib, lzma, bz2, gzip and zipfile raise errors without a common root
            raise ArticleMalformed(
                f"{self._path}: broken or cut off ({type(error).__name__}); pack it again"
            ) from error
        self._count(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def _count(self, piece: bytes) -> None:
        self.total += len(piece)
        last = piece.rfind(b"\n")
        self._line = self._line + len(piece) if last < 0 else len(piece) - last
        if self._most is not None and self.total > self._most:
            raise ArticleTooLarge(f"{self._path}: unpacks to more than {self._most:,} bytes; the rest is not read")
        if self.total > FREE + HIGHEST_RATIO * self._packed():
            raise ArticleTooLarge(
                f"{self._path}: unpacks to more than {HIGHEST_RATIO} times its size; the rest is not read"
            )
        if self._line > LONGEST_LINE:
            raise ArticleTooLarge(f"{self._path}: a line of more than {LONGEST_LINE:,} bytes; the rest is not read")
