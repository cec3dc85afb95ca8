"""The words of words.yml, loaded once, and how a sequence of words is matched against them."""

from functools import cache
from itertools import compress
from typing import NamedTuple

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Sentence, Text, Word
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml

CLASSES = frozenset(
    {
        "able",
        "about",
        "absence",
        "aimed_at",
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
        "ordered",
        "over_years",
        "plans",
        "purpose_nouns",
        "purpose_verbs",
        "wishes",
    }
)
# compared with lemmas of the lexicon, not with keys
LEMMAS = frozenset({"foils", "judgements", "open_when_negated", "purpose_verbs", "wishes"})


LED = ("ل", "ب")  # as the last of an entry they may be attached to the word behind it
Entries = dict[str, tuple[tuple[str, ...], ...]]  # class -> entries, each the keys of its words


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
def _by_first() -> dict[str, Entries]:
    """The entries of all classes by their first word, longest first."""
    found: dict[str, Entries] = {}
    for name, entries in words().items():
        for entry in sorted(entries, key=len, reverse=True):
            opened = found.setdefault(entry[0], {})
            opened[name] = (*opened.get(name, ()), entry)
    return found


@cache
def _by_lemma() -> dict[str, frozenset[str]]:
    """The classes that hold a word by itself."""
    found: dict[str, set[str]] = {}
    for name, entries in words().items():
        for entry in entries:
            if len(entry) == 1:
                found.setdefault(entry[0], set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


@by_form
def lemma_classes(word: Word) -> frozenset[str]:
    """The classes to which a verb belongs that a word may be or be derived of."""
    known = _by_lemma()
    return frozenset[str]().union(*[known[lemma] for lemma in lemmas_of(word) if lemma in known])


def match(name: str, tokens: tuple[Word, ...], index: int) -> int:
    """How many words from `index` on form an entry of the class; 0 for none. A leading "و" or "ف" is set aside."""
    entries = _openings(tokens[index]).get(name)
    if entries is None:
        return 0
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    seconds = (after.key, after.stem_key, *LED)
    for entry in entries:
        if len(entry) == 1 or (entry[1] in seconds and _rest(tokens, index, entry)):
            return len(entry) - (entry[-1] == "ل")
    return 0


@by_form
def _openings(word: Word) -> Entries:
    """The entries that a word may begin: as it is spelt, without its conjunction, as its stem."""
    spelt = (word.key, word.key[1:] if word.conjunction else word.key, word.key if word.enclitic else word.stem_key)
    found: Entries = {}
    if _by_first().keys().isdisjoint(spelt):
        return found  # most words
    for first in dict.fromkeys(spelt):
        for name, entries in _by_first().get(first, {}).items():
            found[name] = found.get(name, ()) + entries
    return found


Openings = dict[str, list[int]]  # class -> the words at which an entry of it may begin, in order


class Held(NamedTuple):
    """What a sentence holds: where entries may begin, by class, its stems and numbers; no rule need look elsewhere."""

    openings: Openings
    stems: frozenset[str]
    numbers: list[int]  # the words in digits


_KEPT: list[tuple[Text, dict[int, Held]]] = []  # of the last text read, by the first word of a sentence


def held_in(text: Text, sentence: Sentence) -> Held:
    """What a sentence holds, found once for all acts that it tells."""
    if not _KEPT or _KEPT[0][0] is not text:
        _KEPT[:] = [(text, {})]
    kept = _KEPT[0][1]
    found = kept.get(sentence.first)
    if found is None:
        openings: Openings = {}
        words = text.words[sentence.first : sentence.last]
        asked = answers(_openings, text.told[sentence.first : sentence.last])
        for at in compress(range(len(asked)), asked):  # most words open nothing
            for name in asked[at]:
                openings.setdefault(name, []).append(sentence.first + at)
        numbers = [word.index for word in words if word.kind == "number"]
        found = kept[sentence.first] = Held(openings, frozenset([word.stem_key for word in words]), numbers)
    return found


def _rest(tokens: tuple[Word, ...], index: int, entry: tuple[str, ...]) -> bool:
    """Whether the words behind the first are those of an entry; its last may be a preposition that leads a word."""
    last = len(entry) - 1
    if index + last >= len(tokens):
        return False
    for offset in range(1, last + 1):
        word, part = tokens[index + offset], entry[offset]
        if offset == last and part in LED:
            return word.preposition == part or word.key == part
        if word.key != part and word.stem_key != part:
            return False
    return True


@by_form
def lemmas_of(word: Word) -> frozenset[str]:
    """The verb lemmas that a word may be or belong to."""
    return frozenset(a.verb or a.lemma for a in word.analyses)
