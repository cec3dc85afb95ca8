"""The one door of this room: gives every draft the chain it comes through and makes it a report."""

import msgspec

from tawatur.arabic.word import Text
from tawatur.chains.chain import Judge
from tawatur.chains.desk import Desk
from tawatur.chains.outlets import Outlet
from tawatur.chains.reading import read_article_scopes
from tawatur.chains.reports import report_of
from tawatur.chains.retelling import retold_agency
from tawatur.chains.scopes import Scope
from tawatur.chains.voices import Sources
from tawatur.model.article import Article
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.model.reading import Entity, Report
from tawatur.model.told import Told
from tawatur.reports.reader import page_of


def read_chains(text: Text, named: Named, drafts: tuple[Draft, ...], article: Article) -> Told:
    """Every draft as a report with its chain, outermost link first; the outlet's own voice is an empty chain."""
    judge, sources = _judge(text, named, article, drafts)
    ordered = sorted(drafts, key=lambda d: (d.trigger, d.kind, d.type))
    reports: list[Report] = []
    for draft in ordered:
        told = judge.chain_of(draft)
        if draft.speech and not (draft.actors or draft.recipients or told.speaker):
            continue  # "نطالب" in a page's own voice: nobody is named
        if draft.rule in ("duty", "blame") and not (draft.actors or told.speaker):
            continue  # "على الحكومة أن تستقيل": whoever writes thinks so
        number = len(reports) + 1
        reports.append(
            report_of(draft, number, chain=told.links, modality=told.modality, cues=told.cues, speaker=told.speaker)
        )
    return _told(named, sources, reports)


def read_scopes(text: Text, named: Named, article: Article) -> list[Scope]:
    """The stretches of an article that other voices fill, for whoever wants to see them."""
    sources = Sources(page_of(text, named))
    return read_article_scopes(Desk(sources, Outlet(sources, article)))


def _judge(text: Text, named: Named, article: Article, drafts: tuple[Draft, ...]) -> tuple[Judge, Sources]:
    sources = Sources(page_of(text, named))
    outlet = Outlet(sources, article)
    scopes = read_article_scopes(Desk(sources, outlet, drafts))
    return Judge(sources, scopes, outlet, retold_agency(text, scopes, outlet)), sources


def _told(named: Named, sources: Sources, reports: list[Report]) -> Told:
    """Sources that became links enter the entities under ids of their own; those that did not are left out."""
    if not sources.newcomers.added:
        return Told(entities=named.entities, reports=tuple(reports))
    used = {e for report in reports for e in _named_by(report)}
    new = {e.id: e for e in sources.newcomers.added if e.id in used}
    ids = {old: f"e{len(named.entities) + n}" for n, old in enumerate(new, start=1)}
    entities: list[Entity] = [msgspec.structs.replace(e, id=ids[old]) for old, e in new.items()]
    renamed = tuple(
        msgspec.structs.replace(
            r,
            attribution=tuple(msgspec.structs.replace(k, entity=ids.get(k.entity, k.entity)) for k in r.attribution),
            actors=tuple(msgspec.structs.replace(a, entity=ids.get(a.entity, a.entity)) for a in r.actors),
        )
        if any(e in ids for e in _named_by(r))
        else r
        for r in reports
    )
    return Told(entities=(*named.entities, *entities), reports=renamed)


def _named_by(report: Report) -> tuple[str, ...]:
    """The entities of a report's chain and doers."""
    return (*[link.entity for link in report.attribution], *[actor.entity for actor in report.actors])
