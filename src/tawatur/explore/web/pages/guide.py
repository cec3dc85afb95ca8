"""How to read the pages: what the words mean, what the numbers say, what the program cannot do, how right it is."""

from typing import Any

from fastapi import APIRouter, Request, Response

from tawatur.explore.accuracy import STAGES, published_table
from tawatur.explore.web.answers import as_json
from tawatur.explore.web.rendering import render

router = APIRouter()


@router.get("/guide")
def guide_page(request: Request) -> Response:
    """The guide, with the published accuracy."""
    return render(request, "guide.html", **_accuracy())


@router.get("/guide.json")
def guide_json() -> Response:
    """The published accuracy as JSON."""
    return as_json(published_table())


def _accuracy() -> dict[str, Any]:
    """The stages of reading with the share that is right, in hundredths, as published with this version."""
    table = published_table()
    report = table.get("report", {})
    rows = [
        {"stage": stage, "measure": measure, "share": round(100 * report[stage][measure])}
        for stage, measure in STAGES.items()
        if stage in report and measure in report[stage]
    ]
    events = report.get("events", {})
    return {
        "measured": rows,
        "annotated": table.get("articles", 0),
        "found": round(100 * events.get("r", 0)),
        "right": round(100 * events.get("p", 0)),
    }
