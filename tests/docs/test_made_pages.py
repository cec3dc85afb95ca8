"""Pages made from the program cannot drift from it, and say something about everything."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def tool(name: str) -> ModuleType:
    """A script of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", sorted(tool("make_docs").PAGES))
def test_page_is_as_the_program_makes_it(page: str) -> None:
    made = tool("make_docs").PAGES[page]()
    assert (ROOT / page).read_text(encoding="utf-8") == made, f"run tools/make_docs.py: {page} is old"


def test_every_command_and_option_says_what_it_does() -> None:
    silent = [
        line
        for line in tool("make_docs").cli_page().splitlines()
        if line.startswith("- ") and line.rstrip().endswith(":")
    ]
    assert silent == []


def test_shipped_schemas_are_as_the_records_make_them() -> None:
    import json

    for name, content in tool("make_schemas").schemas().items():
        path = ROOT / "src" / "tawatur" / "explore" / "schemas" / f"{name}.schema.json"
        assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(content)), (
            "run tools/make_schemas.py"
        )
