"""The table of features and weights, checked when loaded."""

import functools

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one value of a feature adds, and how a page names it."""

    weight: float
    ar: str
    en: str


class Bars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sums from which reports are joined."""

    join: float
    crowd: float
    join_inside: float
    join_tie: float
    kept_apart: float
    sure: float


class Weights(msgspec.Struct, frozen=True):
    """The whole table."""

    bars: Bars
    of: dict[str, Weight]


@functools.cache
def weights() -> Weights:
    """The table in weights.yml."""
    raw = load_yaml("tawatur.events.joining", "weights.yml")
    try:
        return Weights(bars=msgspec.convert(raw["bars"], Bars), of=msgspec.convert(raw["weights"], dict[str, Weight]))
    except (msgspec.ValidationError, KeyError) as error:
        raise KnowledgeError(f"events/joining/weights.yml: {error}") from error
