"""Holds the accuracy on annotated articles against the floors, raises them, and keeps the published table."""

import argparse
import json
import sys
from pathlib import Path

from tawatur.building.rules import rules_version
from tawatur.explore.accuracy import figures, scores

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
TABLE = HERE.parent / "src" / "tawatur" / "explore" / "accuracy.json"


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
