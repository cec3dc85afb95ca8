"""Networks as drawings: one day, or two days in one picture."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from tawatur.events.network.kinds import link_kinds
from tawatur.events.network.records import Comparison, Edge, Snapshot
from tawatur.explore.drawings.network import Dot, Stroke, draw_network, leading_kind
from tawatur.explore.web.language import Language, words
from tawatur.model.case import Party

Point = tuple[float, float]


def strongest(edges: Iterable[Edge], most: int, *, of: str = "") -> tuple[Edge, ...]:
    """The links that most events show, those of one actor first: as many as a reader can tell apart."""

    def rank(edge: Edge) -> tuple[bool, int, str, str]:
        return of not in (edge.one.id, edge.two.id), -len(edge.events), edge.one.id, edge.two.id

    return tuple(sorted(edges, key=rank)[:most])


def network_picture(
    shown: Snapshot, places: Mapping[str, Point], size: Point, *, language: Language, kind: str = "network"
) -> Markup:
    """The network of one day."""
    say = words(language)
    strokes = [
        Stroke(
            one=e.one.id,
            two=e.two.id,
            kind=f"{leading_kind(e.kinds)}{'' if e.direct else ' indirect'}{' disputed' if e.disputed else ''}",
            title=_told(e, language),
            weight=len(e.events),
        )
        for e in shown.edges
    ]
    return draw_network(
        _dots(shown.edges, language),
        strokes,
        places,
        size=size,
        title=say["network"],
        description=say["network_description"],
        kind=kind,
    )


def compared_picture(
    before: Snapshot,
    after: Snapshot,
    comparison: Comparison,
    places: Mapping[str, Point],
    size: Point,
    *,
    language: Language,
) -> Markup:
    """Both days in one: what came, what went, what changed, and quietly what stayed."""
    say = words(language)
    changed = {(c.one.id, c.two.id): c for c in comparison.changes}
    edges = {(e.one.id, e.two.id): e for e in [*before.edges, *after.edges]}
    strokes = []
    for pair, edge in sorted(edges.items()):
        change = changed.get(pair)
        title = f"{say['change_' + change.kind]}: {change.note[language]}" if change else _told(edge, language)
        kind = change.kind if change else "stayed"
        strokes.append(Stroke(one=pair[0], two=pair[1], kind=kind, title=title, weight=2))
    return draw_network(
        _dots(edges.values(), language),
        strokes,
        places,
        size=size,
        title=say["compare"],
        description=say["network_description"],
    )


def label(party: Party, language: Language) -> str:
    """A party's name in the page's language where it has one."""
    return party.name.get(language) or party.name.get("en") or party.name.get("ar") or party.id


def _told(edge: Edge, language: Language) -> str:
    kinds = words(language)["comma"].join(getattr(link_kinds().kinds[kind], language) for kind in edge.kinds)
    return f"{label(edge.one, language)} — {label(edge.two, language)}: {kinds}"


def _dots(edges: Iterable[Edge], language: Language) -> list[Dot]:
    parties: dict[str, Party] = {}
    degree: dict[str, int] = {}
    for edge in edges:
        for party in (edge.one, edge.two):
            parties[party.id] = party
            degree[party.id] = degree.get(party.id, 0) + 1
    return [Dot(id=id, label=label(parties[id], language), degree=degree[id]) for id in sorted(parties)]
