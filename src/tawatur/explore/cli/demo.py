"""`tawatur demo`: the bundled case, built and shown."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tawatur.explore.cli.build import show_summary
from tawatur.explore.cli.lists import show_event
from tawatur.explore.cli.output import console, line

Out = Annotated[Path, typer.Option("-o", "--output", help="Where to keep the case.")]
Serve = Annotated[bool, typer.Option("--serve/--no-serve", help="Open it in the browser after building.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("demo")(demo)


Folder = Annotated[
    Path | None, typer.Option("--articles", help="Only write the demonstration's articles into this folder.")
]


def demo(output: Out = Path("demo.tawatur"), serve: Serve = True, articles: Folder = None) -> None:
    """Build the bundled demonstration case, print what stands in it, and open it in the browser."""
    if articles is not None:
        from tawatur.demo.demo import write_articles

        line(f"{write_articles(articles)} files written to ", (str(articles), "bold"))
        return
    from tawatur.casefile.case import Case
    from tawatur.demo.demo import build_demo

    show_summary(build_demo(output))
    console.print()
    with Case.open(str(output)) as case:
        for event in case.events(limit=6):
            show_event(event)
    line("\nMore: ", (f"tawatur events {output}", "bold"), ", ", (f"tawatur disagreements {output}", "bold"))
    if serve and sys.stdin.isatty() and sys.stdout.isatty():
        from tawatur.explore.cli.serve import serve as serve_case

        serve_case(str(output), browser=True)
