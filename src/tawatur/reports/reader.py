"""The one door of the room: from words and named phrases to drafts of reports."""

from tawatur.arabic.word import Text
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.reports.events import read_events
from tawatur.reports.grammar.chunks import cut
from tawatur.reports.grammar.page import Page

_LAST: list[tuple[Text, Named, Page]] = []


def page_of(text: Text, named: Named) -> Page:
    """The chunks of an article, kept for the room that asks next."""
    if _LAST and _LAST[0][0] is text and _LAST[0][1] is named:
        return _LAST[0][2]
    page = cut(text, named)
    _LAST[:] = [(text, named, page)]
    return page


def read_reports(text: Text, named: Named) -> tuple[Draft, ...]:
    """Every act and tie that the article tells, in the order of the text, before it is known who says so."""
    page = page_of(text, named)
    return tuple(sorted(read_events(page), key=lambda d: (d.trigger, d.type)))
