"""The doctor names what is absent and the command that brings it."""

import importlib.util
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
