"""Runs the room of figures on an example."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.figures.reader import read_figures

ROOM = "mentions/figures"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures of the example's text."""
    return [
        {
            "span": tuple(f.span),
            "value": f.value,
            "min": f.min,
            "max": f.max,
            "unit": f.unit,
            "noun": f.noun,
            "rule": f.rule,
        }
        for f in read_figures(analyse(example["text"]))
    ]
