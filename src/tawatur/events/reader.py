"""Joins the readings of many articles into events and ties."""

from collections.abc import Iterable

from tawatur.events.records import Joined, ReadArticle, Settings


def join_readings(items: Iterable[ReadArticle], *, settings: Settings | None = None) -> Joined:
    """What the articles together tell: each report in exactly one event or tie. The order of items does not matter."""
    return Joined(events=(), ties=(), copies=(), actors=(), names=(), citations=())
