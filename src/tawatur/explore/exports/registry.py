"""Every format by name, and the one function that writes a case in one of them."""

import os
import tempfile
from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.errors import QueryError
from tawatur.explore.exports.folding import FOLDS
from tawatur.explore.exports.format import Format, Wish
from tawatur.explore.exports.formats import (
    acled,
    articles,
    bayanat,
    briefing,
    ftm,
    geojson,
    jsonld,
    network,
    parquet,
    plover,
    reports,
    ucdp,
    uwazi,
)

FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        plover.FORMAT,
        ucdp.FORMAT,
        acled.FORMAT,
        reports.FORMAT,
        *network.FORMATS,
        geojson.FORMAT,
        jsonld.FORMAT,
        ftm.FORMAT,
        parquet.FORMAT,
        uwazi.FORMAT,
        *bayanat.FORMATS,
        articles.FORMAT,
        briefing.FORMAT,
    )
}


def export_case(case: Case, name: str, target: Path, wish: Wish) -> int:
    """Writes the case to `target` in the format `name`; returns the number of records.

    A file that stands there is replaced only when all is written. Raises QueryError and ExtraMissing.
    """
    if name not in FORMATS:
        raise QueryError(f"export: no format {name!r}; one of {', '.join(FORMATS)}")
    if wish.fold not in FOLDS:
        raise QueryError(f"export: no fold {wish.fold!r}; one of {', '.join(FOLDS)}")
    if wish.lang not in briefing.WORDS:
        raise QueryError(f"export: no language {wish.lang!r}; ar or en")
    if not target.parent.is_dir():
        raise QueryError(f"export: {target.parent} is no folder; make it or name another file with -o")
    if target.is_dir():
        raise QueryError(f"export: {target} is a folder; name a file in it with -o")
    with tempfile.TemporaryDirectory(prefix=".tawatur-", dir=target.parent) as folder:
        draft = Path(folder) / f"draft{target.suffix}"
        number = FORMATS[name].write(case, draft, wish)
        for side in Path(folder).glob("draft.*.jsonl"):  # what a format writes beside its file
            os.replace(side, target.with_name(target.stem + side.name.removeprefix("draft")))
        os.replace(draft, target)
    return number


def formats_page() -> str:
    """The table of formats and fields for docs/exports.md."""
    parts = []
    for found in FORMATS.values():
        parts.append(f"## {found.name}\n\nWrites {found.summary}. Read by: {found.reader}.\n\n")
        parts.append("| field | holds |\n| --- | --- |\n")
        parts += [f"| {field.name} | {field.meaning.replace('|', '&#124;')} |\n" for field in found.fields]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"
