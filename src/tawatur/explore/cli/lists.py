"""`tawatur events`, `ties`, `actors`, `sources`, `disagreements`: what a case holds."""

from collections.abc import Callable
from typing import Annotated

import typer

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.explore.cli.output import isolated, line, named, print_json, print_json_row
from tawatur.explore.cli.read import AsJson
from tawatur.model.case import Event, ToldReport

CaseIn = Annotated[str, typer.Argument(help="A case file, or a database address.", show_default=False)]
Actor = Annotated[str | None, typer.Option("--actor", help="An actor's id, or part of a name in Arabic or English.")]
With = Annotated[str | None, typer.Option("--with", help="A second actor that must take part as well.")]
Type = Annotated[str | None, typer.Option("--type", help="PLOVER or tie types, comma between them.")]
Since = Annotated[
    str | None, typer.Option("--since", help="Not over before this date (EDTF: 2016-11-24, 2016-11, 2016).")
]
Until = Annotated[str | None, typer.Option("--until", help="Not begun after this date.")]
Place = Annotated[str | None, typer.Option("--place", help="A place's id, or part of its name.")]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Reported by this outlet.")]
Source = Annotated[str | None, typer.Option("--source", help="Comes through this transmitter.")]
Modality = Annotated[str | None, typer.Option("--modality", help="asserted, denied, planned or possible.")]
Support = Annotated[int | None, typer.Option("--support", help="Stands on at least so many independent feet.")]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only those with disagreements.")]
Sort = Annotated[str, typer.Option("--sort", help="support, time or reports.")]
Limit = Annotated[int | None, typer.Option("--limit", help="At most so many.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("events", help="List the events of a case, most supported first.")(listing("event"))
    app.command("ties", help="List the standing ties of a case, most supported first.")(listing("relation"))
    for name, command in (("actors", actors), ("sources", sources), ("disagreements", disagreements)):
        app.command(name)(command)


def listing(kind: str) -> Callable[..., None]:
    """The command that lists events, or ties (kind relation): both take the same filters."""

    def command(
        case: CaseIn,
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
        json: AsJson = False,
    ) -> None:
        filters = Filters(
            actor=actor,
            with_actor=with_actor,
            type=type,
            since=since,
            until=until,
            place=place,
            outlet=outlet,
            source=source,
            modality=modality,
            support=support,
            disputed=disputed,
            sort=sort,
            limit=limit,
        )
        _list(case, kind, filters, json)

    return command


def actors(
    case: CaseIn,
    name: Annotated[str | None, typer.Option("--name", help="An id or part of a name.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="person, armed_group, state, office, organisation, group, media.")
    ] = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List the actors of a case, most mentioned first, those who are no one in particular after all others."""
    with Case.open(case) as opened:
        found = opened.actors(name=name, kind=kind, limit=limit)
        if json:
            print_json(found)
            return
        for actor in found:
            mark = ("  no one in particular", "dim") if actor.generic else ""
            line(
                (f"{actor.mentions:>6,}", "bold"),
                f"  {actor.kind:<13}",
                named(actor.name),
                mark,
                (f"  {actor.id}", "dim"),
            )


def sources(case: CaseIn, limit: Limit = None, json: AsJson = False) -> None:
    """List whom each outlet cites, how often, and how often nobody else has it."""
    with Case.open(case) as opened:
        for row in opened.citations()[:limit]:
            if json:
                print_json_row(row)
                continue
            outlet = named({"ar": row["outlet_ar"], "en": row["outlet_en"]})
            source = named({"ar": row["source_ar"], "en": row["source_en"]})
            line(
                outlet,
                " < ",
                (source, "bold"),
                f": {row['reports']:,} reports, {row['events']:,} events, alone in {row['alone']:,}",
            )


def disagreements(
    case: CaseIn,
    actor: Actor = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    field: Annotated[
        str | None, typer.Option("--field", help="modality, figures, time, place, actor or framing.")
    ] = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List what the reports of one event contradict each other in, with both sides."""
    filters = Filters(actor=actor, type=type, since=since, until=until, place=place, disputed=True, limit=limit)
    with Case.open(case) as opened:
        for event in [*opened.stream_events("event", filters), *opened.stream_events("relation", filters)]:
            for found in event.disagreements:
                if field and found.field != field:
                    continue
                if json:
                    print_json(
                        [
                            {
                                "event": event.id,
                                "title": event.title,
                                "field": found.field,
                                "sides": found.sides,
                                "note": found.note,
                                "elsewhere": [report.id for report in found.elsewhere],
                            }
                        ]
                    )
                    continue
                line((found.field, "bold yellow"), "  ", event.title["en"], (f"  {event.id}", "dim"))
                line("    ", found.note.get("en", ""))
                told = {report.id: report for report in (*event.reports, *found.elsewhere)}
                for number, side in enumerate(found.sides, 1):
                    for report_id in side:
                        _show_report(told[report_id], f"side {number}")


def _list(case: str, kind: str, filters: Filters, json: bool) -> None:
    with Case.open(case) as opened:
        found = opened.stream_events(kind, filters)
        if json:
            print_json(found)
            return
        for event in found:
            show_event(event)


SHOWN = 8  # reports of an event that a terminal lists


def show_event(event: Event) -> None:
    """Prints one event for a person."""
    feet = f"{event.support} independent" if event.support != 1 else "one foot"
    against = f", {event.against} against" if event.against else ""
    line((event.title["en"], "bold"), f"  [{feet}{against}]", (f"  {event.id}", "dim"))
    line("    ", isolated(event.title["ar"]))
    line("    ", event.why.get("en", ""))
    for report in event.reports[:SHOWN]:
        _show_report(report, "-")
    if len(event.reports) > SHOWN:
        line(f"    … and {len(event.reports) - SHOWN} more reports (--json lists all)")
    for found in event.disagreements:
        line("    disputed: ", (found.note.get("en", ""), "yellow"))


def _show_report(report: ToldReport, mark: str) -> None:
    chain = "".join(
        (" and " if link.beside else " < ")
        + named(link.name)
        + ("" if link.stance == "asserts" else f" ({link.stance})")
        for link in report.chain
    )
    outlet = report.outlet or report.article
    modality = "" if report.modality == "asserted" else f" [{report.modality}]"
    line(f"    {mark} ", (outlet, "cyan"), chain, modality)
    line("        ", (isolated(report.quote), "dim"))
