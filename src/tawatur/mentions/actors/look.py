"""What the dictionaries say of a word form, looked up once a form and kept for all articles."""

from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from tawatur.mentions.actors.adjectives import Quality, Side, qualities, sides
from tawatur.mentions.actors.heads import HeadForm, heads
from tawatur.mentions.actors.lists import OPENING_LEADS, name_words, quantity_words
from tawatur.mentions.actors.trie import names

Adjective = TypeVar("Adjective")
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")


ATTACHED = frozenset("وفبلك")
_PRONOUN_ENDS = frozenset("امنه")  # the last letters of pronouns


class Base(NamedTuple):
    """A word's key with `stripped` letters of conjunction and preposition taken off; the article is kept."""

    stripped: int
    key: str


class Found(NamedTuple):
    """How a noun or adjective stands at a word."""

    stripped: int
    definite: bool
    enclitic: bool


class Look(msgspec.Struct, frozen=True):
    """A word form under every dictionary of this room."""

    roots: tuple[tuple[dict[str, Any], int], ...] = ()  # nodes of the trie of names, with the letters stripped
    head: tuple[HeadForm, Found] | None = None
    side: tuple[tuple[Side, ...], Found] | None = None
    quality: tuple[Quality, Found] | None = None
    quantity: tuple[str, int] = ("", 0)  # number, quantifier or partitive, with the letters stripped
    opens: bool = False  # whether an actor phrase could begin with the word
    given: int | None = None  # a given name that may open a person's name, and the letters stripped


NOTHING, NUMBER = Look(), Look(opens=True)


def look(key: str, attached: int, ending: str) -> Look:
    """The dictionaries' word on a key; `attached` letters are clitics to the segmenter, `ending` is the last letter."""
    readings = bases(key, attached)
    head, side, quality, given = None, None, None, None
    roots: tuple[tuple[dict[str, Any], int], ...] = ()
    every = _every_word()
    if any(base.key in every or base.key[2:] in every for base in readings):
        root, of_side, plain = names(), sides(), qualities()
        for base in readings:  # the first reading that a dictionary has
            head = head or _noun(base, ending)
            side = side or _described(base, of_side)
            quality = quality or _described(base, plain)
        roots = tuple([(root[base.key], base.stripped) for base in readings if base.key in root])
        given = _given(readings)
    elif key[-1:] in _PRONOUN_ENDS:
        for base in readings:
            head = head or _noun(base, ending)
    quantity = _quantity(key)
    opens = bool(roots or head or side or quantity[0] or given is not None)
    return Look(roots, head, side, quality, quantity, opens, given)


@cache
def _every_word() -> frozenset[str]:
    """The words of all dictionaries together: most words of a text stand in none, with their article or without."""
    lists = name_words()
    return frozenset().union(names(), sides(), qualities(), heads(), OPENING_LEADS, lists.given)


def bases(key: str, attached: int) -> tuple[Base, ...]:
    """The readings of a key: whole, without "و", "ف", then without "ب", "ل", "ك"; the segmenter's first."""
    found = [Base(0, key)]
    rest, cut = key, 0
    if rest[:1] in ("و", "ف") and len(rest) > 3:
        rest, cut = rest[1:], 1
        found.append(Base(cut, rest))
    if rest.startswith("لل") and len(rest) > 4:
        found.append(Base(cut, "ال" + rest[2:]))
    elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
        found.append(Base(cut + 1, rest[1:]))
    if attached:
        found.sort(key=lambda base: base.stripped != attached)
    return tuple(found)


def _noun(base: Base, ending: str) -> tuple[HeadForm, Found] | None:
    index, stem = heads(), base.key
    if stem in index and not _did(index[stem], stem, ending):
        return index[stem], Found(base.stripped, False, False)
    if stem.startswith("ال"):
        return (index[stem[2:]], Found(base.stripped, True, False)) if stem[2:] in index else None
    if ending == "ة" or stem[-1:] not in _PRONOUN_ENDS:
        return None
    for pronoun in PRONOUNS:
        host = stem[: -len(pronoun)]
        if stem.endswith(pronoun) and len(host) > 2:
            hamza = host[:-1] + "ء" if host.endswith(("اي", "او")) else host  # "حلفائهم", "حلفاؤهم"
            for form in (host, host[:-1] + "ه" if host.endswith("ت") else host, hamza):
                if form in index:
                    return index[form], Found(base.stripped, True, True)
    return None


def _did(form: HeadForm, stem: str, ending: str) -> bool:
    """ "قتله", "طلبه", "خانه": with that letter a verb and its object, no killers and no students."""
    return ending == "ه" and len(stem) == 4 and form.head.sort == "person"


def _described(base: Base, index: dict[str, Adjective]) -> tuple[Adjective, Found] | None:
    if base.key in index:
        return index[base.key], Found(base.stripped, False, False)
    if base.key.startswith("ال") and base.key[2:] in index:
        return index[base.key[2:]], Found(base.stripped, True, False)
    return None


def _quantity(key: str) -> tuple[str, int]:
    kinds = _quantities()
    for cut in (0, 1, 2):
        if cut and key[cut - 1 : cut] not in ATTACHED:
            break
        kind = kinds.get(key[cut:])
        if kind is not None:
            return kind, cut
    return "", 0


@cache
def _quantities() -> dict[str, str]:
    """Words of quantity and what they are."""
    lists = quantity_words()
    kinds = (("partitive", lists.partitives), ("quantifier", lists.quantifiers), ("number", lists.many | lists.numbers))
    return {word: kind for kind, words in kinds for word in words}


def _given(readings: tuple[Base, ...]) -> int | None:
    lists = name_words()
    for base in readings:
        if base.key in OPENING_LEADS or base.key in lists.given:
            return base.stripped
    return None
