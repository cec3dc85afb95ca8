"""Cuts a case into the stretches in which it is joined."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Engine

from tawatur.casefile import cells as held
from tawatur.casefile.judgements.records import Judgement
from tawatur.events.ids import report_id
from tawatur.events.intervals import days_of
from tawatur.events.windows import Window, day_of, windows_over

WHOLE = 20_000  # articles up to which a case is joined at once
Day = int


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a case (all of it without a window): its articles with their versions, the judgements on it."""

    name: str
    window: Window | None = None
    articles: Mapping[str, str]
    judged: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether it is all of the case."""
        return self.window is None


def cut_case(engine: Engine, judgements: Sequence[Judgement]) -> tuple[list[Cell], dict[str, Day]]:
    """The cells of a case in the order in which they are joined, and the reports that a reviewer moved to another day.

    Events that a reviewer merged are joined where the earliest of their reports stands.
    """
    standing = held.standing_articles(engine)
    if len(standing) <= WHOLE:
        return [Cell(name="all", articles=standing, judged=frozenset(j.id for j in judgements))], {}
    days = held.article_days(engine)
    homes = held.homes_of(engine, _merged(judgements))
    moved = _moved(engine, judgements, homes)
    for id, day in moved.items():
        days[day].append(homes[id])
    everywhere = frozenset(j.id for j in judgements if j.kind == "actor")
    judged = held.places_judged(engine, judgements)
    order = sorted(days)
    cells = []
    for window in windows_over(days):
        inside = {i for day in order if window.first <= day <= window.reach for i in days[day]}
        articles = {i: standing[i] for i in sorted(inside) if i in standing}
        about = {id for id, (told, before) in judged.items() if window.name in before or told & articles.keys()}
        cells.append(Cell(name=window.name, window=window, articles=articles, judged=everywhere | about))
    return cells, moved


def _merged(judgements: Sequence[Judgement]) -> set[str]:
    """The reports that reviewers merged and nobody rejected."""
    rejected = {id for made in judgements if made.action == "reject" for id in made.reports_meant()}
    return {id for made in judgements for id in made.reports_merged()} - rejected


def _moved(engine: Engine, judgements: Sequence[Judgement], homes: Mapping[str, str]) -> dict[str, Day]:
    """The day on which each report of merged events is to stand."""
    if not homes:
        return {}
    stands = {}
    for item in held.readings_of(engine, set(homes.values())):
        head = item.reading.article
        stands.update({report_id(head, r): day_of(r, days_of(head.published.edtf)) for r in item.reading.reports})
    moved: dict[str, Day] = {}
    for _ in range(2):  # twice, so that what was merged with merged events follows
        for made in judgements:
            together = [id for id in made.reports_merged() if id in homes and id in stands]
            for id in together:
                moved[id] = min(moved.get(other, stands[other]) for other in together)
    return moved
