"""Words that are names by themselves: places of one word (with their article, if they have one), common given names."""

from functools import cache

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_csv, load_yaml

_PLACES = (
    "africa",
    "asia",
    "cities",
    "governorates",
    "gulf",
    "iraq",
    "levant",
    "libya",
    "regions",
    "sudan",
    "syria",
    "turkey",
    "yemen",
)
_SHORTEST = 3


@cache
def name_words() -> frozenset[str]:
    """Places and given names whose bare form is seldom another word."""
    given = frozenset(map(key, load_yaml("tawatur.arabic", "given.yml")["given"]))
    return given | place_words()


@cache
def place_words() -> frozenset[str]:
    """Place names of one word that need no other word beside them, as the gazetteer has them."""
    common = {row["key"] for row in load_csv("tawatur.knowledge.places", "common.csv")}
    found: set[str] = set()
    for name in _PLACES:
        for row in load_csv("tawatur.knowledge.places", f"{name}.csv"):
            if not row.get("alone"):
                found.update(map(key, [row["ar"], *(row.get("also") or "").split("|")]))
    return frozenset(word for word in found if " " not in word and len(word) >= _SHORTEST and word not in common)


def is_name_word(stem_key: str, *, article: bool) -> bool:
    """Whether a stem, with or without its article, is a name by itself: "العند" is a place, "عند" is none."""
    return ("ال" + stem_key if article else stem_key) in name_words() or stem_key.startswith("عبدال")
