"""`tawatur build`: articles become a case."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.errors import ArticleMissing
from tawatur.explore.cli.output import complain, line
from tawatur.explore.cli.read import Columns, MetadataFile

if TYPE_CHECKING:
    from tawatur.building.build import Summary

Sources = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files, folders and patterns: text, HTML, RSS, DOCX, PDF, CSV, JSONL, ZIP, WARC, WACZ.", show_default=False
    ),
]
CaseOut = Annotated[str, typer.Option("-o", "--output", help="The case file to make or grow (or a database address).")]
Fetch = Annotated[
    list[str] | None,
    typer.Option(
        "--fetch",
        metavar="URL",
        help="Get this page from the web and keep it beside the case; may stand several times. Nothing else uses the "
        "network; private addresses are refused.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", help="Read on the workers of a dask scheduler, tcp://host:port (extra: dask)."),
]
Jobs = Annotated[int, typer.Option("--jobs", min=0, help="Processes that read at once; 0 takes one a core.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("build")(build)


def build(
    output: CaseOut,
    sources: Sources = None,
    metadata: MetadataFile = None,
    columns: Columns = None,
    jobs: Jobs = 0,
    scheduler: Scheduler = None,
    fetch: Fetch = None,
) -> None:
    """Build a case from articles, or grow one: a second run reads only what changed."""
    import os

    from tawatur.articles.media.sheet import columns_of
    from tawatur.articles.metadata import read_metadata
    from tawatur.articles.reader import left_out
    from tawatur.building.build import build_case
    from tawatur.casefile.storage import belongs_to_case
    from tawatur.explore.cli.progress import build_progress

    table = read_metadata(metadata) if metadata else None
    taken = [*(sources or ()), *_fetched(fetch or [], output)]
    if not taken and fetch:
        raise typer.Exit(1)  # what could not be had has been told
    if not taken:
        raise ArticleMissing("build: no articles named; give files or folders, or --fetch URL")
    with build_progress(taken) as progress:
        summary = build_case(
            taken,
            output,
            metadata=table,
            columns=columns_of(columns) if columns else None,
            jobs=jobs or os.cpu_count() or 1,
            scheduler=scheduler,
            progress=progress,
        )
    show_summary(summary)
    if other := left_out(taken, belongs_to_case):
        told = ", ".join(f"{ending} ({number:,})" for ending, number in list(other.items())[:8])
        line(f"  left out, of kinds that are not read: {told}")
    if summary.refused and not summary.articles:
        raise typer.Exit(1)


def _fetched(urls: list[str], case: str) -> list[Path]:
    """Fetches the pages and names the web archive that keeps them; what could not be had is told."""
    if not urls:
        return []
    from tawatur.articles.web.keeping import archive_beside, keep_pages

    archive = archive_beside(case)
    for problem in keep_pages(urls, archive):
        complain(problem.message)
    return [archive] if archive.exists() else []


def show_summary(summary: "Summary") -> None:
    """Prints what a build did and what the case holds."""
    line(
        (summary.case, "bold"),
        f": {summary.articles:,} articles, {summary.reports:,} reports, "
        f"{summary.events:,} events, {summary.ties:,} ties",
    )
    line(
        f"  read {summary.read:,}, unchanged {summary.unchanged:,}, removed {summary.removed:,}, "
        f"failed {len(summary.failed):,}, refused {len(summary.refused):,}; dated {summary.dated:,}"
    )
    line(
        f"  on one foot {summary.one_foot:,} events, on more {summary.events - summary.one_foot:,}; "
        f"disputed {summary.disputed:,}; copies found {summary.copies:,}"
    )
    line(
        f"  reading {summary.seconds_reading:.1f} s, joining {summary.seconds_joining:.1f} s, "
        f"writing {summary.seconds_writing:.1f} s"
    )
    sys.stdout.flush()
    for fault in summary.failed:
        complain(fault)
    for refused in summary.refused:
        complain(refused.message)
