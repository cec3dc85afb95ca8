"""What a reviewer should look at first: the doubtful parts of a case, most doubtful first."""

from collections.abc import Iterator
from typing import Literal

import msgspec
from sqlalchemy import ColumnElement, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.judgements.records import Judgement
from tawatur.casefile.judgements.storing import standing, states
from tawatur.events.joining.weights import weights
from tawatur.model.case import CopyLink, Event

Reason = Literal["lost", "disputed", "joined", "shared", "copy", "possible", "single"]
REASONS: tuple[Reason, ...] = ("lost", "disputed", "joined", "shared", "copy", "possible", "single")
MOST = 500  # of one reason


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something to decide: why it is doubtful, what it is about. `score` grows with certainty.

    lost: a decision that no longer finds its object. disputed: reports contradict one another. joined: reports of
    several articles held for one happening by few features. shared: several articles, one foot. copy: an inferred copy.
    possible: told as possible only. single: one report, one foot.
    """

    reason: Reason
    target: str
    score: float
    event: Event | None = None
    copy: CopyLink | None = None
    judgement: Judgement | None = None


def doubts(case: Case) -> list[Doubt]:
    """Everything that waits for a decision, most doubtful first; what was decided on is left out."""
    decided = {made.target for made in standing(case.engine)}
    found = [*_lost(case), *_events(case), *_copies(case)]
    waiting = [d for d in found if d.target not in decided and not (d.event and d.event.judged)]
    return sorted(waiting, key=lambda d: (REASONS.index(d.reason), d.score, d.target))


def _lost(case: Case) -> Iterator[Doubt]:
    what = states(case.engine)
    for made in standing(case.engine):
        if what.get(made.id) == "lost":
            yield Doubt(reason="lost", target=made.id, score=0.0, judgement=made)


def _events(case: Case) -> Iterator[Doubt]:
    table = schema.events
    seen: set[str] = set()
    wanted: tuple[tuple[Reason, ColumnElement[bool]], ...] = (
        ("disputed", table.c.disagreements > 0),
        ("joined", (table.c.articles > 1) & (table.c.support > 1)),
        ("shared", (table.c.articles > 1) & (table.c.support == 1)),
        ("possible", table.c.modality == "possible"),
        ("single", (table.c.support == 1) & (table.c.reports == 1) & (table.c.kind == "event")),
    )
    for reason, condition in wanted:
        for event in _some(case, condition):
            if event.id not in seen:
                seen.add(event.id)
                yield Doubt(reason=reason, target=event.id, score=_certainty(event), event=event)


def _some(case: Case, condition: ColumnElement[bool]) -> Iterator[Event]:
    query = select(schema.events.c.data).where(condition).order_by(schema.events.c.id).limit(MOST)
    with case.engine.connect() as connection:
        for row in connection.execute(query).scalars():
            yield msgspec.json.decode(row, type=Event)


def _certainty(event: Event) -> float:
    """How firmly the reports of an event hold together: the weights of what joins the loosest of them."""
    table = weights().of
    held = [sum(table[n].weight for n in r.joined_by if n in table) for r in event.reports if r.joined_by]
    return round(min(held), 3) if held else float(len({r.article for r in event.reports}))


def _copies(case: Case) -> Iterator[Doubt]:
    for copy in case.copies()[: MOST * 2]:
        if copy.kind != "credit" and copy.from_article != copy.article:
            yield Doubt(reason="copy", target=copy.id, score=copy.likeness, copy=copy)
