"""Which reports of one event cannot all be true, with who is on which side."""

from collections.abc import Sequence

from tawatur.events.disagreements.notes import note
from tawatur.events.independence.reader import stance_of
from tawatur.events.joining.lore import Lore
from tawatur.events.rows import Row
from tawatur.model.case import Disagreement, ToldReport


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
    dated = sorted((row for row in rows if row.days), key=lambda r: (r.days, r.order))
    for one in dated:
        for two in reversed(dated):
            if one.days and two.days and one.days.gap(two.days) > 0:
                early = tuple(r.id for r in dated if r.days and r.days.gap(one.days) == 0 and r.days.gap(two.days))
                late = tuple(r.id for r in dated if r.days and r.days.gap(two.days) == 0 and r.days.gap(one.days))
                return Disagreement(field="time", sides=(early, late), note=note("time", (one.edtf, two.edtf), ()))
    return None


def _places(rows: Sequence[Row], lore: Lore) -> Disagreement | None:
    placed = [row for row in rows if row.place]
    for at, one in enumerate(placed):
        for two in placed[at + 1 :]:
            if one.place and two.place and lore.places(one.place, two.place) == "apart":
                sides = [tuple(r.id for r in placed if r.place == p) for p in (one.place, two.place)]
                names = (lore.name(one.place), lore.name(two.place))
                return Disagreement(field="place", sides=(sides[0], sides[1]), note=note("place", names, ()))
    return None


def _actors(rows: Sequence[Row], lore: Lore) -> Disagreement | None:
    named = [row for row in rows if row.actors and row.modality != "denied"]
    for at, one in enumerate(named):
        for two in named[at + 1 :]:
            if lore.match_sets(one.actors, two.actors)[0] == "apart" and not set(one.actors) & set(two.recipients):
                sides = [tuple(r.id for r in named if set(r.actors) & set(side)) for side in (one.actors, two.actors)]
                names = (lore.name(one.actors[0]), lore.name(two.actors[0]))
                return Disagreement(field="actor", sides=(sides[0], sides[1]), note=note("actor", names, ()))
    return None


def _began(rows: Sequence[Row]) -> Disagreement | None:
    """One report has the first attack the second, another the second the first."""
    for at, one in enumerate(rows):
        for two in rows[at + 1 :]:
            if not one.actors or not one.recipients or one.type != "ASSAULT":
                continue
            if set(one.actors) & set(two.recipients) and set(one.recipients) & set(two.actors):
                sides = [tuple(r.id for r in rows if set(r.actors) & set(side)) for side in (one.actors, two.actors)]
                if not set(sides[0]) & set(sides[1]):
                    words = ("، ".join(one.actor_words), "، ".join(two.actor_words))
                    return Disagreement(field="framing", sides=(sides[0], sides[1]), note=note("framing", words, ()))
    return None
