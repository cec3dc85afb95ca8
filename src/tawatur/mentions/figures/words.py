"""Closed words of the grammar of figures, by key: limits before a number, vague numbers, words of harm."""

from functools import cache

import msgspec

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml

CLITICS = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")
AT_LEAST, AT_MOST = ("علي", "الاقل"), ("علي", "الاكثر")
Groups = dict[str, tuple[tuple[str, ...], ...]]  # first word -> the words that must follow it


class Closed(msgspec.Struct, frozen=True):
    """The closed words of this room."""

    limits: tuple[tuple[str, Groups], ...]
    vague: dict[str, tuple[int, int]]
    scales: dict[str, int]
    harm: dict[str, str]
    partitive: frozenset[str]
    function: frozenset[str]
    named: frozenset[str]
    starts: frozenset[str]
    leading: frozenset[str]  # the first words of limits


@cache
def closed() -> Closed:
    """The closed words, loaded once. Raises KnowledgeError."""
    content = load_yaml("tawatur.mentions.figures", "words.yml")
    limits = tuple(
        (bound, _groups(content[name])) for name, bound in (("minimum", "min"), ("maximum", "max"), ("about", "about"))
    )
    vague = {lead + key(word): (low, high) for word, low, high in content["vague"] for lead in CLITICS}
    scales = {lead + key(word): low for word, low, _ in content["vague"] if low >= 1000 for lead in ("", "ال")}
    leading = frozenset(first for _, groups in limits for first in groups)
    starts = frozenset((*leading, *vague, "بين", "وبين", "من", "ما", "وما"))
    return Closed(
        limits,
        vague,
        scales,
        {key(w): unit for w, unit in content["harm"]},
        _set(content["partitive"]),
        _set(content["function"]),
        _set(content["named"]),
        starts,
        leading,
    )


def _groups(rows: list[str]) -> Groups:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        first, *rest = map(key, row.split())
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(groups, key=len, reverse=True)) for first, groups in found.items()}


def _set(words: str) -> frozenset[str]:
    return frozenset(map(key, words.split()))


@cache
def number_words() -> frozenset[str]:
    """Keys of the words that may begin a number."""
    content = load_yaml("tawatur.arabic", "numerals.yml")
    tables = (table for kind, table in content.items() if kind != "ordinals")
    return frozenset(key(form) for table in tables for forms in table.values() for form in forms)
