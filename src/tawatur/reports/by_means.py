"""Whom the means of an attack hit: "استهدفوا منازل السكان بقصف عنيف" tells of the shelling whom it hit."""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

MEANS = "means_of_subject"


def lend_to_means(page: Page, told: "list[Telling]") -> None:
    """Gives an attack behind "ب" that names no one those whom the attack of its own verb hit."""
    for means in told:
        governor = means.roles.governor
        if not means.roles.rule.startswith(MEANS) or means.roles.recipients or governor is None:
            continue
        if means.type != "ASSAULT" or page.chunks[page.chunk_of[means.trigger.word]].prep != "ب" or not _hits(means):
            continue
        for other in told:
            verb = other.trigger.word == governor.word
            carried = other.roles.governor is not None and other.roles.governor.word == governor.word
            before = other is not means and other.trigger.word < means.trigger.word
            if before and (verb or carried) and other.type == "ASSAULT" and _hits(other):
                means.roles.recipients += [r for r in other.roles.recipients if r not in means.roles.actors]
                break


def _hits(one: "Telling") -> bool:
    """Whether a telling is of an attack, no loss, fight or ground that is taken."""
    return one.sense.entry.extension not in LOSSES | {"clash", "capture_ground", "repel"}
