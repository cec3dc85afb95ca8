"""The app's own words: complete in both languages, sorted, all used, none lacking."""

import re
from pathlib import Path

from tawatur.explore import web
from tawatur.knowledge.files import load_yaml

WEB = Path(web.__file__).parent
TEMPLATES = "".join(p.read_text(encoding="utf-8") for p in sorted(WEB.glob("templates/*.html")))
CODE = "".join(p.read_text(encoding="utf-8") for p in sorted(WEB.glob("**/*.py")) if p.name != "dates.py")
BUILT = ("asserted", "denied", "planned", "possible", "asserts", "denies", "doubts")  # named by the records


def _named() -> set[str]:
    return {*re.findall(r"\bt\.([a-z_]+)", TEMPLATES), *re.findall(r"say\[[\"']([a-z_]+)[\"']\]", CODE), *BUILT}


def test_words_are_complete_and_sorted() -> None:
    rows = load_yaml("tawatur.explore.web", "words.yml")["words"]
    assert list(rows) == sorted(rows)
    assert all(row.keys() == {"ar", "en"} and all(row.values()) for row in rows.values())
    assert all(re.search("[\u0621-\u064a]", row["ar"]) or not re.search("[A-Za-z]{2}", row["ar"]) or name in
               ("language_other",) for name, row in rows.items())  # fmt: skip


def test_no_word_is_lacking_and_none_is_idle() -> None:
    rows = load_yaml("tawatur.explore.web", "words.yml")["words"]
    prefixes = tuple(f"{p}_" for p in [*re.findall(r't\["([a-z_]+)_" ~', TEMPLATES), "change"])
    assert not _named() - rows.keys()
    assert not [name for name in rows if name not in _named() and not name.startswith(prefixes)]


def test_no_word_hides_behind_a_method_of_mappings() -> None:
    assert not [name for name in load_yaml("tawatur.explore.web", "words.yml")["words"] if hasattr(dict, name)]
