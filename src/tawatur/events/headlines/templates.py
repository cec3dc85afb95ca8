"""The wording of neutral titles, checked when loaded."""

import functools

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml


class Templates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by type, modality, month and season, each in both languages."""

    events: dict[str, dict[str, str]]
    extensions: dict[str, dict[str, str]]
    ties: dict[str, dict[str, str]]
    modality: dict[str, dict[str, str]]
    months: list[dict[str, str]]
    seasons: dict[str, dict[str, str]]


@functools.cache
def templates() -> Templates:
    """The words in templates.yml."""
    try:
        found = msgspec.convert(load_yaml("tawatur.events.headlines", "templates.yml"), Templates)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"events/headlines/templates.yml: {error}") from error
    for group in (
        *found.events.values(),
        *found.extensions.values(),
        *found.ties.values(),
        *found.modality.values(),
        *found.months,
    ):
        if set(group) != {"ar", "en"}:
            raise KnowledgeError("events/headlines/templates.yml: every entry is in ar and en")
    return found
