"""Whether one known place may lie in another: a town of one country is in no town of another."""

from tawatur.mentions.places.gazetteer import parents, place
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.page import Page


def apart(page: Page, inner: PlacePhrase, outer: PlacePhrase) -> bool:
    """Whether two phrases name known places of different countries; borders of governorates are told loosely."""
    if inner.entity == outer.entity:
        return False
    one, other = page.kbs.get(inner.entity), page.kbs.get(outer.entity)
    here, there = _country(one) if one else "", _country(other) if other else ""
    return bool(here and there) and here != there


def within(page: Page, inner: PlacePhrase, outer: PlacePhrase) -> bool:
    """Whether one phrase names the place of another or a known one that lies in it: "طوز خورماتو", "شمال العراق"."""
    if inner.entity == outer.entity:
        return True
    one, other = (_whole(page.kbs.get(p.entity, "")) for p in (inner, outer))
    return bool(one and other) and (one == other or other in parents(one))


def _whole(kb: str) -> str:
    return kb.removeprefix("place:").partition("+")[0]


def inside(page: Page, inner: PlacePhrase, outer: PlacePhrase) -> bool:
    """Whether one place is known to lie in another that is no country."""
    one, other = (page.kbs.get(p.entity, "").removeprefix("place:") for p in (inner, outer))
    whole = one.partition("+")[0]
    held = bool(one and other) and "+" not in other and (other == whole or other in parents(whole))
    return held and place(other).kind != "country"  # "شمال حلب" is in Aleppo, but not in "جنوب حلب"


def _country(kb: str) -> str:
    whole = _whole(kb)
    last = (whole, *parents(whole))[-1]
    return last if place(last).kind == "country" else ""
