"""Scores the readings of annotated articles, holds them against the floors, and keeps the published table."""

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from tawatur.articles.metadata import read_metadata
from tawatur.articles.reader import read_articles
from tawatur.building.rules import rules_version
from tawatur.model.article import Article
from tawatur.pipeline import read_article

HERE = Path(__file__).parent
FLOORS, TABLE = HERE / "floors.json", HERE / "table.json"
STAGES = {
    "events": "f1", "roles": "f1", "places": "f1", "relations": "f1", "times": "rate", "modality": "rate",
    "attribution_chains": "rate", "figures": "rate", "published": "rate", "time_mentions": "rate",
    "place_mentions": "rate", "figure_mentions": "rate",
}  # fmt: skip


def scores(gold: Path, folders: list[Path]) -> dict[str, Any]:
    """The scorer's report over every annotated article. The scorer stands beside the annotations."""
    scorer = _scorer(gold)
    with tempfile.TemporaryDirectory() as folder:
        readings = Path(folder) / "readings.jsonl"
        metadata = gold / "metadata.jsonl"
        table = read_metadata(metadata) if metadata.is_file() else None
        lines = [
            msgspec.json.encode(read_article(found)).decode()
            for found in read_articles(folders, metadata=table)
            if isinstance(found, Article)
        ]
        readings.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return _report(scorer, gold, readings, folders)


def _scorer(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _report(scorer: ModuleType, gold: Path, readings: Path, folders: list[Path]) -> dict[str, Any]:
    import contextlib
    import io

    heard, arguments = io.StringIO(), sys.argv
    sys.argv = ["score.py", "score", str(gold), str(readings), *map(str, folders), "--json"]
    try:
        with contextlib.redirect_stdout(heard):
            scorer.main()
    finally:
        sys.argv = arguments
    report: dict[str, Any] = json.loads(heard.getvalue())
    return report


def figures(report: dict[str, Any]) -> dict[str, float]:
    """The one figure of each stage that has a floor."""
    return {stage: report[stage][name] or 0.0 for stage, name in STAGES.items()}


def broken(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each stage below its floor."""
    return [
        f"{stage}: {found[stage]:.3f} is below the floor {floor:.3f}"
        for stage, floor in floors.items()
        if found[stage] < floor
    ]


def raised(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Floors that are never lower than before; a hundredth of slack keeps a rounding from breaking the build."""
    return {stage: max(floors.get(stage, 0.0), round(value - 0.01, 3)) for stage, value in found.items()}


def main() -> int:
    """Prints the table; exit code 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--table", action="store_true", help="write the published table")
    given = parser.parse_args()
    report = scores(given.gold, given.articles)
    found = figures(report)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    for stage, value in found.items():
        print(f"{stage:20} {value:.3f}   floor {floors.get(stage, 0.0):.3f}   {report[stage]}")
    if given.table:
        table = {"rules": rules_version(), "articles": len(list(given.gold.glob("*.gold.yaml"))), "report": report}
        TABLE.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if given.lift:
        FLOORS.write_text(json.dumps(raised(found, floors), indent=1) + "\n", encoding="utf-8")
    bad = broken(found, floors)
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
