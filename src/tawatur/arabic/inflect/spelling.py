"""From sounds to letters: seats of hamza, long vowels, letters written once.

Sounds are written with Arabic consonants, a i u for short vowels, A I U for long ones, Y for a final alef maqsura, T
for ta marbuta, ء for hamza wherever it stands, and ا for the joining alef at the head of a word.
"""

import re
from functools import lru_cache

from tawatur.arabic.letters import key

_SHORT = "aiu"
_LONG = {"A": "ا", "I": "ي", "U": "و", "Y": "ى", "T": "ة", "y": "ي", "m": "م"}
_RANK = {"i": 3, "I": 3, "u": 2, "U": 2, "a": 1, "A": 1}
_SEAT = {3: "ئ", 2: "ؤ", 1: "أ", 0: "ء"}
_CHANGES = [
    (re.compile("ءء"), "ء"),
    (re.compile("يY"), "يA"),
    (re.compile("ءaء(?=[^aiuAIU]|$)"), "ءA"),
    (re.compile("ءuء(?=[^aiuAIU])"), "ءU"),
    (re.compile("ءiء(?=[^aiuAIU])"), "ءI"),
    (re.compile("iو(?=[^aiuAIUوTY]|$)"), "I"),
    (re.compile("uي(?=[^aiuAIUيTY]|$)"), "U"),
]


@lru_cache(maxsize=50_000)
def spelled_key(sounds: str) -> str:
    """The lookup key of a form given in sounds."""
    return key(spell(sounds))


def spell(sounds: str) -> str:
    """The unvocalised spelling of a form given in sounds."""
    for pattern, change in _CHANGES:
        sounds = pattern.sub(change, sounds)
    letters: list[str] = []
    for index, sound in enumerate(sounds):
        before = sounds[index - 1] if index else ""
        if sound in _SHORT or (sound == before and sound not in _LONG and sound != "ء"):
            continue  # the second of two equal consonants without a vowel between is a shadda
        if sound == "ء":
            letters.append(_hamza(sounds, index))
        elif sound == "A" and letters and letters[-1] == "أ":
            letters[-1] = "آ"
        else:
            letters.append(_LONG.get(sound, sound))
    return "".join(letters)


def _hamza(sounds: str, index: int) -> str:
    before, after = sounds[index - 1 : index], sounds[index + 1 : index + 2]
    if not index:
        return "إ" if after in ("i", "I") else "أ"
    if not after or (after == "T" and before in "AUI"):
        return _SEAT[_RANK.get(before, 0) if before in _SHORT else 0] if not after else "ء" if before == "A" else "ئ"
    if before == "A" and after in "aA":
        return "ء"
    if before in "Iي":
        return "ئ"
    if before == "U" and after in "aA":
        return "ء"
    return _SEAT[max(_RANK.get(before, 0), _RANK.get(after, 0))]
