"""`tawatur search`, `judge`, `judgements`, `join`, `check`: look up, decide, see what was decided, check the whole."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tawatur.errors import JudgementError
from tawatur.explore.cli.lists import CaseIn, Limit
from tawatur.explore.cli.output import isolated, line, print_json
from tawatur.explore.cli.read import AsJson

Reviewer = Annotated[str, typer.Option("--by", help="The reviewer's name.", show_default=False)]
Why = Annotated[str, typer.Option("--why", help="The reason, in your words.")]


def add_to(app: typer.Typer) -> None:
    """Adds this module's commands."""
    for command in (search, judge, judgements, join, check):
        app.command(command.__name__)(command)


def search(
    case: CaseIn,
    query: Annotated[str, typer.Argument(help='Words, "phrases", parts of words with a star (ضبا*).')],
    limit: Limit = 20,
    json: AsJson = False,
) -> None:
    """Search the articles: hamza, marks, the article, digits and tatweel make no difference."""
    from tawatur.casefile.case import Case
    from tawatur.casefile.search.reader import search as find

    with Case.open(case) as opened:
        hits = find(opened.engine, query, limit=limit or 20)
    if json:
        print_json(
            {"article": h.article, "path": h.path, "outlet": h.outlet, "published": h.published, "spans": h.spans}
            for h in hits
        )
        return
    for hit in hits:
        line((hit.path, "bold"), f"  {hit.published or 'undated'}  {hit.outlet or ''}  {len(hit.spans)} found")
        parts: list[tuple[str, str] | str] = ["    \u2068"]
        at = hit.around.start
        for span in (s for s in hit.spans if hit.around.holds(s) and s.start >= at):
            parts += [hit.text[at : span.start].replace("\n", " "), (span.of(hit.text), "bold reverse")]
            at = span.end
        line(*parts, hit.text[at : hit.around.end].replace("\n", " "), "\u2069")
    if not hits:
        line("nothing found")


def judge(
    case: CaseIn,
    action: Annotated[str, typer.Argument(help="accept, reject, correct, merge, split or undo.")],
    target: Annotated[str, typer.Argument(help="The id of a report, event, tie, actor, copy or judgement.")],
    by: Reviewer,
    why: Why = "",
    field: Annotated[
        str | None, typer.Option("--field", help="correct: the field (time, modality, title, name …).")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="correct: what it should be; merge: the id to merge with.")
    ] = None,
    reports: Annotated[
        str | None, typer.Option("--reports", help="split: ids of the reports that leave, comma between.")
    ] = None,
) -> None:
    """Take a reviewer's decision down and let it shape the case; it survives every later build and can be undone."""
    from tawatur.building.build import Summary, join_case
    from tawatur.casefile.case import Case
    from tawatur.casefile.judgements.records import kind_of
    from tawatur.casefile.judgements.storing import judge as decide
    from tawatur.casefile.judgements.storing import undo
    from tawatur.casefile.judgements.values import given_value
    from tawatur.casefile.storage import kept_whole, sole_writer
    from tawatur.explore.cli.progress import build_progress

    with sole_writer(case), Case.open(case) as opened:
        if action == "undo":
            made = undo(opened.engine, target, reviewer=by, reason=why)
        else:
            value = given_value(action, kind_of(target), field=field, to=to, reports=reports)
            made = decide(opened.engine, action=action, target=target, reviewer=by, reason=why, value=value)
        summary = Summary(case=case)
        with kept_whole(case), build_progress(()) as progress:
            join_case(opened.engine, summary, progress)
    line(
        (made.id, "bold"),
        f"  {made.action} {made.kind} {made.target}; the case now has {summary.events:,} events, {summary.ties:,} ties",
    )


def judgements(
    case: CaseIn,
    json: AsJson = False,
    take: Annotated[
        Path | None, typer.Option("--import", help="Add the judgements of a file that --json wrote.")
    ] = None,
    lost: Annotated[bool, typer.Option("--lost", help="Only those that no longer find their object.")] = False,
) -> None:
    """List, export and import reviewers' decisions, so that two people can work and combine."""
    from tawatur.casefile.case import Case
    from tawatur.casefile.judgements.storing import all_judgements, import_judgements, standing, states

    with Case.open(case) as opened:
        if take is not None:
            if not take.is_file():
                raise JudgementError(f"{take}: no such file; give what `tawatur judgements CASE --json` wrote")
            new, known = import_judgements(opened.engine, take.read_text(encoding="utf-8").splitlines())
            line(f"{new} judgements added, {known} known already; run `tawatur join` to let them shape the case")
            return
        what = states(opened.engine)
        stand = {made.id for made in standing(opened.engine)}
        rows = [made for made in all_judgements(opened.engine) if not lost or what.get(made.id) == "lost"]
    if json:
        print_json(rows)
        return
    for made in rows:
        state = "undone" if made.id not in stand and made.action != "undo" else what.get(made.id, "")
        line(
            (made.id, "bold"),
            f"  {made.made_at[:19]}  {made.reviewer}: {made.action} {made.kind} {made.target}  ",
            (state, "yellow"),
        )
        if made.reason:
            line("    ", isolated(made.reason))


def join(
    case: CaseIn,
    anew: Annotated[bool, typer.Option("--anew", help="Also what nothing changed for since the last time.")] = False,
) -> None:
    """Join what a case has read, by the decisions that stand; `build` and `judge` do so themselves."""
    from tawatur.building.build import Summary, join_case
    from tawatur.casefile.case import Case
    from tawatur.casefile.storage import kept_whole, sole_writer
    from tawatur.explore.cli.progress import build_progress

    summary = Summary(case=case)
    with sole_writer(case), Case.open(case) as opened, kept_whole(case), build_progress(()) as progress:
        join_case(opened.engine, summary, progress, anew=anew)
    line(
        (case, "bold"),
        f": {summary.reports:,} reports, {summary.events:,} events, {summary.ties:,} ties; "
        f"decisions {summary.judgements:,}, of which lost {summary.judgements_lost:,}",
    )


def check(case: CaseIn) -> None:
    """Check that a case is whole: spans, digests, references, events that follow from reports."""
    from tawatur.casefile.case import Case
    from tawatur.casefile.checking import check_case

    with Case.open(case) as opened:
        faults = list(check_case(opened.engine))
        counts = opened.counts()
    for fault in faults:
        print(f"tawatur: {fault}", file=sys.stderr)
    if faults:
        raise typer.Exit(1)
    line("whole: ", ", ".join(f"{number:,} {name}" for name, number in counts.items()))
