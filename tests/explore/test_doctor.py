"""The doctor names what is absent and the command that brings it."""

import importlib.util
from importlib.machinery import ModuleSpec
from typing import Any

import pytest
from typer.testing import CliRunner

from tawatur.explore.cli.doctor import EXTRAS
from tawatur.explore.cli.main import app


def test_whole_machine_is_told_so() -> None:
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0
    assert "missing" not in done.output


def test_absent_part_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = importlib.util.find_spec

    def find(name: str, *rest: Any) -> Any:
        return None if name in EXTRAS else whole(name, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0
    for extra, _ in EXTRAS.values():
        assert f"pip install 'tawatur[{extra}]'" in done.output


@pytest.mark.parametrize("origin", ["reader.py", "reader.cpython-311-x86_64-linux-gnu.so"])
def test_whether_the_reading_is_compiled_is_told(monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    whole = importlib.util.find_spec

    def find(name: str, *rest: Any) -> Any:
        return ModuleSpec(name, None, origin=origin) if name == "tawatur.reports.reader" else whole(name, *rest)

    monkeypatch.setattr(importlib.util, "find_spec", find)
    done = CliRunner().invoke(app, ["doctor"])
    assert ("TAWATUR_COMPILE=1" in done.output) == origin.endswith(".py")
