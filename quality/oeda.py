"""Measures ASSAULT and PROTEST at sentence level on the Open Event Data Alliance's Arabic records.

    python -m quality.oeda [FOLDER] [--wrong yes|no] [--type ASSAULT|PROTEST] [--top N]

A sentence counts as found when its reading holds an asserted, specific event of the type. "yes" stands against all
"no"; ambiguous records are left out. The sentences are newswire and are shown on request only, never stored.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur.model.article import Article
from tawatur.model.reading import Report
from tawatur.model.span import Span
from tawatur.pipeline import read_article

FOLDER = Path(__file__).parents[1].parent / "shared" / "data" / "oeda-gsr"
TYPES = ("ASSAULT", "PROTEST")


def records(folder: Path, kind: str) -> Iterator[dict[str, Any]]:
    """The judged sentences of one type, ambiguous ones left out."""
    for line in (folder / f"{kind.lower()}_dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["label"] != "ambiguous":
            yield record


def told(text: str, kind: str) -> list[Report]:
    """The asserted and specific events of the type in a sentence."""
    body = (Span(0, len(text)),)
    reading = read_article(Article(id="sentence", path="sentence", sha256="", text=text, body=body))
    return [
        r for r in reading.reports if r.kind == "event" and r.type == kind and r.specific and r.modality == "asserted"
    ]


def measure(folder: Path, kind: str) -> dict[str, Any]:
    """Counts, precision, recall and F1, with the sentences on the wrong side and what was read in them."""
    hits, wrong = {"tp": 0, "fp": 0, "fn": 0}, []
    for record in records(folder, kind):
        reports = told(record["text"], kind)
        yes = record["label"] == "yes"
        if reports and yes:
            hits["tp"] += 1
        elif reports or yes:
            hits["fn" if yes else "fp"] += 1
            triggers = [f"{r.trigger.of(record['text'])} ({r.rule})" for r in reports]
            wrong.append((record["label"], triggers, record["text"]))
    precision = hits["tp"] / max(1, hits["tp"] + hits["fp"])
    recall = hits["tp"] / max(1, hits["tp"] + hits["fn"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {**hits, "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3), "wrong": wrong}


def main() -> None:
    """Prints the figures, and on request the sentences that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--wrong", choices=("yes", "no"))
    parser.add_argument("--type", choices=TYPES, action="append")
    parser.add_argument("--top", type=int, default=40)
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.exit(2, f"oeda: no records at {options.folder}\n")
    for kind in options.type or TYPES:
        found = measure(options.folder, kind)
        wrong = found.pop("wrong")
        print(kind, found)
        if options.wrong:
            shown = [w for w in wrong if (w[0] == "yes") == (options.wrong == "yes")]
            for label, triggers, text in shown[: options.top]:
                print(f"  [{label}] {', '.join(triggers)} | {text}")


if __name__ == "__main__":
    main()
