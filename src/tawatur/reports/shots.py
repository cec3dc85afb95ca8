"""Losses that two verbs tell of one shooting: "قتل ثلاثة متظاهرين وأصيب خمسة برصاص الجيش"."""

from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.around import named_in
from tawatur.reports.causes import WITHIN
from tawatur.reports.consequences import own_soldiers
from tawatur.reports.grammar.page import Page

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

NEAR = 5  # chunks between two losses that are told together


def share_shots(page: Page, told: "list[Telling]") -> None:
    """Gives a loss without doer and cause that of the one joined to it, by the rule's suffix ":same_shots"."""
    losses = [t for t in told if t.sense.entry.extension in LOSSES and t.sense.shape == "verb" and t.roles.passive]
    for first, second in pairwise(sorted(losses, key=lambda t: t.trigger.word)):
        own = ":in_" not in second.roles.rule and ":beside" not in second.roles.rule
        if first.roles.actors or not second.roles.actors or not own or not _together(page, first, second):
            continue
        harmed = named_in(page, first.roles.recipients)
        doers = [a for a in second.roles.actors if a.entity not in harmed and a.number != "d"]
        if doers and not any(own_soldiers(page, a, v) for a in doers for v in first.roles.recipients):
            first.roles.actors += doers
            first.roles.rule += ":same_shots"


def _together(page: Page, first: "Telling", second: "Telling") -> bool:
    """Whether the second loss is joined to the first, which tells of no cause of its own before it."""
    one, other = page.chunk_of[first.trigger.word], page.chunk_of[second.trigger.word]
    if not one < other <= min(one + NEAR, page.sentence_last[one] - 1) or not page.chunks[other].joined:
        return False
    between = page.chunks[one + 1 : other]
    return all(c.kind in ("noun", "time", "particle") and c.prep not in WITHIN for c in between)
