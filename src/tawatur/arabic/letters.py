"""Folding of Arabic letters: which differences of spelling do not tell words apart.

Two depths. `light` keeps every letter that a careful writer chooses (hamza, ta marbuta, alef maqsura) and drops what
is ornament: tatweel, vowel marks, bidi controls, presentation forms, Eastern digits. `key` folds, besides, the letters
that newsrooms mix up: أ إ آ ٱ -> ا, ى -> ي, ة -> ه, ؤ -> و, ئ -> ي. Dictionaries are looked up by key.
"""

import re
import unicodedata
from functools import lru_cache

MARKS = frozenset("\u0640\u0670" + "".join(chr(c) for c in [*range(0x064B, 0x0660), *range(0x06D6, 0x06DD)]))
CONTROLS = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\u061c"
)
DIGITS = {**{chr(0x0660 + i): str(i) for i in range(10)}, **{chr(0x06F0 + i): str(i) for i in range(10)}}
# Persian and Urdu letters that look like Arabic ones in print and reach us from bad keyboards
LOOKALIKES = {"\u06cc": "\u064a", "\u06a9": "\u0643", "\u06be": "\u0647", "\u06c1": "\u0647", "\u06d2": "\u064a"}


class _Table(dict[int, str]):
    """A table for `str.translate` in which letters that stay are found like those that change: a miss is slow."""

    def __missing__(self, letter: int) -> str:
        self[letter] = chr(letter)
        return self[letter]


_ONE_FOR_ONE = _Table(str.maketrans({**DIGITS, **LOOKALIKES}))
# what changes the number of letters: ornament goes, a presentation form may stand for several
UNEVEN = re.compile("[" + "".join(sorted(MARKS | CONTROLS)) + "\ufb50-\ufdff\ufe70-\ufeff]")
_TRANSLATED = re.compile("[" + "".join(sorted(DIGITS.keys() | LOOKALIKES.keys())) + "]")
_FOLDED = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "گ": "ك",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
}
_MIXED_UP = re.compile("[" + "".join(_FOLDED) + "]")
_KEY = _Table(str.maketrans(_FOLDED))


@lru_cache(maxsize=10_000)
def light_character(character: str) -> str:
    """The light form of one character: empty for ornament, otherwise usually one character (ligatures give more)."""
    if character in MARKS or character in CONTROLS:
        return ""
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufeff":
        plain = unicodedata.normalize("NFKC", character).translate(_ONE_FOR_ONE)
        return "".join(c for c in plain if c not in MARKS and c != " ")
    return character.translate(_ONE_FOR_ONE)


def even(text: str) -> str:
    """The light form of a text in which nothing is uneven: letter for letter."""
    return text if _TRANSLATED.search(text) is None else text.translate(_ONE_FOR_ONE)


def light(text: str) -> str:
    """The light form of a text: without ornament, letters as written."""
    if UNEVEN.search(text) is None:
        return even(text)
    return "".join(light_character(c) for c in text)


def fold(text: str) -> str:
    """The lookup key of a text that is already in light form, letter for letter."""
    return text if _MIXED_UP.search(text) is None else text.translate(_KEY)  # two words in three hold none


def key(text: str) -> str:
    """The lookup key of a text: light form with the letters folded that newsrooms mix up."""
    return fold(light(text))
