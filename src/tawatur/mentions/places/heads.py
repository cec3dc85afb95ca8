"""The nouns that stand before the name of a place, loaded from heads.yml."""

from functools import cache
from typing import Any

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml

SETS = (
    "tails",
    "country",
    "kingdom",
    "capital",
    "quarters",
    "components",
    "not_names",
    "zones",
    "area_of",
    "area_held",
    "members",
    "loose",
    "most",
    "roads",
    "edges",
    "strip",
    "adjectives_of_capital",
    "months",
)
RESUMING = (
    "country",
    "kingdom",
    "capital",
    "quarters",
    "strip",
    "edges",
)  # sets whose words stand for a place named before
TRANSPARENT = frozenset(("around", "inside"))  # "محيط حلب" is at Aleppo: the name's own place is meant


class Head(msgspec.Struct, frozen=True):
    """A place noun: what kind it names, whether an unknown name may follow, whether "ال" + noun resumes a place."""

    noun: str
    kind: str
    found: bool = False
    again: bool = False
    many: bool = False  # dual or plural: a list may follow
    two: bool = False  # a dual: exactly one more name follows
    part: str = ""  # names a part of the known place after it: "مطار دمشق"


class Heads(msgspec.Struct, frozen=True):
    """All place nouns by key, definite ones apart, with the words of direction."""

    nouns: dict[str, Head]
    definite: dict[str, Head]
    cardinals: dict[str, str]
    adjectives: dict[str, str]
    lands: dict[str, str]
    owned: dict[str, Head]
    cities: dict[str, str]
    compounds: frozenset[str]
    tails: frozenset[str]
    country: frozenset[str]
    kingdom: frozenset[str]
    capital: frozenset[str]
    quarters: frozenset[str]
    components: frozenset[str]
    not_names: frozenset[str]
    zones: frozenset[str]
    area_of: frozenset[str]
    area_held: frozenset[str]
    members: frozenset[str]
    loose: frozenset[str]
    most: frozenset[str]
    roads: frozenset[str]
    edges: frozenset[str]
    strip: frozenset[str]
    adjectives_of_capital: frozenset[str]
    months: frozenset[str]
    resuming: frozenset[str]  # the words that may stand for a place named before


@cache
def heads() -> Heads:
    """The heads by key; read once."""
    raw = load_yaml("tawatur.mentions.places", "heads.yml")
    nouns: dict[str, Head] = {}
    for row in raw["heads"]:
        _enter(nouns, row)
    definite = {f"ال{k}": head for k, head in nouns.items() if head.again}
    owned = {key(word): nouns[key(noun)] for word, noun in raw["owned"].items()}
    sets = {name: frozenset(map(key, raw[name])) for name in SETS}
    return Heads(
        nouns,
        definite,
        _by_key(raw["cardinals"]),
        _by_key(raw["adjectives"]),
        _by_key(raw["lands"]),
        owned,
        _by_key(raw["cities"]),
        frozenset(noun.partition(" ")[0] for noun in nouns if " " in noun),
        resuming=frozenset((*definite, *owned)).union(*(sets[name] for name in RESUMING)),
        **sets,
    )


def _by_key(raw: dict[str, str]) -> dict[str, str]:
    return {key(word): side for word, side in raw.items()}


def _enter(nouns: dict[str, Head], row: dict[str, Any]) -> None:
    if unknown := row.keys() - {"noun", "many", "kind", "found", "again", "part"}:
        raise KnowledgeError(f"heads.yml: {row['noun']} has unknown fields {sorted(unknown)}")
    for form in (row["noun"], *row.get("many", ())):
        many = form != row["noun"]
        found = row.get("found", False)
        found = found is True or (found == "one" and (not many or form[-1] in "ياة"))
        nouns.setdefault(
            key(form),
            Head(
                row["noun"],
                row["kind"],
                found,
                row.get("again", False),
                many,
                many and form[-1] in "يا",
                row.get("part", ""),
            ),
        )
