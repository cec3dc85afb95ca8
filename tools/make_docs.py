"""Writes the pages of docs/ that are made from the program itself. A test compares them; run this after a change."""

import inspect
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
import typer
import yaml
from sqlalchemy.schema import Column

sys.path.insert(0, str(Path(__file__).parent))

import tawatur
from room_pages import ROOMS, room_page
from tawatur.building.build import Summary
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.explore.accuracy import STAGES, published_table
from tawatur.explore.cli.main import app
from tawatur.explore.exports.registry import formats_page
from tawatur.model.article import Article, FoundBy, Published, Retrieved
from tawatur.model.case import (
    CaseActor,
    ChainLink,
    Citation,
    CopyLink,
    Disagreement,
    Event,
    EventTime,
    NameUse,
    Party,
    Tally,
    ToldReport,
)
from tawatur.model.reading import (
    ActorMention,
    ArticleHead,
    Entity,
    Figure,
    Filler,
    Issue,
    Link,
    Mentions,
    PlaceMention,
    Reading,
    Report,
    ReportTime,
    TimeMention,
)

ROOT = Path(__file__).parents[1]
MADE = "<!-- made by tools/make_docs.py; edit the program, not this page -->\n\n"


def cli_page() -> str:
    """Every command with its arguments and options."""
    group: Any = typer.main.get_command(app)  # typer carries a click of its own from 0.2x on
    parts = ["# Commands\n\n", MADE, f"{group.help}\n\n"]
    for name, command in group.commands.items():
        parts.append(f"## tawatur {name}\n\n{command.help}\n\n")
        for parameter in command.params:
            parts.append(_parameter(parameter))
        parts.append("\n")
    parts.append("## Settings\n\nOf the environment; there is no other.\n\n")
    parts += [f"- `{name}`: {words}\n" for name, words in SETTINGS.items()]
    return "".join(parts).rstrip() + "\n"


SETTINGS = {
    "TAWATUR_CACHE": "The folder for what is costly to make of the package's data; it can be removed at any time.",
    "XDG_CACHE_HOME": "Where TAWATUR_CACHE is not set: the folder `tawatur` in it (else in `~/.cache`) is used.",
    "TAWATUR_PAGES": "Who finds the article of a saved web page: `auto` (our own reader, and trafilatura where it is "
    "installed and ours in doubt), `own` (ours alone), `trafilatura` (for every page; refused where it is absent).",
    "NO_COLOR": "Set to anything: the terminal shows no colours.",
}


def _parameter(parameter: Any) -> str:
    words = getattr(parameter, "help", None) or ""
    if isinstance(parameter, typer.core.TyperArgument):
        shown = str(parameter.name).upper() + (" …" if parameter.nargs == -1 else "")
        return f"- `{shown}`: {words}\n"
    names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
    default = parameter.default
    stated = f" Default: `{default}`." if default not in (None, False, (), "") and not callable(default) else ""
    return f"- {names}: {words}{stated}\n"


def schema_page() -> str:
    """Every table and column of a case file."""
    parts = [
        "# The case file\n\n",
        MADE,
        "A case is one SQLite file (or a PostgreSQL database) that Datasette, DuckDB, R or any SQL client can open.\n",
        f"This page is of schema version {schema.VERSION}. Days are ISO dates; `data`, `source` and `reading`\n",
        "hold JSON by the published contracts (`tawatur schema reading`, `tawatur schema event`).\n\n",
    ]
    for table in schema.metadata.sorted_tables:
        parts.append(f"## {table.name}\n\n{table.comment}.\n\n| column | type | notes |\n| --- | --- | --- |\n")
        parts += [_column(column) for column in table.columns]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def _column(column: "Column[object]") -> str:
    notes = [column.comment or meaning(str(column.table.name), column.name)]
    notes += ["primary key"] if column.primary_key else []
    notes += [f"→ {key.column.table.name}.{key.column.name}" for key in column.foreign_keys]
    return f"| {column.name} | {column.type} | {'; '.join(notes)} |\n"


