"""Whether an article is about a conflict at all: pages of sport, trade, ceremony, sermon and crime carry no reports.

Their words are those of conflict ("لقاء", "هجوم", "اعتقال", "تكريم"), so no entry of the lexicon can tell them apart;
who is named and what is done to whom in the whole article can. Texts too short to show their kind are read.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

SHORT = 90  # words of a text that is a passage rather than an article
HARD = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION", "ACCUSE", "COERCE"})
PARTIES = frozenset({"state", "armed", "weapon", "political"})
ENOUGH = 2  # hard acts of known parties that make an article one of conflict


def about_conflict(page: Page, tellings: "Iterable[Telling]") -> bool:
    """Whether an army or armed group is named, or known parties do hard things to one another, or people protest."""
    if len(page.text.words) < SHORT:
        return True
    known = {entity.id for entity in page.named.entities if entity.kb is not None}
    if any(a.klass in ("armed", "weapon") and a.entity in known for a in page.named.actors):
        return True
    count = 0
    for telling in tellings:
        fillers = telling.roles.actors + telling.roles.recipients
        hard = telling.type in HARD and any(a.klass in PARTIES and a.entity in known for a in fillers)
        count += hard or (telling.type == "PROTEST" and bool(telling.roles.actors))
    return count >= ENOUGH
