"""The wording of neutral titles, checked when loaded."""

import functools

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml


class Tolls(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that count people and say nothing of who they are, as keys; the templates of tolls and of plans by kind."""

    dead: frozenset[str]
    wounded: frozenset[str]
    others: frozenset[str]
    of: dict[str, str]
    planned: dict[str, str]


class Templates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by type, modality, month and season, each in both languages."""

    events: dict[str, dict[str, str]]
    extensions: dict[str, dict[str, str]]
    tolls: Tolls
    toll_titles: dict[str, dict[str, str]]
    ties: dict[str, dict[str, str]]
    modality: dict[str, dict[str, str]]
    months: list[dict[str, str]]
    seasons: dict[str, dict[str, str]]


@functools.cache
def templates() -> Templates:
    """The words in templates.yml."""
    try:
        raw = load_yaml("tawatur.events.headlines", "templates.yml")
        for name in ("dead", "wounded", "others"):
            raw["tolls"][name] = [key(word) for word in raw["tolls"][name]]
        found = msgspec.convert({n: v for n, v in raw.items() if n != "header"}, Templates)
    except (msgspec.ValidationError, KeyError) as error:
        raise KnowledgeError(f"events/headlines/templates.yml: {error}") from error
    for group in (
        *found.events.values(),
        *found.extensions.values(),
        *found.toll_titles.values(),
        *found.ties.values(),
        *found.modality.values(),
        *found.months,
    ):
        if set(group) != {"ar", "en"}:
            raise KnowledgeError("events/headlines/templates.yml: every entry is in ar and en")
    return found
