"""The network between actors on a day and between two days, with the reports one step away."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

import networkx as nx

from tawatur.errors import QueryError
from tawatur.events.intervals import days_of
from tawatur.events.network.bonds import bonds_of
from tawatur.events.network.changes import compare_snapshots
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.measures import betweenness
from tawatur.events.network.records import Bond, Comparison, Edge, Indirect, Linking, Node, Snapshot
from tawatur.events.sides import lineage, name_of
from tawatur.model.case import CaseActor, Event, Party

_LARGE = 1500  # nodes from which betweenness is not computed
_KEPT = 24  # snapshots
_NEVER = "9999-12-31"  # behind every day, as the ends of bonds are compared


class Network:
    """Links between actors over time. Where `raised`, armies, offices and officers stand under their state or group."""

    def __init__(self, events: Iterable[Event | Linking], actors: Iterable[CaseActor], *, raised: bool = True) -> None:
        linking = [e for e in events if e.type in link_kinds().types]
        self._actors = {a.id: a for a in actors}
        self._raised = raised
        self.bonds = bonds_of(linking, self._raise)
        self._drawn: dict[tuple[str, bool], Snapshot] = {}  # people go to and fro between a few days
        self._lives = [(b, b.first or "", b.last or _NEVER) for b in self.bonds]
        self._mediated = [e for e in linking if e.type == "mediates_between" and e.modality == "asserted"]

    def at(self, when: str, *, hostile: bool = False) -> Snapshot:
        """The network on a day, month or year (EDTF). Links of enmity are left out unless asked for."""
        if (when, hostile) not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[when, hostile] = self._draw(when, hostile=hostile)
        return self._drawn[when, hostile]

    def _draw(self, when: str, *, hostile: bool) -> Snapshot:
        first, last = _bounds(when)
        standing = [b for b, since, until in self._lives if since <= last and until >= first]
        if not hostile:
            standing = [b for b in standing if not link_kinds().kinds[b.kind].hostile]
        edges = self._edges(standing)
        graph = nx.Graph()
        graph.add_edges_from((e.one.id, e.two.id) for e in edges if e.direct)
        return Snapshot(at=when, nodes=self._nodes(graph), edges=edges, indirect=self._indirect(graph, standing))

    def compare(self, before: str, after: str, *, hostile: bool = False) -> Comparison:
        """What came, went and changed between two days, and who ceased to be the go-between."""
        return compare_snapshots(self.at(before, hostile=hostile), self.at(after, hostile=hostile))

    def party(self, id_: str) -> Party:
        """An actor by id, known to the case or to the knowledge base."""
        actor = self._actors.get(id_)
        return Party(id=id_, name=actor.name if actor else name_of(id_) or {"en": id_})

    def _raise(self, id_: str) -> str:
        actor = self._actors.get(id_)
        return lineage(id_, actor.side if actor else None)[-1] if self._raised else id_

    def _edges(self, bonds: Sequence[Bond]) -> tuple[Edge, ...]:
        groups = itertools.groupby(bonds, key=lambda b: (b.one, b.two))
        return tuple(self._edge(one, two, list(group)) for (one, two), group in groups)

    def _edge(self, one: str, two: str, bonds: list[Bond]) -> Edge:
        events: dict[str, None] = {}
        reports: dict[str, None] = {}
        for bond in bonds:
            events[bond.event] = None
            reports.update(dict.fromkeys(bond.reports))
        return Edge(
            one=self.party(one),
            two=self.party(two),
            kinds=tuple(sorted({b.kind for b in bonds})),
            direct=any(b.direct for b in bonds),
            disputed=all(b.disputed for b in bonds),
            support=max([b.support for b in bonds]),
            events=tuple(events),
            reports=tuple(reports),
        )

    def _nodes(self, graph: "nx.Graph[str]") -> tuple[Node, ...]:
        between = betweenness(graph.adj) if len(graph) <= _LARGE else dict.fromkeys(graph, 0.0)
        nodes = [
            Node(
                party=self.party(n),
                degree=graph.degree(n),
                betweenness=round(between[n], 6),
                brokerage=_brokerage(graph, n),
            )
            for n in sorted(graph)
        ]
        return tuple(sorted(nodes, key=lambda n: (-n.degree, n.party.id)))

    def _indirect(self, graph: "nx.Graph[str]", standing: Sequence[Bond]) -> tuple[Indirect, ...]:
        """Pairs that reports say are linked through a go-between, and have no direct link."""
        events = {b.event for b in standing}
        found: dict[tuple[str, str], tuple[set[str], list[str]]] = {}
        for event in self._mediated:
            if event.id in events:
                brokers = {self._raise(p.id) for p in event.actors}
                for pair in itertools.combinations(sorted({self._raise(p.id) for p in event.recipients}), 2):
                    if not graph.has_edge(*pair):
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


def _brokerage(graph: "nx.Graph[str]", node: str) -> int:
    """Pairs of neighbours that have no link with each other; where there are very many, all pairs."""
    near = set(graph.adj[node])
    linked = sum(len(near.intersection(graph.adj[a])) for a in near) // 2 if len(near) < 400 else 0
    return len(near) * (len(near) - 1) // 2 - linked


def _bounds(when: str) -> tuple[str, str]:
    days = days_of(when)
    if days is None:
        raise QueryError(f"{when!r} is no date; write 2016, 2016-11 or 2016-11-24")
    return dt.date.fromordinal(days.first).isoformat(), dt.date.fromordinal(days.last).isoformat()
