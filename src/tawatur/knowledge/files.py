"""Loads the package's data files and refuses a malformed one.

Every YAML file is a mapping with a `header` (reader, source, licence, admits) and its content under other keys; every
CSV file opens with comment lines (#) that say the same.
"""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from tawatur.errors import KnowledgeError
from tawatur.knowledge.kept import kept

HEADER = {"reader", "source", "licence", "admits"}


def load_yaml(package: str, name: str) -> dict[str, Any]:
    """The content of a YAML data file of `package`, without its header. Raises KnowledgeError."""
    source = files(package).joinpath(name).read_bytes()
    return kept(f"{package}.{name}", source, lambda: _parsed(source, f"{package}/{name}"), dict[str, Any])


def _parsed(source: bytes, where: str) -> dict[str, Any]:
    import yaml

    raw = yaml.load(source.decode("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(raw, dict) or not isinstance(raw.get("header"), dict):
        raise KnowledgeError(f"{where}: no header; say reader, source, licence and what may enter")
    lacking = HEADER - raw["header"].keys()
    if lacking:
        raise KnowledgeError(f"{where}: the header lacks {', '.join(sorted(lacking))}")
    return {name: value for name, value in raw.items() if name != "header"}


def load_csv(package: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV data file of `package`, comment lines left out."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in io.StringIO(text, newline="") if not line.startswith("#"))
