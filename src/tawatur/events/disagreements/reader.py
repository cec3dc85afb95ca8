"""Which reports of one event cannot all be true, with who is on which side."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from tawatur.events.disagreements.notes import note
from tawatur.events.independence.reader import stance_of
from tawatur.events.joining.lore import Lore
from tawatur.events.rows import Row
from tawatur.model.case import Disagreement, ToldReport

T = TypeVar("T")
_MOST = 12


def read_disagreements(rows: Sequence[Row], reports: Sequence[ToldReport], lore: Lore) -> tuple[Disagreement, ...]:
    """The disagreements of one event; `reports` stand in the order of `rows`."""
    if len(rows) < 2:
        return ()
    found = [_modality(reports), *_figures(rows), _times(rows), _places(rows, lore), _actors(rows, lore), _began(rows)]
    return tuple(d for d in found if d is not None)


def _modality(reports: Sequence[ToldReport]) -> Disagreement | None:
    denied = tuple(r.id for r in reports if stance_of(r) == "denied")
    told = tuple(r.id for r in reports if stance_of(r) != "denied")
    if not denied or not told:
        return None
    return Disagreement(field="modality", sides=(told, denied), note=note("modality", (), ()))


def _figures(rows: Sequence[Row]) -> list[Disagreement]:
    found = []
    for unit in sorted({figure[0] for row in rows for figure in row.figures}):
        ranges: dict[tuple[float, float], list[str]] = {}
        for row in rows:
            for name, low, high in row.figures:
                if name == unit:
                    span = (low if low is not None else 0.0, high if high is not None else float("inf"))
                    ranges.setdefault(span, []).append(row.id)
        ordered = sorted(ranges)
        sides = _apart(ordered)
        if sides:
            ids = tuple(tuple(dict.fromkeys(i for span in side for i in ranges[span])) for side in sides)
            if not set(ids[0]) & set(ids[-1]):
                found.append(Disagreement(field="figures", sides=ids, note=note("figures", (unit,), sides)))
    return found


def _apart(ranges: list[tuple[float, float]]) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Ranges grouped so that those of one group meet and those of two do not; empty where all meet."""
    groups: list[list[tuple[float, float]]] = []
    for low, high in ranges:
        if groups and low <= max(h for _, h in groups[-1]):
            groups[-1].append((low, high))
        else:
            groups.append([(low, high)])
    return tuple(tuple(g) for g in groups) if len(groups) > 1 else ()


def _times(rows: Sequence[Row]) -> Disagreement | None:
    stated = {row.days: row.edtf for row in rows if row.days}
    for one, two in _pairs(sorted(stated)):
        if one.gap(two) > 0:
            sides = [
                tuple(r.id for r in rows if r.days and not r.days.gap(d) and r.days.gap(o))
                for d, o in ((one, two), (two, one))
            ]
            return Disagreement(
                field="time", sides=(sides[0], sides[1]), note=note("time", (stated[one], stated[two]), ())
            )
    return None


def _places(rows: Sequence[Row], lore: Lore) -> Disagreement | None:
    for one, two in _pairs(dict.fromkeys(row.place for row in rows if row.place)):
        if lore.places(one, two) == "apart":
            sides = [tuple(r.id for r in rows if r.place == p) for p in (one, two)]
            names = (lore.name(one), lore.name(two))
            return Disagreement(field="place", sides=(sides[0], sides[1]), note=note("place", names, ()))
    return None


def _actors(rows: Sequence[Row], lore: Lore) -> Disagreement | None:
    named = [row for row in rows if row.actors and row.modality != "denied"]
    told_to = {i for row in named for i in row.recipients}
    for one, two in _pairs(dict.fromkeys(row.actors for row in named)):
        if lore.match_sets(one, two) == "apart" and not told_to.intersection(one + two):
            sides = [tuple(r.id for r in named if set(r.actors) & set(side)) for side in (one, two)]
            if not set(sides[0]) & set(sides[1]):
                names = (lore.name(one[0]), lore.name(two[0]))
                return Disagreement(field="actor", sides=(sides[0], sides[1]), note=note("actor", names, ()))
    return None


def _began(rows: Sequence[Row]) -> Disagreement | None:
    """One report has the first attack the second, another the second the first."""
    fights = {(r.actors, r.recipients): r for r in rows if r.type == "ASSAULT" and r.actors and r.recipients}
    for one, two in _pairs(fights.values()):
        if set(one.actors) & set(two.recipients) and set(one.recipients) & set(two.actors):
            sides = [tuple(r.id for r in rows if set(r.actors) & set(side)) for side in (one.actors, two.actors)]
            if not set(sides[0]) & set(sides[1]):
                words = ("، ".join(one.actor_words), "، ".join(two.actor_words))
                return Disagreement(field="framing", sides=(sides[0], sides[1]), note=note("framing", words, ()))
    return None


def _pairs(values: Iterable[T]) -> Iterator[tuple[T, T]]:
    """Pairs of the first few distinct values: an event with hundreds of them shows a few disagreements, not all."""
    return itertools.combinations(itertools.islice(values, _MOST), 2)
