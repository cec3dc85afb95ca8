"""The network between actors: at a date, before and after, around one actor."""

from collections import defaultdict
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from tawatur.building.settling import settle
from tawatur.casefile.case import Case
from tawatur.errors import QueryError
from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.reader import Network
from tawatur.events.network.records import Comparison, Snapshot
from tawatur.events.sides import lineage, name_of
from tawatur.explore.drawings.spread import spread
from tawatur.explore.web.answers import as_drawing, as_json, case_of
from tawatur.explore.web.keeping import Kept, kept
from tawatur.explore.web.language import language_of
from tawatur.explore.web.pages.known import known_of
from tawatur.explore.web.pages.pictures import compared_picture, network_picture, strongest
from tawatur.explore.web.rendering import render
from tawatur.model.case import Party

router = APIRouter()
MOST, USUAL = 120, 60  # actors in a drawing
LINKS = 200  # links in a drawing; more could not be told apart, and the page would grow large
MEASURED = 40  # rows of the table of measures
MONTHS = 96  # steps of the slider; a longer case goes by years
Text = Annotated[str, Query(max_length=120)]
Step = Annotated[int, Query(ge=0, le=1000)]
Top = Annotated[int, Query(ge=1, le=MOST)]
Flag = Annotated[str, Query(max_length=4)]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the address asks for."""

    at: str
    before: str
    after: str
    kind: str
    type: str
    actor: str
    top: int
    enmity: bool
    every: bool


class Picture(msgspec.Struct, kw_only=True):
    """What the page shows: the network of a day or the comparison, the actors drawn and where they stand."""

    asked: Asked
    steps: list[str]
    step: int
    snapshot: Snapshot
    comparison: Comparison | None
    earlier: Snapshot | None
    places: dict[str, tuple[float, float]]
    pairs: frozenset[tuple[str, str]]
    size: tuple[float, float]
    left_out: int
    links_out: int


def picture(
    request: Request,
    at: Text = "",
    step: Step = 0,
    before: Text = "",
    after: Text = "",
    kind: Text = "",
    type: Text = "",
    actor: Text = "",
    top: Top = USUAL,
    enmity: Flag = "",
    every: Flag = "",
) -> Picture:
    """The picture that an address asks for. Raises QueryError for a date that is none."""
    case = case_of(request)
    raised = not every
    network = kept(request, f"network:{raised}", lambda: case.network(raised=raised))
    steps = kept(request, f"steps:{raised}", lambda: _steps(network))
    if not at and 0 < step < len(steps):
        at = steps[step]
    asked = Asked(
        at=at.strip(), before=before.strip(), after=after.strip(), kind=kind, type=type, actor=actor.strip(), top=top,
        enmity=bool(enmity), every=bool(every),
    )  # fmt: skip
    return _picture(request, case, network, asked, steps)


def prepare(kept: Kept, case: Case) -> None:
    """Works out the network of sides that pages show first, so that no visitor waits for it.

    Python's collector is told to leave alone what is loaded by then: it would stop a page for a tenth of a second.
    """
    network = kept.get("network:True", lambda: case.network(raised=True))
    whole = kept.get("steps:True", lambda: _steps(network))[0]
    kept.get(f"at:False:False:{whole}", lambda: network.at(whole))
    settle()


Shown = Annotated[Picture, Depends(picture)]


def _picture(request: Request, case: Case, network: Network, asked: Asked, steps: list[str]) -> Picture:
    def at(when: str) -> Snapshot:
        whole = kept(request, f"at:{asked.every}:{asked.enmity}:{when}", lambda: network.at(when, hostile=asked.enmity))
        return _filtered(whole, network, asked)

    everything = at(steps[0])
    comparing = bool(asked.before and asked.after)
    comparison = network.compare(asked.before, asked.after, hostile=asked.enmity) if comparing else None
    chosen = set(drawn := _chosen(case, everything, asked))
    among = [e for e in everything.edges if e.one.id in chosen and e.two.id in chosen]
    changed = {(c.one.id, c.two.id) for c in comparison.changes} if comparison else set()
    held = [e for e in among if (e.one.id, e.two.id) in changed][:LINKS]
    held += strongest((e for e in among if (e.one.id, e.two.id) not in changed), LINKS - len(held))
    pairs = sorted((e.one.id, e.two.id) for e in held)
    linked = {id for pair in pairs for id in pair}
    drawn = [id for id in drawn if id in linked]
    size = (1120.0, max(420.0, min(1500.0, 200 + 15.0 * len(drawn))))
    spot = f"spread:{msgspec.json.encode(asked).decode() if comparing else _shape(asked)}"
    places = kept(request, spot, lambda: spread(drawn, pairs, width=size[0], height=size[1]))
    shown = asked.after if comparing else asked.at or steps[0]
    return Picture(
        asked=asked,
        steps=steps,
        step=steps.index(asked.at) if asked.at in steps else 0,
        snapshot=at(shown),
        comparison=comparison,
        earlier=at(asked.before) if comparing else None,
        pairs=frozenset(pairs),
        links_out=len(among) - len(pairs),
        places=places,
        size=size,
        left_out=len(everything.nodes) - len(drawn),
    )


def _shape(asked: Asked) -> str:
    """What decides where actors stand: not the date, so that they stay in place as time moves."""
    return f"{asked.every}:{asked.enmity}:{asked.kind}:{asked.type}:{asked.actor}:{asked.top}"


def _drawn_only(snapshot: Snapshot, pairs: frozenset[tuple[str, str]]) -> Snapshot:
    edges = tuple(e for e in snapshot.edges if (e.one.id, e.two.id) in pairs)
    return msgspec.structs.replace(snapshot, edges=edges)


def _steps(network: Network) -> list[str]:
    """The whole time first, then month after month (or year after year) in which links begin."""
    firsts = sorted(b.first for b in network.bonds if b.first)
    if not firsts:
        return ["1900/2100"]
    low, high = firsts[len(firsts) // 50], firsts[-1 - len(firsts) // 50]
    lasts = max(b.last or "" for b in network.bonds)
    start, end = (int(low[:4]), int(low[5:7])), (int(high[:4]), int(high[5:7]))
    count = (end[0] - start[0]) * 12 + end[1] - start[1] + 1
    whole = f"{firsts[0]}/{max(lasts, firsts[-1])}"
    if count > MONTHS:
        return [whole, *(str(year) for year in range(start[0], end[0] + 1))]
    numbers = range(start[0] * 12 + start[1] - 1, end[0] * 12 + end[1])
    return [whole, *(f"{n // 12:04}-{n % 12 + 1:02}" for n in numbers)]


def _filtered(whole: Snapshot, network: Network, asked: Asked) -> Snapshot:
    """The links of the kind and type asked for."""
    if not asked.kind and not asked.type:
        return whole
    events = {b.event for b in network.bonds if b.type == asked.type} if asked.type else set()
    edges = tuple(
        e
        for e in whole.edges
        if (not asked.kind or asked.kind in e.kinds) and (not asked.type or events.intersection(e.events))
    )
    linked = {id for e in edges for id in (e.one.id, e.two.id)}
    return msgspec.structs.replace(whole, edges=edges, nodes=tuple(n for n in whole.nodes if n.party.id in linked))


def _chosen(case: Case, everything: Snapshot, asked: Asked) -> list[str]:
    """The actors to draw: with an actor given it and its neighbours, else those with most links, and with a name."""
    order = [n.party.id for n in sorted(everything.nodes, key=lambda n: n.generic)]
    order += sorted({p.id for e in everything.edges for p in (e.one, e.two)} - set(order))
    if not asked.actor:
        return order[: asked.top]
    near: defaultdict[str, set[str]] = defaultdict(set)
    for edge in everything.edges:
        near[edge.one.id].add(edge.two.id)
        near[edge.two.id].add(edge.one.id)
    found = case.find_actors(asked.actor)
    middle = {id for id in found if id in near} or {lineage(id, None)[-1] for id in found} & near.keys()
    around = middle | {id for one in middle for id in near[one]}
    return [id for id in order if id in middle] + [id for id in order if id in around - middle][: asked.top]


def draw(request: Request, shown: Picture) -> Any:
    """The drawing of a picture in the page's language."""
    language = language_of(request)
    now = _drawn_only(shown.snapshot, shown.pairs)
    if shown.comparison and shown.earlier:
        earlier = _drawn_only(shown.earlier, shown.pairs)
        return compared_picture(earlier, now, shown.comparison, shown.places, shown.size, language=language)
    return network_picture(now, shown.places, shown.size, language=language)


