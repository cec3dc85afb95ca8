"""Word files and PDF. A PDF's words come in the order of its drawing, not of reading: best effort, flagged."""

import io
import logging
import zipfile

from tawatur.articles.found import Found
from tawatur.articles.media.xml import read_xml
from tawatur.errors import ArticleEmpty, ArticleMalformed, ArticleTooLarge, ExtraMissing

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST_XML = 50_000_000  # bytes of a document's markup once unpacked
MOST_PAGES = 500


def read_word(raw: bytes, path: str) -> Found:
    """The paragraphs of a Word file, one line each. Raises ArticleError."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open("word/document.xml") as stream:
            markup = stream.read(LARGEST_XML + 1)
    except Exception as error:  # zipfile and its unpackers raise errors without a common root
        raise ArticleMalformed(f"{path}: no readable Word file ({type(error).__name__}); save it again") from error
    if len(markup) > LARGEST_XML:
        raise ArticleTooLarge(f"{path}: unpacks to more than {LARGEST_XML:,} bytes; save its text alone")
    parts: list[str] = []
    inside = [False]

    def start(name: str, _given: dict[str, str]) -> None:
        inside[0] = name == "t"
        if name in ("tab", "br"):
            parts.append(" ")

    def end(name: str) -> None:
        inside[0] = False
        if name == "p":
            parts.append("\n")

    read_xml(markup, path, start=start, end=end, words=lambda data: parts.append(data) if inside[0] else None)
    return Found(path=path, text="".join(parts).strip("\n"), raw=raw, media=WORD)


def read_pdf(raw: bytes, path: str) -> Found:
    """The words of a PDF, page by page. Raises ArticleError, and ExtraMissing without pypdf."""
    try:
        import pypdf
    except ImportError as error:
        raise ExtraMissing(f"{path}: PDF needs pypdf; run pip install 'tawatur[pdf]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells each oddity; ours is one line a file
    try:
        pages = pypdf.PdfReader(io.BytesIO(raw)).pages
        if len(pages) > MOST_PAGES:
            raise ArticleTooLarge(f"{path}: more than {MOST_PAGES} pages; split the file")
        text = "\n".join(page.extract_text() for page in pages)
    except ArticleTooLarge:
        raise
    except Exception as error:  # pypdf raises what its many parsers raise; none may end a build
        raise ArticleMalformed(f"{path}: no readable PDF ({type(error).__name__}); save it again as text") from error
    if not text.strip():
        raise ArticleEmpty(f"{path}: a PDF without text (scanned?); recognise its text first")
    return Found(path=path, text=text, raw=raw, media="application/pdf")
