"""The case, or what passes the filters, as a file that other programs read."""

import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from tawatur.casefile.case import Case
from tawatur.errors import QueryError
from tawatur.explore.exports.format import Format, Wish
from tawatur.explore.exports.registry import FORMATS, export_case
from tawatur.explore.web.answers import as_json, case_of
from tawatur.explore.web.asked import NAMES, given_filters
from tawatur.explore.web.language import language_of
from tawatur.explore.web.pages.known import known_of, types_of
from tawatur.explore.web.rendering import render

router = APIRouter()
_ONE_AT_A_TIME = threading.Lock()  # a large case takes a while; two at once would only take longer
_ENDINGS = {"plover": "jsonl", "geojson": "geojson", "jsonld": "jsonld", "gexf": "gexf", "graphml": "graphml",
            "briefing": "html", "ftm": "jsonl", "parquet": "parquet"}  # fmt: skip
CHUNK = 64 * 1024


@router.get("/export")
def export_page(request: Request) -> Response:
    """What the case can be taken out as, and for which events."""
    given = {name: request.query_params.get(name, "") for name in (*NAMES, "support", "disputed")}
    return render(
        request,
        "export.html",
        formats=list(FORMATS.values()),
        given=given,
        known=known_of(request),
        types=sorted({t for types in types_of(request).values() for t in types}),
    )


@router.get("/export.json")
def export_json() -> Response:
    """The formats with their fields, as JSON."""
    return as_json([_told(found) for found in FORMATS.values()])


def _told(found: Format) -> dict[str, Any]:
    return {"name": found.name, "summary": found.summary, "reader": found.reader,
            "fields": [msgspec.to_builtins(field) for field in found.fields]}  # fmt: skip


@router.get("/export/{name}")
def export_file(request: Request, name: str) -> Response:
    """The file in a format. Raises QueryError and ExtraMissing."""
    if name not in FORMATS:
        raise QueryError(f"{name}: no such format; /export lists them")
    wish = Wish(filters=given_filters(request), lang=language_of(request), bom=True)
    folder = tempfile.TemporaryDirectory(prefix="tawatur-export-")
    try:
        with _ONE_AT_A_TIME:
            path = _written(case_of(request), name, Path(folder.name), wish)
    except BaseException:
        folder.cleanup()
        raise
    headers = {"Content-Disposition": f'attachment; filename="{path.name}"'}
    return StreamingResponse(_sent(path, folder), media_type="application/octet-stream", headers=headers)


def _written(case: Case, name: str, folder: Path, wish: Wish) -> Path:
    """The file of a format; a ZIP of both where the format has a side file."""
    path = folder / f"tawatur-{name}.{_ENDINGS.get(name, 'csv')}"
    export_case(case, name, path, wish)
    files = sorted(file for file in folder.iterdir() if file.is_file())
    if len(files) == 1:
        return path
    whole = folder / f"tawatur-{name}.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.write(file, file.name)
    return whole


def _sent(path: Path, folder: "tempfile.TemporaryDirectory[str]") -> Iterator[bytes]:
    """The file piece by piece; its folder goes when all is sent."""
    with folder, path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
