"""Measures of an undirected network: the figures of networkx in a fraction of its time, least where it is dense."""

from collections.abc import Mapping, Set


def betweenness(near: Mapping[str, Set[str]]) -> dict[str, float]:
    """The share of shortest paths between two others that pass each node (Brandes), 0 to 1; `near`: its neighbours."""
    names = sorted(near)
    number = {name: n for n, name in enumerate(names)}
    links = [{number[other] for other in near[name]} for name in names]
    passed = [0.0] * len(names)
    for start, beside in enumerate(links):
        if beside:
            _walk(start, links, passed)
    pairs = (len(names) - 1) * (len(names) - 2)
    return {name: value / pairs if pairs > 0 else 0.0 for name, value in zip(names, passed, strict=True)}


def brokerage(near: Mapping[str, Set[str]], node: str) -> int:
    """Pairs of a node's neighbours that have no link with each other."""
    beside = near[node]
    linked = sum(len(beside & near[other]) for other in beside) // 2
    return len(beside) * (len(beside) - 1) // 2 - linked


def _walk(start: int, links: list[set[int]], passed: list[float]) -> None:
    """Adds what the shortest paths from one node pass: out level by level, then back from the farthest.

    Neighbours are reached by one path that passes nobody, so in a dense network hardly any node is looked at.
    """
    front = links[start]
    unseen = set(range(len(links))) - front
    unseen.discard(start)
    paths = dict.fromkeys(front, 1)
    levels: list[list[tuple[int, set[int]]]] = []
    while front and unseen:
        # the nodes ahead: all that are left where they are few, else those beside the front
        ahead = unseen if len(unseen) <= len(front) else unseen.intersection(set().union(*[links[n] for n in front]))
        level = [(node, before) for node in ahead if (before := front & links[node])]
        for node, before in level:
            paths[node] = sum([paths[n] for n in before])
        front = {node for node, _ in level}
        unseen -= front
        levels.append(level)
    share = dict.fromkeys(paths, 1.0)
    for level in reversed(levels):
        for node, before in level:
            carried = share[node] / paths[node]
            for other in before:
                share[other] += paths[other] * carried
            passed[node] += share[node] - 1
    for node in links[start] if levels else ():
        passed[node] += share[node] - 1
