"""Places as examples compare them: span, kb id (without "place:"), neutral names, locality, rule."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.places.reader import read_places

ROOM = "mentions/places"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The place phrases of the example's text."""
    read = read_places(analyse(example["text"]))
    entities = {entity.id: entity for entity in read.entities}
    rows = []
    for phrase in read.phrases:
        entity = entities[phrase.entity]
        rows.append(
            {
                "span": tuple(phrase.span),
                "kb": (entity.kb or "").removeprefix("place:"),
                "ar": entity.name["ar"],
                "en": entity.name["en"],
                "locality": phrase.locality,
                "rule": phrase.rule,
            }
        )
    return rows
