"""The words of words.yml, loaded once, and how a sequence of words is matched against them."""

from functools import cache

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml

CLASSES = frozenset(
    {
        "about",
        "absence",
        "comparisons",
        "conditions",
        "datives",
        "exceptive",
        "foils",
        "generic_before",
        "groundless",
        "guesses",
        "habits",
        "happenings",
        "judgements",
        "long_ago",
        "memories",
        "negations",
        "no_negation",
        "open_when_negated",
        "over_years",
        "plans",
        "purpose_nouns",
        "purpose_verbs",
        "wishes",
    }
)
# compared with lemmas of the lexicon, not with keys
LEMMAS = frozenset({"foils", "judgements", "open_when_negated", "purpose_verbs", "wishes"})


@cache
def words() -> dict[str, frozenset[tuple[str, ...]]]:
    """Every class of words.yml; an entry is the keys of its words. Raises KnowledgeError."""
    content = load_yaml("tawatur.reports.modality", "words.yml")
    if content.keys() != CLASSES:
        raise KnowledgeError(f"modality/words.yml: classes differ from the room's: {sorted(content.keys() ^ CLASSES)}")
    return {
        name: frozenset(tuple(w if name in LEMMAS else key(w) for w in entry.split()) for entry in entries)
        for name, entries in content.items()
    }


@cache
def by_first(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The entries of a class by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in words()[name]:
        found.setdefault(entry[0], []).append(entry)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


def match(name: str, tokens: tuple[Word, ...], index: int) -> int:
    """How many words from `index` on form an entry of the class; 0 for none. A leading "و" or "ف" is set aside."""
    table = by_first(name)
    word = tokens[index]
    for first in {
        word.key,
        word.key[1:] if word.conjunction else word.key,
        word.key if word.enclitic else word.stem_key,
    }:
        for entry in table.get(first, ()):
            if _rest(tokens, index, entry):
                return len(entry) - (entry[-1] == "ل")
    return 0


def _rest(tokens: tuple[Word, ...], index: int, entry: tuple[str, ...]) -> bool:
    for offset, part in enumerate(entry[1:], start=1):
        if index + offset >= len(tokens):
            return False
        word = tokens[index + offset]
        if part in ("ل", "ب") and offset == len(entry) - 1:
            return word.preposition == part or word.key == part
        if word.key != part and word.stem_key != part:
            return False
    return True


def lemmas_of(word: Word) -> frozenset[str]:
    """The verb lemmas that a word may be or belong to."""
    return frozenset(a.verb or a.lemma for a in word.analyses)
