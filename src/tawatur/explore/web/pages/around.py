"""The network around one actor."""

from typing import Any

from fastapi import Request

from tawatur.events.network.records import Snapshot
from tawatur.explore.drawings.spread import spread
from tawatur.explore.web.answers import case_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import language_of
from tawatur.explore.web.pages.pictures import network_picture, strongest

MOST, LINKS = 24, 70
WHOLE = "1000/2999"  # any time


def around_actor(request: Request, id: str) -> Any:
    """An actor and those it has links with, enmity too; None where it has none."""
    return kept(request, f"around:{id}:{language_of(request)}", lambda: _around(request, id))


def _around(request: Request, id: str) -> Any:
    case = case_of(request)
    whole, near = Snapshot(at=WHOLE, nodes=(), edges=(), indirect=()), dict[str, int]()
    for raised in (False, True):  # those who act for it stand apart; if all do, the network of sides shows it
        network = kept(request, f"network:{raised}", lambda raised=raised: case.network(raised=raised))  # type: ignore[misc]
        whole = kept(request, f"around:{raised}", lambda network=network: network.at(WHOLE, hostile=True))  # type: ignore[misc]
        near = _neighbours(whole, id)
        if near:
            break
    if not near:
        return None
    drawn = [id, *sorted(near, key=lambda n: (-near[n], n))[:MOST]]
    edges = strongest((e for e in whole.edges if e.one.id in drawn and e.two.id in drawn), LINKS, of=id)
    pairs = [(e.one.id, e.two.id) for e in edges]
    size = (760.0, 240.0 + 12.0 * len(drawn))
    places = spread(drawn, pairs, width=size[0], height=size[1])
    shown = Snapshot(at=whole.at, nodes=(), edges=edges, indirect=())
    return network_picture(shown, places, size, language=language_of(request), kind="around")


def _neighbours(whole: Snapshot, id: str) -> dict[str, int]:
    """Those it has links with, and by how many events."""
    near: dict[str, int] = {}
    for edge in whole.edges:
        if id in (edge.one.id, edge.two.id):
            other = edge.two.id if edge.one.id == id else edge.one.id
            near[other] = near.get(other, 0) + len(edge.events)
    return near
