"""Whose attack was repelled: "صدت القوات هجوما للمتمردين" is a deed against those whose attack it was."""

from typing import TYPE_CHECKING

from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

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
        if attack is not None:
            repulse.roles.recipients += [a for a in attack.roles.actors if a not in repulse.roles.actors]
