"""The surface forms of heads and adjectives of actor phrases, by key, with what each form says."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from tawatur.arabic.letters import key

Gender = Literal["m", "f", ""]
Number = Literal["s", "d", "p"]
State = Literal["free", "construct", "either"]


class Shape(msgspec.Struct, frozen=True, gc=False):
    """What a surface form says: `accusative` is the indefinite with alef ("مسلحا")."""

    gender: Gender
    number: Number
    state: State = "either"
    accusative: bool = False


def noun_forms(singular: str, plurals: tuple[str, ...], gender: Gender, human: bool) -> Iterator[tuple[str, Shape]]:
    """Every form of a noun. A plural is a word, or `+ون` or `+ات` for the sound ones."""
    if singular not in plurals:
        yield from _singular(singular, gender)
        yield from _dual(singular, gender)
    for plural in plurals:
        yield from _plural(singular, plural, gender, human)


def adjective_forms(masculine: str, broken: tuple[str, ...] = (), sound: bool = True) -> Iterator[tuple[str, Shape]]:
    """Every form of an adjective with regular feminine; `broken` are its broken plurals."""
    feminine = masculine + "ة"
    yield from _singular(masculine, "m")
    yield from _singular(feminine, "f")
    for plural in broken:
        yield from _broken(plural, "m")
    if sound:
        yield from _sound_masculine(masculine)
    yield key(masculine + "ات"), Shape("f", "p")
    yield from _dual(masculine, "m")
    yield from _dual(feminine, "f")


def _singular(word: str, gender: Gender) -> Iterator[tuple[str, Shape]]:
    yield key(word), Shape(gender, "s")
    if word[-1] not in "ةاءى":
        yield key(word) + "ا", Shape(gender, "s", "free", True)
    if word.endswith("ء") and not word.endswith("اء"):
        yield key(word + "ا"), Shape(gender, "s", "free", True)


def _dual(word: str, gender: Gender) -> Iterator[tuple[str, Shape]]:
    stem = key(word[:-1] + "ت") if word.endswith("ة") else key(word)
    if word.endswith("ى"):
        stem = key(word[:-1] + "ي")
    for ending in ("ان", "ين"):
        yield stem + ending, Shape(gender, "d", "free")
    yield stem + "ا", Shape(gender, "d", "construct")
    if word.endswith("ة"):
        yield stem + "ي", Shape(gender, "d", "construct")


def _plural(singular: str, plural: str, gender: Gender, human: bool) -> Iterator[tuple[str, Shape]]:
    if plural == "+ون":
        yield from _sound_masculine(singular)
    elif plural == "+ات":
        base = singular[:-1] if singular.endswith("ة") else singular
        yield key(base + "ات"), Shape("f", "p")
    else:
        yield from _broken(plural, gender if human else "f")


def _sound_masculine(masculine: str) -> Iterator[tuple[str, Shape]]:
    stem = key(masculine)
    yield stem + "ون", Shape("m", "p", "free")
    yield stem + "ين", Shape("m", "p", "free")
    yield stem + "و", Shape("m", "p", "construct")
    if not stem.endswith("ي"):
        yield stem + "ي", Shape("m", "p", "construct")
    else:
        yield stem, Shape("m", "p", "construct")


def _broken(plural: str, gender: Gender) -> Iterator[tuple[str, Shape]]:
    yield key(plural), Shape(gender, "p")
    if plural[-1] not in "ةاءى" and not plural.endswith(("ان", "ات")):
        yield key(plural) + "ا", Shape(gender, "p", "free", True)
