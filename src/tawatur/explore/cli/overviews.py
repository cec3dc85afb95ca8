"""`tawatur network` and `timeline`: the case as a network between dates, and along time."""

from typing import Annotated

import typer

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.errors import QueryError
from tawatur.events.network.records import Comparison, Snapshot
from tawatur.explore.cli.lists import Actor, CaseIn, Limit, Place, Since, Type, Until
from tawatur.explore.cli.output import line, named, print_json
from tawatur.explore.cli.read import AsJson


def add_to(app: typer.Typer) -> None:
    """Adds this module's commands."""
    app.command("network")(network)
    app.command("timeline")(timeline)


def network(
    case: CaseIn,
    at: Annotated[str | None, typer.Option("--at", help="The network on a day, month or year (EDTF).")] = None,
    compare: Annotated[
        tuple[str, str] | None, typer.Option("--compare", help="Two dates: what came, went and changed between them.")
    ] = None,
    enmity: Annotated[bool, typer.Option("--enmity", help="Links of enmity too.")] = False,
    every: Annotated[bool, typer.Option("--every", help="Armies, offices and officers apart from their side.")] = False,
    measures: Annotated[
        bool, typer.Option("--measures", help="Betweenness also among more than 1,500 actors; it may take minutes.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Show who is linked with whom at a date, or what changed between two dates, with the measures of the field."""
    with Case.open(case) as opened:
        found = opened.network(raised=not every)
        if compare:
            comparison = found.compare(*compare, hostile=enmity)
            print_json([comparison]) if json else _show_comparison(comparison)
            return
        if not at:
            raise QueryError("network: say a date with --at 2016-11, or two with --compare 2016-10 2016-12")
        snapshot = found.at(at, hostile=enmity, measured=measures)
        print_json([snapshot]) if json else _show_snapshot(snapshot)


def timeline(
    case: CaseIn,
    actor: Actor = None,
    type: Type = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List the dated events of a case in the order of time."""
    filters = Filters(actor=actor, type=type, place=place, since=since, until=until, sort="time", limit=limit)
    with Case.open(case) as opened:
        dated = (event for event in opened.stream_events("event", filters) if event.time.edtf)
        if json:
            print_json(dated)
            return
        for event in dated:
            feet = "one foot" if event.support == 1 else f"{event.support} feet"
            line((f"{event.time.edtf:<24}", "bold"), event.title["en"], f"  [{feet}]", (f"  {event.id}", "dim"))


def _show_snapshot(snapshot: Snapshot) -> None:
    line((f"{snapshot.at}: ", "bold"), f"{len(snapshot.nodes)} actors, {len(snapshot.edges)} links")
    for edge in snapshot.edges:
        marks = "" if edge.direct else "  (only among several parties)"
        marks += "  (denied by a report)" if edge.disputed else ""
        line("  ", named(edge.one.name), " — ", named(edge.two.name), f": {', '.join(edge.kinds)}{marks}")
    for pair in snapshot.indirect:
        brokers = ", ".join(named(party.name) for party in pair.through)
        line("  ", named(pair.one.name), " … ", named(pair.two.name), f": no direct link, only through {brokers}")
    if snapshot.nodes:
        line("  degree, betweenness, brokerage:")
    for node in sorted(snapshot.nodes, key=lambda n: n.generic)[:15]:
        between = "not computed" if node.betweenness is None else f"{node.betweenness:.3f}"
        line(f"    {node.degree:>3}  {between}  {node.brokerage:>3}  ", named(node.party.name))
    if any(node.betweenness is None for node in snapshot.nodes):
        line("  betweenness among more than 1,500 actors: ask for it with --measures")


def _show_comparison(comparison: Comparison) -> None:
    line((f"{comparison.before} and {comparison.after}", "bold"))
    for change in comparison.changes:
        line(f"  {change.kind:<8}", change.note["en"], (f"  {' '.join(change.reports[:3])}", "dim"))
    for broker in comparison.ceased:
        line(
            "  go-between no longer: ",
            named(broker.party.name),
            " for ",
            named(broker.one.name),
            " and ",
            named(broker.two.name),
        )
    for party, before, after in comparison.brokerage[:15]:
        line(f"  brokerage {before} → {after}: ", named(party.name))
    if not comparison.changes and not comparison.ceased:
        line("  nothing changed")
