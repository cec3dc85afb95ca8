"""Adjectives of actor phrases: those that name a side (nationalities and the like) and those that only describe."""

from functools import cache

import msgspec

from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.forms import Shape, adjective_forms
from tawatur.mentions.actors.known import known


class Side(msgspec.Struct, frozen=True, gc=False):
    """An adjective that names a side: the known actor it stands for and its colour, if any."""

    actor: str
    shape: Shape
    colour: str | None = None
    noun: bool = False  # a form that names the people themselves: الروس، الحوثيون


class Quality(msgspec.Struct, frozen=True, gc=False):
    """An adjective that describes: its English, and the colour it lends."""

    lemma: str
    english: str
    shape: Shape
    colour: str | None = None
    sectarian: bool = False


@cache
def sides() -> dict[str, tuple[Side, ...]]:
    """Adjectives of side by key without article; a form may have several readings (سوريا)."""
    index: dict[str, list[Side]] = {}
    for actor in known().values():
        if actor.adjective and " " not in actor.adjective:
            _add(index, actor.id, actor.adjective, actor.people, None)
    for entry in load_yaml("tawatur.mentions.actors", "adjectives.yml")["sides"]:
        _add(index, entry["of"], entry["adjective"], tuple(entry.get("people", ())), entry.get("colour"))
    return {form: tuple(readings) for form, readings in index.items()}


def _add(index: dict[str, list[Side]], actor: str, adjective: str, people: tuple[str, ...], colour: str | None) -> None:
    for form, shape in adjective_forms(adjective, people):
        if shape.state == "construct":
            continue
        index.setdefault(form, []).append(Side(actor, shape, colour, shape.number == "p" and shape.gender == "m"))


@cache
def qualities() -> dict[str, Quality]:
    """Plain adjectives of actor phrases by key without article."""
    index: dict[str, Quality] = {}
    for entry in load_yaml("tawatur.mentions.actors", "adjectives.yml")["qualities"]:
        for form, shape in adjective_forms(entry["adjective"], tuple(entry.get("plural", ()))):
            index.setdefault(
                form, Quality(entry["adjective"], entry["en"], shape, entry.get("colour"), bool(entry.get("sectarian")))
            )
    return index
