"""`tawatur quality`: how right the reading is."""

from pathlib import Path
from typing import Annotated, Any

import typer

from tawatur.explore.cli.output import line, print_json_row
from tawatur.explore.cli.read import AsJson

Gold = Annotated[Path | None, typer.Option("--gold", help="A folder of annotated articles: compute the table again.")]
Folders = Annotated[list[Path] | None, typer.Option("--articles", help="Where the annotated articles' texts lie.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("quality")(quality)


def quality(gold: Gold = None, articles: Folders = None, json: AsJson = False) -> None:
    """Show the published accuracy table, or compute it again from annotated articles."""
    from tawatur.explore.accuracy import CEILING, published_table, scores

    report = scores(gold, articles or []) if gold else published_table()["report"]
    if json:
        print_json_row(report)
        return
    _show(report)
    line(f"ceiling: {CEILING}")


def _show(report: dict[str, Any]) -> None:
    from tawatur.explore.accuracy import STAGES

    for stage, name in STAGES.items():
        row = report[stage]
        detail = f"precision {row['p']:.2f}, recall {row['r']:.2f}" if name == "f1" else f"of {row['n']}"
        line(f"{stage.replace('_', ' '):20}", (f"{row[name] or 0:.3f}", "bold"), f"  {detail}")
    for type_, row in report["by_type"].items():
        line(f"  {type_:18}{row['f1']:.3f}  precision {row['p']:.2f}, recall {row['r']:.2f}, {row['gold']:g} annotated")
