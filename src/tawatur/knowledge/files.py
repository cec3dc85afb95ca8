"""Loads the package's data files and refuses a malformed one.

Every YAML file is a mapping with a `header` (reader, source, licence, admits) and its content under other keys; every
CSV file opens with comment lines (#) that say the same.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

from tawatur.errors import KnowledgeError

HEADER = {"reader", "source", "licence", "admits"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(package: str, name: str) -> dict[str, Any]:
    """The content of a YAML data file of `package`, without its header. Raises KnowledgeError."""
    raw = yaml.load(files(package).joinpath(name).read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(raw, dict) or not isinstance(raw.get("header"), dict):
        raise KnowledgeError(f"{package}/{name}: no header; say reader, source, licence and what may enter")
    lacking = HEADER - raw["header"].keys()
    if lacking:
        raise KnowledgeError(f"{package}/{name}: the header lacks {', '.join(sorted(lacking))}")
    return {name: value for name, value in raw.items() if name != "header"}


def load_csv(package: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV data file of `package`, comment lines left out."""
    with files(package).joinpath(name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(line for line in stream if not line.startswith("#"))
