"""Which neighbours lock or refuse a sense: the keys of the words of a clause, compared without case endings."""

from collections.abc import Iterable
from functools import cache

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry, collocates


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """Every key under which a word of a clause may be named as a collocate."""
    return frozenset().union(*[_spelt(word) for word in words if word.kind == "word"])


@by_form
def _spelt(word: Word) -> set[str]:
    stem = word.stem_key
    found = {stem, word.key, *(key(a.lemma) for a in word.analyses)}
    if len(stem) > 3 and stem.endswith("ا"):
        found.add(stem[:-1])
    if word.enclitic and stem.endswith("ت"):
        found.add(stem[:-1] + "ه")
    return found


@cache
def folded(names: tuple[str, ...]) -> frozenset[str]:
    """Collocates of an entry as keys, with the endings of duals and plurals."""
    return collocates(names, key)


def refused(entry: Entry, beside: frozenset[str]) -> bool:
    """Whether a word beside the trigger refuses the sense ("هجوم لاذع")."""
    return bool(entry.without) and not folded(entry.without).isdisjoint(beside)


def leads(entry: Entry, word: Word, before: Word | None) -> bool:
    """Whether right before the trigger stands what the entry asks for ("بقيادة") and nothing that it refuses."""
    if entry.lead and entry.lead not in word.prefixes:
        return False
    if entry.bare and not bare(word):
        return False
    return before is None or not entry.not_behind or folded(entry.not_behind).isdisjoint(keys_of([before]))


def locked(entry: Entry, near: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a sense that needs a neighbour has it; `own` are the keys of the trigger itself, which lock nothing."""
    return not entry.with_ or not folded(entry.with_).isdisjoint(near - own)


def bare(word: Word) -> bool:
    """Whether a noun brings something up: no article, no owner, no means of another act ("استهدفه بقصف عنيف")."""
    return "ال" not in word.prefixes and not word.enclitic and word.preposition != "ب"
