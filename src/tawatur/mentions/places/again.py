"""Finds a name that only the article knows where it stands again without its place word: "حي العنود … في العنود"."""

from collections.abc import Iterator

from tawatur.arabic.word import Text, Word
from tawatur.mentions.places.evidence import guards
from tawatur.mentions.places.gazetteer import common
from tawatur.mentions.places.hits import Hit
from tawatur.mentions.places.index import Form, forms
from tawatur.mentions.places.resolving import Meant, Told

RULE = "found_name_again"
SHORTEST = 4
Names = dict[str, list[tuple[tuple[str, ...], Meant]]]


def named_again(text: Text, told: list[Told]) -> list[Told]:
    """The phrases told, with the further mentions of names found after a place word, in order."""
    names = _found_names(text, told)
    if not names:
        return told
    taken = {word for hit, _, _ in told for word in range(hit.first, hit.last)}
    ends = {hit.last for hit, _, _ in told}
    more = [one for one in _matches(text, names, ends) if taken.isdisjoint(range(one[0].first, one[0].last))]
    return sorted([*told, *more], key=lambda one: one[0].first) if more else told


def _found_names(text: Text, told: list[Told]) -> Names:
    names: Names = {}
    for hit, meant, rule in told:
        words = text.words[hit.name[0] : hit.name[1]]
        if meant.kb is None and rule == "unknown_name_after_place_word" and words and all(map(_proper, words)):
            key = tuple(word.key for word in words)
            names.setdefault(key[0], []).append((key, meant))
    return names


def _proper(word: Word) -> bool:
    """Whether a word is no word of the language: the bare name of "حي السلام" is no place."""
    return not word.analyses and len(word.key) >= SHORTEST and word.key not in common() and word.pos != "verb"


def _matches(text: Text, names: Names, ends: set[int]) -> Iterator[Told]:
    openings = tuple(names)
    for index in [index for index, key in enumerate(text.keys) if key.endswith(openings)]:  # few need be taken apart
        for form in forms(text.keys[index]):
            for key, meant in names.get(form.text, ()):
                last = index + len(key)
                rest = tuple(w.key for w in text.words[index + 1 : last])
                if rest == key[1:] and _leads(text, index, form, ends):
                    yield Hit(first=index, last=last, form=form, name=(index, last)), meant, RULE


def _leads(text: Text, index: int, form: Form, ends: set[int]) -> bool:
    """Whether a preposition or a list of places leads to the word."""
    before = text.words[index - 1].key if index else ""
    listed = form.conjunction == "و" and index in ends
    return listed or form.preposition in ("ب", "ل") or before in guards().prepositions
