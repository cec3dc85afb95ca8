"""The network around one actor is that part of the whole network."""

from tawatur.casefile.case import Case
from tawatur.casefile.neighbours import EVER, acts_through_others, links_around


def test_links_around_an_actor_are_those_of_the_whole_network(case: Case) -> None:
    whole = case.network(raised=False).links(EVER, hostile=True)
    drawn = 0
    for actor in case.actors():
        edges = links_around(case, actor.id, most=3)
        among = {party.id for edge in edges for party in (edge.one, edge.two)}
        assert edges == tuple(e for e in whole if e.one.id in among and e.two.id in among)
        beside = {p.id for e in whole for p in (e.one, e.two) if actor.id in (e.one.id, e.two.id)}
        assert (actor.id in among) == bool(beside)
        assert len(among) == min(len(beside), 4)
        drawn += bool(edges)
    assert drawn > 5


def test_a_side_may_act_through_others(case: Case) -> None:
    assert acts_through_others(case, "russia")
    assert not acts_through_others(case, "nobody of that name")
