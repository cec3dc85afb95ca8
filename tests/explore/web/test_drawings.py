"""What drawings say where there is too much, or too far away, to draw."""

import datetime as dt

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from tawatur.casefile.case import Case
from tawatur.events.independence.reader import ways
from tawatur.events.network import reader
from tawatur.explore.drawings.timeline import Lane, draw_timeline
from tawatur.model.days import Days


def test_a_large_network_says_that_betweenness_is_not_computed(
    judged: tuple[TestClient, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor, _ = judged
    monkeypatch.setattr(reader, "LARGE", 1)
    page = visitor.get("/network?lang=en").text
    assert "not computed" in page
    assert "tawatur network --measures" in page
    assert "لم يحسب" in visitor.get("/network?lang=ar").text
    assert {node["betweenness"] for node in visitor.get("/network.json").json()["nodes"]} == {None}


@pytest.mark.parametrize("mirrored", [False, True])
def test_names_begin_where_reading_does_and_what_lies_before_the_axis_is_marked(mirrored: bool) -> None:
    days = [dt.date(1967, 6, 5), *(dt.date(2015, month, 3) for month in range(1, 12))]
    lanes = [
        Lane(href=f"/events/{n}", label=f"event {n}", when="", days=Days(day, day), unsure=False, several=False)
        for n, day in enumerate(days)
    ]
    drawn = str(
        draw_timeline(lanes, title="t", description="d", mirrored=mirrored, tick=lambda day, _whole: str(day.year))
    )
    assert drawn.count(" before") == 1
    first = drawn.split('href="/events/0"')[1].split("</a>")[0]
    assert "l6 6l-6 6l-6 -6z" not in first, "no point is drawn where the day is not"
    name, axis = (float(drawn.split(sign)[1].split('"')[0]) for sign in ('class="row" x="', 'class="grid" x1="'))
    assert (name > axis) == mirrored


def test_sources_beside_each_other_are_two_ways_to_the_outlet(judged: tuple[TestClient, Case]) -> None:
    event = next(e for e in judged[1].events() if any(r.chain for r in e.reports))
    told = next(r for r in event.reports if r.chain)
    one = told.chain[0]
    other = replace(one, id="test-other", beside=True)
    assert list(ways((one, other))) == [(one,), (other,)]
    assert list(ways((one, replace(other, beside=False)))) == [(replace(other, beside=False), one)]
