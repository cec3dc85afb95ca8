"""Which kinds of act may be two tellings of one, which happen once, and which actors are a name for many."""

import functools
import itertools

from tawatur.events.words import stems_of
from tawatur.knowledge.files import load_yaml


def kin(one: str, two: str) -> str:
    """same, near (one happening may be told as both) or apart."""
    if one == two:
        return "same"
    general, near = _table()
    return "near" if one in general or two in general or (one, two) in near else "apart"


def once(one: str | None, two: str | None) -> tuple[str, ...]:
    """The roles that, when shared, make two acts of these kinds one: a man is killed once. Empty for other kinds."""
    roles = _once()
    return roles[one] if one in roles and two in roles and roles[one] == roles[two] else ()


def umbrella(one: str, two: str) -> bool:
    """Whether one actor is a name for many groups among which the other is."""
    return two in _umbrellas().get(one, ()) or one in _umbrellas().get(two, ())


def is_umbrella(id_: str) -> bool:
    """Whether an actor is a name for many groups, known and unknown."""
    return id_ in _umbrellas()


@functools.lru_cache(maxsize=65536)
def irregular(name: str) -> bool:
    """Whether a description ("Syrian fighters") says where people come from, not for whom they fight."""
    heads, regulars = _people()
    stems = stems_of(name)
    return bool(stems) and stems[0] in heads and regulars.isdisjoint(stems)


@functools.cache
def _people() -> tuple[frozenset[str], frozenset[str]]:
    raw = load_yaml("tawatur.events.joining", "kinship.yml")
    heads, regulars = (frozenset(stems_of(" ".join(raw[name]))) for name in ("irregulars", "regulars"))
    return heads, regulars


@functools.cache
def _once() -> dict[str, tuple[str, ...]]:
    raw = load_yaml("tawatur.events.joining", "kinship.yml")["once"]
    return {kind: tuple(roles) for kind, roles in raw.items()}


@functools.cache
def _umbrellas() -> dict[str, frozenset[str]]:
    raw = load_yaml("tawatur.events.joining", "kinship.yml")["umbrellas"]
    return {name: frozenset(groups) for name, groups in raw.items()}


@functools.cache
def _table() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    raw = load_yaml("tawatur.events.joining", "kinship.yml")
    near = {pair for group in raw["near"] for pair in itertools.permutations(group, 2)}
    return frozenset(raw["general"]), frozenset(near)
