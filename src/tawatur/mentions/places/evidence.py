"""Judges whether a possible place phrase names a place here: what stands before it, beside it and elsewhere in the article."""

from functools import cache
from typing import Any

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.places.gazetteer import places
from tawatur.mentions.places.grammar import QUOTES, Hit

Words = tuple[Word, ...]


class Guards:
    """Words beside which a place's name is the name of something else, by light form; weak names by key."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.not_after = frozenset(w for name in ("naming", "titles", "given") for w in raw[name])
        self.prepositions = frozenset(raw["prepositions"])
        self.weak = frozenset(map(key, raw["weak"]))


@cache
def guards() -> Guards:
    """The guards of guards.yml; read once."""
    return Guards(load_yaml("tawatur.mentions.places", "guards.yml"))


def rule_of(words: Words, hit: Hit, *, listed: bool, seen: bool, near: frozenset[str]) -> str | None:
    """The rule by which the phrase is a place, or None.

    `listed`: it continues a list of places. `seen`: the article has named it beyond doubt. `near`: the countries that
    the article's other places lie in.
    """
    if hit.again:
        return "place_resumed"
    if hit.typed is not None:
        return "name_after_place_word" if hit.kbs else "unknown_name_after_place_word"
    if _guarded(words, hit):
        return None
    if seen:
        return "name_seen_before"
    strength = _strength(words, hit)
    if hit.heads or hit.part:
        return "part_of_place" if strength != "head" else None
    if strength == "sure":
        return "known_name_after_preposition" if _preposed(words, hit) else "known_name"
    if listed:
        return "name_in_list"
    if strength == "context" and _preposed(words, hit) and any(places()[kb].country in near for kb in hit.kbs):
        return "name_after_preposition"
    return None


def _strength(words: Words, hit: Hit) -> str:
    if " ".join(w.key for w in words[hit.name[0] + 0 : hit.name[1]]) in guards().weak or _name_key(words, hit) in guards().weak:
        return "head"
    levels = {places()[kb].alone for kb in hit.kbs}
    return "sure" if "sure" in levels else "context" if "context" in levels else "head"


def _name_key(words: Words, hit: Hit) -> str:
    """The key of the name without the clitics of its first word."""
    first, last = hit.name
    head = hit.form.text if first == hit.first else words[first].key
    return " ".join([head, *(w.key for w in words[first + 1 : last])])


def _guarded(words: Words, hit: Hit) -> bool:
    at = hit.first - 1
    if at >= 0 and words[at].text in QUOTES:
        at -= 1
    if at < 0 or hit.form.preposition or hit.form.conjunction:
        return False
    return words[at].text in guards().not_after or words[at].stem in guards().not_after


def _preposed(words: Words, hit: Hit) -> bool:
    before = words[hit.first - 1].text if hit.first else ""
    return bool(hit.form.preposition in ("ب", "ل")) or before in guards().prepositions or before[1:] in guards().prepositions
