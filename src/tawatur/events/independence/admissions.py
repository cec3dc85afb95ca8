"""Reports in which a camp says what its own side would rather not: worth more than its boasts."""

import functools
from collections.abc import Callable, Sequence

from tawatur.events.rows import Row
from tawatur.events.words import stems_of
from tawatur.knowledge.files import load_yaml
from tawatur.model.case import ToldReport

Camp = Callable[[str], str | None]


def admissions(rows: Sequence[Row], reports: Sequence[ToldReport], camp: Camp) -> tuple[str, ...]:
    """The ids of reports that are admissions; `camp` gives an actor's camp."""
    return tuple(told.id for row, told in zip(rows, reports, strict=True) if _admits(row, told, camp))


def _admits(row: Row, told: ToldReport, camp: Camp) -> bool:
    if told.modality not in ("asserted", "possible"):
        return False
    speakers = {link.camp for link in told.chain if link.camp}
    if not told.chain and told.camp:
        speakers = {told.camp}
    if not speakers:
        return False
    verbs, losing = _table()
    parties = {c for c in map(camp, (*row.actors, *row.recipients)) if c}
    if speakers & parties and row.quote and verbs.intersection(row.cue_words):
        return True
    role = losing.get(row.extension or "")
    losers = {camp(i) for i in (row.recipients if role == "recipients" else row.actors)} if role else set()
    return bool(speakers & (losers - {None}))


@functools.cache
def _table() -> tuple[frozenset[str], dict[str, str]]:
    raw = load_yaml("tawatur.events.independence", "admissions.yml")
    return frozenset(stem for verb in raw["verbs"] for stem in stems_of(verb)), raw["losing"]
