"""Which kinds of act may be two tellings of one."""

import functools
import itertools

from tawatur.knowledge.files import load_yaml


def kin(one: str, two: str) -> str:
    """same, near (one happening may be told as both) or apart."""
    if one == two:
        return "same"
    general, near = _table()
    return "near" if one in general or two in general or (one, two) in near else "apart"


@functools.cache
def _table() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    raw = load_yaml("tawatur.events.joining", "kinship.yml")
    near = {pair for group in raw["near"] for pair in itertools.permutations(group, 2)}
    return frozenset(raw["general"]), frozenset(near)
