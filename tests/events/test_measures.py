"""The measures of a network are those of the field."""

import networkx as nx
import pytest

from tawatur.events.network.measures import betweenness, brokerage


@pytest.mark.parametrize(
    "graph",
    [
        nx.star_graph(5),
        nx.path_graph(6),
        nx.gnm_random_graph(40, 90, seed=5),
        nx.gnm_random_graph(30, 25, seed=7),  # in several pieces
        nx.gnm_random_graph(40, 700, seed=3),  # nearly all are linked with all
        nx.disjoint_union(nx.complete_graph(9), nx.path_graph(5)),
        nx.complete_graph(2),
        nx.empty_graph(3),
    ],
)
def test_betweenness_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    named = nx.relabel_nodes(graph, {n: f"actor {n:03}" for n in graph})
    assert betweenness({n: set(named.adj[n]) for n in named}) == pytest.approx(nx.betweenness_centrality(named))


def test_brokerage_counts_the_pairs_that_are_not_linked() -> None:
    graph = nx.gnm_random_graph(30, 200, seed=2)
    near = {str(n): {str(m) for m in graph.adj[n]} for n in graph}
    for node in graph:
        pairs = nx.non_edges(graph.subgraph(graph.adj[node]))
        assert brokerage(near, str(node)) == len(list(pairs))
