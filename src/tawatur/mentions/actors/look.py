"""What the dictionaries say of a word form, looked up once a form and kept for all articles."""

from functools import cache
from typing import Any, TypeVar

import msgspec

from tawatur.mentions.actors.adjectives import Quality, Side, qualities, sides
from tawatur.mentions.actors.heads import HeadForm, heads
from tawatur.mentions.actors.lists import OPENING_LEADS, name_words, quantity_words
from tawatur.mentions.actors.trie import names

Adjective = TypeVar("Adjective")
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")


ATTACHED = frozenset("وفبلك")
_PRONOUN_ENDS = frozenset("امنه")  # the last letters of pronouns
Base = tuple[int, str]  # a word's key with letters of conjunction and preposition taken off, and how many; article kept


class Found(msgspec.Struct, frozen=True, gc=False):
    """How a noun or adjective stands at a word."""

    stripped: int
    definite: bool
    enclitic: bool


NO_QUANTITY = ("", 0)


class Look(msgspec.Struct, frozen=True):
    """A word form under every dictionary of this room."""

    roots: tuple[tuple[dict[str, Any], int], ...] = ()  # nodes of the trie of names, with the letters stripped
    head: tuple[HeadForm, Found] | None = None
    side: tuple[tuple[Side, ...], Found] | None = None
    quality: tuple[Quality, Found] | None = None
    quantity: tuple[str, int] = NO_QUANTITY  # number, quantifier or partitive, with the letters stripped
    opens: bool = False  # whether an actor phrase could begin with the word
    given: int | None = None  # a given name that may open a person's name, and the letters stripped
    speaks: bool = False  # whether it is a verb of speaking, behind which a name no dictionary knows may stand
    turns: bool = False  # whether the words beside it may make of the head another one, or none


NOTHING, NUMBER, SPEAKS = Look(), Look(opens=True), Look(speaks=True)


def look(key: str, attached: int, ending: str) -> Look:
    """The dictionaries' word on a key; `attached` letters are clitics to the segmenter, `ending` is the last letter."""
    readings, every = bases(key, attached), _every_word()
    for _, stem in readings:
        if stem in every or stem[2:] in every:
            return _found(key, readings, ending)
    quantity = _quantity(key)
    if key[-1:] in _PRONOUN_ENDS and ending != "ة":
        for stripped, stem in readings:
            if (head := _owned(stripped, stem)) is not None:
                return Look(head=head, quantity=quantity, opens=True)
    return Look(quantity=quantity, opens=True) if quantity[0] else NOTHING


def _found(key: str, readings: list[Base], ending: str) -> Look:
    """The same where a dictionary has one of the readings; of each dictionary the first that it has."""
    head, side, quality = None, None, None
    root, of_side, plain, index = names(), sides(), qualities(), heads()
    roots: list[tuple[dict[str, Any], int]] = []
    for stripped, stem in readings:
        head = head or _noun(stripped, stem, ending, index)
        side = side or _described(stripped, stem, of_side)
        quality = quality or _described(stripped, stem, plain)
        if stem in root:
            roots.append((root[stem], stripped))
    quantity, given = _quantity(key), _given(readings)
    opens = bool(roots or head or side or quantity[0] or given is not None)
    return Look(tuple(roots), head, side, quality, quantity, opens, given)


@cache
def _every_word() -> frozenset[str]:
    """The words of all dictionaries together: most words of a text stand in none, with their article or without."""
    lists = name_words()
    return frozenset().union(names(), sides(), qualities(), heads(), OPENING_LEADS, lists.given)


def bases(key: str, attached: int) -> list[Base]:
    """The readings of a key: whole, without "و", "ف", then without "ب", "ل", "ك"; the segmenter's first."""
    found = [(0, key)]
    rest, cut = key, 0
    if rest[:1] in ("و", "ف") and len(rest) > 3:
        rest, cut = rest[1:], 1
        found.append((cut, rest))
    if rest.startswith("لل") and len(rest) > 4:
        found.append((cut, "ال" + rest[2:]))
    elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
        found.append((cut + 1, rest[1:]))
    if attached and len(found) > 1:
        return [base for base in found if base[0] == attached] + [base for base in found if base[0] != attached]
    return found


def _noun(stripped: int, stem: str, ending: str, index: dict[str, HeadForm]) -> tuple[HeadForm, Found] | None:
    form = index.get(stem)
    if form is not None and not _did(form, stem, ending):
        his = ending == "ه" and form.head.human and form.shape.gender == "f"  # "قائده", where "قائدة" is a woman
        return (_owned(stripped, stem) if his else None) or (form, Found(stripped, False, False))
    if stem.startswith("ال"):
        form = index.get(stem[2:])
        return None if form is None else (form, Found(stripped, True, False))
    return None if ending == "ة" or stem[-1:] not in _PRONOUN_ENDS else _owned(stripped, stem)


def _owned(stripped: int, stem: str) -> tuple[HeadForm, Found] | None:
    """A noun with an attached pronoun."""
    if not stem.endswith(PRONOUNS) or stem.startswith("ال"):
        return None
    index = heads()
    for pronoun in PRONOUNS:
        if not stem.endswith(pronoun) or len(stem) < len(pronoun) + 3:
            continue
        host = stem[: -len(pronoun)]
        hamza = host[:-1] + "ء" if host.endswith(("اي", "او")) else host  # "حلفائهم", "حلفاؤهم"
        for form in (host, host[:-1] + "ه" if host.endswith("ت") else host, hamza):
            if form in index:
                return index[form], Found(stripped, True, True)
    return None


def _did(form: HeadForm, stem: str, ending: str) -> bool:
    """ "قتله", "طلبه", "خانه": with that letter a verb and its object, no killers and no students."""
    return ending == "ه" and len(stem) == 4 and form.head.sort == "person"


def _described(stripped: int, stem: str, index: dict[str, Adjective]) -> tuple[Adjective, Found] | None:
    if stem in index:
        return index[stem], Found(stripped, False, False)
    if stem.startswith("ال") and stem[2:] in index:
        return index[stem[2:]], Found(stripped, True, False)
    return None


def _quantity(key: str) -> tuple[str, int]:
    kinds, rest = _quantities(), key
    for cut in range(3):
        kind = kinds.get(rest)
        if kind is not None:
            return kind, cut
        if rest[:1] not in ATTACHED:
            break
        rest = rest[1:]
    return NO_QUANTITY


@cache
def _quantities() -> dict[str, str]:
    """Words of quantity and what they are."""
    lists = quantity_words()
    kinds = (("partitive", lists.partitives), ("quantifier", lists.quantifiers), ("number", lists.many | lists.numbers))
    return {word: kind for kind, words in kinds for word in words}


def _given(readings: list[Base]) -> int | None:
    given = name_words().given
    for stripped, stem in readings:
        if stem in OPENING_LEADS or stem in given:
            return stripped
    return None
