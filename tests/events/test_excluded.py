"""What is passed over unseen is what comparing would refuse."""

import sys
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from generate import articles
from tawatur.events.gathering import gather
from tawatur.events.joining.features import compare, exclude
from tawatur.events.joining.lore import Lore
from tawatur.events.joining.weights import weights


def test_pairs_that_are_passed_over_could_never_be_joined() -> None:
    case = gather(item for item, _ in articles(60))
    lore = Lore(case.registry, case.words, case.rows)
    bars = weights().bars
    lowest = min(bars.join, bars.join_inside, bars.join_tie)
    passed = 0
    for one, two in combinations(case.rows, 2):
        if (one.kind, one.type) == (two.kind, two.type) and exclude(one, two, lore):
            passed += 1
            assert compare(one, two, lore).sum < lowest
    assert passed > 1000


def test_no_feature_outweighs_a_decisive_one() -> None:
    of = {name: weight.weight for name, weight in weights().of.items()}

    def best(field: str) -> float:
        return max(value for name, value in of.items() if name.partition(".")[0] == field)

    who = max(best("parties"), best("actors") + best("recipients"))
    bars = weights().bars
    lowest = min(bars.join, bars.join_inside, bars.join_tie)
    assert of["time.apart"] + who + best("place") < lowest
    assert best("time") + who + of["place.apart"] < lowest
    assert best("time") + of["actors.apart"] + best("recipients") + best("place") < lowest
