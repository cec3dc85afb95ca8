"""The words of time, looked up by key with their clitics in one step."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from tawatur.arabic.letters import key, light
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
WITH_ARTICLE = frozenset({"units", "relations", "dayparts", "seasons", "parts"})
TAGS = {
    "months": 4,
    "weekdays": 2,
    "units": 3,
    "relations": 2,
    "parts": 2,
    "dayparts": 2,
    "seasons": 2,
    "days": 2,
    "now": 1,
    "told": 1,
    "habits": 1,
    "about": 1,
    "holidays": 4,
    "feast_days": 2,
    "leads": 2,
    "ordinals": 2,
    "decades": 2,
    "hours": 2,
}


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One meaning of a word or group of words: its tag, its values, its clitics and how many words it takes."""

    tag: str
    values: tuple[Any, ...]
    written: str
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    rest: tuple[str, ...] = ()  # keys of the words that must follow


Lexicon = dict[str, tuple[Sense, ...]]


@cache
def lexicon() -> Lexicon:
    """Every surface key of the room's words with its senses, the longest group first. Raises KnowledgeError."""
    found: dict[str, list[Sense]] = {}
    data = load_yaml("tawatur.mentions.times", "words.yml")
    if unknown := data.keys() ^ TAGS.keys():
        raise KnowledgeError(f"words.yml: unknown or missing parts {sorted(unknown)}")
    for tag, rows in data.items():
        for row in rows:
            if len(row) != TAGS[tag]:
                raise KnowledgeError(f"words.yml: {tag} wants {TAGS[tag]} values, not {row}")
            for surface, sense in _forms(tag, row):
                found.setdefault(surface, []).append(sense)
    return {surface: tuple(sorted(senses, key=lambda s: -len(s.rest))) for surface, senses in found.items()}


def _forms(tag: str, row: list[Any]) -> Iterator[tuple[str, Sense]]:
    first, *rest = str(row[0]).split()
    keys, values = tuple(map(key, rest)), tuple(row[1:])
    for stem, article in _articles(tag, first):
        for conjunction in CONJUNCTIONS:
            for preposition in PREPOSITIONS:
                definite = bool(article) or stem.startswith("ال")
                for word in _joined(preposition, article, stem):
                    yield (
                        key(conjunction + word),
                        Sense(tag, values, light(first), conjunction, preposition, definite, keys),
                    )


def _articles(tag: str, first: str) -> Iterator[tuple[str, str]]:
    yield first, ""
    if tag in WITH_ARTICLE:
        yield first, "ال"


def _joined(preposition: str, article: str, stem: str) -> Iterator[str]:
    """The written forms of preposition, article and stem ("ل" + "ال" is "لل", and a third lam is not written)."""
    whole = article + stem
    if preposition == "ل" and whole.startswith("ال"):
        yield "لل" + whole[2:]
        if whole.startswith("الل"):
            yield "لل" + whole[3:]
    else:
        yield preposition + whole
