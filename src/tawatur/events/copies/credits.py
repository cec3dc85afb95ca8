"""Agency credits at the head or foot of an article."""

import functools
import re
from typing import Any

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.events.sides import outlet_party
from tawatur.knowledge.files import load_yaml
from tawatur.model.case import Party
from tawatur.model.span import Span

_HEAD, _LINE, _FOOT = 140, 60, 50  # code points in which a credit is looked for
_DASH = r"[–—|:،/(-]"


class _Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    ar: str
    words: list[str]


class Credit(msgspec.Struct, frozen=True):
    """A credit: the agency, or None where it says "agencies" only; and the words that say so.

    `compiled` says that they name no agencies but a compilation from other media ("متابعات").
    """

    agency: Party | None
    span: Span
    compiled: bool = False


def read_credit(text: str) -> Credit | None:
    """The agency that the article as a whole is credited to ("دمشق - رويترز:"). "Reuters said" is no credit."""
    opening, closing = _patterns()
    found = opening.match(text[:_HEAD]) or closing.search(text[-_FOOT:])
    if found is None:
        return None
    shift = 0 if found.re is opening else max(0, len(text) - _FOOT)
    span = Span(shift + found.start("agency"), shift + found.end("agency"))
    return Credit(_agencies().get(_folded(found["agency"])), span, found["agency"] in _words()["compiled"])


@functools.cache
def _words() -> dict[str, Any]:
    return load_yaml("tawatur.events.copies", "credits.yml")


@functools.cache
def _agencies() -> dict[str, Party | None]:
    raw = _words()
    try:
        agencies = msgspec.convert(raw["agencies"], list[_Agency])
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"events/copies/credits.yml: {error}") from error
    found: dict[str, Party | None] = {_folded(word): None for word in raw["unnamed"]}
    for agency in agencies:
        party = outlet_party(agency.name)
        known = (
            party if party.name["ar"] != agency.name else Party(id=party.id, name={"ar": agency.ar, "en": agency.name})
        )
        found.update({_folded(word): known for word in agency.words})
    return found


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = _words()
    words = [w for agency in raw["agencies"] for w in agency["words"]] + raw["unnamed"] + raw["compiled"]
    agency = "(?P<agency>" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
    # "رويترز - ", "دمشق - رويترز:", "دمشق (رويترز) -", or a first line that ends with it
    left = rf"\s*(?:[^\n]{{0,{_LINE}}}?{_DASH}\s*|[^\n.:،]{{2,30}}\s)?{agency}\s*(?:[-–—|:)/]|\n)"
    right = rf"(?:\n|{_DASH})\s*{agency}\s*[).]?\s*$"
    return re.compile(left), re.compile(right)


def _folded(words: str) -> str:
    return " ".join(key(words).replace(".", " ").split())
