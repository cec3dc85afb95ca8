"""Whether an article is about a conflict at all: pages of sport, trade, ceremony, sermon and crime carry no reports.

Their words are those of conflict ("لقاء", "هجوم", "اعتقال", "تكريم"), so no entry of the lexicon can tell them apart;
who is named and what is done to whom in the whole article can. Texts too short to show their kind are read.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml
from tawatur.knowledge.lexicon.entries import collocates
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

SHORT = 90  # words of a text that is a passage rather than an article
HARD = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION", "ACCUSE", "COERCE"})
PARTIES = frozenset({"state", "armed", "weapon", "political"})
ENOUGH = 2  # hard acts of known parties that make an article one of conflict


def about_conflict(page: Page, tellings: "Iterable[Telling]") -> bool:
    """Whether a known army or armed group is named, or those who fight are, and do it, or known parties do hard things
    to one another, or people protest."""
    if len(page.text.words) < SHORT:
        return True
    known = {entity.id for entity in page.named.entities if entity.kb is not None}
    armed = [a for a in page.named.actors if a.klass in ("armed", "weapon") and a.entity in known]
    if any(page.text.words[a.head].stem_key not in heads("police") for a in armed):
        return True
    hard = violent = 0
    for telling in tellings:
        fillers = telling.roles.actors + telling.roles.recipients
        if telling.type in HARD and any(_fights(page, a) for a in fillers):
            return True
        parties = telling.type in HARD and any(a.klass in PARTIES and a.entity in known for a in fillers)
        hard += parties or (telling.type == "PROTEST" and bool(telling.roles.actors))
        violent += telling.type == "ASSAULT"
    return hard >= ENOUGH or (violent >= ENOUGH and any(_fights(page, a) for a in page.named.actors))


def _fights(page: Page, actor: ActorPhrase) -> bool:
    """Whether a phrase names fighters or soldiers by kind ("مسلحون مجهولون"), whoever they are."""
    return actor.klass == "armed" and page.text.words[actor.head].stem_key in heads("fighters")


@cache
def heads(name: str) -> frozenset[str]:
    """A list of scope.yml as keys with their endings."""
    return collocates(tuple(load_yaml("tawatur.reports", "scope.yml")[name]), key)
