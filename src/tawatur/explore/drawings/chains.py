"""Draws the chains of an event: the happening, its origins, each transmitter, the outlets, the reader."""

from collections import defaultdict
from collections.abc import Callable

import msgspec
from markupsafe import Markup

from tawatur.events.independence.reader import ways
from tawatur.explore.drawings.layers import GAP_X, HEIGHT, MARGIN, WIDTH, arranged, routed
from tawatur.explore.drawings.svg import arrow, box, drawing, group, link, text, through, wrapped
from tawatur.model.case import Event, ToldReport

HAPPENING, READER = "·happening", "·reader"
Namer = Callable[[dict[str, str]], str]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the drawing: a transmitter once, wherever it turns up."""

    id: str
    label: str
    kind: str  # happening | source | anonymous | outlet | reader
    href: str | None = None


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing's own words in the language of the page."""

    title: str
    description: str
    happening: str
    reader: str
    common: str
    inferred: str


def draw_chains(event: Event, *, name: Namer, words: Words, mirrored: bool) -> Markup:
    """The drawing of an event's chains; `mirrored` reads from right to left. Long lines run between the boxes."""
    nodes, edges = _graph(event, name, words)
    layers = _layers(edges)
    routes = routed(edges, layers)
    places = arranged(nodes, routes, layers, mirrored)
    width = (max(layers.values()) + 1) * (WIDTH + GAP_X) - GAP_X + 2 * MARGIN
    height = max(y for id, (_, y) in places.items() if id in nodes) + HEIGHT / 2 + MARGIN
    common = {party.id for party in event.common_links}
    cut = {party.id for party in event.cut}
    parts = [_edge([places[id] for id in routes[pair]], kind, mirrored) for pair, kind in sorted(edges.items())]
    parts += [_node(nodes[id], places[id], id in common, id in cut, words) for id in sorted(nodes)]
    height = max(height, max(y for _, y in places.values()) + MARGIN)
    return drawing(parts, width=width, height=height, title=words.title, description=words.description, kind="chains")


def _graph(event: Event, name: Namer, words: Words) -> tuple[dict[str, Node], dict[tuple[str, str], str]]:
    nodes = {
        HAPPENING: Node(id=HAPPENING, label=words.happening, kind="happening"),
        READER: Node(id=READER, label=words.reader, kind="reader"),
    }
    edges: dict[tuple[str, str], str] = {}
    for told in event.reports:
        kind = "asserts" if told.modality != "denied" and all(k.stance == "asserts" for k in told.chain) else "denies"
        for step in told.chain:
            nodes.setdefault(
                step.id,
                Node(
                    id=step.id,
                    label=name(step.name),
                    kind="anonymous" if step.anonymous else "source",
                    href=None if step.anonymous else f"/actors/{step.id}",
                ),
            )
        outlet = _outlet(told, name)
        nodes.setdefault(outlet.id, outlet)
        for way in ways(told.chain):
            path = [HAPPENING, *(step.id for step in way)]
            if path[-1] != outlet.id:
                path.append(outlet.id)
            for pair in zip(path, [*path[1:], READER], strict=True):
                edges[pair] = kind if edges.get(pair, kind) == kind else "asserts"
            for step, following in zip(way, path[2:], strict=False):
                if step.inferred:
                    edges[step.id, following] = f"{kind} inferred"
    return nodes, edges


def _outlet(told: ToldReport, name: Namer) -> Node:
    id = told.outlet_id or f"·{told.article_id}"
    label = name(told.outlet_name) if told.outlet_name else told.outlet or told.article
    return Node(id=id, label=label, kind="outlet", href=f"/articles/{told.article_id}#{told.id}")


def _layers(edges: dict[tuple[str, str], str]) -> dict[str, int]:
    """The longest way from the happening to each node; a circle (an outlet citing itself) is cut where it closes."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    for start, end in sorted(edges):
        following[start].append(end)
    layers = {HAPPENING: 0}

    def walk(node: str, depth: int, seen: frozenset[str]) -> None:
        for end in following[node]:
            if end not in seen and depth + 1 > layers.get(end, 0):
                layers[end] = depth + 1
                walk(end, depth + 1, seen | {end})

    walk(HAPPENING, 0, frozenset({HAPPENING}))
    last = max(layers.values())
    layers[READER] = last if last > 1 else 2
    return layers


def _edge(points: list[tuple[float, float]], kind: str, mirrored: bool) -> Markup:
    side = -WIDTH / 2 if mirrored else WIDTH / 2
    (x1, y1), (x2, y2) = points[0], points[-1]
    drawn = [(x1 + side, y1)]
    for x, y in points[1:-1]:
        drawn += [(x - side, y), (x + side, y)]
    drawn.append((x2 - side, y2))
    return through(drawn, f"edge {kind}") + arrow(x2 - side, y2, f"head {kind}", to_left=mirrored)


def _node(node: Node, place: tuple[float, float], common: bool, cut: bool, words: Words) -> Markup:
    x, y = place
    shape = box(
        x - WIDTH / 2,
        y - HEIGHT / 2,
        WIDTH,
        HEIGHT,
        f"shape {node.kind}{' common' if common else ''}{' cut' if cut else ''}",
    )
    rows = wrapped(node.label)
    parts = [shape]
    if common:
        parts.append(box(x - WIDTH / 2 - 4, y - HEIGHT / 2 - 4, WIDTH + 8, HEIGHT + 8, "ring", 9))
    parts += [text(x, y + (row - (len(rows) - 1) / 2) * 16, words_) for row, words_ in enumerate(rows)]
    title = f"{node.label} — {words.common}" if common else node.label
    return link(parts, node.href, title) if node.href else group(parts, title)
