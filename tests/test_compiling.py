"""The copy of the sources that is compiled has classes for structs, and reads as the sources do."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).parents[1]
MODULE = '''"""Records."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A record."""

    name: str
    seen: int = 0
    parts: list[str] = []

    @property
    def twice(self) -> str:
        """The name, twice."""
        return self.name * 2


def older(row: Row) -> Row:
    return msgspec.structs.replace(row, seen=row.seen + 1)
'''
DECODED = '''"""Decoded records."""

import msgspec


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of another."""

    word: str


class Outer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """Holds others."""

    inner: tuple[Inner, ...] = ()
    with_: str = ""


def read(raw: dict[str, object]) -> Outer:
    return msgspec.convert(raw, Outer)
'''
ASKED = '''"""What is named once."""

from functools import cache

Kind = str | None
NAMES = frozenset({"قصف"})
FIRST, SECOND = 1, "ب"
COUNTED: list[int] = []
TWICE = 1
TWICE = 2


@cache
def known() -> list[str]:
    """Made once."""
    COUNTED.append(1)
    return sorted(NAMES)


@cache
def of(name: str) -> str:
    return name
'''


@pytest.fixture
def structs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import compiling.structs as module

    return module


def run(source: str, name: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names of a module that stands in memory, where the helpers of compiled records can be imported."""
    import compiling.records  # type: ignore[import-not-found]

    monkeypatch.setitem(sys.modules, "tawatur.model.compiled_records", compiling.records)
    made = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, made)
    exec(compile(source, name, "exec"), made.__dict__)
    return made.__dict__


def test_a_class_has_what_the_struct_had(structs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    new = structs.rewritten(MODULE, "rows")
    assert new.rows is None
    assert "Struct" not in new.source.replace("__struct_fields__", "")
    told = run(new.source, "made", monkeypatch)
    first, second = told["Row"](name="ا"), told["Row"](name="ا")
    assert first == second
    assert hash(("ا", 0)) != hash(first.name)
    assert first != told["Row"](name="ب")
    assert first.twice == "اا"
    assert first.parts is not second.parts, "a default list is shared"
    older = told["older"](first)
    assert (older.seen, older.name, first.seen) == (1, "ا", 0)
    with pytest.raises(TypeError):
        told["Row"]("ا")  # only by name, as before


def test_a_decoded_struct_is_still_checked(structs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    new = structs.rewritten(DECODED, "decoded_rows")
    run(new.rows, "decoded_rows", monkeypatch)
    told = run(new.source, "decoded", monkeypatch)
    outer = told["read"]({"inner": [{"word": "قصف"}], "with": "غارة"})
    assert type(outer).__name__ == "Outer"
    assert outer.with_ == "غارة"
    assert [type(inner).__name__ for inner in outer.inner] == ["Inner"]
    assert set(told["Outer"].__struct_encode_fields__) == {"inner", "with"}
    with pytest.raises(msgspec.ValidationError):
        told["read"]({"inner": [], "wiht": "غارة"})


def test_a_struct_that_is_more_than_a_record_stays(structs: ModuleType) -> None:
    import ast

    more = MODULE.replace("kw_only=True", "dict=True")
    assert structs.structs_of(ast.parse(MODULE))
    assert not structs.structs_of(ast.parse(more))


def test_what_is_named_once_is_reached_without_a_look_up(structs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    from compiling.globals import reached  # type: ignore[import-not-found]

    new = reached(ASKED)
    told = run(new, "asked", monkeypatch)
    assert (told["FIRST"], told["SECOND"], told["TWICE"]) == (1, "ب", 2)
    for constant in ("NAMES: Final =", "FIRST: Final =", "SECOND: Final =", "COUNTED: Final[list[int]] ="):
        assert constant in new
    assert "Kind = str" in new
    assert "TWICE: Final" not in new
    assert told["known"]() is told["known"]()
    assert told["COUNTED"] == [1]
    assert told["of"]("ا") == "ا", "a function with arguments keeps its wrapper"


def test_the_copy_reads_as_the_sources_do(tmp_path: Path) -> None:
    code = "from pathlib import Path; from compiling.tree import copied; print(len(copied(Path('{}'), Path('{}'))))"
    target = tmp_path / "src" / "tawatur"
    article = tmp_path / "article.txt"
    article.write_text(
        "قال قائد في الجيش السوري إن طائرات روسية قصفت مواقع جبهة النصرة في ريف حلب أمس، ما أسفر عن مقتل خمسة مسلحين.\n"
        "ونفى مسؤول إيراني الخبر، وطالب مجلس الأمن بوقف القتال.\n"
    )
    copying = code.format(ROOT / "src" / "tawatur", target)
    made = subprocess.run([sys.executable, "-c", copying], env=_path(ROOT / "tools"), capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert int(made.stdout) > 200, "hardly anything would be compiled"
    command = [sys.executable, "-m", "tawatur", "read", "--json", str(article)]
    here, there = (
        subprocess.run(command, env=_path(source), capture_output=True, cwd=tmp_path, check=True).stdout
        for source in (ROOT / "src", target.parent)
    )
    assert here == there
    assert b'"ASSAULT"' in here


def test_no_room_holds_what_mypyc_cannot_compile(structs: ModuleType) -> None:
    """A tuple that is unpacked right behind "in" stops mypyc after minutes."""
    import ast

    from compiling.tree import ROOMS

    def unpacked(node: ast.AST) -> bool:
        behind = node.comparators if isinstance(node, ast.Compare) else []
        held = [part for side in behind if isinstance(side, (ast.Tuple, ast.List)) for part in side.elts]
        return any(isinstance(part, ast.Starred) for part in held)

    paths = [path for room in ROOMS for path in (ROOT / "src" / "tawatur" / room).rglob("*.py")]
    assert any(unpacked(node) for node in ast.walk(ast.parse("x in (1, *rest)")))
    assert [str(p) for p in paths if any(map(unpacked, ast.walk(ast.parse(p.read_text(encoding="utf-8")))))] == []


def _path(first: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(first), "PYTHONUTF8": "1"}
