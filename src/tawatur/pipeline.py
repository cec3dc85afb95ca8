"""The whole way of one article through the house, on one page."""

from tawatur.arabic.analyse import analyse
from tawatur.chains.reader import read_chains
from tawatur.mentions.reader import read_mentions
from tawatur.model.article import Article
from tawatur.model.phrases import Named
from tawatur.model.reading import (
    ActorMention,
    ArticleHead,
    Figure,
    Issue,
    Mentions,
    PlaceMention,
    Reading,
    TimeMention,
    Title,
)
from tawatur.reports.reader import read_reports


def read_article(article: Article) -> Reading:
    """What one article reports: entities, mentions, reports with their chains. Pure: same article, same reading."""
    text = analyse(article.text, article.body)
    named = read_mentions(text, article)
    drafts = read_reports(text, named)
    told = read_chains(text, named, drafts, article)
    return Reading(
        article=_head(article, named),
        entities=told.entities,
        mentions=_mentions(named),
        reports=told.reports,
        issues=named.issues + told.issues + _media_issues(article),
    )


def _media_issues(article: Article) -> tuple[Issue, ...]:
    """Where the words may not be those of the article alone, every reading says so."""
    if article.media == "application/pdf":
        message = "read from a PDF: words may be out of order or missing; compare with the page before you quote"
        return (Issue(code="media.pdf", message=message),)
    if article.found_by and not article.found_by.sure:
        message = (
            "the page does not show where its article begins and ends, so words of other texts may stand in it; "
            "compare with the page before you quote"
        )
        return (Issue(code="media.page", message=message),)
    return ()


def _head(article: Article, named: Named) -> ArticleHead:
    span = article.title_span
    title = (
        Title(text=span.of(article.text), span=span) if span else Title(text=article.title) if article.title else None
    )
    return ArticleHead(
        id=article.id,
        path=article.path,
        sha256=article.sha256,
        title=title,
        outlet=article.outlet,
        published=named.published,
        url=article.url,
    )


def _mentions(named: Named) -> Mentions:
    return Mentions(
        times=tuple(TimeMention(span=t.span, edtf=t.edtf, anchor=t.anchor, rule=t.rule) for t in named.times),
        places=tuple(PlaceMention(span=p.span, entity=p.entity, rule=p.rule) for p in named.places),
        figures=tuple(
            Figure(span=f.span, value=f.value, min=f.min, max=f.max, unit=f.unit, rule=f.rule) for f in named.figures
        ),
        actors=tuple(
            ActorMention(span=a.span, entity=a.entity, form=a.form, colour=a.colour, rule=a.rule) for a in named.actors
        ),
    )
