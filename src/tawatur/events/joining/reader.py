"""Judges which reports tell of one happening or of one standing tie."""

import math
from collections.abc import Iterator, Mapping, Sequence, Set

from tawatur.events.joining.blocks import candidates, keys_of
from tawatur.events.joining.clusters import Forest
from tawatur.events.joining.features import Likeness, compare, exclude
from tawatur.events.joining.lore import Lore
from tawatur.events.joining.weights import weights
from tawatur.events.rows import Row

Copied = Mapping[tuple[int, int], str]  # pairs of row numbers, lower first: "aligned" or "near"


class Grouped:
    """Rows that are one, and what joined each."""

    def __init__(self, groups: list[list[int]], reasons: dict[int, tuple[str, ...]]) -> None:
        self.groups, self.reasons = groups, reasons


def join_rows(
    rows: Sequence[Row],
    lore: Lore,
    *,
    copied: Copied,
    must: Sequence[tuple[int, int]] = (),
    cannot: Sequence[tuple[int, int]] = (),
    part: Set[str] | None = None,
) -> Grouped:
    """Groups rows (sorted by `order`) of any kind and type; each row is in exactly one group.

    Where `part` is given, only rows of these ids are compared; the others stay alone.
    """

    def likeness(one: int, two: int) -> Likeness:
        first, second = (one, two) if one < two else (two, one)
        return compare(rows[first], rows[second], lore, copied=copied.get((first, second), ""))

    forest = Forest(rows, lore, likeness)
    for one, two in cannot:
        forest.forbid(one, two)
    for one, two in must:
        forest.force(one, two, "judged")
    edges = []
    for one, two in _pairs(rows, lore, copied, part):
        value = likeness(one, two).sum
        if value >= _bar(rows[one], rows[two], lore.articles):
            edges.append((value, one, two))
    forest.grow(edges)
    return Grouped(forest.groups(), forest.reasons)


def _pairs(rows: Sequence[Row], lore: Lore, copied: Copied, part: Set[str] | None) -> Iterator[tuple[int, int]]:
    """Each pair worth comparing, once; never held together, for there are millions in a large case."""
    by_kind: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(rows):
        if part is None or row.id in part:
            by_kind.setdefault((row.kind, row.type), []).append(number)
    taking = {number for numbers in by_kind.values() for number in numbers} if part is not None else None
    for pair in copied:
        if _comparable(rows[pair[0]], rows[pair[1]]) and (taking is None or taking.issuperset(pair)):
            yield pair
    for numbers in by_kind.values():
        chosen = [rows[n] for n in numbers]
        for one, two in candidates(chosen, lambda row: keys_of(row, lore)):
            pair = (numbers[min(one, two)], numbers[max(one, two)])
            if pair not in copied and not exclude(rows[pair[0]], rows[pair[1]], lore):
                yield pair


def _comparable(one: Row, two: Row) -> bool:
    return one.kind == two.kind and one.type == two.type


def _bar(one: Row, two: Row, articles: int) -> float:
    bars = weights().bars
    if one.kind == "relation":
        return bars.join_tie
    if one.source.number == two.source.number:
        return bars.join_inside
    return bars.join + bars.crowd * max(0.0, math.log10(articles / 10))
