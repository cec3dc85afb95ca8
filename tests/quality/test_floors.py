"""What the reading reached on annotated articles it may not lose; and the gate itself works."""

import json
from pathlib import Path

import pytest
from quality.gold import FLOORS, broken, figures, raised, scores

from tawatur.explore.accuracy import STAGES

SHARED = Path(__file__).parents[3] / "shared"


def test_gate_names_the_stage_below_its_floor() -> None:
    assert broken({"events": 0.5, "roles": 0.6}, {"events": 0.55, "roles": 0.6}) == [
        "events: 0.500 is below the floor 0.550"
    ]


def test_floors_never_fall() -> None:
    assert raised({"events": 0.4, "roles": 0.9}, {"events": 0.5, "roles": 0.6}) == {"events": 0.5, "roles": 0.89}


def test_every_stage_has_a_floor() -> None:
    assert set(json.loads(FLOORS.read_text(encoding="utf-8"))) == set(STAGES)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated articles are not part of this project")
def test_no_stage_falls_below_its_floor_on_the_annotated_articles() -> None:
    report = scores(SHARED / "gold", [SHARED / "seeds", SHARED / "gold" / "articles"])
    assert broken(figures(report), json.loads(FLOORS.read_text(encoding="utf-8"))) == []
