"""Makes an Article of a decoded text and what is known of it."""

import hashlib
import re

from tawatur.articles.furniture import body_of
from tawatur.articles.headline import headline_of
from tawatur.articles.metadata import Metadata
from tawatur.errors import ArticleEmpty, ArticleNotArabic
from tawatur.model.article import Article, FoundBy, Retrieved
from tawatur.model.span import Span

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
# Letters that Persian, Urdu, Kurdish and Pashto use and Arabic does not
_OTHER = re.compile(r"[\u067e\u0686\u0698\u06af\u06cc\u06a9\u0679\u0688\u0691\u06ba\u06be\u06d2\u06b5\u06ce\u06c6]")


def make_article(
    text: str,
    *,
    path: str,
    raw: bytes,
    encoding: str,
    known: Metadata | None,
    origin: str = "",
    media: str = "text/plain",
    retrieved: Retrieved | None = None,
    found_by: FoundBy | None = None,
) -> Article:
    """An Article of `text`. Raises ArticleEmpty and ArticleNotArabic; the id derives from path and content.

    `retrieved` is when the bytes were obtained; what the user knows of it wins.
    """
    _refuse_other_languages(text, path)
    digest = hashlib.sha256(raw).hexdigest()
    body = body_of(text)
    given = known or Metadata(path=path)
    return Article(
        id=hashlib.sha256(f"{path}\0{digest}".encode()).hexdigest()[:16],
        path=path,
        sha256=digest,
        text=text,
        body=body or (Span(0, len(text)),),
        title=given.title or None,
        title_span=None if given.title else headline_of(text, body),
        outlet=given.outlet or None,
        published=given.published or None,
        url=given.url or None,
        encoding=encoding,
        origin=origin,
        media=media,
        retrieved=Retrieved(at=given.retrieved, basis="metadata") if given.retrieved else retrieved,
        found_by=found_by,
    )


def _refuse_other_languages(text: str, path: str) -> None:
    letters, arabic = len(_LETTER.findall(text)), len(_ARABIC.findall(text))
    if not letters:
        raise ArticleEmpty(f"{path}: no words in it; nothing to read")
    if arabic < letters * 0.3:
        raise ArticleNotArabic(f"{path}: not Arabic ({arabic * 100 // letters} % of its letters are); nothing to read")
    if len(_OTHER.findall(text)) > letters * 0.04:
        raise ArticleNotArabic(f"{path}: another language in Arabic script (Persian, Urdu …); nothing to read")
