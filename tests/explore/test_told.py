"""Every sentence that an error can say on a page has its Arabic, and none stands there that no code says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tawatur
from tawatur import errors
from tawatur.explore.told import in_arabic
from tawatur.knowledge.files import load_yaml

SOURCE = Path(tawatur.__file__).parent
ROWS = {row["en"]: row["ar"] for row in load_yaml("tawatur.explore", "told.yml")["sentences"]}
TERMINAL = (  # what only the terminal says
    "articles/web/", "articles/metadata.py", "building/cluster.py", "explore/cli/", "explore/accuracy.py",
    "explore/contracts.py", "explore/web/access.py", "reading.py",
)  # fmt: skip
RAISED = {name for name, value in vars(errors).items() if isinstance(value, type)} - {
    "KnowledgeError",
    "SpanOutsideArticle",
}
OF_LIBRARIES = re.compile(r"\{\}: (Input should|String should|Field required|Not Found|Method Not)")


def template(node: ast.expr) -> str | None:
    """What a call says, with {} for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    return None


def said() -> Iterator[tuple[str, str]]:
    """Every sentence of an error or fault in the code, with its file."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                known = node.func.id in RAISED or node.func.id == "FormRefused"
                if known and (words := template(node.args[0])):
                    yield name, words
            elif isinstance(node, ast.Assign) and name.startswith("building/"):
                named = [target.id for target in node.targets if isinstance(target, ast.Name)]
                if named == ["fault"] and (words := template(node.value)):
                    yield name, words


def test_every_sentence_of_a_page_is_there_in_arabic() -> None:
    lacking = [f"{name}: {words}" for name, words in said() if not name.startswith(TERMINAL) and words not in ROWS]
    assert not [line for line in lacking if "columns {}" not in line]


def test_no_sentence_stands_there_that_nobody_says() -> None:
    known = {words for _, words in said()}
    assert not [words for words in ROWS if words not in known and not OF_LIBRARIES.match(words)]


def test_rows_are_sorted_and_fill_in_what_there_is() -> None:
    assert list(ROWS) == sorted(ROWS)
    for english, arabic in ROWS.items():
        slots = {int(n) for n in re.findall(r"\{(\d)\}", arabic)}
        assert slots <= set(range(1, english.count("{}") + 1)), english
        assert re.search("[\u0621-\u064a]", arabic)


@pytest.mark.parametrize("english", ROWS)
def test_sentence_is_found_by_its_own_form(english: str) -> None:
    message = english.replace("{}", "حلب7")
    told = in_arabic(message)
    assert told is not None
    assert "{" not in told.plain()
    assert re.sub("[\u2068\u2069]", "", told.plain()) == re.sub(r"\{\d\}", "حلب7", ROWS[english])
    assert not re.search("--|pip install", "".join(told.pieces[::2])), "a command stands apart"


def test_what_is_quoted_stays_as_it_is() -> None:
    told = in_arabic("a {b}: c.txt: the file is empty; nothing to read")
    assert told is not None
    assert told.pieces[1] == "a {b}: c.txt"
    assert in_arabic("something else") is None
