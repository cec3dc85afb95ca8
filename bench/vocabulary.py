"""The sentences of bench/generate.py, and the names that stand in them: invented ones, or ones that the reader knows.

With invented names the truth is what the generator says and readings are made without reading; with known names the
texts are read by the program itself. What those texts tell is invented all the same, and means nothing.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from tawatur.mentions.actors.known import known
from tawatur.mentions.places.gazetteer import WARS, places

_WORDS = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
DETAILS, PROPER, MONTHS = _WORDS["details"], _WORDS["proper"], _WORDS["months"]
FILLERS: list[str] = _WORDS["fillers"]
BACKGROUND: list[str] = _WORDS["background"]


class Kind(NamedTuple):
    """A type of happening with its sentences; {a} actor, {r} recipient, {p} place, {d} detail, {n} number, {t} time."""

    type: str
    extension: str
    unit: str  # of the number
    sentences: tuple[tuple[str, str], ...]  # sentence, trigger


KINDS = tuple(
    Kind(k["type"], k["extension"], k["unit"], tuple((s["text"], s["trigger"]) for s in k["sentences"]))
    for k in _WORDS["kinds"]
)


class Names(NamedTuple):
    """Who acts, who publishes, where it happens."""

    groups: list[str]
    outlets: list[str]
    places: list[str]


@cache
def invented_names() -> Names:
    """Groups and places that exist nowhere."""
    return Names(
        groups=[f"{head} {word}" for word in _WORDS["words"] for head in _WORDS["group_heads"]],
        outlets=_outlets(),
        places=[
            f"{head} {tail}{end}"
            for head in _WORDS["place_heads"]
            for tail in _WORDS["place_tails"]
            for end in ("", " التحتا")
        ],
    )


@cache
def known_names() -> Names:
    """Armed groups and towns of the knowledge base, all that the sentences can take: names of masculine head words."""
    heads = set(_WORDS["masculine_heads"])
    armed = {a.name["ar"] for a in known().values() if a.kind == "armed_group"}
    groups = sorted(name for name in armed if name.split()[0] in heads)
    towns = {
        p.name["ar"]
        for p in places().values()
        if p.kind in ("town", "city", "village") and p.alone == "sure" and p.country in WARS
    }
    return Names(groups=groups, outlets=_outlets(), places=sorted(towns))


def _outlets() -> list[str]:
    return [f"{head} {word}" for word in _WORDS["words"] for head in _WORDS["outlet_heads"]]
