"""What a reviewer should look at first: the doubtful parts of a case, most doubtful first."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace
from sqlalchemy import or_, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.judgements.records import Judgement
from tawatur.casefile.judgements.storing import standing, states
from tawatur.model.case import CopyLink, Event

Reason = Literal["lost", "disputed", "joined", "shared", "copy", "possible", "single"]
REASONS: tuple[Reason, ...] = ("lost", "disputed", "joined", "shared", "copy", "possible", "single")
MOST = 500  # of one reason


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something to decide: why it is doubtful, what it is about. `score` grows with certainty, within one reason.

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
    """Everything that waits for a decision, most doubtful first, events without their records (see `with_events`).

    What was decided on is left out.
    """
    decided = {made.target for made in standing(case.engine)}
    found = [*_lost(case), *_events(case), *_copies(case)]
    waiting = [d for d in found if d.target not in decided]
    return sorted(waiting, key=lambda d: (REASONS.index(d.reason), d.score, d.target))


def with_events(case: Case, found: Sequence[Doubt]) -> list[Doubt]:
    """Doubts with the events that they are about, as a page shows them."""
    query = select(schema.events.c.data).where(schema.events.c.id.in_([d.target for d in found]))
    with case.engine.connect() as connection:
        events = [msgspec.json.decode(row, type=Event) for row in connection.execute(query).scalars()]
    held = {event.id: event for event in events}
    return [replace(doubt, event=held.get(doubt.target)) for doubt in found]


def _lost(case: Case) -> Iterator[Doubt]:
    what = states(case.engine)
    for made in standing(case.engine):
        if what.get(made.id) == "lost":
            yield Doubt(reason="lost", target=made.id, score=0.0, judgement=made)


def _events(case: Case) -> Iterator[Doubt]:
    """The most doubtful events of each reason, read from an index: of many thousands few are ever looked at."""
    table = schema.events
    with case.engine.connect() as connection:
        for reason in REASONS:
            query = select(table.c.id, table.c.certainty).where(table.c.doubt == reason)
            for row in connection.execute(query.order_by(table.c.certainty, table.c.id).limit(MOST)):
                yield Doubt(reason=reason, target=row.id, score=row.certainty)


def _copies(case: Case) -> Iterator[Doubt]:
    table = schema.copies
    other = or_(table.c.from_article.is_(None), table.c.from_article != table.c.article)
    query = select(table.c.data).where(table.c.kind != "credit", other).order_by(table.c.likeness, table.c.id)
    with case.engine.connect() as connection:
        for row in connection.execute(query.limit(MOST)).scalars():
            copy = msgspec.json.decode(row, type=CopyLink)
            yield Doubt(reason="copy", target=copy.id, score=copy.likeness, copy=copy)
