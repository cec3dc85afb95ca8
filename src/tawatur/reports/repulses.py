"""Whose attack was repelled: "صدت القوات هجوما للمتمردين" is a deed against those whose attack it was."""

from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.event_nouns import of_noun
from tawatur.reports.grammar.page import Page
from tawatur.reports.roles.record import HOLDERS

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

ATTEMPTS = frozenset(
    {"محاوله", "محاولات", "محاولتي", "تسلل", "تقدم", "زحف", "هجوم", "هجمات", "هجومين", "هجوما", "تقدما"}
)
REACH = 4  # chunks behind a repulse within which its attack stands


def lend_attackers(page: Page, told: "list[Telling]") -> None:
    """Gives the repulses that name no enemy the doers of the attack told right behind them in their clause."""
    attacks = {page.chunk_of[t.trigger.word]: t for t in told if t.type == "ASSAULT" and t.sense.shape != "verb"}
    for repulse in told:
        if repulse.sense.entry.extension != "repel" or repulse.roles.recipients:
            continue
        here = page.chunk_of[repulse.trigger.word]
        behind = (attacks.get(i) for i in range(here + 1, min(here + 1 + REACH, repulse.clause.stop)))
        attack = next((a for a in behind if a is not None and a.sense.entry.extension != "repel"), None)
        others = attack.roles.actors if attack is not None else _whose_attempt(page, here, repulse.clause.stop)
        own = {a.entity for a in repulse.roles.actors}
        repulse.roles.recipients += [a for a in others if a.entity not in own and a.klass in HOLDERS]


def _whose_attempt(page: Page, here: int, stop: int) -> list[ActorPhrase]:
    """ "أحبطت محاولة تسلل لعناصر التنظيم", "تصدت لمحاولة نفذها مسلحون": who tried it, where no attack is told."""
    for position in range(here + 1, min(here + 1 + REACH, stop)):
        chunk = page.chunks[position]
        if chunk.kind != "noun" or not any(w.stem_key in ATTEMPTS for w in page.text.words[chunk.head : chunk.last]):
            continue
        slots = of_noun(page, chunk.head).slots
        named = (c for slot in ("subject", "genitive", "ل", "من قبل", "من") for c in slots.get(slot, ()))
        found = next((a for c in named if (a := c.actor or c.owner) is not None), None)
        return [found] if found is not None else list(chunk.nationals[:1])
    return []
