"""Makes a copy of the sources with plain classes for records, and says which of its modules can be compiled."""

import ast
import shutil
from pathlib import Path

from compiling.globals import reached
from compiling.structs import STRUCT, rewritten, structs_of

ROOMS = ("arabic", "mentions", "reports", "chains")  # where the time of a reading goes
BESIDES = ("model/phrases.py", "model/draft.py", "model/told.py", "model/span.py", "knowledge/lexicon/entries.py")
RECORDS, KEPT = "model/compiled_records.py", "arabic/compiled_kept.py"  # what stands in for wrappers and structs


def copied(source: Path, target: Path) -> list[Path]:
    """Copies the package `source` to `target`, rewritten. Returns the modules to compile, sorted, as paths there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    shutil.copy(Path(__file__).with_name("records.py"), target / RECORDS)
    shutil.copy(Path(__file__).with_name("asked.py"), target / KEPT)
    found = [path for room in ROOMS for path in sorted((target / room).rglob("*.py")) if path.name != "__init__.py"]
    found += [target / name for name in BESIDES]
    for path in found:
        _rewrite(path, target)
    return [target / RECORDS, *(path for path in found if f"({STRUCT}" not in path.read_text())]


def _rewrite(path: Path, package: Path) -> None:
    source = path.read_text()
    if f"({STRUCT}" in source and not structs_of(ast.parse(source)):
        return  # its records are more than records: it stays interpreted
    rows = path.with_name(path.stem + "_rows.py")
    new = rewritten(source, ".".join(rows.relative_to(package.parent).with_suffix("").parts))
    path.write_text(reached(new.source))
    if new.rows is not None:
        rows.write_text(new.rows)
