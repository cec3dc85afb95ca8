"""No sentence of others enters the project: four words in a row of a seed or gold article stand nowhere in it.

Names may be long: knowledge lists (actors, outlets, places) are facts and may hold them. Everything else that carries
Arabic, rules, lexicons, examples, comments, pages and tests, is ours and is worded by us.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tawatur.arabic.letters import key

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
ARABIC = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670\u0671\u0640]+")
NAMES = {"knowledge"}  # the folder whose lists are names of the world
KINDS = {".yml", ".yaml", ".csv", ".py", ".md", ".html", ".txt", ".json", ".j2"}
FOLDERS = ("src", "tests", "docs", "examples", "bench", "quality", "tools")
IN_A_ROW = 4


def runs(text: str) -> Iterator[str]:
    """Every run of four Arabic words in a line of the text, in normal form."""
    for line in text.splitlines():
        words = [key(word) for word in ARABIC.findall(line)]
        for first in range(len(words) - IN_A_ROW + 1):
            yield " ".join(words[first : first + IN_A_ROW])


@cache
def theirs() -> frozenset[str]:
    """The runs of all seed and gold articles."""
    files = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("gold/articles/*.txt")]
    return frozenset(run for file in files for run in runs(file.read_text("utf-8")))


def ours() -> list[Path]:
    """The project's own files that may carry Arabic."""
    found = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.suffix in KINDS]
    return sorted(file for file in [*found, *ROOT.glob("*.md")] if not NAMES & set(file.parts))


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs the seed and gold articles in ../shared")
def test_no_four_words_of_an_article_stand_in_the_project() -> None:
    copied = [
        f"{file.relative_to(ROOT)}:{number}: {run}"
        for file in ours()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for run in runs(line)
        if run in theirs()
    ]
    assert not copied, "\n".join(copied)
