"""Joins the readings of many articles into events and ties."""

from collections.abc import Iterable

from tawatur.events.assembly import make_event, told_report
from tawatur.events.citations import count_citations
from tawatur.events.copies.reader import Linked, find_copied, link_copies
from tawatur.events.disagreements.across import find_disputes, shown, with_disputes
from tawatur.events.gathering import Gathered, gather
from tawatur.events.joining.lore import Lore
from tawatur.events.joining.reader import Grouped, join_rows
from tawatur.events.records import Joined, ReadArticle, Settings
from tawatur.events.rows import Row
from tawatur.model.case import Event, ToldReport


def join_readings(items: Iterable[ReadArticle], *, settings: Settings | None = None) -> Joined:
    """What the articles together tell: each report in exactly one event or tie. The order of items does not matter."""
    settings = settings or Settings()
    case = gather(items, whole=settings.core is None)
    rows, lore = case.rows, Lore(case.registry, case.words, case.rows)
    copied = find_copied(rows, case.passages)
    part = settings.part
    number = {row.id: n for n, row in enumerate(rows) if part is None or row.id in part}
    grouped = join_rows(
        rows,
        lore,
        copied=copied.kinds,
        must=_pairs(settings.must_join, number),
        cannot=_pairs(settings.cannot_join, number),
        part=part,
    )
    core = settings.core
    groups = [g for g in grouped.groups if core is None or any(rows[n].id in core for n in g)]
    linked = link_copies(
        rows,
        groups,
        copied,
        lore.retelling,
        case.credits,
        passages=case.passages,
        is_media=lambda i: case.registry.kind(i) == "media",
        rejected=settings.rejected_copies,
    )
    events = _events(case, lore, grouped, groups, linked, settings)
    return Joined(
        events=_sorted(e for e in events if e.kind == "event"),
        ties=_sorted(e for e in events if e.kind == "relation"),
        copies=tuple(linked.copies),
        actors=case.counted.actors(),
        names=case.counted.names(),
        citations=count_citations(events),
    )


def _events(
    case: Gathered, lore: Lore, grouped: Grouped, groups: list[list[int]], linked: Linked, settings: Settings
) -> list[Event]:
    """An event or tie of each of the groups, with what others say against it."""
    rows, part = case.rows, settings.part

    def told(number: int) -> ToldReport:
        row = rows[number]
        return told_report(
            row,
            chain=linked.chains.get(number, row.chain),
            joined_by=grouped.reasons.get(number, ()),
            copied_from=linked.origins.get(number),
            copy=linked.copy_of.get(number),
        )

    compared = [g for g in grouped.groups if part is None or rows[g[0]].id in part]
    disputes = find_disputes(rows, compared, lore)
    events = []
    for group in groups:
        members, reports = [rows[n] for n in group], [told(n) for n in group]
        event = make_event(members, reports, case.registry, lore, across_camps=settings.across_camps)
        events.append(with_disputes(event, shown(disputes, group[0], told)))
    return events


def _pairs(pairs: Iterable[tuple[str, str]], number: dict[str, int]) -> list[tuple[int, int]]:
    """Pairs of ids as row numbers; a pair whose report is no longer there is left out."""
    return sorted((number[a], number[b]) for a, b in pairs if a in number and b in number)


def _sorted(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda e: (-e.support, -len(e.reports), e.id)))


__all__ = ["Joined", "ReadArticle", "Row", "Settings", "join_readings"]
