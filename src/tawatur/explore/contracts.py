"""The published contracts as JSON Schema: shipped as files, made from the records by `tools/make_schemas.py`."""

from importlib.resources import files

from tawatur.errors import QueryError

NAMES = ("reading", "event")


def schema_text(name: str) -> str:
    """The JSON Schema of a contract, `reading` or `event`. Raises QueryError."""
    if name not in NAMES:
        raise QueryError(f"schema {name!r}: must be one of {', '.join(NAMES)}")
    return files("tawatur.explore").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
