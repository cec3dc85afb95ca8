"""Finds known names in a run of words: a trie over the keys of their tokens."""

from functools import cache, lru_cache
from typing import Any

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.mentions.places.gazetteer import WARS, places
from tawatur.mentions.places.heads import heads

FUNCTION_WORDS = frozenset(
    {"الي", "علي", "في", "من", "عن", "مع", "بين", "حتي", "بعد", "قبل", "حول", "منذ", "خلال", "ضد"}
)
HAMZA = frozenset("أإآ")  # inside a word hardly any begins so: what stands before it is a clitic
END = ""  # the edge that holds the ids of the places whose name ends here
Node = dict[str, Any]


class Form(msgspec.Struct, frozen=True, gc=False):
    """A word read as clitics and the rest: `text` is the key of the rest."""

    conjunction: str
    preposition: str
    text: str


class Match(msgspec.Struct, frozen=True):
    """A known name: words up to `last` exclusive, how its first word was read, the places that bear it."""

    last: int
    form: Form
    kbs: tuple[str, ...]


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[Form, ...]:
    """The ways to read the key of a word as clitics and a rest, the whole word first."""
    return tuple([Form(*parts) for parts in splits(word)])


def splits(word: str) -> list[tuple[str, str, str]]:
    """The same as plain tuples: of most words no way is of use, and need be no Form."""
    found = [("", "", word)]
    _split_preposition(word, "", found)
    conjunction = word[:1]
    if conjunction in ("و", "ف") and len(word) > 2:
        found.append((conjunction, "", word[1:]))
        _split_preposition(word[1:], conjunction, found)
    return found


def _split_preposition(rest: str, conjunction: str, found: list[tuple[str, str, str]]) -> None:
    first = rest[:1]
    if first not in ("ب", "ل", "ك"):
        return
    if len(rest) > 4 and rest.startswith("لل"):
        found.append((conjunction, "ل", "ال" + rest[2:]))
    elif len(rest) >= 3:
        found.append((conjunction, first, rest[1:]))


@lru_cache(maxsize=100_000)
def openings(word: str) -> tuple[Form, ...]:
    """Those readings of a word with which a known name may begin."""
    root = trie()
    return tuple([Form(*parts) for parts in splits(word) if parts[2] in root])


def longest(words: tuple[Word, ...], first: int, *, clitics: bool = True) -> Match | None:
    """The longest known name that begins at a word; the reading with fewest clitics among equals."""
    key = words[first].key
    return longest_of(words, first, openings(key) if clitics else (Form("", "", key),))


def longest_of(words: tuple[Word, ...], first: int, readings: tuple[Form, ...]) -> Match | None:
    """The same for some readings of the word."""
    best: Match | None = None
    root = trie()
    for form in readings:
        node = root.get(form.text)
        last = first + 1
        while node is not None:
            kbs = node.get(END)
            if kbs is not None and (
                (best is None or last > best.last or (last == best.last and _rather(best, form)))
                and _cut_right(words[first], form, last - first, kbs)
            ):
                best = Match(last, form, kbs)
            node = node.get(words[last].key) if len(node) > (kbs is not None) and last < len(words) else None
            last += 1
    return best


def _rather(best: Match, form: Form) -> bool:
    """Whether "و" before a name is likelier than a name of somewhere that needs its place word: "الرياض وجدة"."""
    return (
        form.conjunction == "و" and not best.form.conjunction and all(places()[kb].alone == "head" for kb in best.kbs)
    )


def _cut_right(word: Word, form: Form, length: int, kbs: tuple[str, ...]) -> bool:
    """Whether a preposition taken off is one: "باراك" is not "ب" + "اراك". Well-known places need no second opinion."""
    if form.conjunction == "ف" and not word.conjunction and length == 1:
        return False  # "فاطمة" is not "ف" + "اطمة"
    if not form.preposition or length > 1 or form.preposition in word.prefixes:
        return True
    own = word.text[len(form.conjunction) + len(form.preposition) :]
    spelled = own[:1] in HAMZA and any(own in places()[kb].names for kb in kbs)  # "بأبها" is "في أبها"
    return spelled or any(_well_known(kb) for kb in kbs)


def _well_known(kb: str) -> bool:
    record = places()[kb]
    return record.kind in ("country", "capital") or (record.alone == "sure" and record.country in WARS)


@cache
def trie() -> Node:
    """Every known name by the keys of its tokens."""
    root: Node = {}
    nouns = heads().nouns.keys() | heads().resuming  # "المدينة", "حي": a place word, never a name by itself
    for record in places().values():
        for name in dict.fromkeys(key(n) for n in record.names):
            if name in nouns or name in FUNCTION_WORDS:
                continue
            node = root
            for token in name.replace("-", " - ").split():
                node = node.setdefault(token, {})
            node[END] = (*node.get(END, ()), record.kb)
    return root
