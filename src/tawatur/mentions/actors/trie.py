"""Names of known actors over words: a trie of keys, longest first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from tawatur.arabic.letters import key, light
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.known import Known, known

_TOKEN = re.compile(r"[\u0621-\u064a]+|\d+|[A-Za-z]+")
END = ""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A known actor's name over words `first` to `last` exclusive."""

    last: int
    actor: str
    form: str
    colour: str | None
    candidates: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True, gc=False):
    """What a path of the trie names."""

    actor: str
    form: str
    colour: str | None
    candidates: tuple[str, ...] = ()  # an unsure name: the known actors that it may stand for


@cache
def names() -> dict[str, Any]:
    """The trie: key of a word -> node; the empty key holds the Named that ends there."""
    root: dict[str, Any] = {}
    for actor in known().values():
        for form, kind, colour in _forms(actor):
            for path in _paths(form):
                _insert(root, path, Named(actor.id, kind, colour))
    for words in load_yaml("tawatur.mentions.actors", "stops.yml")["stops"]:
        for path in _paths(words):
            _insert(root, path, Named("", "stop", None))
    return root


def _forms(actor: Known) -> Iterator[tuple[str, str, str | None]]:
    if actor.bare:
        yield actor.name["ar"], "name", None
        if actor.kind != "person":
            yield actor.name["en"], "name", None
    for alias in actor.unsure:
        yield alias, "unsure", None
    for alias in actor.aliases:
        yield alias, "name", None
    for capital in actor.capital:
        yield capital, "capital", None
    for loaded in actor.loaded:
        yield loaded.form, "loaded", loaded.colour


def _paths(form: str) -> Iterator[tuple[str, ...]]:
    words = [key(word.lower()) for word in _TOKEN.findall(light(form))]
    variants = [tuple(words)]
    for index, word in enumerate(words):
        others = {"ابو": ("ابي", "ابا"), "بن": ("ابن",), "ابن": ("بن",)}.get(word, ())
        if word.endswith("ون") and len(word) > 5:
            others = (word[:-2] + "ين",)
        variants += [(*v[:index], other, *v[index + 1 :]) for v in tuple(variants) for other in others]
    yield from variants


def _insert(root: dict[str, Any], path: tuple[str, ...], named: Named) -> None:
    node = root
    for word in path:
        node = node.setdefault(word, {})
    if not path:
        return
    before = node.get(END)
    if named.form == "unsure" and (before is None or before.form == "unsure"):
        node[END] = msgspec.structs.replace(named, candidates=((before.candidates if before else ()) + (named.actor,)))
    elif before is None or before.form == "unsure":
        node[END] = named
