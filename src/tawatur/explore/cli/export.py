"""`tawatur export`: a case in the forms that other programs read."""

from pathlib import Path
from typing import Annotated

import typer

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.explore.cli.lists import (
    Actor,
    CaseIn,
    Disputed,
    Limit,
    Modality,
    Outlet,
    Place,
    Since,
    Sort,
    Source,
    Support,
    Type,
    Until,
    With,
)
from tawatur.explore.cli.output import line

NAMES = (  # those of the registry, which is not loaded for every command; a test compares
    "plover, ucdp, acled, reports, nodes, edges, gexf, graphml, geojson, jsonld, ftm, parquet, uwazi, bayanat-actors, "
    "bayanat-bulletins, articles, briefing"
)
As = Annotated[str, typer.Option("--as", help=f"The format: {NAMES}. docs/exports.md tells the fields of each.")]
Out = Annotated[Path, typer.Option("-o", "--output", help="The file to write; one that stands there is replaced.")]
FoldIn = Annotated[
    str, typer.Option("--fold", help="Of several values take the most cautious, detailed or supported one.")
]
Lang = Annotated[str, typer.Option("--lang", help="ar or en: the language of a briefing.")]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with the mark that Excel needs to see UTF-8.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's command."""
    app.command("export")(export)


def export(
    case: CaseIn,
    format: As,
    output: Out,
    actor: Actor = None,
    with_actor: With = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    outlet: Outlet = None,
    source: Source = None,
    modality: Modality = None,
    support: Support = None,
    disputed: Disputed = False,
    sort: Sort = "support",
    limit: Limit = None,
    fold: FoldIn = "cautious",
    lang: Lang = "en",
    bom: Bom = False,
) -> None:
    """Write a case, or what passes the filters, in a format of other programs; what is uncertain stays beside it."""
    import msgspec

    from tawatur.explore.exports.format import Wish
    from tawatur.explore.exports.registry import export_case

    given = {name: value for name, value in locals().items() if name in Filters.__struct_fields__}
    wish = msgspec.structs.replace(Wish(filters=Filters(**given), lang=lang, bom=bom), fold=fold)
    with Case.open(case) as opened:
        number = export_case(opened, format, output, wish)
    line((str(output), "bold"), f": {number:,} {'record' if number == 1 else 'records'} as {format}")
