"""`tawatur read` and `tawatur schema`: what articles report."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tawatur.explore.cli.output import complain, console, isolated, line, named, print_json
from tawatur.model.article import Article
from tawatur.model.reading import Entity, Filler, Reading, Report
from tawatur.model.span import Span

Articles = Annotated[
    list[Path],
    typer.Argument(
        help="Files, folders and patterns: text, HTML, RSS, DOCX, PDF, CSV, JSONL, ZIP, WARC, WACZ.", show_default=False
    ),
]
MetadataFile = Annotated[
    Path | None,
    typer.Option("--metadata", help="JSON Lines with path, published, outlet, url, title, retrieved for the articles."),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns", help="Which columns of CSV sheets (fields of JSONL) hold what: text=body,published=day …"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON Lines by the published contract.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("read")(read)
    app.command("schema")(schema)


def read(articles: Articles, metadata: MetadataFile = None, columns: Columns = None, json: AsJson = False) -> None:
    """Read articles and print what each reports and through whom."""
    refused = taken = 0
    for article, message in _taken(articles, metadata, columns):
        if article is None:
            complain(message)
            refused += 1
            continue
        from tawatur.building.settling import settle
        from tawatur.pipeline import read_article

        if taken == 1:
            settle()  # the first article has loaded what all need
        reading = read_article(article)
        taken += 1
        if json:
            print_json([reading])
        else:
            show(reading, article.text)
    if refused:
        raise typer.Exit(1)


def schema(name: Annotated[str, typer.Argument(help="reading or event")]) -> None:
    """Print the JSON Schema of a contract."""
    from tawatur.explore.contracts import schema_text

    console.print(schema_text(name), markup=False)


def _taken(sources: list[Path], metadata: Path | None, columns: str | None) -> Iterator[tuple[Article | None, str]]:
    from tawatur.articles.media.sheet import columns_of
    from tawatur.articles.metadata import read_metadata
    from tawatur.articles.reader import Refused, read_articles

    table = read_metadata(metadata) if metadata else None
    for found in read_articles(sources, metadata=table, columns=columns_of(columns) if columns else None):
        yield (None, found.message) if isinstance(found, Refused) else (found, "")


def show(reading: Reading, text: str) -> None:
    """Prints one reading for a person."""
    head = reading.article
    line((head.path, "bold"))
    if head.title:
        line("  ", isolated(head.title.text))
    published = head.published
    why = published.why.get("en", "")
    line("  published ", (published.edtf or "unknown", "bold"), f" ({published.basis})", f": {why}" if why else "")
    if head.outlet:
        line("  outlet ", head.outlet)
    entities = {entity.id: entity for entity in reading.entities}
    for kind, heading in (("event", "Events"), ("relation", "Ties")):
        told = [report for report in reading.reports if report.kind == kind]
        if told:
            line("\n  ", (f"{heading} ({len(told)})", "bold"))
        for report in told:
            _show_report(report, entities, text)
    for issue in reading.issues:
        line("  note ", (issue.code, "yellow"), f": {issue.message}")
    console.print()


def _show_report(report: Report, entities: dict[str, Entity], text: str) -> None:
    label = report.type + (f"/{report.extension}" if report.extension else "")
    marks = [
        m for m in (report.modality if report.modality != "asserted" else "", "" if report.specific else "generic") if m
    ]
    line("  ", (label, "bold cyan"), f" [{', '.join(marks)}]" if marks else "", "  ", _roles(report, entities))
    details = [
        f"where: {named(entities[report.place.entity].name)}" if report.place else "",
        f"when: {report.time.edtf or isolated(_words(report.time.span, text))}" if report.time else "",
        "figures: " + "; ".join(_figure(f.value, f.min, f.max, f.unit) for f in report.figures)
        if report.figures
        else "",
    ]
    if any(details):
        line("      ", "  ".join(d for d in details if d))
    if report.attribution:
        links = [
            f"{named(entities[link.entity].name)}{'' if link.stance == 'asserts' else f' ({link.stance})'}"
            for link in report.attribution
        ]
        line("      through: ", " < ".join(links))
    line("      ", (isolated(_words(report.evidence, text)), "dim"))


def _words(span: Span, text: str) -> str:
    return span.of(text)


def _roles(report: Report, entities: dict[str, Entity]) -> str:
    actors, recipients = _names(report.actors, entities), _names(report.recipients, entities)
    if actors and recipients:
        return f"{actors} → {recipients}"
    return actors or (f"→ {recipients}" if recipients else "")


def _names(fillers: tuple[Filler, ...], entities: dict[str, Entity]) -> str:
    return ", ".join(named(entities[filler.entity].name) for filler in fillers)


def _figure(value: float | int | None, low: float | int | None, high: float | int | None, unit: str | None) -> str:
    if value is not None:
        number = f"{value:g}"
    elif low is not None and high is not None:
        number = f"{low:g} to {high:g}"
    else:
        number = f"at least {low:g}" if low is not None else f"at most {high:g}" if high is not None else "?"
    return f"{number} {unit or ''}".strip()
