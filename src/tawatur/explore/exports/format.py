"""What a format is: a name, its fields with their meaning, and a function that writes them."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.explore.exports.folding import Fold, Folded, fold_event

T = TypeVar("T")


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    filters: Filters = Filters()
    fold: Fold = "cautious"
    lang: str = "en"
    bom: bool = False


class Field(msgspec.Struct, frozen=True):
    """One field of a format: its name there, and what stands in it."""

    name: str
    meaning: str


class Column(msgspec.Struct, Generic[T], frozen=True):
    """One column of a sheet: its name there, what stands in it, and what takes it from a row."""

    name: str
    meaning: str
    of: Callable[[T], Any]


Write = Callable[[Case, Path, Wish], int]  # writes a case to a file, returns how many records it wrote


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A way out of a case. `extra` names the optional part that it needs."""

    name: str
    summary: str
    reader: str  # the program or library that reads it, and reads it in our tests
    fields: tuple[Field, ...]
    write: Write
    extra: str | None = None


def told(case: Case, wish: Wish) -> Iterator[Folded]:
    """The events, then the ties, that pass the filters, each folded."""
    for kind in ("event", "relation"):
        for event in case.stream_events(kind, wish.filters):
            yield fold_event(event, wish.fold)


def fields_of(columns: Iterable[Column[Any]]) -> tuple[Field, ...]:
    """The fields of a sheet's columns."""
    return tuple(Field(column.name, column.meaning) for column in columns)


def cell(value: Any) -> str:
    """A value as a cell of a sheet: empty for None, `|` between several, no line breaks, nothing a sheet would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return "|".join(part for part in map(cell, value) if part)
    text = str(value).replace("\r", " ").replace("\n", " ")
    if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t"):
        return "'" + text  # a cell that a spreadsheet would take for a formula
    return text


def write_sheet(rows: Iterable[T], columns: tuple[Column[T], ...], target: Path, *, bom: bool) -> int:
    """Writes rows as CSV in UTF-8; with a mark that Excel needs to see it where `bom`."""
    number = 0
    with target.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([cell(column.of(row)) for column in columns])
            number += 1
    return number


def write_lines(records: Iterable[Any], target: Path) -> int:
    """Writes records as JSON Lines."""
    number = 0
    with target.open("wb") as stream:
        for record in records:
            stream.write(msgspec.json.encode(record) + b"\n")
            number += 1
    return number
