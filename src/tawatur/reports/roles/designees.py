"""Whom a pronoun means that is listed as terrorist: the organisation named last, not who speaks or goes for it."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.roles.record import Roles, admitted

LISTED = frozenset({"armed", "political", "organisation"})
REACH = 40  # words to the left, the sentence before (a headline) included


def add_designee(page: Page, roles: Roles, index: int, entry: Entry) -> None:
    """ "قادة من الحزب … صنفته": replaces the people that the pronoun cannot mean by the organisation inside them."""
    word = page.word(page.chunks[index])
    if entry.extension != "designate" or word.enclitic not in ("ه", "ها") or any(map(_listed, roles.recipients)):
        return
    first = page.sentence_first[index]
    start = page.chunks[page.sentence_first[first - 1] if first else first].first
    for number in range(word.index - 1, max(start, word.index - REACH) - 1, -1):
        for actor in page.actors_at.get(number, ()):
            fits = _listed(actor) and actor not in roles.actors and admitted(page, entry, "recipient", actor)
            if fits and agrees(word.enclitic, actor):
                roles.recipients[:] = [actor]
                return


def _listed(actor: ActorPhrase) -> bool:
    return actor.klass in LISTED and actor.form in ("name", "loaded") and not actor.adjective
