"""Spreads the points of a network over a surface: linked ones near, all apart; the same picture for the same network.

Written here because the layouts of networkx need numpy, which nothing else of Tawatur does. Forces act between
neighbours in a grid only, so that 300 points take a fraction of a second.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

ROUNDS = 140
Point = tuple[float, float]
_GOLDEN = math.pi * (3 - math.sqrt(5))


def spread(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]], *, width: float, height: float, room: Point = (118.0, 44.0)
) -> dict[str, Point]:
    """A place for each node (those named first nearest the middle); `room` is what a node and its label need."""
    if not nodes:
        return {}
    number = {id: n for n, id in enumerate(nodes)}
    pairs = sorted({(number[a], number[b]) for a, b in edges if a in number and b in number and a != b})
    xs, ys = _sunflower(len(nodes), width, height)
    ideal = math.sqrt(width * height / len(nodes)) * 0.75
    for round_ in range(ROUNDS):
        _pull_and_push(xs, ys, pairs, ideal, heat=ideal * (1 - round_ / ROUNDS), aspect=height / width)
    _fit(xs, ys, width, height, room)
    for _ in range(60):
        if not _part(xs, ys, room):
            break
    _fit(xs, ys, width, height, room, only_shrink=True)
    return {id: (round(xs[n], 1), round(ys[n], 1)) for id, n in number.items()}


def _sunflower(count: int, width: float, height: float) -> tuple[list[float], list[float]]:
    reach = [math.sqrt((n + 0.5) / count) / 2 for n in range(count)]
    xs = [width / 2 + reach[n] * width * 0.9 * math.cos(n * _GOLDEN) for n in range(count)]
    ys = [height / 2 + reach[n] * height * 0.9 * math.sin(n * _GOLDEN) for n in range(count)]
    return xs, ys


def _pull_and_push(
    xs: list[float], ys: list[float], pairs: list[tuple[int, int]], ideal: float, *, heat: float, aspect: float
) -> None:
    """One step of Fruchterman and Reingold's spring model, with a soft pull to the middle."""
    count = len(xs)
    fx, fy = [0.0] * count, [0.0] * count
    for one, two in _near(xs, ys, 2 * ideal):
        dx, dy = xs[one] - xs[two], ys[one] - ys[two]
        away = max(dx * dx + dy * dy, 0.01)
        push = ideal * ideal / away
        fx[one] += dx * push
        fy[one] += dy * push
        fx[two] -= dx * push
        fy[two] -= dy * push
    for one, two in pairs:
        dx, dy = xs[one] - xs[two], ys[one] - ys[two]
        pull = math.hypot(dx, dy) / ideal
        fx[one] -= dx * pull
        fy[one] -= dy * pull
        fx[two] += dx * pull
        fy[two] += dy * pull
    mx, my = sum(xs) / count, sum(ys) / count
    for n in range(count):
        fx[n] -= (xs[n] - mx) * 0.12
        fy[n] -= (ys[n] - my) * 0.12 / max(aspect, 0.2)
        size = math.hypot(fx[n], fy[n]) or 1.0
        step = min(size, heat)
        xs[n] += fx[n] / size * step
        ys[n] += fy[n] / size * step


def _near(xs: list[float], ys: list[float], reach: float) -> Iterable[tuple[int, int]]:
    """Pairs no farther apart than about `reach`."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for n in range(len(xs)):
        cells[int(xs[n] // reach), int(ys[n] // reach)].append(n)
    for (column, row), inside in sorted(cells.items()):
        others = [m for a, b in ((1, 0), (1, 1), (0, 1), (-1, 1)) for m in cells.get((column + a, row + b), ())]
        for place, one in enumerate(inside):
            yield from ((one, two) for two in inside[place + 1 :])
            yield from ((one, two) for two in others)


def _part(xs: list[float], ys: list[float], room: Point) -> bool:
    """Moves what overlaps apart along the shorter way; whether anything moved."""
    moved = False
    for one, two in list(_near(xs, ys, max(room))):
        over_x, over_y = room[0] - abs(xs[one] - xs[two]), room[1] - abs(ys[one] - ys[two])
        if over_x <= 0.5 or over_y <= 0.5:
            continue
        moved = True
        line, over = (xs, over_x) if over_x / room[0] < over_y / room[1] else (ys, over_y)
        ahead = 1 if (line[one], one) > (line[two], two) else -1
        line[one] += ahead * over / 2
        line[two] -= ahead * over / 2
    return moved


def _fit(
    xs: list[float], ys: list[float], width: float, height: float, room: Point, *, only_shrink: bool = False
) -> None:
    """Scales and moves all points into the surface."""
    for line, size, edge in ((xs, width, room[0] / 2), (ys, height, room[1] / 2)):
        low, high = min(line), max(line)
        inside = size - 2 * edge
        scale = inside / (high - low) if high > low else 1.0
        if only_shrink:
            scale = min(scale, 1.0)
        shift = size / 2 - (low + high) / 2 * scale
        line[:] = [value * scale + shift for value in line]
