"""Runs the dating of an article on an example: one finding, over the whole text."""

from typing import Any

from tawatur.arabic.analyse import analyse
from tawatur.mentions.times.published import read_published
from tawatur.model.article import Article

ROOM = "mentions/times/published"


def found(example: dict[str, Any]) -> list[dict[str, Any]]:
    """When the example's text was published, its `published` taken as the user's metadata."""
    text = example["text"]
    metadata = str(example["published"]) if "published" in example else None
    article = Article(id="example", path="example", sha256="", text=text, body=(), published=metadata)
    read = read_published(analyse(text), article)
    assert all(0 <= span.start < span.end <= len(text) for span in read.evidence)
    return [{"span": (0, len(text)), "edtf": read.edtf, "basis": read.basis, "rule": read.rule}]
