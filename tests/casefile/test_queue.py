"""The review queue: the most doubtful first, of each reason the most doubtful only."""

import pytest

from tawatur.casefile import queue
from tawatur.casefile.case import Case
from tawatur.casefile.doubting import certainty_of, why_doubtful
from tawatur.casefile.queue import REASONS, doubts, with_events


def told(case: Case) -> list[tuple[str, float, str]]:
    """Every event and tie with its doubt, by the records themselves."""
    found = [
        (why, certainty_of(event), event.id) for event in [*case.events(), *case.ties()] if (why := why_doubtful(event))
    ]
    return sorted(found, key=lambda d: (REASONS.index(d[0]), d[1], d[2]))


def test_most_doubtful_come_first(case: Case) -> None:
    found = [(d.reason, d.score, d.target) for d in doubts(case) if d.copy is None]
    assert found == told(case)
    assert len({reason for reason, _, _ in found}) > 2


def test_of_many_the_most_doubtful_are_kept(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MOST", 2)
    kept, every = doubts(case), told(case)
    for reason in {reason for reason, _, _ in every}:
        assert [d.target for d in kept if d.reason == reason] == [id for why, _, id in every if why == reason][:2]


def test_what_tells_little_is_more_doubtful(case: Case) -> None:
    single = [d for d in with_events(case, doubts(case)) if d.reason == "single" and d.event]
    least, most = single[0].event, single[-1].event
    assert least is not None
    assert most is not None
    assert certainty_of(least) < certainty_of(most)
    assert sum(map(bool, (least.actors, least.places, least.time.edtf))) <= 1


def test_copies_least_alike_come_first(case: Case) -> None:
    alike = [d.copy.likeness for d in doubts(case) if d.copy]
    assert alike == sorted(alike)
