"""How doubtful an event is: why a reviewer should look at it, and how firm it is."""

from typing import Literal

from tawatur.events.joining.weights import weights
from tawatur.model.case import Event

Why = Literal["disputed", "joined", "shared", "possible", "single"]


def why_doubtful(event: Event) -> Why | None:
    """The first reason to look at it; None where there is none, or a reviewer has spoken already."""
    if event.judged:
        return None
    articles = len({report.article for report in event.reports})
    if event.disagreements:
        return "disputed"
    if articles > 1 and event.support:
        return "joined" if event.support > 1 else "shared"
    if event.modality == "possible":
        return "possible"
    alone = event.support == 1 and len(event.reports) == 1 and event.kind == "event"
    return "single" if alone else None


def certainty_of(event: Event) -> float:
    """How firm it is: what joins the loosest of its reports, or how much the only one tells of its act.

    It grows with certainty and compares events of one reason.
    """
    table = weights().of
    held = [sum(table[n].weight for n in r.joined_by if n in table) for r in event.reports if r.joined_by]
    return round(min(held), 3) if held else float(_told(event))


def _told(event: Event) -> int:
    """Of six things: who, to whom, where, when, that it is one act, and that a source with a name says so."""
    unnamed = all(any(link.anonymous for link in report.chain) for report in event.reports)
    told = (event.actors, event.recipients, event.places, event.time.edtf, event.specific, not unnamed)
    return sum(map(bool, told))
