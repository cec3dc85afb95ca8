"""The network on a day and between two days, on a small case written out by hand."""

from copy import copy
from typing import Any

import pytest

from tawatur.errors import QueryError
from tawatur.events.network import reader
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.reader import Network
from tawatur.events.reader import join_readings

from .making import article, tell

FALCON, DAWN, RIVER, PLAIN = (
    ("لواء الصقر", "test-falcon"),
    ("جيش الفجر", "test-dawn"),
    ("حركة النهر", "test-river"),
    ("سرايا السهل", "test-plain"),
)


def tie(text: str, type_: str, trigger: str, **more: Any) -> dict[str, Any]:
    return tell(text, type_, trigger, kind="relation", **more)


@pytest.fixture(scope="module")
def network() -> Network:
    early = article(
        "a.txt",
        tie(
            "تتوسط حركة النهر بين لواء الصقر وبين جيش الفجر",
            "mediates_between",
            "تتوسط",
            actors=[RIVER],
            recipients=[FALCON, DAWN],
        ),
        tie("تدعم حركة النهر سرايا السهل", "supports", "تدعم", actors=[RIVER], recipients=[PLAIN]),
        published="2016-08-01",
    )
    late = article(
        "b.txt",
        tell(
            "التقى قادة لواء الصقر وجيش الفجر للمرة الأولى",
            "CONSULT",
            "التقى",
            actors=[FALCON],
            recipients=[DAWN],
            time="2016-11-17",
        ),
        tie(
            "التنسيق بين لواء الصقر وجيش الفجر قائم", "coordinates_with", "التنسيق", actors=[FALCON], recipients=[DAWN]
        ),
        tell(
            "هاجم لواء الصقر مواقع سرايا السهل",
            "ASSAULT",
            "هاجم",
            actors=[FALCON],
            recipients=[PLAIN],
            time="2016-11-20",
        ),
        tell(
            "تتجه حركة النهر إلى لقاء سرايا السهل",
            "CONSULT",
            "لقاء",
            actors=[RIVER],
            recipients=[PLAIN],
            modality="planned",
            time="2017-01-01",
        ),
        published="2016-11-24",
    )
    joined = join_readings([early, late])
    return Network(joined.events + joined.ties, joined.actors)


def pairs(network: Network, when: str, **more: Any) -> set[tuple[str, str]]:
    return {(e.one.id, e.two.id) for e in network.at(when, **more).edges if e.direct}


def test_before_they_are_linked_through_a_mediator_only(network: Network) -> None:
    before = network.at("2016-10")
    assert ("test-dawn", "test-falcon") not in pairs(network, "2016-10")
    assert [(i.one.id, i.two.id, [t.id for t in i.through]) for i in before.indirect] == [
        ("test-dawn", "test-falcon", ["test-river"])
    ]
    river = next(n for n in before.nodes if n.party.id == "test-river")
    assert (river.degree, river.brokerage) == (3, 3)
    assert river.betweenness > 0


def test_after_they_are_linked_directly(network: Network) -> None:
    assert ("test-dawn", "test-falcon") in pairs(network, "2016-11-30")
    assert not network.at("2016-11-30").indirect


def test_what_came_and_who_ceased_to_be_the_go_between(network: Network) -> None:
    found = network.compare("2016-10", "2016-11-30")
    assert [(c.kind, c.one.id, c.two.id) for c in found.changes] == [("came", "test-dawn", "test-falcon")]
    assert found.changes[0].after == ("contact", "cooperation")
    assert found.changes[0].reports
    assert [(g.party.id, g.told) for g in found.ceased] == [("test-river", True)]
    assert [(p.id, b, a) for p, b, a in found.brokerage] == [("test-river", 3, 2)]


def test_enmity_is_shown_when_asked_for(network: Network) -> None:
    assert ("test-falcon", "test-plain") not in pairs(network, "2016-11-30")
    assert ("test-falcon", "test-plain") in pairs(network, "2016-11-30", hostile=True)


def test_a_plan_links_no_one(network: Network) -> None:
    edge = next(e for e in network.at("2017-01").edges if {e.one.id, e.two.id} == {"test-plain", "test-river"})
    assert edge.kinds == ("aid",)


def test_in_a_large_network_betweenness_is_not_computed_and_not_zero(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "LARGE", 2)
    network = copy(network)
    network._drawn = {}
    before = network.at("2016-10")
    assert {node.betweenness for node in before.nodes} == {None}
    assert {node.brokerage for node in before.nodes} == {3, 0}
    assert max(node.betweenness or 0 for node in network.at("2016-10", measured=True).nodes) > 0


@pytest.mark.parametrize("hostile", [False, True])
@pytest.mark.parametrize("when", ["2015", "2016-10", "2016-11-18", "2017-08", "2019", "1000/2999"])
def test_the_bonds_of_a_day_are_those_whose_time_meets_it(network: Network, when: str, hostile: bool) -> None:
    first, last = reader._bounds(when)
    foe = {name for name, kind in link_kinds().kinds.items() if kind.hostile}
    standing = [
        n
        for n, b in enumerate(network.bonds)
        if (b.first or "") <= last and (b.last or "9999") >= first and (hostile or b.kind not in foe)
    ]
    assert network._standing(when, hostile=hostile) == standing
    assert network.links(when, hostile=hostile) == network.at(when, hostile=hostile).edges


def test_a_date_that_is_none_is_refused(network: Network) -> None:
    with pytest.raises(QueryError):
        network.at("autumn")
