"""Candidate pairs without comparing all: a sweep over time, each report against the last few of its blocks."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from tawatur.events.joining.features import SYMMETRIC
from tawatur.events.rows import Row
from tawatur.events.sides import lineage

REACH = 40  # days over which two anchors may lie apart
_BUDGET, _FEWEST, _MOST = 24_000_000, 16, 400
_NO_DAY = 10**7

Key = tuple[str, ...]


def candidates(
    rows: Sequence[Row], side: Callable[[str], str | None], rare: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Pairs of row numbers that share a block, each once. Rows are swept by the day on which they most likely lie."""
    wide = max(_FEWEST, min(_MOST, _BUDGET // max(1, len(rows))))
    blocks: dict[Key, deque[int]] = {}
    anchors = [anchor_of(row) for row in rows]
    for i in sorted(range(len(rows)), key=lambda n: (anchors[n], rows[n].order)):
        near: set[int] = set()
        for key in keys_of(rows[i], side, rare):
            block = blocks.get(key)
            if block is None:
                block = blocks[key] = deque(maxlen=wide)
            near.update(block)
            block.append(i)
        for j in sorted(near):
            if rows[i].kind == "relation" or anchors[i] == _NO_DAY or anchors[i] - anchors[j] <= REACH:
                yield (j, i)


def anchor_of(row: Row) -> int:
    """The day by which a report is swept: its own, else that of publication, else after all others."""
    if row.days and row.days.length <= 45:
        return row.days.first
    return row.source.days.first if row.source.days else row.days.first if row.days else _NO_DAY


def keys_of(row: Row, side: Callable[[str], str | None], rare: Callable[[str], bool]) -> list[Key]:
    """The blocks of a report: its actors' sides, place, figures and rare words, alone and two by two."""
    pooled = row.type in SYMMETRIC
    first = _roots(row.actors + (row.recipients if pooled else ()), side)
    second = [] if pooled else _roots(row.recipients, side)
    keys: list[Key] = [(row.type, "who", a) for a in first]
    keys += [(row.type, "whom", b) for b in second]
    keys += [(row.type, "who", a, "whom", b) for a in first for b in second]
    if row.place:
        keys.append((row.type, "place", row.place))
        keys += [(row.type, "place", row.place, who) for who in first + second]
    keys += [(row.type, "figure", unit, str(low), str(high)) for unit, low, high in row.figures]
    keys += [(row.type, "word", word) for word in row.words if rare(word)]
    return keys


def _roots(ids: tuple[str, ...], side: Callable[[str], str | None]) -> list[str]:
    return sorted({lineage(i, side(i))[-1] for i in ids})
