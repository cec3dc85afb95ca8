"""What changed between two pictures of the network."""

from collections.abc import Mapping
from typing import Literal

from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.records import Change, Comparison, Edge, GoBetween, Snapshot
from tawatur.model.case import Name, Party

Pair = tuple[str, str]


def compare_snapshots(before: Snapshot, after: Snapshot) -> Comparison:
    """Links that came, went or changed kind; go-betweens no longer needed; brokerage before and after."""
    old, new = _direct(before), _direct(after)
    changes = [change for pair in sorted({*old, *new}) if (change := _change(old.get(pair), new.get(pair)))]
    brokers = {n.party.id: (n.party, n.brokerage) for n in before.nodes}
    later = {n.party.id: (n.party, n.brokerage) for n in after.nodes}
    rows = [
        (_party(i, brokers, later), brokers.get(i, (None, 0))[1], later.get(i, (None, 0))[1])
        for i in sorted({*brokers, *later})
    ]
    return Comparison(
        before=before.at,
        after=after.at,
        changes=tuple(changes),
        ceased=_ceased(before, old, new),
        brokerage=tuple(row for row in rows if row[1] != row[2]),
    )


def _direct(snapshot: Snapshot) -> dict[Pair, Edge]:
    return {(e.one.id, e.two.id): e for e in snapshot.edges if e.direct}


def _change(old: Edge | None, new: Edge | None) -> Change | None:
    edge = new or old
    if edge is None or (old and new and old.kinds == new.kinds):
        return None
    kind: Literal["came", "went", "changed"] = "came" if old is None else "went" if new is None else "changed"
    before, after = old.kinds if old else (), new.kinds if new else ()
    reports = dict.fromkeys((new.reports if new else ()) + (old.reports if old else ()))
    return Change(
        kind=kind,
        one=edge.one,
        two=edge.two,
        before=before,
        after=after,
        note=_note(edge, before, after),
        reports=tuple(reports),
    )


def _note(edge: Edge, before: tuple[str, ...], after: tuple[str, ...]) -> Name:
    names = {
        language: tuple(p.name.get(language) or next(iter(p.name.values()), p.id) for p in (edge.one, edge.two))
        for language in ("ar", "en")
    }
    told = {
        language: tuple(
            " و".join(words) if language == "ar" else " and ".join(words)
            for words in ([getattr(link_kinds().kinds[k], language) for k in kinds] for kinds in (before, after))
        )
        for language in ("ar", "en")
    }
    arabic, english = names["ar"], names["en"]
    if not before:
        return {
            "ar": f"صلة مباشرة جديدة بين {arabic[0]} و{arabic[1]}: {told['ar'][1]}",
            "en": f"a new direct link between {english[0]} and {english[1]}: {told['en'][1]}",
        }
    if not after:
        return {
            "ar": f"لم تعد صلة مباشرة معروفة بين {arabic[0]} و{arabic[1]}",
            "en": f"no direct link is known any more between {english[0]} and {english[1]}",
        }
    return {
        "ar": f"تغيرت الصلة بين {arabic[0]} و{arabic[1]}: كانت {told['ar'][0]} وصارت {told['ar'][1]}",
        "en": f"the link between {english[0]} and {english[1]} changed from {told['en'][0]} to {told['en'][1]}",
    }


def _ceased(before: Snapshot, old: Mapping[Pair, Edge], new: Mapping[Pair, Edge]) -> tuple[GoBetween, ...]:
    """Those whom reports call go-betweens first, then those who merely stood between."""
    found: dict[tuple[str, Pair], GoBetween] = {}
    for pair in before.indirect:
        edge = new.get((pair.one.id, pair.two.id))
        for broker in pair.through if edge else ():
            reports = tuple(dict.fromkeys(pair.reports + (edge.reports if edge else ())))
            found[broker.id, (pair.one.id, pair.two.id)] = GoBetween(
                party=broker, one=pair.one, two=pair.two, reports=reports
            )
    near = _neighbours(before)
    for ends in sorted(new.keys() - old.keys()):
        edge = new[ends]
        for broker_id in sorted(near.get(ends[0], {}).keys() & near.get(ends[1], {}).keys()):
            links = [near[end][broker_id] for end in ends]
            party = next(p for p in (links[0].one, links[0].two) if p.id == broker_id)
            reports = tuple(dict.fromkeys(links[0].reports + links[1].reports + edge.reports))
            between = GoBetween(party=party, one=edge.one, two=edge.two, reports=reports, told=False)
            found.setdefault((broker_id, ends), between)
    return tuple(sorted(found.values(), key=lambda g: (not g.told, g.one.id, g.two.id, g.party.id)))


def _neighbours(snapshot: Snapshot) -> dict[str, dict[str, Edge]]:
    near: dict[str, dict[str, Edge]] = {}
    for edge in snapshot.edges:
        near.setdefault(edge.one.id, {})[edge.two.id] = edge
        near.setdefault(edge.two.id, {})[edge.one.id] = edge
    return near


def _party(id_: str, *tables: Mapping[str, tuple[Party, int]]) -> Party:
    return next(table[id_][0] for table in tables if id_ in table)
