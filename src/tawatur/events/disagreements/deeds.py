"""Deeds that reports tell under several types: which denial under one type contradicts a telling under another."""

import functools
from typing import Any, Literal

import msgspec

from tawatur.events.words import root_of, stems_of
from tawatur.knowledge.files import load_yaml


class Deed(msgspec.Struct, frozen=True):
    """A deed with the kinds (type, or type and extension) under which it is denied and told."""

    name: str
    denied: frozenset[str]
    told: frozenset[str]
    open: frozenset[str]  # kinds that leave open what is meant: the words must say
    about: frozenset[str]  # the roots of words that say it
    roles: Literal["same", "pooled", "ground"]  # the same one acts, either may, or it is done on the ground of one

    def meant(self, kind: str, quote: str) -> bool:
        """Whether a report of this kind and in these words is about the deed."""
        return kind not in self.open or not self.about.isdisjoint(map(root_of, stems_of(quote)))


@functools.cache
def deeds() -> tuple[Deed, ...]:
    """Every deed of deeds.yml."""
    raw = load_yaml("tawatur.events.disagreements", "deeds.yml")["deeds"]
    return tuple(_deed(name, entry) for name, entry in sorted(raw.items()))


@functools.cache
def denied_as(kind: str) -> tuple[Deed, ...]:
    """The deeds that a denial of this kind denies."""
    return tuple(deed for deed in deeds() if kind in deed.denied)


@functools.cache
def told_as(kind: str) -> tuple[Deed, ...]:
    """The deeds that may be told under this kind."""
    return tuple(deed for deed in deeds() if kind in deed.told)


def _deed(name: str, entry: dict[str, Any]) -> Deed:
    kinds = [*entry.get("kinds", ()), *entry.get("open", ())]
    return Deed(
        name=name,
        denied=frozenset(entry.get("denied", kinds)),
        told=frozenset(entry.get("told", kinds)),
        open=frozenset(entry.get("open", ())),
        about=frozenset(root_of(stem) for stem in stems_of(" ".join(entry.get("about", ())))),
        roles=entry["roles"],
    )
