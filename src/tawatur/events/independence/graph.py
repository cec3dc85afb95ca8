"""Chains as a graph from the happening to the reader: node-disjoint paths, the smallest cut, the nodes on every chain.

Graphs here have a handful of nodes; augmenting paths over split nodes are exact and need no library.
"""

import itertools
from collections.abc import Iterable, Sequence

Chain = tuple[str, ...]  # transmitters from the origin outwards, the outlet last


def disjoint(chains: Iterable[Chain]) -> tuple[int, tuple[str, ...]]:
    """The largest number of chains that share no transmitter, and the smallest set that all of them pass, sorted."""
    distinct = sorted({c for c in chains if c})
    if not distinct:
        return 0, ()
    shared = common(distinct)
    if shared:
        return 1, (shared[0],)
    return _flow(distinct)


def common(chains: Sequence[Chain]) -> tuple[str, ...]:
    """Transmitters on every path from the happening to the reader, from the origin outwards."""
    if not chains:
        return ()
    ahead, starts, ends = _edges(chains)
    return tuple(node for node in _ordered(chains) if not _reaches(ahead, starts, ends, without=node))


def _ordered(chains: Sequence[Chain]) -> list[str]:
    return (
        list(dict.fromkeys(node for chain in sorted(chains, key=len) for node in chain))
        if len(chains) == 1
        else [node for node in chains[0] if all(node in chain for chain in chains)]
    )


def _edges(chains: Sequence[Chain]) -> tuple[dict[str, list[str]], list[str], set[str]]:
    ahead: dict[str, list[str]] = {}
    for chain in chains:
        for one, two in itertools.pairwise(chain):
            ahead.setdefault(one, [])
            if two not in ahead[one]:
                ahead[one].append(two)
    return ahead, sorted({c[0] for c in chains}), {c[-1] for c in chains}


def _reaches(ahead: dict[str, list[str]], starts: list[str], ends: set[str], *, without: str) -> bool:
    seen = {without}
    todo = [s for s in starts if s != without]
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        if node in ends:
            return True
        seen.add(node)
        todo.extend(ahead.get(node, ()))
    return False


def _flow(chains: Sequence[Chain]) -> tuple[int, tuple[str, ...]]:
    """Largest flow with every transmitter used once; a node is split in two, (node, 0) before it, (node, 1) after."""
    ahead, starts, ends = _edges(chains)
    room: dict[tuple[str, int], dict[tuple[str, int], int]] = {}

    def arc(one: tuple[str, int], two: tuple[str, int], capacity: int) -> None:
        room.setdefault(one, {})[two] = capacity
        room.setdefault(two, {}).setdefault(one, 0)

    source, sink = ("", 0), ("", 1)
    many = len(chains) + 1
    for node in sorted({n for chain in chains for n in chain}):
        arc((node, 0), (node, 1), 1)
        for other in sorted(ahead.get(node, ())):
            arc((node, 1), (other, 0), many)
        if node in ends:
            arc((node, 1), sink, many)
    for start in starts:
        arc(source, (start, 0), many)
    flow = 0
    while True:
        back = _path(room, source, sink)
        if sink not in back:
            break
        at = sink
        while at != source:
            before = back[at]
            room[before][at] -= 1
            room[at][before] += 1
            at = before
        flow += 1
    reached = set(back) | {source}
    cut = sorted({n for n, side in reached if side == 0 and n and (n, 1) not in reached})
    return flow, tuple(cut)


def _path(
    room: dict[tuple[str, int], dict[tuple[str, int], int]], source: tuple[str, int], sink: tuple[str, int]
) -> dict[tuple[str, int], tuple[str, int]]:
    back: dict[tuple[str, int], tuple[str, int]] = {}
    todo = [source]
    for at in todo:
        for two, capacity in room.get(at, {}).items():
            if capacity > 0 and two not in back and two != source:
                back[two] = at
                if two == sink:
                    return back
                todo.append(two)
    return back
