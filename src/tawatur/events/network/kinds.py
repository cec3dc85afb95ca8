"""Which types of event and tie link two actors, and how; checked when loaded."""

import functools

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml


class LinkKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of link: its name in both languages, and whether it is one of enmity."""

    ar: str
    en: str
    hostile: bool


class Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table."""

    kinds: dict[str, LinkKind]
    types: dict[str, str]
    ends: list[str]


@functools.cache
def link_kinds() -> Kinds:
    """The table in kinds.yml."""
    try:
        found = msgspec.convert(load_yaml("tawatur.events.network", "kinds.yml"), Kinds)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"events/network/kinds.yml: {error}") from error
    strange = set(found.types.values()) - set(found.kinds)
    if strange:
        raise KnowledgeError(f"events/network/kinds.yml: kinds without an entry: {', '.join(sorted(strange))}")
    return found
