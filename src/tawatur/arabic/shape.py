"""What the shape of a stem says of its gender and number where no lexicon knows the word."""

import re
from functools import cache

from tawatur.arabic.cut.candidates import own_endings
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.letters import key
from tawatur.arabic.word import Gender, Number
from tawatur.knowledge.files import load_yaml

_X = "[\u0621-\u0628\u062a-\u063a\u0641-\u064a]"  # a letter, no ta marbuta
# Broken plurals whose letters few singulars have, in light spelling: مواقع، مشاريع، صواريخ، أسلحة، أعمال، وزراء، أنبياء
_BROKEN = re.compile(
    f"م{_X}ا{_X}{_X}|{_X}وا{_X}ي?{_X}|{_X}{{2}}ا[ئي]{_X}|[متقعبس]{_X}ا{_X}ي(?!ي){_X}|أ{_X}ا{_X}ي{_X}|أ{_X}{_X}ا{_X}|أ{_X}(?!ي){_X}[^ي]ة"
    f"|{_X}{_X}{_X}اء|أ{_X}{_X}?{_X}ياء"
)


_IN_USE = 20


def verb_agreement(stem_key: str, tense: str) -> tuple[Gender, Number]:
    """The gender and number that a finite verb shows."""
    if stem_key.endswith(("وا", "ون")):
        return "m", "p"
    if tense == "present" or stem_key[:1] in ("ي",):
        return ("f" if stem_key[:1] == "ت" else "m" if stem_key[:1] == "ي" else ""), "d" if stem_key.endswith(
            "ان"
        ) else "s"
    if stem_key.endswith("تا"):
        return "f", "d"
    return ("f", "s") if stem_key.endswith("ت") else ("m", "s")


def noun_agreement(stem: str, stem_key: str, tag: str) -> tuple[Gender, Number]:
    """The gender and number that a nominal stem shows; `stem` is the light form, whose hamza tells أفعال from إفعال."""
    traps = _traps()
    feminine = stem_key in traps["feminine"] or (
        (stem_key.endswith(("ه", "ات")) and not (stem.endswith("ه") and stem_key in own_endings()))
        and stem_key not in traps["masculine"]
        and not stem_key.endswith("الله")
    )
    gender: Gender = "f" if feminine else "m"
    return gender, "s" if tag == "name" else _number(stem, stem_key, traps, broken=tag == "noun")


def listed_plural(stem_key: str) -> bool:
    """Whether a stem is a broken plural by list, whatever else its letters may be ("مصادر" is no participle)."""
    return stem_key in _traps()["plural"]


def _number(stem: str, stem_key: str, traps: dict[str, frozenset[str]], *, broken: bool) -> Number:
    if stem_key in traps["plural"]:
        return "p"
    if stem_key in traps["singular"] or len(stem_key) < 5:
        return "s"
    if stem_key.endswith("ات"):
        return "p"
    if stem_key.endswith(("تين", "تان")):
        return "d"
    if stem_key.endswith(("ون", "ين")):
        base = stem_key[:-2]
        return "p" if stem_key.endswith("ون") or commonness(base + "ون") or not commonness(base + "ان") else "d"
    if stem_key.endswith("ان"):
        return "d"
    return "p" if broken and _BROKEN.fullmatch(stem) and not _takes_plural(stem_key) else "s"


def _takes_plural(stem_key: str) -> bool:
    """Whether a sound plural or feminine of it is in use: then "مقاتل" is a participle and no broken plural."""
    return commonness(stem_key + "ين") >= _IN_USE or commonness(stem_key + "ون") >= _IN_USE


@cache
def _traps() -> dict[str, frozenset[str]]:
    content = load_yaml("tawatur.arabic", "shape.yml")
    return {name: frozenset(map(key, content[name])) for name in ("feminine", "masculine", "singular", "plural")}
