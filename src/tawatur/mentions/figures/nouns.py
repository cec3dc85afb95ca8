"""What news counts: nouns in their forms, the dual that counts two by itself, currencies with their adjectives."""

from collections.abc import Iterator
from functools import cache

import msgspec

from tawatur.arabic.letters import key
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml

CLASSES = frozenset({"person", "thing", "length", "area", "weight", "volume", "place", "act", "duration"})
NO_DUALS = frozenset(
    {"سجنان", "طالبان", "ميلان", "موقعين", "سكان", "مدافعين", "مدافعان"}
)  # the Taliban, a city, signatories
SICK = ("رى", "لى", "حى")  # "أسرى", "قتلى", "جرحى" and "قرى": plurals
PAIRED = frozenset({"شرطيين"})  # hardly a plural: news says "رجال شرطة"
NAMED_IN_PAIRS = frozenset(
    {"countries", "factions", "companies", "institutions", "battalions"}
)  # "حركتي حماس والجهاد" are known


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A counted noun: its unit in English, its class, and whether this form is a dual or a dual before a genitive."""

    unit: str
    klass: str
    dual: bool = False
    construct: bool = False


@cache
def nouns() -> dict[str, Noun]:
    """Every form of a counted noun by key. Raises KnowledgeError."""
    content = load_yaml("tawatur.mentions.figures", "nouns.yml")
    found: dict[str, Noun] = {}
    for unit, klass, forms in content["nouns"]:
        if klass not in CLASSES:
            raise KnowledgeError(f"nouns.yml: {unit} has the unknown class {klass}")
        keys = [key(form) for form in forms.split()]
        for form in keys:
            found.setdefault(form, Noun(unit, klass))
            if form.endswith("ين"):
                found.setdefault(form[:-1], Noun(unit, klass))  # before a genitive: "مقاتلي المقاومة"
        for form, construct in _duals(forms.split(), frozenset(keys)):
            if form not in NO_DUALS and not (construct and (klass != "thing" or unit in NAMED_IN_PAIRS)):
                found.setdefault(form, Noun(unit, klass, True, construct))
    return found


def _duals(forms: list[str], known: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Duals of the singulars; "مسلحين" may be a plural and is none, "مسلحان" is one."""
    for form in forms:
        stem = form.rstrip("ًٌٍ")
        if stem.endswith("ة"):
            bare = key(stem[:-1])
            yield from ((bare + "تان", False), (bare + "تين", False), (bare + "تي", True))
        elif stem.endswith("ى") and len(stem) > 3 and not stem.endswith(SICK):
            yield from ((key(stem[:-1]) + "يان", False), (key(stem[:-1]) + "يين", False))  # "مبنيين"
        elif len(stem) > 2 and not stem.endswith(("ا", "ات", "ين", "ون", "ى", "اء")):
            bare = key(stem)
            yield bare + "ان", False
            if bare + "ين" not in known:
                yield bare + "ين", False


class Currency(msgspec.Struct, frozen=True):
    """A currency's name: its unit alone and by the adjective after it."""

    unit: str
    adjectives: dict[str, str]


@cache
def currencies() -> dict[str, Currency]:
    """Every form of a currency's name by key."""
    content = load_yaml("tawatur.mentions.figures", "nouns.yml")
    found: dict[str, Currency] = {}
    for unit, forms, adjectives in content["currencies"]:
        table = {key(stem): value for stem, value in adjectives.items()}
        for form in forms.split():
            found[key(form)] = Currency(unit, table)
    return found
