"""The network between actors on a day and between two days, with the reports one step away."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, groupby

from tawatur.errors import QueryError
from tawatur.events.intervals import days_of
from tawatur.events.network.bonds import bonds_of
from tawatur.events.network.changes import compare_snapshots
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.lives import Lives
from tawatur.events.network.measures import betweenness, brokerage
from tawatur.events.network.records import Comparison, Edge, Indirect, Linking, Node, Snapshot
from tawatur.events.sides import lineage, name_of
from tawatur.model.case import CaseActor, Event, Party

LARGE = 1500  # actors above which betweenness is computed only where asked for: it grows with their square
_KEPT = 24  # snapshots


class Network:
    """Links between actors over time. Where `raised`, armies, offices and officers stand under their state or group."""

    def __init__(self, events: Iterable[Event | Linking], actors: Iterable[CaseActor], *, raised: bool = True) -> None:
        linking = [e for e in events if e.type in link_kinds().types]
        self._actors = {a.id: a for a in actors}
        self._raised = raised
        self.bonds = bonds_of(linking, self._raise)
        self._drawn: dict[tuple[str, bool, bool], Snapshot] = {}  # people go to and fro between a few days
        hostile = {name for name, kind in link_kinds().kinds.items() if kind.hostile}
        # by the number of a bond, so that a day's thousands of bonds are gone through without a loop over each
        self._pairs = [(b.one, b.two) for b in self.bonds]
        self._events = [b.event for b in self.bonds]
        self._reports = [b.reports for b in self.bonds]
        self._marks = [(b.kind, b.direct, b.disputed, b.support) for b in self.bonds]
        self._parties: dict[str, Party] = {}
        self._all = Lives(enumerate(self.bonds))
        self._peaceful = Lives((n, b) for n, b in enumerate(self.bonds) if b.kind not in hostile)
        self._mediated = [e for e in linking if e.type == "mediates_between" and e.modality == "asserted"]

    def at(self, when: str, *, hostile: bool = False, measured: bool = False) -> Snapshot:
        """The network on a day, month or year (EDTF). Links of enmity are left out unless asked for.

        Among more than `LARGE` actors betweenness is None unless `measured`; it may take minutes.
        """
        asked = (when, hostile, measured)
        if asked not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[asked] = self._draw(when, hostile=hostile, measured=measured)
        return self._drawn[asked]

    def links(self, when: str, *, hostile: bool = False) -> tuple[Edge, ...]:
        """The links of a day, month or year (EDTF) alone, without measures."""
        return self._edges(self._standing(when, hostile=hostile))

    def _standing(self, when: str, *, hostile: bool) -> list[int]:
        return (self._all if hostile else self._peaceful).standing(*_bounds(when))

    def _draw(self, when: str, *, hostile: bool, measured: bool) -> Snapshot:
        standing = self._standing(when, hostile=hostile)
        edges = self._edges(standing)
        near: defaultdict[str, set[str]] = defaultdict(set)
        for edge in edges:
            if edge.direct:
                near[edge.one.id].add(edge.two.id)
                near[edge.two.id].add(edge.one.id)
        nodes = self._nodes(near, measured=measured or len(near) <= LARGE)
        return Snapshot(at=when, nodes=nodes, edges=edges, indirect=self._indirect(near, standing))

    def compare(self, before: str, after: str, *, hostile: bool = False) -> Comparison:
        """What came, went and changed between two days, and who ceased to be the go-between."""
        return compare_snapshots(self.at(before, hostile=hostile), self.at(after, hostile=hostile))

    def party(self, id_: str) -> Party:
        """An actor by id, known to the case or to the knowledge base."""
        if id_ not in self._parties:
            actor = self._actors.get(id_)
            self._parties[id_] = Party(id=id_, name=actor.name if actor else name_of(id_) or {"en": id_})
        return self._parties[id_]

    def _raise(self, id_: str) -> str:
        actor = self._actors.get(id_)
        return lineage(id_, actor.side if actor else None)[-1] if self._raised else id_

    def _edges(self, standing: Sequence[int]) -> tuple[Edge, ...]:
        groups = groupby(standing, key=self._pairs.__getitem__)
        return tuple(self._edge(one, two, list(group)) for (one, two), group in groups)

    def _edge(self, one: str, two: str, bonds: Sequence[int]) -> Edge:
        marks = set(map(self._marks.__getitem__, bonds))
        return Edge(
            one=self.party(one),
            two=self.party(two),
            kinds=tuple(sorted({kind for kind, _, _, _ in marks})),
            direct=any(direct for _, direct, _, _ in marks),
            disputed=all(disputed for _, _, disputed, _ in marks),
            support=max([support for _, _, _, support in marks]),
            # an event is one bond of a pair, and a report of one event: none comes twice
            events=tuple(map(self._events.__getitem__, bonds)),
            reports=tuple(chain.from_iterable(map(self._reports.__getitem__, bonds))),
        )

    def _nodes(self, near: Mapping[str, AbstractSet[str]], *, measured: bool) -> tuple[Node, ...]:
        between = betweenness(near) if measured else {}
        nodes = [
            Node(
                party=self.party(n),
                degree=len(near[n]),
                betweenness=round(between[n], 6) if measured else None,
                brokerage=brokerage(near, n),
                generic=n in self._actors and self._actors[n].generic,
            )
            for n in sorted(near)
        ]
        return tuple(sorted(nodes, key=lambda n: (-n.degree, n.party.id)))

    def _indirect(self, near: Mapping[str, AbstractSet[str]], standing: Sequence[int]) -> tuple[Indirect, ...]:
        """Pairs that reports say are linked through a go-between, and have no direct link."""
        events = set(map(self._events.__getitem__, standing)) if self._mediated else set()
        found: dict[tuple[str, str], tuple[set[str], list[str]]] = {}
        for event in self._mediated:
            if event.id in events:
                brokers = {self._raise(p.id) for p in event.actors}
                for pair in combinations(sorted({self._raise(p.id) for p in event.recipients}), 2):
                    if pair[1] not in near.get(pair[0], ()):
                        through, reports = found.setdefault(pair, (set(), []))
                        through.update(brokers)
                        reports.extend(r.id for r in event.reports)
        return tuple(
            Indirect(
                one=self.party(a),
                two=self.party(b),
                told=True,
                reports=tuple(dict.fromkeys(reports)),
                through=tuple(self.party(t) for t in sorted(through)),
            )
            for (a, b), (through, reports) in sorted(found.items())
        )


def _bounds(when: str) -> tuple[str, str]:
    days = days_of(when)
    if days is None:
        raise QueryError(f"{when!r} is no date; write 2016, 2016-11 or 2016-11-24")
    return dt.date.fromordinal(days.first).isoformat(), dt.date.fromordinal(days.last).isoformat()
