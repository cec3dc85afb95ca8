"""On how many independent feet an event stands, through whom every chain passes, and why, in one sentence."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from tawatur.events.independence.graph import Chain, common, disjoint
from tawatur.events.independence.reasons import why
from tawatur.events.sides import name_of
from tawatur.model.case import ChainLink, Event, Name, Party, ToldReport
from tawatur.model.reading import Modality


class Feet(NamedTuple):
    """The count of one side: number, smallest cut, transmitters on every chain."""

    support: int
    cut: tuple[str, ...]
    common: tuple[str, ...]


class Weighed(NamedTuple):
    """An event's standing: what its modality is, who stands for it and how many against it."""

    modality: Modality
    support: int
    against: int
    cut: tuple[Party, ...]
    common_links: tuple[Party, ...]
    why: Name


def weigh_reports(reports: Sequence[ToldReport], *, across_camps: bool = False) -> Weighed:
    """The standing of an event with these reports. `across_camps` makes one node of all transmitters of one camp."""
    sides: dict[str, list[ToldReport]] = {}
    for report in reports:
        sides.setdefault(stance_of(report), []).append(report)
    chosen = next(s for s in ("asserted", "planned", "possible", "denied") if s in sides)
    modality: Modality = chosen
    if modality in ("planned", "possible") and len(sides.get("possible", ())) > len(sides.get("planned", ())):
        modality = "possible"
    held = sides[chosen] + (sides.get("possible", []) if chosen == "planned" else [])
    opposed = sides.get("denied", []) if chosen != "denied" else []
    names = _names(reports, across_camps)
    feet = _count(held, across_camps)
    against = _count(opposed, across_camps).support
    parties = [tuple(names[n] for n in nodes) for nodes in (feet.cut, feet.common)]
    articles = len({r.article for r in held})
    return Weighed(
        modality,
        feet.support,
        against,
        parties[0],
        parties[1],
        why(modality, articles, feet.support, _named_first(parties[1], reports), against),
    )


def weigh_event(event: Event, *, across_camps: bool = False) -> Event:
    """The event with support, cut, common links and reason counted anew."""
    found = weigh_reports(event.reports, across_camps=across_camps)
    return msgspec.structs.replace(
        event,
        modality=found.modality,
        support=found.support,
        against=found.against,
        cut=found.cut,
        common_links=found.common_links,
        why=found.why,
    )


def stance_of(report: ToldReport) -> str:
    """On which side a report stands: asserted, planned, possible, or denied (denied or told by one who denies it)."""
    if report.modality == "denied" or (report.chain and report.chain[-1].stance == "denies"):
        return "denied"
    if any(link.stance == "doubts" for link in report.chain):
        return "denied" if report.modality == "asserted" else "possible"
    return report.modality


def chain_of(report: ToldReport) -> tuple[ChainLink, ...]:
    """The transmitters from the origin outwards, the outlet last."""
    outlet = ChainLink(id=report.outlet_id, name=report.outlet_name, camp=report.camp)
    return (*(link for link in reversed(report.chain) if link.id != report.outlet_id), outlet)


def _named_first(common: tuple[Party, ...], reports: Sequence[ToldReport]) -> tuple[Party, ...]:
    """Common links with those that bear a name before "sources": a reader asks who told it."""
    unnamed = {link.id for report in reports for link in report.chain if link.anonymous}
    return tuple(sorted(common, key=lambda party: party.id in unnamed))


def _count(reports: Sequence[ToldReport], across_camps: bool) -> Feet:
    chains = sorted({path for r in reports for path in _paths(r, across_camps)})
    support, cut = disjoint(chains)
    return Feet(support, cut, common(chains))


def _paths(report: ToldReport, across_camps: bool) -> Iterator[Chain]:
    """The ways of a report from the happening to its outlet, as nodes."""
    for way in ways(tuple(reversed(chain_of(report)))):
        yield tuple(dict.fromkeys(_node(link, across_camps) for link in way))


def ways(chain: Sequence[ChainLink]) -> Iterator[tuple[ChainLink, ...]]:
    """From the origin outwards, each way of a chain (outermost first): several where sources stand side by side."""
    steps: list[list[ChainLink]] = []
    for link in chain:
        if link.beside and steps:
            steps[-1].append(link)
        else:
            steps.append([link])
    return itertools.product(*reversed(steps))


def _node(link: ChainLink, across_camps: bool) -> str:
    return link.camp if across_camps and link.camp else link.id


def _names(reports: Sequence[ToldReport], across_camps: bool) -> dict[str, Party]:
    """The name of each node: an outlet's own name before the one by which others cite it, a camp's before all."""
    chains = [chain_of(report) for report in reports]
    names: dict[str, Party] = {}
    for link in (*(chain[-1] for chain in chains), *(link for chain in chains for link in chain[:-1])):
        node = _node(link, across_camps)
        names.setdefault(node, Party(id=node, name=link.name if node == link.id else name_of(node) or link.name))
    return names
