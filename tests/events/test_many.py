"""Generated articles with known truth: joined well, alike in any order, and both halves of the bench agree."""

import random
import sys
from pathlib import Path

import msgspec
import pytest

from tawatur.events.reader import join_readings

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from generate import articles
from joining import _pairs


@pytest.fixture(scope="module")
def made() -> list:
    return list(articles(240))


def test_pairs_are_joined_as_the_generator_made_them(made: list) -> None:
    truth = {report: which for _, part in made for report, which in part.items()}
    precision, recall = _pairs(join_readings(item for item, _ in made), truth)
    assert precision > 0.97
    assert recall > 0.95


def test_the_order_of_many_articles_leaves_no_trace(made: list) -> None:
    items = [item for item, _ in made]
    wanted = msgspec.json.encode(join_readings(items))
    random.Random(5).shuffle(items)
    assert msgspec.json.encode(join_readings(items)) == wanted


def test_every_span_of_the_generator_quotes_what_it_should(made: list) -> None:
    for item, _ in made[:40]:
        for report in item.reading.reports:
            quoted = item.text[report.evidence[0] : report.evidence[1]]
            assert item.text[report.trigger[0] : report.trigger[1]] in quoted


def test_ids_are_unique(made: list) -> None:
    joined = join_readings(item for item, _ in made)
    events = [e.id for e in (*joined.events, *joined.ties)]
    copies = [c.id for c in joined.copies]
    assert len(set(events)) == len(events)
    assert len(set(copies)) == len(copies)
    held = {r.id for e in (*joined.events, *joined.ties) for r in e.reports}
    assert all(set(c.reports) | set(c.from_reports) <= held for c in joined.copies)
