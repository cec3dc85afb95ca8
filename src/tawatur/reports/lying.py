"""Whether one known place may lie in another: a town of one country is in no town of another."""

from tawatur.mentions.places.gazetteer import parents, place
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.page import Page


def apart(page: Page, inner: PlacePhrase, outer: PlacePhrase) -> bool:
    """Whether two phrases name known places of different countries; borders of governorates are told loosely."""
    if inner.entity == outer.entity:
        return False
    known = {e.id: e.kb for e in page.named.entities if e.id in (inner.entity, outer.entity) and e.kb}
    one, other = known.get(inner.entity), known.get(outer.entity)
    here, there = _country(one) if one else "", _country(other) if other else ""
    return bool(here and there) and here != there


def within(page: Page, inner: PlacePhrase, outer: PlacePhrase) -> bool:
    """Whether one phrase names the place of another or a known one that lies in it: "طوز خورماتو", "شمال العراق"."""
    if inner.entity == outer.entity:
        return True
    known = {e.id: e.kb for e in page.named.entities if e.id in (inner.entity, outer.entity) and e.kb}
    one, other = (_whole(known.get(p.entity) or "") for p in (inner, outer))
    return bool(one and other) and (one == other or other in parents(one))


def _whole(kb: str) -> str:
    return kb.removeprefix("place:").partition("+")[0]


def _country(kb: str) -> str:
    whole = _whole(kb)
    last = (whole, *parents(whole))[-1]
    return last if place(last).kind == "country" else ""
