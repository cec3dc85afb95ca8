"""Latin letters for Arabic names that no dictionary gives in English: a plain table, no claim of anyone's spelling."""

from functools import cache, lru_cache

from tawatur.arabic.letters import key, light
from tawatur.knowledge.files import load_yaml

_LETTERS = {
    "ا": "a",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "ب": "b",
    "ت": "t",
    "ث": "th",
    "ج": "j",
    "ح": "h",
    "خ": "kh",
    "د": "d",
    "ذ": "dh",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ش": "sh",
    "ص": "s",
    "ض": "d",
    "ط": "t",
    "ظ": "z",
    "ع": "a",
    "غ": "gh",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
    "ة": "a",
    "و": "w",
    "ي": "y",
    "ى": "a",
    "ء": "",
    "ئ": "i",
    "ؤ": "u",
    "ڤ": "v",
    "پ": "p",
    "گ": "g",
    "چ": "ch",
}
_LONG = {"و": "u", "ي": "i", "ا": "a", "ى": "a"}
_VOWELS = frozenset("aiou")


@cache
def _given() -> dict[str, str]:
    content = load_yaml("tawatur.mentions.actors", "romanised.yml")
    return {key(arabic): latin for arabic, latin in content["names"].items()}


def romanise(name: str) -> str:
    """An Arabic name in Latin letters, word by word."""
    return _capital(" ".join([_word(word) for word in light(name).split()]))


@lru_cache(maxsize=50_000)
def _word(word: str) -> str:
    known = _given().get(key(word))
    if known is not None:
        return known
    if not any(letter in _LETTERS for letter in word):
        return word
    if word.startswith("ال") and len(word) > 4:
        return "al-" + _capital(_spell(word[2:]))
    return _capital(_spell(word))


def _spell(word: str) -> str:
    letters: list[str] = []
    for index, letter in enumerate(word):
        consonant_before = bool(letters) and letters[-1][-1:] not in _VOWELS
        if letter in _LONG and (consonant_before or index == len(word) - 1):
            letters.append(_LONG[letter])
            continue
        latin = _LETTERS.get(letter, letter)
        if consonant_before and latin and latin[:1] not in _VOWELS and _wants_vowel(word, index):
            letters.append("a")
        letters.append(latin)
    return "".join(letters)


def _wants_vowel(word: str, index: int) -> bool:
    """Between the first two consonants, and before a last one that two others precede (حلب)."""
    return index == 1 or (index == 2 and len(word) == 3)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
