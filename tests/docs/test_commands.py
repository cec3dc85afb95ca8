"""The commands that README, tutorials and pages show are run as a newcomer would type them; none names what is not."""

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
SHOWN = re.compile(r"```(?:text|console)\n(.*?)```", re.S)
EVERY = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md")]
)
PAGES = [page for page in EVERY if CONSOLE.search((ROOT / page).read_text(encoding="utf-8"))]
TAUGHT = ["docs/tutorial.md", "docs/tutorial.ar.md"]


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


@pytest.mark.parametrize("page", TAUGHT)
def test_python_of_the_tutorial_runs(page: str, tmp_path: Path) -> None:
    assert run(["tawatur", "demo", "--articles", "articles"], tmp_path).returncode == 0
    for block in PYTHON.findall((ROOT / page).read_text(encoding="utf-8")):
        done = run([sys.executable, "-c", block], tmp_path)
        assert done.returncode == 0, done.stderr


def test_tutorials_and_readmes_are_among_the_pages() -> None:
    assert {"README.md", "README.ar.md", *TAUGHT} <= set(PAGES)


def test_no_page_shows_a_command_or_option_that_is_not() -> None:
    """Also where a command is only shown, since it opens a browser or needs the network or a reviewer's choice."""
    import typer

    from tawatur.explore.cli.main import app

    known = {
        name: {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for name, command in typer.main.get_command(app).commands.items()  # type: ignore[attr-defined]
    }
    wrong = []
    for page in EVERY:
        for block in SHOWN.findall((ROOT / page).read_text(encoding="utf-8")):
            for line in block.splitlines():
                words = line.removeprefix("$ ").split()
                if words[:1] != ["tawatur"] or len(words) < 2 or not words[1].isalpha():
                    continue
                options = {word.partition("=")[0] for word in words[2:] if word.startswith("--")}
                if not options <= known.get(words[1], set()):
                    wrong.append(f"{page}: {line}")
    assert not wrong
