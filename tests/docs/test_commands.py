"""The commands that the README and the tutorial show are run as a newcomer would type them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONSOLE = re.compile(r"```console\n(.*?)```", re.S)
PYTHON = re.compile(r"```python\n(.*?)```", re.S)
PAGES = ("README.md", "README.ar.md", "docs/tutorial.md")


def commands(page: str) -> list[str]:
    """What stands after a dollar sign in the page's console blocks."""
    blocks = CONSOLE.findall((ROOT / page).read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command in a folder, with the program of this environment."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        arguments,
        cwd=folder,
        env=os.environ | {"PATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("page", PAGES)
def test_commands_of_the_page_run(page: str, tmp_path: Path) -> None:
    shown = [line for line in commands(page) if line.startswith("tawatur")]
    assert shown, "the page shows no command"
    for line in shown:
        done = run(shlex.split(line), tmp_path)
        assert done.returncode == 0, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def test_python_of_the_tutorial_runs(tmp_path: Path) -> None:
    page = "docs/tutorial.md"
    assert run(["tawatur", "demo", "--articles", "articles"], tmp_path).returncode == 0
    for block in PYTHON.findall((ROOT / page).read_text(encoding="utf-8")):
        done = run([sys.executable, "-c", block], tmp_path)
        assert done.returncode == 0, done.stderr
