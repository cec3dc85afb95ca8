"""Place, time and figures of an act: from its arguments, its clause, then its sentence."""

from tawatur.model.phrases import FigurePhrase, PlacePhrase
from tawatur.model.reading import ReportTime
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.roles.record import Roles

CASUALTIES = frozenset({"killed", "wounded", "dead", "casualties", "injured", "victims", "deaths"})
LOCATIVE = frozenset({"في", "ب", "علي"})


def place_of(page: Page, roles: Roles, clause: range, word: int) -> PlacePhrase | None:
    """The place of an act: an argument of its own, else the nearest that its clause or sentence locates."""
    if roles.place is not None:
        return roles.place
    if roles.places:
        return roles.places[0]
    own = page.chunk_of[word]
    located = [page.chunks[i] for i in clause if _locates(page.chunks[i])]
    after = [c for c in located if c.index > own]
    if after:
        return after[0].place
    if located:
        return located[-1].place
    held = [p for a in (*roles.recipients, *roles.actors) for p in _places_inside(page, a.first, a.last)]
    return held[0] if held else None


def _locates(chunk: Chunk) -> bool:
    if chunk.kind != "noun" or chunk.place is None:
        return False
    return (
        chunk.prep in LOCATIVE
        or chunk.prep in closed().place_prepositions
        or chunk.prep in ("في محيط", "علي اطراف", "بالقرب من")
    )


def _places_inside(page: Page, first: int, last: int) -> list[PlacePhrase]:
    return [p for p in page.named.places if first < p.first and p.last <= last]


def time_of(page: Page, clause: range, word: int) -> ReportTime | None:
    """The time in the clause that stands nearest to the trigger; habits date nothing."""
    times = [
        c.time
        for i in clause
        if (c := page.chunks[i]).time is not None and not c.time.repeats and c.time.edtf
    ]
    if not times:
        return None
    best = min(times, key=lambda t: abs(t.first - word) if t is not None else 0)
    assert best is not None
    return ReportTime(edtf=best.edtf, span=best.span, anchor=best.anchor, rule=best.rule)


def figures_of(page: Page, roles: Roles, clause: range, word: int, type_: str) -> tuple[FigurePhrase, ...]:
    """The figures of an act: those inside its fillers, and casualties in its clause."""
    first, last = page.chunks[clause.start].first, page.chunks[clause.stop - 1].last
    inside = [(a.first, a.last) for a in (*roles.actors, *roles.recipients)]
    return tuple(
        f
        for f in page.named.figures
        if any(a <= f.first < b for a, b in inside)
        or (first <= f.first < last and type_ == "ASSAULT" and f.unit in CASUALTIES)
    )
