"""Lists frequent verb forms and verbal nouns of a JSONL of articles that no lexicon entry covers: a work list.

    python tools/uncovered_verbs.py ARTICLES.jsonl [--top 300] [--pos verb|noun]

A word counts as covered when the form table knows its stem. Nothing of the articles is kept but the bare words.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from tawatur.arabic.analyse import analyse
from tawatur.arabic.forms import form_table


def shape(text: str, pos: str, prefixes: tuple[str, ...]) -> str:
    """What an unknown word may be: a verb by its tag or its shape, else a noun."""
    imperfect = text.startswith("ي") and len(text) >= 4 and "ال" not in prefixes
    if pos == "verb" or imperfect or "س" in prefixes:
        return "verb"
    return "noun" if pos in ("noun", "other") else ""


def uncovered(path: Path) -> dict[str, Counter[str]]:
    """Counts of unknown stems by shape, one pass over the file."""
    known = form_table()
    counts: dict[str, Counter[str]] = {"verb": Counter(), "noun": Counter()}
    for line in path.read_text(encoding="utf-8").splitlines():
        for word in analyse(json.loads(line)["text"]).words:
            if word.kind != "word" or word.stem_key in known or len(word.stem) < 3:
                continue
            if name := shape(word.stem, word.pos, word.prefixes):
                counts[name][word.stem] += 1
    return counts


def main() -> None:
    """Prints the work list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--top", type=int, default=300)
    parser.add_argument("--pos", choices=("verb", "noun"), default="verb")
    options = parser.parse_args()
    for word, count in uncovered(options.articles)[options.pos].most_common(options.top):
        print(f"{count}\t{word}")


if __name__ == "__main__":
    main()
