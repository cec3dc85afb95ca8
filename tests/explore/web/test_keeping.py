"""What pages keep: made once though many ask at once, thrown away when the case changes, the dear kept longest."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import cast

import pytest

from tawatur.casefile.case import Case
from tawatur.explore.web import keeping
from tawatur.explore.web.keeping import Kept


class Standing:
    """A case that says only how it stands."""

    def __init__(self) -> None:
        self.word = "2020-01-01-1"

    def stand(self) -> str:
        return self.word


@pytest.fixture
def standing() -> Standing:
    return Standing()


@pytest.fixture
def kept(standing: Standing) -> Kept:
    return Kept(cast("Case", standing))


def test_who_asks_while_it_is_made_waits_for_it(kept: Kept) -> None:
    made: list[int] = []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(lambda _: kept.get("network", make), range(6))) == {1}
    assert made == [1]


def test_one_thing_can_be_made_of_another_and_a_fault_is_tried_again(kept: Kept) -> None:
    def fail() -> int:
        raise ValueError

    assert kept.get("outer", lambda: kept.get("inner", lambda: 3) + 1) == 4
    with pytest.raises(ValueError):  # noqa: PT011
        kept.get("broken", fail)
    assert kept.get("broken", lambda: 7) == 7
    assert threading.active_count() < 20


def test_a_changed_case_is_looked_at_anew(kept: Kept, standing: Standing) -> None:
    assert kept.get("a", lambda: 1) == 1
    standing.word = "2020-01-02-1"
    assert kept.get("a", lambda: 2) == 2
    kept.forget()
    assert kept.get("a", lambda: 3) == 3


def test_what_is_dear_or_asked_for_leaves_last(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    monkeypatch.setattr(keeping, "DEAR", 0.03)
    kept.get("dear", lambda: time.sleep(0.04))
    kept.get("asked", lambda: 1)
    kept.get("other", lambda: 1)
    kept.get("asked", lambda: 2)
    kept.get("new", lambda: 1)
    assert kept.get("asked", lambda: 2) == 1
    assert kept.get("dear", lambda: 5) is None, "it is still there"
    assert kept.get("other", lambda: 9) == 9, "it had left"
