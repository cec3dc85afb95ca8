"""The values of numbers, in digits and in words: "ثلاثة آلاف وخمسمئة", "1,200", "نصف مليون", "الحادية عشرة".

Exact numbers only. "آلاف" or "مئات" without a number before them are vague and no number here; ranges, "نحو" and what
is counted belong to the rooms that ask.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.knowledge.files import load_yaml

Value = int | float
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\u066c]\d{3})+")
_WHOLE_TENS = range(20, 100, 10)


class Part(NamedTuple):
    """What one word contributes: a value and its kind (a key of numerals.yml)."""

    kind: str
    value: Value


class Read(NamedTuple):
    """A number read: its value and the index after its last word."""

    value: Value
    last: int


def read_number(words: Sequence[Word], first: int) -> Read | None:
    """The longest exact number that begins at word `first`, as (value, index after it), or None."""
    if first < len(words) and _part(words[first]) is None:
        return None  # most words that are asked
    reader = _Sum(words, first)
    while reader.take():
        pass
    return Read(_whole(reader.total + reader.group), reader.at) if reader.at > first else None


def read_ordinal(words: Sequence[Word], first: int) -> Read | None:
    """The ordinal at word `first` ("الثالث", "الحادية عشرة"), as (value, index after it), or None."""
    if words[first].kind != "word":
        return None
    part = _part(words[first])
    if part is not None and part.kind == "tens" and "ال" in words[first].prefixes:
        return Read(part.value, first + 1)
    unit = _ordinals().get(words[first].stem_key)
    if unit is None:
        return None
    following = _at(words, first + 1)
    more = _part(following) if following else None
    if following and more and more.kind == "ten" and not following.prefixes:
        return Read(unit + 10, first + 2)
    if following and more and more.kind == "tens" and following.conjunction == "و":
        return Read(unit + more.value, first + 2)
    return None if words[first].stem_key in _eleven() else Read(unit, first + 1)


def is_number_word(stem_key: str) -> bool:
    """Whether a stem is a cardinal number and hardly anything else ("نصف" and "أحد" are nouns besides)."""
    part = _parts().get(stem_key)
    return part is not None and part.kind not in ("fractions", "teen_units")


def digits_value(text: str) -> Value | None:
    """The value of a number in digits: "1,200" and "1.200" are thousands, "1.5" and "1,5" decimals."""
    if _THOUSANDS.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    parts = re.split(r"[,.\u066b\u066c]", text)
    if not all(p.isdecimal() for p in parts) or len(parts) > 2:
        return None
    return int(parts[0]) if len(parts) == 1 else float(".".join(parts))


class _Sum:
    """Adds up number words from left to right; a word that does not fit ends the number."""

    def __init__(self, words: Sequence[Word], first: int) -> None:
        self.words, self.first, self.at = words, first, first
        self.total: Value = 0  # what stands under scales already read
        self.group: Value = 0  # below the next scale
        self.lowest: Value = 10**15  # the lowest scale so far: a later one must be lower
        self.digits = False

    def take(self) -> bool:
        """Takes the next word into the sum if it fits."""
        at = self.at
        word = _at(self.words, at)
        if word is not None and at > self.first and word.text == "و":
            at, joined = at + 1, True
            word = _at(self.words, at)
        else:
            joined = word is not None and word.conjunction == "و"
        part = _part(word) if word is not None else None
        if part is None or (self.at > self.first and word is not None and word.preposition):
            return False
        fits = self._add_first(part) if self.at == self.first else self._add(part, joined)
        if fits and part.kind == "fractions" and not self._fraction_stands(at):
            return False
        self.at = at + 1 if fits else self.at
        if fits and part.kind == "fractions":
            self._repeat_of_scale()
        return fits

    def _repeat_of_scale(self) -> None:
        """ "مليون ونصف المليون" names its scale again."""
        following = _at(self.words, self.at)
        part = _part(following) if following is not None else None
        if self.total and part is not None and part.kind == "scales" and following and "ال" in following.prefixes:
            self.at += 1

    def _add_first(self, part: Part) -> bool:
        if part.kind in ("scales", "dual_construct", "scale_duals"):
            self.total = part.value * (2 if part.kind == "scale_duals" else 1)
            self.lowest = part.value if part.kind == "scales" else self.total / 2
            return True
        if part.kind in ("teen_units", "scale_after_number"):
            following = _at(self.words, self.at + 1)
            more = _part(following) if following is not None and part.kind == "teen_units" else None
            if more is None or more.kind != "ten" or (following is not None and following.prefixes):
                return False
        self.group, self.digits = part.value, part.kind == "digits"
        return True

    def _add(self, part: Part, joined: bool) -> bool:
        if part.kind in ("scales", "scale_after_number", "dual_construct"):
            return self._scale(part, joined)
        if part.kind == "fractions":
            return joined and self.group == 0 and self.lowest < 10**15 and self._add_fraction(part)
        if self.digits and self.group:
            return False
        if part.kind == "ten" and not joined and 0 < self.group % 100 < 10:
            self.group += 10
        elif part.kind == "hundreds" and not joined and 3 <= self.group < 10 and part.value == 100:
            self.group *= 100
        elif joined and self._room_for(part):
            self.group += part.value
            self.digits = part.kind == "digits"
        else:
            return False
        return True

    def _scale(self, part: Part, joined: bool) -> bool:
        value = part.value / 2 if part.kind == "dual_construct" else part.value
        if value >= self.lowest or (joined and self.group) or (not joined and not self.group):
            return False
        self.total += (self.group or 1) * value
        self.group, self.lowest, self.digits = 0, value, False
        return True

    def _add_fraction(self, part: Part) -> bool:
        self.total += part.value * self.lowest
        self.lowest = 1
        return True

    def _fraction_stands(self, at: int) -> bool:
        """A fraction is a number beside a scale ("نصف مليون", "مليون ونصف"), else a share of something."""
        if self.at > self.first:
            return True
        following = _at(self.words, at + 1)
        more = _part(following) if following is not None else None
        return more is not None and more.kind == "scales" and bool(following and not following.conjunction)

    def _room_for(self, part: Part) -> bool:
        group = self.group
        if part.kind == "tens":
            return 0 < group % 100 < 10 or (group % 100 == 0)
        if part.kind == "digits":
            return group == 0 and part.value < self.lowest < 10**15 and part.value >= 1
        if part.kind == "hundreds":
            return group == 0 and self.lowest < 10**15
        if part.kind in ("units", "ten", "teen_units"):
            return group % 100 == 0
        return False


def _at(words: Sequence[Word], index: int) -> Word | None:
    return words[index] if index < len(words) else None


def _whole(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value


@by_form
def _part(word: Word) -> Part | None:
    if word.kind == "number":
        value = digits_value(word.text)
        return None if value is None else Part("digits", value)
    return _parts().get(word.stem_key) if word.kind == "word" and not word.enclitic else None


@cache
def _parts() -> dict[str, Part]:
    content = load_yaml("tawatur.arabic", "numerals.yml")
    order = (
        "scale_after_number",
        "dual_construct",
        "scale_duals",
        "scales",
        "fractions",
        "teen_units",
        "hundreds",
        "tens",
        "ten",
        "units",
    )
    found: dict[str, Part] = {}
    for kind in order:  # a later kind wins: "ألفا" alone is a dual, `_scale` reads it as a thousand after a number
        for value, forms in content[kind].items():
            found.update({key(form): Part(kind, value) for form in forms})
    return found


@cache
def _ordinals() -> dict[str, int]:
    content = load_yaml("tawatur.arabic", "numerals.yml")
    return {key(form): value for value, forms in content["ordinals"].items() for form in forms}


@cache
def _eleven() -> frozenset[str]:
    """Forms that are an ordinal only before عشر or a ten."""
    return frozenset({key("حادي"), key("حادية")})
