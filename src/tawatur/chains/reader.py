"""The one door of this room: gives every draft the chain it comes through and makes it a report."""

from tawatur.arabic.word import Text
from tawatur.chains.reports import report_of
from tawatur.model.article import Article
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.model.told import Told


def read_chains(text: Text, named: Named, drafts: tuple[Draft, ...], article: Article) -> Told:
    """Every draft as a report with its chain, outermost link first; the outlet's own voice is an empty chain."""
    ordered = sorted(drafts, key=lambda d: (d.trigger, d.kind, d.type))
    reports = tuple(report_of(draft, number) for number, draft in enumerate(ordered, start=1))
    return Told(entities=named.entities, reports=reports)
