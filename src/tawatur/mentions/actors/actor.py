"""An actor of the article under way."""

from typing import Any

import msgspec

from tawatur.model.reading import EntityKind
from tawatur.model.span import Span


class Actor(msgspec.Struct, kw_only=True):
    """An actor of the article under way: what makes two phrases name it, and where they stand."""

    key: tuple[Any, ...]
    id: str  # provisional, until the door numbers it
    kind: EntityKind
    name: dict[str, str]
    kb: str | None = None
    ids: dict[str, str] = {}
    affiliation: str | None = None
    anonymous: bool = False
    number: str = ""
    spans: list[Span] = []
    lemmas: set[str] = set()
