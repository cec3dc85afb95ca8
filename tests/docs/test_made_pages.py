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


def test_every_setting_of_the_environment_is_told_of() -> None:
    import re

    asked = re.compile(r"environ(?:\.get)?[(\[]\s*\"(\w+)\"|getenv\(\s*\"(\w+)\"")
    used = {
        one or two
        for path in (ROOT / "src").rglob("*.py")
        for one, two in asked.findall(path.read_text(encoding="utf-8"))
    }
    assert used
    assert used <= tool("make_docs").SETTINGS.keys()


def test_every_extra_is_told_of_and_looked_for_by_the_doctor() -> None:
    import tomllib

    from tawatur.explore.cli.doctor import EXTRAS

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].keys() - {"dev"}
    page = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert extras == {extra for extra, _ in EXTRAS.values()}
    assert all(f"| `{extra}` |" in page for extra in extras)


def test_every_field_and_column_says_what_it_holds() -> None:
    made = tool("make_docs")
    pages = made.python_page() + made.schema_page() + made.exports_page()
    silent = [line for line in pages.splitlines() if line.startswith("|") and line.replace(" ", "").endswith("||")]
    assert silent == [], "say it in tools/meanings.yml, or in the comment of the column"


def test_every_record_of_the_contracts_has_its_fields_listed() -> None:
    import msgspec

    from tawatur.model import article, case, reading

    records = {
        name
        for module in (article, case, reading)
        for name, given in vars(module).items()
        if isinstance(given, type) and issubclass(given, msgspec.Struct) and given.__module__ == module.__name__
    }
    listed = {record.__name__ for record in tool("make_docs").RECORDS}
    assert records - listed == {"Record", "Title"} - listed


def test_every_data_file_of_the_rooms_is_told_of() -> None:
    source = ROOT / "src" / "tawatur"
    every = {p.relative_to(source).as_posix() for p in [*source.rglob("*.yml"), *source.rglob("*.csv")]}
    untold = {name for name in every - tool("room_pages").known_files() if not name.startswith("explore/")}
    assert untold == set()


def test_site_is_built_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    import subprocess
    import sys

    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "WARNING" not in done.stderr
    assert (tmp_path / "site" / "tutorial.ar" / "index.html").exists()


def test_pages_in_arabic_show_the_commands_of_the_pages_in_english() -> None:
    """Whoever reads the Arabic page learns the same steps; Arabic stands in blocks that run from right to left."""
    for english, arabic in (("README.md", "README.ar.md"), ("docs/tutorial.md", "docs/tutorial.ar.md")):
        texts = [(ROOT / page).read_text(encoding="utf-8") for page in (english, arabic)]
        shown = [
            {line.split()[2] for line in text.splitlines() if line.startswith("$ tawatur ")}
            | {line.split()[1] for line in text.splitlines() if line.startswith("tawatur ")}
            for text in texts
        ]
        assert shown[1] >= shown[0] - {"demo"}, f"{arabic} lacks {shown[0] - shown[1]}"
        assert texts[1].count('<div dir="rtl" lang="ar"') == texts[1].count("</div>") > 0


def test_shipped_schemas_are_as_the_records_make_them() -> None:
    import json

    for name, content in tool("make_schemas").schemas().items():
        path = ROOT / "src" / "tawatur" / "explore" / "schemas" / f"{name}.schema.json"
        assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(content)), (
            "run tools/make_schemas.py"
        )
