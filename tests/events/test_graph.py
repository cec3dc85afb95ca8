"""Support, cut and common links against networkx and by hand."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.events.independence.graph import common, disjoint


def test_one_chain_is_one_foot() -> None:
    assert disjoint([("activists", "agency", "paper")]) == (1, ("activists",))
    assert common([("activists", "agency", "paper")]) == ("activists", "agency", "paper")


def test_two_papers_that_cite_one_agency_stand_on_one_foot() -> None:
    chains = [("agency", "paper"), ("agency", "site")]
    assert disjoint(chains) == (1, ("agency",))
    assert common(chains) == ("agency",)


def test_two_witnesses_through_two_papers_are_two_feet() -> None:
    assert disjoint([("one", "paper"), ("two", "site")])[0] == 2


def test_paths_that_cross_are_rerouted() -> None:
    assert disjoint([("a", "x", "p"), ("a", "y", "q"), ("b", "x", "q")])[0] == 2


def test_no_chain_is_no_foot() -> None:
    assert disjoint([]) == (0, ())


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True).map(tuple), min_size=1, max_size=7
    )
)
def test_agrees_with_networkx(chains: list[tuple[str, ...]]) -> None:
    graph = nx.DiGraph()
    for chain in chains:
        nx.add_path(graph, ["SOURCE", *chain, "SINK"])
    count, cut = disjoint(chains)
    assert count == len(list(nx.node_disjoint_paths(graph, "SOURCE", "SINK")))
    assert len(cut) == count
    without = graph.copy()
    without.remove_nodes_from(cut)
    assert not nx.has_path(without, "SOURCE", "SINK")
    for node in common(sorted(set(chains))):
        without = graph.copy()
        without.remove_node(node)
        assert not nx.has_path(without, "SOURCE", "SINK")
