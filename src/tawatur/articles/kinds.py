"""Tells what a file is by its ending, and refuses one whose first bytes say something else."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from tawatur.articles.decoding import decode
from tawatur.articles.found import Found
from tawatur.articles.media.document import read_pdf, read_word
from tawatur.articles.media.feed import read_feed
from tawatur.articles.media.page import read_page
from tawatur.articles.media.sheet import read_sheet
from tawatur.errors import ArticleMalformed

Columns = Mapping[str, str]
TEXT = frozenset({".txt", ".text", ".md", ""})
PAGES = frozenset({".html", ".htm", ".xhtml"})
FEEDS = frozenset({".rss", ".atom", ".xml"})
SHEETS = frozenset({".csv", ".tsv"})
ROWS = frozenset({".jsonl", ".ndjson"})
ARCHIVES = frozenset({".zip", ".wacz"})
WARCS = (".warc", ".warc.gz")
MEDIA = PAGES | FEEDS | SHEETS | {".docx", ".pdf"}
_SIGNS = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}
_BINARY = (b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_SERVED = {  # what servers call the kinds that are read from web archives
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}


def ending_of(name: str) -> str:
    """The ending of a file's name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def is_warc(name: str) -> bool:
    """Whether a file's name is that of a web archive."""
    return name.lower().endswith(WARCS)


def is_useful(name: str) -> bool:
    """Whether a file of a folder or archive is one that can be read, by its name."""
    return ending_of(name) in TEXT | ROWS | MEDIA | ARCHIVES or is_warc(name)


def served_ending(kind: str) -> str | None:
    """The ending of what a server calls by that name; None for what is not read."""
    return _SERVED.get(kind.split(";")[0].strip().lower())


def check_kind(raw: bytes, path: str, ending: str) -> None:
    """Refuses bytes that are no file of that ending. Raises ArticleMalformed."""
    wanted = _SIGNS.get(ending)
    if wanted and wanted not in raw[:1024]:
        raise ArticleMalformed(f"{path}: named {ending} and is none; give it its true ending")
    if not wanted and raw.startswith(_BINARY):
        raise ArticleMalformed(f"{path}: named {ending or 'text'} and is another kind of file; give it its true ending")
    if ending not in PAGES | FEEDS and _MARKUP.match(raw):
        raise ArticleMalformed(f"{path}: named {ending or 'text'} and is a web page; give it the ending .html")


def found_in(raw: bytes, path: str, ending: str, columns: Columns) -> Iterator[Found]:
    """The texts that a file holds, by its ending; an ending that says nothing is tried as text.

    Raises ArticleError and ExtraMissing.
    """
    check_kind(raw, path, ending)
    single: dict[str, Callable[[bytes, str], Found]] = {".docx": read_word, ".pdf": read_pdf}
    if ending in FEEDS:
        yield from read_feed(raw, path)
    elif ending in SHEETS:
        yield from read_sheet(raw, path, columns)
    elif ending in PAGES:
        yield read_page(raw, path)
    else:
        yield single.get(ending, _read_text)(raw, path)


def _read_text(raw: bytes, path: str) -> Found:
    text, encoding = decode(raw, path)
    return Found(path=path, text=text, raw=raw, media="text/plain", encoding=encoding, decoded=True)
