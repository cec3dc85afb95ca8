"""Bonds between actors from events and ties, each with the time for which it is known to stand."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable

from tawatur.events.intervals import Days, days_of
from tawatur.events.joining.features import SYMMETRIC
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.records import Bond, Linking
from tawatur.model.case import Event

Raise = Callable[[str], str]  # an actor's id to that of the side it stands for
_LASTING = 365  # days for which a meeting or a told tie is taken to show a link, unless another report says more


def bonds_of(events: Iterable[Event | Linking], raised: Raise) -> list[Bond]:
    """All bonds that the events and ties show, sorted. What is denied, or only planned or thought, shows none."""
    bonds = [
        bond
        for event in events
        if event.modality == "asserted" and event.type in link_kinds().types
        for bond in _bonds(event, raised)
    ]
    starts: dict[tuple[str, str], str] = {}
    for bond in bonds:
        if bond.dated and bond.first:
            pair = (bond.one, bond.two)
            starts[pair] = min(bond.first, starts.get(pair, bond.first))
    return sorted((_since(bond, starts) for bond in bonds), key=lambda b: (b.one, b.two, b.first or "", b.event))


def _bonds(event: Event | Linking, raised: Raise) -> list[Bond]:
    actors = sorted({raised(p.id) for p in event.actors})
    others = sorted({raised(p.id) for p in event.recipients})
    parties = sorted({*actors, *others})
    pairs = (
        set(itertools.combinations(parties, 2))
        if event.type in SYMMETRIC
        else {(min(a, b), max(a, b)) for a in actors for b in others if a != b}
    )
    first, last, dated = _time(event)
    direct = len(parties) <= 2 or event.type not in SYMMETRIC
    return [
        Bond(
            one=a,
            two=b,
            kind=link_kinds().types[event.type],
            type=event.type,
            event=event.id,
            first=first,
            last=last,
            dated=dated,
            direct=direct,
            disputed=event.against > 0,
            support=event.support,
            reports=tuple(r.id for r in event.reports),
        )
        for a, b in sorted(pairs)
    ]


def _time(event: Event | Linking) -> tuple[str | None, str | None, bool]:
    """From when until when: the stated time; else around the days on which it was told, a tie a year back as well."""
    stated = days_of(event.time.edtf)
    if stated:
        return _iso(stated.first), _iso(stated.last + _LASTING), True
    told = [days for days in (days_of(r.published) for r in event.reports) if days]
    if not told:
        return None, None, False
    span = Days(min(d.first for d in told), max(d.last for d in told))
    first = span.first if event.kind == "event" else span.first - _LASTING
    return _iso(first), _iso(span.last + _LASTING), False


def _since(bond: Bond, starts: dict[tuple[str, str], str]) -> Bond:
    """A tie told without a beginning begins, as far as is known, with the pair's first dated link of that time."""
    start = starts.get((bond.one, bond.two))
    inside = start is not None and bond.first is not None and bond.last is not None and bond.first < start <= bond.last
    if bond.dated or not inside or bond.kind == "mediation":
        return bond
    return Bond(
        one=bond.one,
        two=bond.two,
        kind=bond.kind,
        type=bond.type,
        event=bond.event,
        first=start,
        last=bond.last,
        dated=False,
        direct=bond.direct,
        disputed=bond.disputed,
        support=bond.support,
        reports=bond.reports,
    )


def _iso(day: int) -> str:
    return dt.date.fromordinal(max(1, min(day, 3_652_059))).isoformat()
