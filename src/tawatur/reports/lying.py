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


def _country(kb: str) -> str:
    whole = kb.removeprefix("place:").partition("+")[0]
    last = (whole, *parents(whole))[-1]
    return last if place(last).kind == "country" else ""
