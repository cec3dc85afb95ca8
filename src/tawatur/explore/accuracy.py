"""The published accuracy table, and how it is computed again from annotated articles."""

import contextlib
import gc
import importlib.util
import io
import json
import sys
import tempfile
import warnings
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from tawatur.articles.metadata import read_metadata
from tawatur.articles.reader import read_articles
from tawatur.errors import QueryError
from tawatur.model.article import Article
from tawatur.pipeline import read_article

STAGES = {
    "events": "f1",
    "roles": "f1",
    "places": "f1",
    "relations": "f1",
    "times": "rate",
    "modality": "rate",
    "attribution_chains": "rate",
    "figures": "rate",
    "published": "rate",
    "time_mentions": "rate",
    "place_mentions": "rate",
    "figure_mentions": "rate",
}
CEILING = "two human coders of the Open Event Data Alliance agree on .865 of assaults, .834 of protests"


def published_table() -> dict[str, Any]:
    """The scorer's report as published with this version, with the digest of the rules that gave it."""
    text = files("tawatur.explore").joinpath("accuracy.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def scores(gold: Path, folders: Sequence[Path]) -> dict[str, Any]:
    """The scorer's report over every annotated article; scorer and metadata stand beside the annotations.

    Raises QueryError where the folder holds no scorer.
    """
    if not (gold / "score.py").is_file():
        raise QueryError(f"{gold}: no score.py in it; give the folder of annotated articles")
    scorer = _scorer(gold)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "readings.jsonl"
        path.write_text("\n".join(_readings(gold, folders)) + "\n", encoding="utf-8")
        return _report(scorer, ["score", str(gold), str(path), *map(str, folders), "--json"])


def figures(report: dict[str, Any]) -> dict[str, float]:
    """The one figure of each stage that has a floor: F1, or the share that is right."""
    return {stage: report[stage][name] or 0.0 for stage, name in STAGES.items()}


def _readings(gold: Path, folders: Sequence[Path]) -> list[str]:
    metadata = gold / "metadata.jsonl"
    table = read_metadata(metadata) if metadata.is_file() else None
    found = (a for a in read_articles(folders, metadata=table) if isinstance(a, Article))
    return [msgspec.json.encode(read_article(article)).decode() for article in found]


def _scorer(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _report(scorer: ModuleType, arguments: list[str]) -> dict[str, Any]:
    """The scorer is a script: it is run as one, in this process."""
    heard, before = io.StringIO(), sys.argv
    sys.argv = ["score.py", *arguments]
    try:
        with contextlib.redirect_stdout(heard), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # the script leaves its files to the collector
            scorer.main()
            gc.collect()
    finally:
        sys.argv = before
    report: dict[str, Any] = json.loads(heard.getvalue())
    return report
