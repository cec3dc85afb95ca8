"""Denials of one type against tellings of another: "gave no base" against "flew from its base"."""

import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

import msgspec

from tawatur.events.disagreements.deeds import Deed, denied_as, told_as
from tawatur.events.disagreements.notes import note
from tawatur.events.joining.lore import Lore
from tawatur.events.rows import Row
from tawatur.events.sides import lineage
from tawatur.events.windows import UNDATED, anchor
from tawatur.model.case import Disagreement, Event, ToldReport

REACH = 45  # days before and after a denial in which what it denies is looked for
_NEAREST = 200  # tellings of one party that a denial is held against
_MOST = 12  # reports shown on a side

Key = tuple[str, str]  # a deed and the side of one who has part in it
Clash = tuple[int, int]  # the first rows of two groups: one tells, the other denies


class Dispute(msgspec.Struct, frozen=True):
    """Rows of two events of which the one tells what the other denies."""

    told: tuple[int, ...]
    denied: tuple[int, ...]


def find_disputes(rows: Sequence[Row], groups: Sequence[Sequence[int]], lore: Lore) -> dict[Clash, Dispute]:
    """Pairs of groups (one tells, the other denies under another type) with the rows that contradict one another."""
    group_of = {number: group[0] for group in groups for number in group}
    denials = [n for n in group_of if rows[n].modality == "denied" and denied_as(_kind(rows[n]))]
    if not denials:
        return {}
    index = _index(rows, group_of.keys(), lore)
    found: dict[Clash, tuple[set[int], set[int]]] = {}
    for number in sorted(denials):
        for other in _near(rows[number], index, lore):
            if group_of[other] != group_of[number] and _contradicts(rows[number], rows[other], lore):
                sides = found.setdefault((group_of[other], group_of[number]), (set(), set()))
                sides[0].add(other)
                sides[1].add(number)
    return {pair: Dispute(tuple(sorted(told)), tuple(sorted(denied))) for pair, (told, denied) in found.items()}


def with_disputes(event: Event, found: Sequence[Disagreement]) -> Event:
    """The event with these disagreements beside its own."""
    return msgspec.structs.replace(event, disagreements=(*event.disagreements, *found)) if found else event


def shown(disputes: Mapping[Clash, Dispute], group: int, report: Callable[[int], ToldReport]) -> list[Disagreement]:
    """The disputes of one group as its event shows them; the reports of other events come along."""
    found = []
    for place in (0, 1):  # it tells what others deny, or denies what others tell
        pairs = [dispute for pair, dispute in sorted(disputes.items()) if pair[place] == group]
        numbers = [{n for pair in pairs for n in pair.told}, {n for pair in pairs for n in pair.denied}]
        if pairs:
            sides = [tuple(report(n) for n in sorted(side)[:_MOST]) for side in numbers]
            told, denied = (tuple(r.id for r in side) for side in sides)
            found.append(
                Disagreement(
                    field="modality", sides=(told, denied), note=note("deed", (), ()), elsewhere=sides[1 - place]
                )
            )
    return found


def _kind(row: Row) -> str:
    return f"{row.type}/{row.extension}" if row.extension else row.type


def _index(rows: Sequence[Row], numbers: Set[int], lore: Lore) -> dict[Key, list[tuple[int, int]]]:
    """Tellings by deed and party, each list in the order of days."""
    index: dict[Key, list[tuple[int, int]]] = {}
    for number in numbers:
        row = rows[number]
        if row.modality == "asserted" and not any(link.stance != "asserts" for link in row.chain):
            for deed in told_as(_kind(row)):
                for side in _sides(row, lore):
                    index.setdefault((deed.name, side), []).append((_day(row), number))
    for tellings in index.values():
        tellings.sort()
    return index


def _near(row: Row, index: dict[Key, list[tuple[int, int]]], lore: Lore) -> Iterator[int]:
    """Tellings of the deed by or about a party of the denial, near to it in time."""
    seen: set[int] = set()
    day = _day(row)
    for deed in denied_as(_kind(row)):
        for side in _sides(row, lore):
            tellings = index.get((deed.name, side), [])
            low = 0 if day == UNDATED else bisect.bisect_left(tellings, (day - REACH, -1))
            for told_on, number in tellings[low : low + _NEAREST]:
                if number not in seen and (UNDATED in (day, told_on) or told_on <= day + REACH):
                    seen.add(number)
                    yield number


def _day(row: Row) -> int:
    return anchor(row.days, row.source.days)


def _sides(row: Row, lore: Lore) -> set[str]:
    return {lineage(i, lore.side(i))[-1] for i in (*row.actors, *row.recipients) if not lore.generic(i)}


def _contradicts(denial: Row, telling: Row, lore: Lore) -> bool:
    if telling.type == denial.type or not _times_meet(denial, telling):
        return False
    if denial.place and telling.place and lore.where(denial, telling) == "apart":
        return False
    kinds = [(_kind(row), row.quote) for row in (denial, telling)]
    shared = [deed for deed in denied_as(kinds[0][0]) if kinds[1][0] in deed.told]
    return any(_same_parties(denial, telling, deed, lore) and all(deed.meant(*k) for k in kinds) for deed in shared)


def _times_meet(denial: Row, telling: Row) -> bool:
    """What is denied was said before: a telling of later days is another matter."""
    if denial.days and telling.days:
        return denial.days.gap(telling.days) == 0
    spoken, told = denial.source.days, telling.days or telling.source.days
    return spoken is None or told is None or told.first - told.slack <= spoken.last


def _same_parties(denial: Row, telling: Row, deed: Deed, lore: Lore) -> bool:
    """Whether both name the two parties, each in the same part unless the deed may be told from either end."""
    if deed.roles == "same":
        pairs = ((denial.actors, telling.actors), (denial.recipients, telling.recipients))
        return all(ours and all(_met(i, theirs, lore) for i in ours) for ours, theirs in pairs)
    denied, told = (_sides(row, lore) for row in (denial, telling))
    ground = lore.state_of(telling.place) if deed.roles == "ground" and telling.place else None
    theirs = (*telling.actors, *telling.recipients)
    met = (_met(i, theirs, lore) for i in {*denial.actors, *denial.recipients} if i != ground)
    return len(denied) > 1 and denied <= told | {ground} and all(met)


def _met(party: str, others: Sequence[str], lore: Lore) -> bool:
    return any(lore.match(party, other) in ("same", "within", "side") for other in others)
