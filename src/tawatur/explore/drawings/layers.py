"""Places the boxes of a layered drawing and leads its long lines around them."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping

WIDTH, HEIGHT, GAP_X, GAP_Y, MARGIN = 138.0, 58.0, 56.0, 20.0, 14.0
LANE = 16.0  # height of a lane that a long line takes in a layer
SWEEPS = 6
Pair = tuple[str, str]
Routes = dict[Pair, tuple[str, ...]]


def routed(edges: Iterable[Pair], layers: Mapping[str, int]) -> Routes:
    """For each line the stations it passes: its ends, and a lane of its own in every layer between them."""
    routes: Routes = {}
    for start, end in sorted(edges):
        first, last = layers.get(start, 1), layers.get(end, 1)
        lanes = tuple(f"·lane·{start}·{end}·{layer}" for layer in range(first + 1, last))
        routes[start, end] = (start, *lanes, end)
    return routes


def arranged(
    nodes: Iterable[str], routes: Routes, layers: Mapping[str, int], mirrored: bool
) -> dict[str, tuple[float, float]]:
    """Middles of boxes and lanes: layers side by side, inside a layer near what they are linked with."""
    columns = _columns(nodes, routes, layers)
    near: defaultdict[str, list[str]] = defaultdict(list)
    for route in routes.values():
        for one, two in itertools.pairwise(route):
            near[one].append(two)
            near[two].append(one)
    heights = {layer: _stack(column, {})[1] for layer, column in columns.items()}
    middle = MARGIN + max(heights.values()) / 2
    down: dict[str, float] = {}
    for sweep in range(SWEEPS):
        for layer in sorted(columns, reverse=bool(sweep % 2)):
            columns[layer].sort(key=lambda id: (_mean(near[id], down, middle), id))
            tops, height = _stack(columns[layer], {})
            down |= {id: middle - height / 2 + top for id, top in tops.items()}
    last = max(layers.values())
    across = {layer: MARGIN + (last - layer if mirrored else layer) * (WIDTH + GAP_X) + WIDTH / 2 for layer in columns}
    return {id: (across[layer], down[id]) for layer, column in columns.items() for id in column}


def _columns(nodes: Iterable[str], routes: Routes, layers: Mapping[str, int]) -> dict[int, list[str]]:
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for id in sorted(nodes):
        columns[layers.get(id, 1)].append(id)
    for route in routes.values():
        for lane in route[1:-1]:
            columns[int(lane.rpartition("·")[2])].append(lane)
    return dict(columns)


def _mean(near: list[str], down: Mapping[str, float], otherwise: float) -> float:
    known = [down[id] for id in near if id in down]
    return sum(known) / len(known) if known else otherwise


def _stack(column: list[str], tops: dict[str, float]) -> tuple[dict[str, float], float]:
    """Middles of a column's boxes from its top, and its height."""
    at = 0.0
    for id in column:
        height = LANE if id.startswith("·lane·") else HEIGHT
        tops[id] = at + height / 2
        at += height + GAP_Y
    return tops, at - GAP_Y
