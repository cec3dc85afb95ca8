"""The network around one actor."""

from typing import Any

from fastapi import Request

from tawatur.casefile.neighbours import EVER, acts_through_others, linked, links_around
from tawatur.events.network.records import Snapshot
from tawatur.explore.drawings.spread import spread
from tawatur.explore.web.answers import case_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import language_of
from tawatur.explore.web.pages.pictures import network_picture, strongest

MOST, LINKS = 24, 70


def around_actor(request: Request, id: str) -> Any:
    """An actor and those it has links with, enmity too; None where it has none."""
    return kept(request, f"around:{id}:{language_of(request)}", lambda: _around(request, id))


def _around(request: Request, id: str) -> Any:
    case = case_of(request)
    whole = links_around(case, id, most=MOST)
    near = linked(whole, id)
    if not near and acts_through_others(
        case, id
    ):  # those who act for it stand apart; if all do, the network of sides shows it
        network = kept(request, "network:True", lambda: case.network(raised=True))
        whole = kept(request, "around:True", lambda: network.links(EVER, hostile=True))
        near = linked(whole, id)
    if not near:
        return None
    drawn = [id, *sorted(near, key=lambda n: (-near[n], n))[:MOST]]
    edges = strongest((e for e in whole if e.one.id in drawn and e.two.id in drawn), LINKS, of=id)
    pairs = [(e.one.id, e.two.id) for e in edges]
    size = (760.0, 240.0 + 12.0 * len(drawn))
    places = spread(drawn, pairs, width=size[0], height=size[1])
    shown = Snapshot(at=EVER, nodes=(), edges=edges, indirect=())
    return network_picture(shown, places, size, language=language_of(request), kind="around")
