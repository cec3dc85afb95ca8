"""Whether a verb and a voice agree: what a verb's form says of the one who speaks."""

from tawatur.arabic.word import Word
from tawatur.chains.lexicon import readings
from tawatur.chains.voice import Voice


def agrees(word: Word, voice: Voice) -> bool:
    """Whether a verb may have this subject before it or dropped: gender, and plural people."""
    return any(_fits(a.gender, a.number, voice) and a.person in ("3", "") for a in readings(word)) or not readings(word)


def _fits(gender: str, number: str, voice: Voice) -> bool:
    people = voice.klass in ("source", "civilians", "group", "armed", "person", "political", "office")
    if number == "p":
        return voice.number != "s" or voice.klass in ("armed", "civilians", "group")
    if number == "s" and voice.number == "p" and gender == "m" and people and voice.gender != "f":
        return False
    return not gender or not voice.gender or gender == voice.gender or (voice.number == "p" and gender == "f")


def agrees_behind(word: Word, voice: Voice) -> bool:
    """Whether a verb may have this subject behind it: such a verb is singular, and never of the first person."""
    found = readings(word)
    return not found or any(a.number in ("s", "") and a.person in ("3", "") for a in found)


def singular(word: Word) -> bool:
    """Whether a verb may stand before its subject: it is singular and of the third person."""
    return any(a.number in ("s", "") and a.person in ("3", "") for a in readings(word))


def plural(word: Word) -> bool:
    """Whether a verb can only have several people before it ("واتهموا")."""
    found = readings(word)
    return bool(found) and all(a.number == "p" for a in found)


def agrees_in_number(participle: Word, voice: Voice) -> bool:
    """Whether an adverbial participle may describe a voice: "مؤكدين" several men, "مؤكدة" a woman or a body."""
    if participle.stem.endswith("ين"):
        return voice.number in ("p", "d", "")
    if participle.stem.endswith("ة"):
        return voice.gender != "m" or voice.number == "p"
    return voice.number not in ("p", "d") and voice.gender != "f"
