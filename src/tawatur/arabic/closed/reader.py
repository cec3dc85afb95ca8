"""What a function word is, with its clitics: every attested surface built once from words.yml."""

from functools import cache
from typing import NamedTuple, cast

from tawatur.arabic.letters import fold, light
from tawatur.arabic.word import Gender, Number
from tawatur.knowledge.files import load_yaml

PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي")
ARTICLE = "ال"


class ClosedWord(NamedTuple):
    """A surface of a function word: its parts in light form and its part of speech."""

    prefixes: tuple[str, ...]
    stem: str
    enclitic: str
    pos: str
    tense: str = ""
    gender: Gender = ""
    number: Number = ""


def closed_word(text: str, folded: str) -> ClosedWord | None:
    """The function word that a light form with this key is, or None. Spelling as written first, then without hamza."""
    found = _surfaces().get(text)
    if found is not None:
        return found
    surface = _keys().get(folded)
    if surface is None or not _careless(text, surface):
        return None
    known = _surfaces()[surface]
    end = len(text) - len(known.enclitic)
    return known._replace(stem=text[end - len(known.stem) : end])


def _careless(text: str, surface: str) -> bool:
    """Whether `text` only leaves out what `surface` writes: "الى" is "إلى", but "أثر" is not "إثر"."""
    return len(text) == len(surface) and all(
        t == s or t == fold(s) or (t == "ى" and s == "ي") for t, s in zip(text, surface, strict=True)
    )


@cache
def _surfaces() -> dict[str, ClosedWord]:
    content = load_yaml("tawatur.arabic.closed", "words.yml")
    found: dict[str, ClosedWord] = {}
    for surface, lead, stem, pronoun in content["fused"]:
        for conjunction in ("", "و", "ف") if surface != "لي" else ("",):  # "ولي" is the guardian of "ولي العهد"
            parts = tuple(conjunction + lead)
            found[conjunction + surface] = ClosedWord(parts, stem, pronoun, "preposition")
    for group in content["classes"]:
        leads = ["", *(lead for lead in group["leads"])]
        for word in map(light, group["words"]):
            for lead in leads:
                _add(found, lead, word, group)
    for pos, words in content["wholes"].items():
        found.update({light(whole): ClosedWord((), light(whole), "", pos) for whole in words})
    return {surface: word for surface, word in found.items() if surface not in content["except"]}


def _add(found: dict[str, ClosedWord], lead: str, word: str, group: dict[str, object]) -> None:
    """One word behind one string of proclitics, with every pronoun it takes; an earlier class keeps a surface."""
    tense = "" if group["pos"] != "verb" else "past" if group.get("past") else "present"
    plain = ClosedWord(tuple(lead), word, "", str(group["pos"]), tense, *_agreement().get(word, ("", "")))
    found.setdefault(lead + word, plain)
    if group.get("pronouns") and len(word) > 1:
        for host in {word, word[:-1] + "ي" if word.endswith("ى") else word}:
            for pronoun in PRONOUNS:
                found.setdefault(lead + host + pronoun, plain._replace(stem=host, enclitic=pronoun))


@cache
def _agreement() -> dict[str, tuple[Gender, Number]]:
    """Gender and number of the function words that show them."""
    content: dict[str, list[str]] = load_yaml("tawatur.arabic.closed", "words.yml")["agreement"]
    return {
        light(word): (cast(Gender, shown[0]), cast(Number, shown[1]))
        for shown, words in content.items()
        for word in words
    }


@cache
def _keys() -> dict[str, str]:
    """Surfaces by key; where two words share one ("أن", "إن"), the first listed wins."""
    found: dict[str, str] = {}
    for surface in _surfaces():
        found.setdefault(fold(surface), surface)
    return found
