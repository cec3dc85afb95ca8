"""Finds out how bytes spell text: UTF-8, UTF-16 with or without a mark, Windows-1256, ISO-8859-6."""

import codecs
import re

from tawatur.errors import ArticleBinary, ArticleEmpty, ArticleEncoding, ArticleTooLarge

LARGEST = 10_000_000  # bytes of one article; the longest book-length report we met has 2 MB
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARABIC = re.compile(r"[\u0621-\u064a]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Letters in the order of their frequency in Arabic prose; a wrong code page gives rare ones.
_FREQUENT = frozenset("اليمونترعبدهسفكقحة")


def decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text of `raw` with newlines made `\\n`, and its encoding.

    Raises ArticleEmpty, ArticleBinary, ArticleEncoding and ArticleTooLarge.
    """
    if len(raw) > LARGEST:
        raise ArticleTooLarge(
            f"{name}: {len(raw):,} bytes is more than one article can be ({LARGEST:,}); split the file"
        )
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ArticleEmpty(f"{name}: the file is empty; nothing to read")
    text, encoding = _decode(raw, name)
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise ArticleBinary(f"{name}: not text (control characters throughout); give a text file")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding, name), encoding.removesuffix("-sig")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw, name)
    if "\x00" not in text:
        return text, "utf-8"
    return _unmarked_utf16(raw, name)


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleEncoding(f"{name}: marked {encoding}, broken at byte {error.start}; save it as UTF-8") from error


def _unmarked_utf16(raw: bytes, name: str) -> tuple[str, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_ARABIC.findall(text)) > len(text) // 4:
            return text, encoding
    raise ArticleBinary(f"{name}: not text (it holds NUL bytes); give a text file")


def _legacy(raw: bytes, name: str) -> tuple[str, str]:
    if b"\x00" in raw:
        return _unmarked_utf16(raw, name)
    candidates = []
    for encoding in ("cp1256", "iso-8859-6"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        candidates.append((_plausibility(text), text, encoding))
    if not candidates or max(candidates)[0] < 0.5:
        raise ArticleEncoding(f"{name}: no known encoding gives Arabic text; save it as UTF-8")
    _, text, encoding = max(candidates)
    return text, {"cp1256": "windows-1256"}.get(encoding, encoding)


def _plausibility(text: str) -> float:
    """Share of the characters beyond ASCII that are frequent Arabic letters."""
    beyond = [c for c in text if c > "\x7f"]
    return sum(c in _FREQUENT for c in beyond) / len(beyond) if beyond else 0.0
