"""The tagger's trained weights. A feature's weights for all tags are one integer, so that adding up is one addition.

Each tag has a lane of 32 bits in that integer; sums stay far below what a lane holds, borrows between lanes included.
"""

import gzip
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import repeat

from tawatur.arabic.tag.features import OPEN

Vector = tuple[int, ...]
Lanes = int
_BITS, _OWN, _NEAR = 32, len(OPEN), 2 * len(OPEN)


def added(table: dict[str, Lanes], features: Iterable[str]) -> Lanes:
    """The sum of the weights of some features; those never trained weigh nothing."""
    return sum(map(table.get, features, repeat(0)))


def _unpacker(lanes: int) -> Callable[[Lanes], Vector]:
    """How to read the signed lanes of a sum: the sign bits are added and flipped back, which undoes every borrow."""
    signs = sum(1 << (_BITS * place + _BITS - 1) for place in range(lanes))
    unpack, size = struct.Struct(f"<{lanes}i").unpack, lanes * _BITS // 8
    return lambda total: unpack(((total + signs) ^ signs).to_bytes(size, "little"))


own_vector, near_vector = _unpacker(_OWN), _unpacker(_NEAR)


@cache
def own_weights() -> dict[str, Lanes]:
    """Own feature -> lanes. One line a feature: its side and name, then hundredths for each open tag."""
    return {feature: lanes for side, feature, lanes in _rows() if side == "o"}


@cache
def near_weights() -> dict[str, Lanes]:
    """Feature of a neighbour -> lanes: those for the word after it first, then those for the word before it."""
    table: defaultdict[str, Lanes] = defaultdict(int)
    for side, feature, lanes in _rows():
        if side != "o":
            table[feature] += lanes << (_BITS * _OWN if side == "r" else 0)
    return dict(table)


@cache
def steps() -> defaultdict[str, defaultdict[str, int]]:
    """Tag -> weight of each tag before it; what was never seen weighs nothing."""
    table: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in lines():
        if line.startswith(">"):
            _, before, tag, weight = line.split("\t")
            table[tag][before] = int(weight)
    return table


@cache
def lines() -> tuple[str, ...]:
    """The lines of the trained file."""
    raw = files("tawatur.arabic.tag").joinpath("tags.txt.gz").read_bytes()
    return tuple(gzip.decompress(raw).decode().splitlines())


def _rows() -> Iterator[tuple[str, str, Lanes]]:
    for line in lines():
        feature, *cells = line.split("\t")
        if not feature.startswith(">"):
            yield feature[0], feature[1:], sum(int(cell) << (_BITS * at) for at, cell in enumerate(cells) if cell)
