"""Tells what a file is by its ending, and refuses one whose first bytes say something else."""

from collections.abc import Callable, Iterator, Mapping

from tawatur.articles.found import Found
from tawatur.articles.media.document import read_pdf, read_word
from tawatur.articles.media.feed import read_feed
from tawatur.articles.media.page import read_page
from tawatur.articles.media.sheet import read_sheet
from tawatur.errors import ArticleMalformed

Columns = Mapping[str, str]
PAGES = frozenset({".html", ".htm", ".xhtml"})
FEEDS = frozenset({".rss", ".atom", ".xml"})
SHEETS = frozenset({".csv", ".tsv"})
ARCHIVES = frozenset({".zip", ".wacz"})
WARCS = (".warc", ".warc.gz")
MEDIA = PAGES | FEEDS | SHEETS | {".docx", ".pdf"}
_SIGNS = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-"}
_BINARY = (b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90")


def check_kind(raw: bytes, path: str, ending: str) -> None:
    """Refuses bytes that are no file of that ending. Raises ArticleMalformed."""
    wanted = _SIGNS.get(ending)
    if wanted and wanted not in raw[:1024]:
        raise ArticleMalformed(f"{path}: named {ending} and is none; give it its true ending")
    if not wanted and raw.startswith(_BINARY):
        raise ArticleMalformed(f"{path}: named {ending} and is another kind of file; give it its true ending")


def found_in(raw: bytes, path: str, ending: str, columns: Columns) -> Iterator[Found]:
    """The texts that a file of one of the MEDIA holds. Raises ArticleError and ExtraMissing."""
    check_kind(raw, path, ending)
    single: dict[str, Callable[[bytes, str], Found]] = {".docx": read_word, ".pdf": read_pdf}
    if ending in single:
        yield single[ending](raw, path)
    elif ending in FEEDS:
        yield from read_feed(raw, path)
    elif ending in SHEETS:
        yield from read_sheet(raw, path, columns)
    else:
        yield read_page(raw, path)
