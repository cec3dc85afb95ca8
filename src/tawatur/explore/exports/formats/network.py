"""The network as sheets of nodes and edges, as GEXF with spells, and as GraphML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from tawatur.casefile.case import Case
from tawatur.events.network.records import Bond
from tawatur.explore.exports.doubt import names
from tawatur.explore.exports.format import Column, Format, Wish, cell, fields_of, write_sheet
from tawatur.model.case import CaseActor, Event

Linked = tuple[Bond, Event]

NODES: tuple[Column[CaseActor], ...] = (
    Column("id", "the actor's id in the case", lambda a: a.id),
    Column("label", "its neutral name in English", lambda a: a.name.get("en") or a.name.get("ar")),
    Column("label_ar", "its neutral name in Arabic", lambda a: a.name.get("ar")),
    Column("kind", "person, armed_group, state …", lambda a: a.kind),
    Column("side", "whose part it is", lambda a: a.side),
    Column("wikidata", "its Wikidata id, where known", lambda a: a.ids.get("wikidata")),
    Column("articles", "articles that name it", lambda a: a.articles),
    Column("mentions", "how often it is named", lambda a: a.mentions),
)
EDGES: tuple[Column[Linked], ...] = (
    Column("source", "one actor's id", lambda b: b[0].one),
    Column("target", "the other's; the link has no direction", lambda b: b[0].two),
    Column("kind", "how they are linked", lambda b: b[0].kind),
    Column("type", "PLOVER or tie type that shows it", lambda b: b[0].type),
    Column("start", "the first day for which it is taken to stand; empty for unknown", lambda b: b[0].first),
    Column("end", "the last day for which it is taken to stand", lambda b: b[0].last),
    Column("dated", "false where no report says since when", lambda b: b[0].dated),
    Column("edtf", "the time as the words give it (EDTF)", lambda b: b[1].time.edtf),
    Column("direct", "false where it stands only among several parties", lambda b: b[0].direct),
    Column("modality", "asserted: denied, planned and possible links are no edges", lambda b: b[1].modality),
    Column("specific", "false for acts told in general", lambda b: b[1].specific),
    Column("support", "on how many independent feet it stands", lambda b: b[1].support),
    Column("against", "how many independent feet deny or doubt it", lambda b: b[1].against),
    Column("common_links", "through whom every chain passes", lambda b: names(b[1].common_links)),
    Column("event", "the event or tie that shows it", lambda b: b[0].event),
    Column("reports", "the ids of its reports", lambda b: b[0].reports),
)


def _edges(case: Case, wish: Wish) -> list[Linked]:
    """The bonds that the events and ties which pass the filters show, actors as they are named."""
    held = {e.id: e for kind in ("event", "relation") for e in case.stream_events(kind, wish.filters)}
    return [(bond, held[bond.event]) for bond in case.network(raised=False).bonds if bond.event in held]


def _nodes(case: Case, edges: list[Linked]) -> list[CaseActor]:
    linked = {id for bond, _ in edges for id in (bond.one, bond.two)}
    return [actor for actor in case.actors() if actor.id in linked]


def write_nodes(case: Case, target: Path, wish: Wish) -> int:
    """Writes the actors that have a link."""
    return write_sheet(_nodes(case, _edges(case, wish)), NODES, target, bom=wish.bom)


def write_edges(case: Case, target: Path, wish: Wish) -> int:
    """Writes the links, one row for each event or tie that shows it."""
    return write_sheet(_edges(case, wish), EDGES, target, bom=wish.bom)


def _graph(case: Case, wish: Wish, *, spells: bool) -> "nx.MultiGraph[str]":
    edges = _edges(case, wish)
    graph: nx.MultiGraph[str] = nx.MultiGraph(mode="dynamic", timeformat="date") if spells else nx.MultiGraph()
    for actor in _nodes(case, edges):
        graph.add_node(actor.id, **_attributes(NODES[1:], actor))
    for bond, event in edges:
        given = _attributes(EDGES[2:], (bond, event))
        spell = {}
        if spells:
            spell = {name: given.pop(name) for name in ("start", "end") if name in given}
        graph.add_edge(bond.one, bond.two, key=f"{bond.event}:{bond.one}:{bond.two}", **given, **spell)
    return graph


def _attributes(columns: tuple[Column[Any], ...], record: Any) -> dict[str, Any]:
    found = {column.name: column.of(record) for column in columns}
    return {
        name: value if isinstance(value, (bool, int, float)) else cell(value)
        for name, value in found.items()
        if value not in (None, "", (), [])
    }


def _write_graph(writer: Callable[..., None], *, spells: bool) -> Callable[[Case, Path, Wish], int]:
    def write(case: Case, target: Path, wish: Wish) -> int:
        graph = _graph(case, wish, spells=spells)
        writer(graph, target)
        return int(graph.number_of_edges())

    return write


FORMATS = (
    Format(
        name="nodes",
        summary="CSV of the actors that have a link",
        reader="Gephi, igraph, any CSV reader",
        fields=fields_of(NODES),
        write=write_nodes,
    ),
    Format(
        name="edges",
        summary="CSV of the links, one row for each event or tie that shows it",
        reader="Gephi, igraph, any CSV reader",
        fields=fields_of(EDGES),
        write=write_edges,
    ),
    Format(
        name="gexf",
        summary="the network with the spell of each link, GEXF 1.2",
        reader="Gephi, networkx",
        fields=fields_of(NODES) + fields_of(EDGES),
        write=_write_graph(nx.write_gexf, spells=True),
    ),
    Format(
        name="graphml",
        summary="the network in GraphML",
        reader="igraph, yEd, networkx",
        fields=fields_of(NODES) + fields_of(EDGES),
        write=_write_graph(nx.write_graphml_xml, spells=False),
    ),
)
