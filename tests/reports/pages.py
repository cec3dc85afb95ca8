"""Pages of hand-built sentences for the tests of the grammar."""

from tawatur.arabic.analyse import analyse
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article
from tawatur.model.span import Span
from tawatur.reports.grammar.chunks import cut
from tawatur.reports.grammar.page import Page


def page_of(text: str) -> Page:
    """The page of a short text."""
    article = Article(id="t", path="t.txt", sha256="", text=text, body=(Span(0, len(text)),), published="2020-05-04")
    analysed = analyse(text)
    return cut(analysed, read_mentions(analysed, article))


def word_of(page: Page, words: str) -> int:
    """The index of a word by its letters as written."""
    return next(w.index for w in page.text.words if w.text == words)
