"""The measures of a network are those of the field."""

import networkx as nx
import pytest

from tawatur.events.network.measures import betweenness


@pytest.mark.parametrize(
    "graph",
    [
        nx.star_graph(5),
        nx.path_graph(6),
        nx.gnm_random_graph(40, 90, seed=5),
        nx.gnm_random_graph(30, 25, seed=7),  # in several pieces
        nx.complete_graph(2),
        nx.empty_graph(3),
    ],
)
def test_betweenness_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    named = nx.relabel_nodes(graph, {n: f"actor {n:03}" for n in graph})
    assert betweenness(named.adj) == pytest.approx(nx.betweenness_centrality(named))