@router.get("/network")
def network_page(request: Request, shown: Shown) -> Response:
    """The network at a date, or what changed between two."""
    drawn = {id: n for n, id in enumerate(shown.places)}
    return render(
        request,
        "network.html",
        shown=shown,
        asked=shown.asked,
        drawing=draw(request, shown),
        kinds=link_kinds().kinds,
        types=sorted(link_kinds().types),
        known=known_of(request),
        measured=[n for n in shown.snapshot.nodes if n.party.id in drawn][:MEASURED],
    )


@router.get("/network.svg")
def network_drawing(request: Request, shown: Shown) -> Response:
    """The drawing alone."""
    return as_drawing(draw(request, shown), "network")


@router.get("/network.json")
def network_json(request: Request, shown: Shown) -> Response:
    """The network of the date, or the comparison, as JSON."""
    return as_json(shown.comparison or shown.snapshot)


@router.get("/between/{one}/{two}.json")
def between_json(request: Request, one: str, two: str) -> Response:
    """The same as JSON."""
    return as_json(_between(case_of(request), one, two))


@router.get("/between/{one}/{two}")
def between_page(request: Request, one: str, two: str) -> Response:
    """What links two actors: every event and tie between them, with its reports."""
    case = case_of(request)
    return render(request, "between.html", one=_named(case, one), two=_named(case, two), **_between(case, one, two))


def _between(case: Case, one: str, two: str) -> dict[str, Any]:
    pair = {"actor": one, "with_actor": two}
    return {"ties": case.ties(**pair, limit=40), "events": case.events(**pair, sort="time", limit=40)}


def _named(case: Case, id: str) -> Party:
    """An actor of the case or of the knowledge base. Raises QueryError."""
    try:
        actor = case.actor(id)
        return Party(id=id, name=actor.name)
    except QueryError:
        if known := name_of(id):
            return Party(id=id, name=known)
        raise
