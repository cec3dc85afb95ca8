"""Makes a page of docs/rooms/ for each room, from what lies in the room: its README, data files, modules, examples."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SOURCE = Path(__file__).parents[1] / "src" / "tawatur"
MADE = "<!-- made by tools/make_docs.py from the files of the room; edit those, not this page -->\n\n"
SHOWN, REFUSED = 8, 4  # sentences of an examples file that the page shows
ROOMS: dict[str, tuple[str, tuple[str, ...]]] = {  # page: its title and the folders that it tells of
    "arabic": ("Arabic: text as text", ("arabic",)),
    "articles": ("Articles: the ways in", ("articles",)),
    "actors": ("Actors", ("mentions/actors", "knowledge/actors", "knowledge/outlets")),
    "places": ("Places", ("mentions/places", "knowledge/places")),
    "times": ("Times", ("mentions/times", "knowledge/calendars")),
    "figures": ("Figures", ("mentions/figures",)),
    "reports": ("Reports: acts and ties", ("reports", "knowledge/types", "knowledge/lexicon")),
    "chains": ("Chains: who says so", ("chains",)),
    "events": ("Events: across articles", ("events",)),
    "casefile": ("The case file", ("casefile",)),
}


def room_page(name: str) -> str:
    """The page of a room."""
    title, folders = ROOMS[name]
    parts = [f"# {title}\n\n", MADE]
    for folder in folders:
        parts += [_told(readme) for readme in sorted((SOURCE / folder).rglob("README.md"), key=_depth)]
    if name == "reports":
        parts += list(_types())
    for heading, rows in (("Data", _data(folders)), ("Modules", _modules(folders)), ("Examples", _examples(folders))):
        content = list(rows)
        if content:
            parts += [f"## {heading}\n\n", *content, "\n"]
    return "".join(parts).rstrip() + "\n"


def _depth(path: Path) -> tuple[int, str]:
    return len(path.parts), path.as_posix()


def _told(readme: Path) -> str:
    """A README with its headings one level lower, and without those that the page has already."""
    lines = readme.read_text(encoding="utf-8").splitlines()
    place = readme.parent.relative_to(SOURCE).as_posix()
    heading = f"## {lines[0].lstrip('# ')}" if lines[0].startswith("#") else f"## {place}"
    rest = [f"#{line}" if line.startswith("#") else line for line in lines[1:]]
    return f"{heading}\n\n" + "\n".join(rest).strip() + "\n\n"


def _data(folders: tuple[str, ...]) -> Iterator[str]:
    yield "| file | who reads it | what may enter | source | licence |\n| --- | --- | --- | --- | --- |\n"
    for folder in folders:
        for path in sorted([*(SOURCE / folder).rglob("*.yml"), *(SOURCE / folder).rglob("*.csv")], key=_depth):
            if "examples" not in path.relative_to(SOURCE).as_posix():
                head = _header(path)
                cells = [str(head.get(field, "")) for field in ("reader", "admits", "source", "licence")]
                yield f"| `{path.relative_to(SOURCE).as_posix()}` | {' | '.join(map(_cell, cells))} |\n"


def _header(path: Path) -> dict[str, Any]:
    if path.suffix == ".yml":
        return dict(_loaded(path)["header"])
    lines = (line[1:].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    return {name.strip(): words.strip() for name, sign, words in (line.partition(":") for line in lines) if sign}


def _loaded(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return content


def _modules(folders: tuple[str, ...]) -> Iterator[str]:
    """Every module with the first sentence of its docstring: its promise."""
    yield "| module | what it does |\n| --- | --- |\n"
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
            if words and path.name != "__init__.py" and "versions" not in path.parts:
                yield f"| `{path.relative_to(SOURCE).as_posix()}` | {_cell(words.split(chr(10) * 2)[0])} |\n"


def _examples(folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        paths = [*(SOURCE / folder).rglob("examples.yml"), *(SOURCE / folder).glob("**/examples/*.yml")]
        for path in sorted(paths, key=_depth):
            yield from _sentences(path)


def _sentences(path: Path) -> Iterator[str]:
    every = _loaded(path)["examples"]
    shown = [e for e in every if e.get("expect")][:SHOWN] + [e for e in every if not e.get("expect")][:REFUSED]
    yield f"From `{path.relative_to(SOURCE).as_posix()}`:\n\n"
    yield "| sentence | what is found | what is not |\n| --- | --- | --- |\n"
    for example in shown:
        found = [_found(row) for row in example.get("expect") or []]
        refused = [_found(row) for row in example.get("reject") or []]
        yield f"| {_cell(str(example['text']))} | {'<br>'.join(found)} | {'<br>'.join(refused)} |\n"
    yield "\n"


def _found(row: Any) -> str:
    if not isinstance(row, dict):
        return _cell(str(row))
    rest = [f"{name} {_value(value)}" for name, value in row.items() if name not in ("span", "text")]
    return _cell(f"{row.get('span') or row.get('text') or ''}" + (f" ({'; '.join(rest)})" if rest else ""))


def _value(value: Any) -> str:
    return ", ".join(map(_value, value)) if isinstance(value, list) else str(value)


def _types() -> Iterator[str]:
    """Every type of act and tie with its definition in both languages."""
    for name, heading in (("plover", "Types of acts"), ("extension", "Our extension"), ("relations", "Types of ties")):
        yield f"## {heading}\n\n| type | name | definition |\n| --- | --- | --- |\n"
        for row in _loaded(SOURCE / "knowledge" / "types" / f"{name}.yml")["types"]:
            of = f" (of {row['parent']})" if "parent" in row else ""
            names, meaning = row["name"], row["definition"]
            yield f"| `{row['id']}`{of} | {names['en']}, {names['ar']} | {meaning['en']}<br>{meaning['ar']} |\n"
        yield "\n"


def _cell(words: str) -> str:
    """Words as a cell of a Markdown table."""
    return " ".join(words.split()).replace("|", "&#124;").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def known_files() -> set[str]:
    """Every data file of the package that some page tells of."""
    told = {path for _, folders in ROOMS.values() for folder in folders for path in (SOURCE / folder).rglob("*.*")}
    return {path.relative_to(SOURCE).as_posix() for path in told if path.suffix in (".yml", ".csv")}
