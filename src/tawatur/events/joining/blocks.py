"""Candidate pairs without comparing all: a sweep over time, each report against the last few of its blocks."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tawatur.events.joining.kinship import once
from tawatur.events.joining.lore import Lore
from tawatur.events.rows import Row
from tawatur.events.windows import UNDATED, anchor

REACH = 40  # days over which two anchors may lie apart
_BUDGET, _FEWEST, _MOST = 2_000_000, 16, 120


class Once(NamedTuple):
    """The block of an act that happens once to or by someone: its tellings may lie years apart."""

    type: str
    role: str
    who: str


Keys = Callable[[Row], list[object]]


def candidates(rows: Sequence[Row], keys: Keys) -> Iterator[tuple[int, int]]:
    """Pairs of row numbers that share a block, each once. Rows are swept by the day on which they most likely lie."""
    wide = max(_FEWEST, min(_MOST, _BUDGET // max(1, len(rows))))
    blocks: dict[object, deque[int]] = {}
    anchors = [anchor_of(row) for row in rows]
    for i in sorted(range(len(rows)), key=lambda n: (anchors[n], rows[n].order)):
        near: set[int] = set()
        lasting: set[int] = set()  # told of whenever
        for key in keys(rows[i]):
            block = blocks.get(key)
            if block is None:
                block = blocks[key] = deque(maxlen=wide)
            (lasting if isinstance(key, Once) else near).update(block)
            block.append(i)
        if rows[i].kind != "relation" and anchors[i] != UNDATED:
            near = {j for j in near if anchors[i] - anchors[j] <= REACH}
        for j in sorted(near | lasting):
            yield (j, i)


def anchor_of(row: Row) -> int:
    """The day by which a report is swept: its own, else that of publication, else after all others."""
    return anchor(row.days, row.source.days)


def keys_of(row: Row, lore: Lore) -> list[object]:
    """The blocks of a report: its article, who and where together, figures, rare words."""
    keys: list[object] = [(row.type, row.source.number), *lore.combinations.blocks(row)]
    keys += [(row.type, unit, low, high) for unit, low, high in row.figures if low != 1]
    keys += [Once(row.type, role, who) for role in once(row.extension, row.extension) for who in _fillers(row, role)]
    keys += [(row.type, word) for word in row.words if lore.telling(word)]
    return keys


def _fillers(row: Row, role: str) -> tuple[str, ...]:
    return row.actors if role == "actors" else row.recipients if role == "recipients" else ()
