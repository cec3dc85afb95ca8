"""Runs the room of times on an example."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.times.reader import read_times
from tawatur.model.article import Published

ROOM = "mentions/times"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """The times of the example's text, resolved against its `published`."""
    edtf = str(example["published"]) if "published" in example else None
    published = Published(edtf=edtf, basis="metadata" if edtf else "unknown")
    return [
        {"span": tuple(t.span), "edtf": t.edtf, "anchor": t.anchor, "rule": t.rule, "repeats": t.repeats}
        for t in read_times(analyse(example["text"]), published)
    ]
