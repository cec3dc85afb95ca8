"""Makes one row of an event that several reports tell differently, by the rule that the user names.

`cautious` takes the widest time and place that the reports leave and the lowest figure; `detailed` the finest time and
place that any report gives and the highest figure; `supported` what most outlets say. Whichever is taken, the spread
stays beside it: EDTF, low and high, support and against.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.mentions.places.gazetteer import place
from tawatur.mentions.places.precision import Precision, precision
from tawatur.model.case import Event, Party, Tally
from tawatur.model.days import Days, days_of

Fold = Literal["cautious", "detailed", "supported"]
FOLDS: tuple[Fold, ...] = ("cautious", "detailed", "supported")
_BOUNDLESS = 20_000.0  # km; a place without a radius (a country, a sea) is coarser than any with one


class Folded(msgspec.Struct, frozen=True, kw_only=True):
    """An event with one time, one place and one value a figure; `event` still holds everything else."""

    event: Event
    fold: Fold
    edtf: str | None
    place: Party | None
    figures: tuple[Tally, ...]

    @property
    def days(self) -> Days | None:
        """The days that its time covers."""
        return days_of(self.edtf)

    @property
    def precision(self) -> Precision | None:
        """How exactly its place is known; None without a place or for one outside the gazetteer."""
        return precision_of(self.place.id) if self.place else None


def fold_event(event: Event, fold: Fold) -> Folded:
    """The event by the rule of folding."""
    return Folded(
        event=event,
        fold=fold,
        edtf=_time(event, fold),
        place=_place(event, fold),
        figures=tuple(_figure(tally, fold) for tally in event.figures),
    )


def precision_of(id: str) -> Precision | None:
    """How exactly a place of the case is known."""
    try:
        return precision(id.removeprefix("place:"))
    except KnowledgeError:
        return None


def point_of(id: str) -> tuple[float, float] | None:
    """Latitude and longitude of a place that is small enough for a point; None where no point is meaningful."""
    try:
        record = place(id)
    except KnowledgeError:
        return None
    known = precision_of(id)
    if record.lat is None or record.lon is None or known is None or known.radius is None:
        return None
    return record.lat, record.lon


def day(value: dt.date | None) -> str:
    """An ISO day; empty for an end that is open."""
    return "" if value is None or value in (dt.date.min, dt.date.max) else value.isoformat()


def _time(event: Event, fold: Fold) -> str | None:
    told = [(report.edtf, report.outlet_id) for report in event.reports if days_of(report.edtf)]
    if not told:
        return event.time.edtf
    if fold == "supported":
        return _most(told)
    spans = sorted({(days.length, edtf) for edtf, _ in told if edtf and (days := days_of(edtf))})
    if fold == "detailed":
        return spans[0][1]
    every = [days for _, edtf in spans if (days := days_of(edtf))]
    widest = Days(min(d.first for d in every), max(d.last for d in every))
    for _, edtf in reversed(spans):
        if days_of(edtf) == widest:
            return edtf
    first, last = day(widest.first) or "..", day(widest.last) or ".."
    return first if first == last else f"{first}/{last}"


def _place(event: Event, fold: Fold) -> Party | None:
    if len(event.places) < 2:
        return event.places[0] if event.places else None
    known = {party.id: party for party in event.places}
    if fold == "supported":
        told = [(report.place, report.outlet_id) for report in event.reports if report.place in known]
        return known[_most(told) or event.places[0].id]

    def radius(party: Party) -> tuple[float, str]:
        found = precision_of(party.id)
        return (found.radius or _BOUNDLESS) if found else _BOUNDLESS, party.id

    choose: Callable[..., Party] = max if fold == "cautious" else min
    return choose(event.places, key=radius)


def _figure(tally: Tally, fold: Fold) -> Tally:
    if fold == "supported":
        return tally
    best = tally.low if fold == "cautious" else tally.high
    return msgspec.structs.replace(tally, best=best if best is not None else tally.best)


def _most(told: Iterable[tuple[str | None, str]]) -> str | None:
    """What most outlets say; of equals the finer one in time, then the first by name."""
    outlets: dict[str, set[str]] = {}
    for value, outlet in told:
        if value:
            outlets.setdefault(value, set()).add(outlet)

    def rank(value: str) -> tuple[int, int, str]:
        days = days_of(value)
        return -len(outlets[value]), days.length if days else 0, value

    return min(outlets, key=rank, default=None)
