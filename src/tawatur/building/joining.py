"""Joins what a case has read: a small case at once, a large one month by month, and only what changed."""

import datetime as dt
import hashlib
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace
from sqlalchemy import Engine

from tawatur.building.cutting import Cell, Day, cut_case
from tawatur.building.rules import joining_version, rules_version
from tawatur.casefile import cells as held
from tawatur.casefile.joined import forget_cells, write_counted, write_joined
from tawatur.casefile.judgements.replay import Replay
from tawatur.casefile.judgements.storing import standing
from tawatur.casefile.writing import note
from tawatur.events.ids import report_id
from tawatur.events.intervals import days_of
from tawatur.events.merging import Counted, add_up
from tawatur.events.reader import join_readings
from tawatur.events.records import Joined, ReadArticle, Settings
from tawatur.events.windows import day_of, home_day

if TYPE_CHECKING:
    from tawatur.building.build import Progress, Summary


def join_case(engine: Engine, summary: "Summary", report: "Progress", *, anew: bool = False) -> None:
    """Joins all that the case has read, by the judgements that stand; what nothing changed for stays as it is.

    The outcome is the same as if all were joined anew (`anew` does so), however the case grew.
    """
    replay = Replay(standing(engine))
    cells, moved = cut_case(engine, replay.judgements)
    with engine.begin() as connection:
        forget_cells(connection, [cell.name for cell in cells])
    known = {} if anew else held.kept_cells(engine)
    taken: dict[str, Day] = {}
    for cell in cells:
        report("joining" if cell.whole else f"joining {cell.name}", len(cell.articles))
        digest = _digest(cell, taken)
        if cell.name in known and known[cell.name].digest == digest:
            taken.update(known[cell.name].overhang)
            continue
        _join_cell(engine, cell, digest, replay, moved, taken, summary)
    _finish(engine, replay, {cell.name for cell in cells}, summary, anew=anew)


def _join_cell(
    engine: Engine,
    cell: Cell,
    digest: str,
    replay: Replay,
    moved: Mapping[str, Day],
    taken: dict[str, Day],
    summary: "Summary",
) -> None:
    """Joins one cell and writes it; adds to `taken` what its events took of later days.

    All that must not be lost when the build ends here is written with it: also which judgements it followed.
    """
    started = time.perf_counter()
    if cell.window is None:
        joined = replay.after(join_readings(replay.before(held.readings_of(engine)), settings=replay.settings()))
        overhang: dict[str, Day] = {}
    else:
        joined, overhang = _join_window(engine, cell, replay, moved, taken)
    summary.seconds_joining += time.perf_counter() - started
    started = time.perf_counter()
    counted = Counted(actors=joined.actors, names=joined.names, citations=joined.citations)
    with engine.begin() as connection:
        write_joined(connection, cell.name, joined)
        held.keep_cell(connection, cell.name, held.Kept(digest, overhang), counted)
        held.note_applied(connection, cell.name, replay.found_now())
    taken.update(overhang)
    summary.seconds_writing += time.perf_counter() - started


def _join_window(
    engine: Engine, cell: Cell, replay: Replay, moved: Mapping[str, Day], taken: Mapping[str, Day]
) -> tuple[Joined, dict[str, Day]]:
    window = cell.window
    assert window is not None
    days: dict[str, Day] = {}
    items = list(_taking_part(engine, cell, replay, moved, taken, days))
    core = frozenset(id for id, day in days.items() if window.first <= day <= window.last)
    settings: Settings = replace(replay.settings(), part=frozenset(days), core=core)
    joined = replay.after(join_readings(items, settings=settings))
    told = (report.id for event in joined.events + joined.ties for report in event.reports)
    return joined, {id: days[id] for id in told if days[id] > window.last}


def _taking_part(
    engine: Engine,
    cell: Cell,
    replay: Replay,
    moved: Mapping[str, Day],
    taken: Mapping[str, Day],
    days: dict[str, Day],
) -> Iterator[ReadArticle]:
    """The articles of a window as judged; `days` is filled with the reports that take part and where they stand.

    A report stands where it was read to stand, whatever a reviewer corrected: so that none falls between two windows.
    """
    window = cell.window
    assert window is not None
    for item in held.readings_of(engine, cell.articles):
        head = item.reading.article
        published = days_of(head.published.edtf)
        stands = {r.id: moved.get(report_id(head, r), day_of(r, published)) for r in item.reading.reports}
        counted = window.first <= home_day(item.reading) <= window.last
        (judged,) = replay.before([replace(item, counted=counted)])
        for report in judged.reading.reports:
            id, day = report_id(head, report), stands[report.id]
            if window.first <= day <= window.reach and id not in taken:
                days[id] = day
        yield judged


def _digest(cell: Cell, taken: Mapping[str, Day]) -> str:
    """Of everything that the joining of a cell depends on."""
    digest = hashlib.blake2b(joining_version().encode(), digest_size=12)
    window = cell.window
    gone = sorted(i for i, day in taken.items() if window and window.first <= day <= window.reach)
    for part in (sorted(f"{i} {rules}" for i, rules in cell.articles.items()), sorted(cell.judged), gone):
        digest.update("\n".join(part).encode() + b"\0")
    return digest.hexdigest()


def _finish(engine: Engine, replay: Replay, cells: set[str], summary: "Summary", *, anew: bool) -> None:
    """Adds up what the cells counted, unless that is what was last added up; notes what became of each judgement."""
    started = time.perf_counter()
    applied = {id: where & cells for id, where in held.applied_before(engine).items() if where & cells}
    applied = {made.id: applied[made.id] for made in replay.judgements if made.id in applied}
    lost = [made.id for made in replay.judgements if made.id not in applied]
    with engine.connect() as connection:
        stand, before = held.stand_of_cells(connection), held.stand_added_up(connection)
    counted = add_up(held.counted_in_cells(engine)) if anew or stand != before else None
    with engine.begin() as connection:
        if counted is not None:
            write_counted(connection, counted)
            note(connection, **{held.ADDED_UP: stand})
        held.write_states(connection, applied=applied, lost=lost)
        note(connection, rules=rules_version(), built=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
    summary.seconds_writing += time.perf_counter() - started
    summary.judgements, summary.judgements_lost = len(replay.judgements), len(lost)
    for name, number in held.tallies(engine).items():
        setattr(summary, name, number)
