"""Runs the clitic cutter on an example: every word as prefixes, stem and pronoun joined by a plus."""

from typing import Any

from tawatur.arabic.analyse import analyse

ROOM = "arabic/cut"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The words of the example with their parts ("و+س+يتقاضى"), part of speech, gender and number."""
    return [
        {
            "span": tuple(w.span),
            "parts": "+".join([*w.prefixes, w.stem, *([w.enclitic] if w.enclitic else [])]),
            "pos": w.pos,
            "gender": w.gender,
            "number": w.number,
            "stem_key": w.stem_key,
        }
        for w in analyse(example["text"]).words
    ]