@cache
def _meanings() -> dict[str, str]:
    text = (ROOT / "tools" / "meanings.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text)["meanings"])


def meaning(record: str, name: str) -> str:
    """What a field of a record or column of a table holds; nothing where tools/meanings.yml does not say."""
    return _meanings().get(f"{record}.{name}") or _meanings().get(name, "")


def exports_page() -> str:
    """The page of formats: what stands before its first format is written by hand, the rest is made."""
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    return text[: text.index("\n## ") + 1] + formats_page()


def readme() -> str:
    """The README with today's output of the demonstration and the published figures between their marks."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    text = _between(text, "demonstration", f"```text\n{demonstration()}```\n")
    return _between(text, "accuracy", accuracy())


def _between(text: str, name: str, content: str) -> str:
    start = text.index("-->", text.index(f"<!-- {name}:")) + 4
    return text[:start] + content + text[text.index(f"<!-- end of {name} -->") :]


SHOWN = 5  # events of the demonstration in the README


def demonstration() -> str:
    """What `tawatur demo` prints of its first events, without the line of timings and the marks of direction."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tawatur.explore.cli.main", "demo", "--no-serve"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, encoding="utf-8")
    lines = [line.rstrip() for line in done.stdout.splitlines() if not line.startswith("  reading ")]
    heads = [number for number, line in enumerate(lines) if line[:1].strip() and line.split("  ")[-1][:1] == "e"]
    last = next(number for number, line in enumerate(lines) if line.startswith("More: "))
    if len(heads) > SHOWN:
        lines[heads[SHOWN] : last] = ["…", ""]
    return "\n".join(lines).translate({0x2068: None, 0x2069: None}).strip() + "\n"


def accuracy() -> str:
    """The published figures as a table."""
    report = published_table()["report"]
    rows = ["| stage | precision | recall | F1 or share right |", "| --- | --- | --- | --- |"]
    for stage, name in STAGES.items():
        figures = report[stage]
        if name == "f1":
            rows.append(
                f"| {stage.replace('_', ' ')} | {figures['p']:.2f} | {figures['r']:.2f} | {figures['f1']:.2f} |"
            )
        else:
            rows.append(f"| {stage.replace('_', ' ')} | | | {figures['rate']:.2f} of {figures['n']} |")
    return "\n".join(rows) + "\n"


RECORDS: tuple[Any, ...] = (
    *(Filters, Summary, Reading, ArticleHead, Published, Entity, Mentions, ActorMention, PlaceMention, TimeMention),
    *(Figure, Report, Filler, ReportTime, Link, Issue, Event, Party, EventTime, ToldReport, ChainLink, Tally),
    *(Disagreement, CopyLink, Citation, NameUse, CaseActor, Article, Retrieved, FoundBy),
)


def python_page() -> str:
    """What `import tawatur` offers: functions, the questions that a case answers, filters and records."""
    parts = ["# From Python\n\n", MADE, f"{inspect.getdoc(tawatur)}\n\n"]
    for name in ("read", "build", "open"):
        parts.append(_callable(f"tawatur.{name}", getattr(tawatur, name)))
    parts.append("## Case\n\nWhat a case answers; `tawatur.open` gives one.\n\n")
    for name, member in inspect.getmembers(Case, inspect.isfunction):
        if not name.startswith("_"):
            parts.append(_callable(f"case.{name}", member, level=3))
    for record in RECORDS:
        parts.append(_record(record))
    return "".join(parts).rstrip() + "\n"


_QUALIFIED = re.compile(r"\bself(?:, )?|tawatur\.[\w.]+\.|collections\.abc\.|typing\.|<class '|'>|'")


def _callable(name: str, function: Any, level: int = 2) -> str:
    signature = _QUALIFIED.sub("", str(inspect.signature(function)))
    return f"{'#' * level} {name}\n\n```text\n{name}{signature}\n```\n\n{inspect.getdoc(function)}\n\n"


def _record(record: Any) -> str:
    """A record with its fields and their types, in the order of the contract."""
    rows = [
        f"| `{field.name}` | {_type(field.type)} | {meaning(record.__name__, field.name)} |\n"
        for field in msgspec.structs.fields(record)
    ]
    heading = f"## {record.__name__}\n\n{inspect.getdoc(record)}\n\n"
    return heading + "| field | type | meaning |\n| --- | --- | --- |\n" + "".join(rows) + "\n"


def _type(given: Any) -> str:
    return "`" + _QUALIFIED.sub("", str(given)).replace("|", "or").replace("NoneType", "None") + "`"


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli_page,
    "docs/exports.md": exports_page,
    "docs/schema.md": schema_page,
    "docs/python.md": python_page,
    "README.md": readme,
    **{f"docs/rooms/{name}.md": partial(room_page, name) for name in ROOMS},
}


def main() -> None:
    """Writes every page."""
    for name, make in PAGES.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
