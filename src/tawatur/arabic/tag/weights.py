"""The tagger's trained weights. A feature's weights for all tags are one integer, so that adding up is one addition.

Each tag has a lane of 32 bits in that integer; sums stay far below what a lane holds, borrows between lanes included.
"""

import gzip
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import add
from typing import NamedTuple

from tawatur.arabic.tag.features import COUNTED, NEAR, OF_FORM, OF_STEM, OPEN, Values

# the order of the lanes: where two tags weigh the same, the first wins
LANES = ("noun", "adjective", "name", "adverb", "verb", "number")
_LANE = [LANES.index(tag) for tag in OPEN]
Vector = tuple[int, ...]
Lanes = int
Tables = tuple[dict[str | int | None, Lanes], ...]
_BITS = 32
_WIDTH = _BITS * len(OPEN)
_SIZE, _HALF = _WIDTH // 8, (1 << _WIDTH) - 1
_SIGNS = sum(1 << (_BITS * place + _BITS - 1) for place in range(len(OPEN)))
_BOTH_SIGNS = _SIGNS | (_SIGNS << _WIDTH)
_SIGNED, _PLAIN = struct.Struct(f"<{len(OPEN)}i"), struct.Struct(f"<{len(OPEN)}I")
BIAS = _SIGNS  # half of what each lane holds: with it no lane is below zero, whatever weights are added


def added(tables: Tables, values: Values) -> Lanes:
    """The sum of the weights of some features, each from its own table; those never trained weigh nothing."""
    return sum(map(dict.get, tables, values, repeat(0)))


def unpacked(total: Lanes) -> Vector:
    """The lanes of a sum in which the bias is; they are compared with one another only, for each has it."""
    return _PLAIN.unpack(total.to_bytes(_SIZE, "little"))


def packed(vector: Iterable[int]) -> Lanes:
    """One number for each of `LANES`."""
    return (int.from_bytes(_SIGNED.pack(*vector), "little") ^ _SIGNS) - _SIGNS


def parted(total: Lanes) -> tuple[Lanes, Lanes]:
    """The two halves of a sum of weights from `near_weights`."""
    whole = total + _BOTH_SIGNS
    return (whole & _HALF) - _SIGNS, (whole >> _WIDTH) - _SIGNS


@cache
def form_weights() -> Tables:
    """Value -> lanes for each feature of a form (see `OF_FORM`)."""
    return _tables("o", OF_FORM)


@cache
def stem_weights() -> Tables:
    """Value -> lanes for each feature of a stem (see `OF_STEM`)."""
    return _tables("o", OF_STEM)


@cache
def near_weights() -> Tables:
    """Value -> lanes for each feature of a neighbour: those for the word after it first, then those for the other."""
    following, before = _tables("l", NEAR), _tables("r", NEAR)
    for table, other in zip(following, before, strict=True):
        for value, lanes in other.items():
            table[value] = table.get(value, 0) + (lanes << _WIDTH)
    return following


@cache
def steps() -> defaultdict[str, defaultdict[str, int]]:
    """Tag -> weight of each tag before it; what was never seen weighs nothing."""
    table: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in lines():
        if line.startswith(">"):
            _, before, tag, weight = line.split("\t")
            table[tag][before] = int(weight)
    return table


class Steps(NamedTuple):
    """The steps around a word, packed. `risks`: what steps may at most give any other tag more than one, by place."""

    entering: dict[str, Lanes]  # tag before (empty at the beginning) -> weight of the step from it to each open tag
    leaving: dict[str, Lanes]  # tag after (empty at the end) -> weight of the step to it from each open tag
    risks_leaving: Vector
    risks: Vector  # of both steps


@cache
def packed_steps() -> Steps:
    """The steps to and from open words."""
    table = steps()
    around = {*table, *(before for row in table.values() for before in row), *OPEN, ""}
    entering = {before: [table[tag][before] for tag in LANES] for before in around}
    leaving = {after: [table[after][tag] if after else 0 for tag in LANES] for after in around}
    entered, left = _most_gained(entering.values()), _most_gained(leaving.values())
    both = [list(map(add, one, other)) for one, other in zip(entered, left, strict=True)]
    to_word, from_word = ({tag: packed(row) for tag, row in rows.items()} for rows in (entering, leaving))
    return Steps(to_word, from_word, tuple(map(max, left)), tuple(map(max, both)))


def _most_gained(rows: Collection[list[int]]) -> list[list[int]]:
    """For each place, what another place has more than it in the row where it has most more."""
    places = range(len(LANES))
    return [[max(row[other] - row[place] for row in rows) for other in places] for place in places]


@cache
def lines() -> tuple[str, ...]:
    """The lines of the trained file."""
    raw = files("tawatur.arabic.tag").joinpath("tags.txt.gz").read_bytes()
    return tuple(gzip.decompress(raw).decode().splitlines())


def _tables(side: str, names: tuple[str, ...]) -> Tables:
    """One table for each of some features of a side. A line of the file: side, name, "=", value, hundredths by tag."""
    tables: dict[str, dict[str | int | None, Lanes]] = {side + name: {} for name in names}
    for line in lines():
        feature, *cells = line.split("\t")
        name, _, value = feature.partition("=")
        if (table := tables.get(name)) is not None:
            lanes = sum(int(cell) << (_BITS * _LANE[at]) for at, cell in enumerate(cells) if cell)
            table[int(value) if name[1:] in COUNTED else value] = lanes
    return tuple(tables.values())
