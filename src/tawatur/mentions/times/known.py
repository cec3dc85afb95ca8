"""Finds in an article's sentences the dated events of the knowledge base: sets of words that stand near each other."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text, Word
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.times import intervals as edtf

NEAR = 25  # words between the first and the last key of an event
FIELDS = {"id", "date", "keys", "act", "en", "ar", "source"}
OPTIONAL = {"begins", "near", "state"}
PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")


class DatedEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A public event whose date is known. `keys` are sets of words of which one each must stand near the others.

    `act` are words that tell it as a happening: a time links to the event only beside one of them, never without.
    `begins` marks the first day of something that goes on; `state` a standing state, told while it lasts.
    """

    id: str
    date: str
    days: edtf.Days
    keys: tuple[int, ...]
    act: int | None
    en: str
    ar: str
    source: str
    begins: bool = False
    state: bool = False
    near: int = NEAR


class Index(NamedTuple):
    """The word sets by word, and the events by their first set."""

    sets: dict[str, tuple[int, ...]]
    by_first: dict[int, tuple[DatedEvent, ...]]


class Hit(NamedTuple):
    """An event found: the sentence's words, the words that are its keys and those that tell it as a happening."""

    event: DatedEvent
    first: int
    last: int
    keys: tuple[int, ...]
    acts: tuple[int, ...]


@cache
def index() -> Index:
    """The dated events, ready to be looked up. Raises KnowledgeError."""
    content = load_yaml("tawatur.knowledge.calendars", "dated_events.yml")
    groups = {name: frozenset(map(key, words.split())) for name, words in content["groups"].items()}
    numbers: dict[frozenset[str], int] = {}
    events = [_event(row, groups, numbers) for row in content["events"]]
    if len({e.id for e in events}) != len(events):
        raise KnowledgeError("dated_events.yml: an id stands twice")
    sets: dict[str, list[int]] = {}
    for words, number in numbers.items():
        for word in words:
            sets.setdefault(word, []).append(number)
    by_first: dict[int, list[DatedEvent]] = {}
    for event in events:
        by_first.setdefault(event.keys[0], []).append(event)
    return Index({w: tuple(n) for w, n in sets.items()}, {n: tuple(e) for n, e in by_first.items()})


def _event(row: dict[str, Any], groups: dict[str, frozenset[str]], numbers: dict[frozenset[str], int]) -> DatedEvent:
    if (lacking := (FIELDS - {"act"}) - row.keys()) or (unknown := row.keys() - FIELDS - OPTIONAL):
        raise KnowledgeError(f"dated_events.yml: {row.get('id')}: wrong fields {sorted(lacking or unknown)}")
    days = edtf.days_of(str(row["date"]))
    if days is None:
        raise KnowledgeError(f"dated_events.yml: {row['id']}: no EDTF: {row['date']}")

    def number(words: str) -> int:
        found = frozenset(
            w for part in str(words).split("|") for w in (groups[part[1:]] if part[0] == "@" else (key(part),))
        )
        return numbers.setdefault(found, len(numbers))

    try:
        keys, act = tuple(number(k) for k in row["keys"]), number(row["act"]) if row.get("act") else None
    except KeyError as error:
        raise KnowledgeError(f"dated_events.yml: {row['id']}: no group of words named {error}") from error
    return DatedEvent(
        id=row["id"],
        date=str(row["date"]),
        days=days,
        keys=keys,
        act=act,
        en=row["en"],
        ar=row["ar"],
        source=row["source"],
        begins=bool(row.get("begins")),
        state=bool(row.get("state")),
        near=int(row.get("near", NEAR)),
    )


@lru_cache(maxsize=100_000)
def bare_forms(word: str) -> tuple[str, ...]:
    """A key with and without what may be clitics before it: a guess that only the dictionary confirms."""
    forms = [word]
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            rest = word[len(prefix) :]
            forms.append(rest)
            if prefix in ("و", "ف") and rest.startswith(("ال", "ب", "ل")) and len(rest) > 4:
                forms += bare_forms(rest)[1:]
    return tuple(dict.fromkeys(forms))


def known_events(text: Text) -> tuple[Hit, ...]:
    """Every dated event whose keys stand near each other in one sentence, in order."""
    return tuple(hit for s in text.sentences for hit in _in_sentence(text.words, s.first, s.last))


def events_near(text: Text, first: int, last: int) -> tuple[Hit, ...]:
    """The same for the sentences that hold words `first` to `last` exclusive."""
    near = [s for s in text.sentences if s.first < last and first < s.last]
    return tuple(hit for s in near for hit in _in_sentence(text.words, s.first, s.last))


def _in_sentence(words: Sequence[Word], first: int, last: int) -> Iterator[Hit]:
    table = index()
    places: dict[int, list[int]] = {}
    for at in range(first, last):
        for number in _numbers(words[at].key, words[at].stem_key):
            places.setdefault(number, []).append(at)
    for number in list(places):
        for event in table.by_first.get(number, ()):
            if all(k in places for k in event.keys) and (chosen := _near(places, event.keys, event.near)):
                acts = tuple(places.get(event.act, ())) if event.act is not None else ()
                yield Hit(event, first, last, chosen, acts)


@lru_cache(maxsize=100_000)
def _numbers(word: str, stem: str) -> tuple[int, ...]:
    """The word sets that a word belongs to, with or without what may be clitics before it."""
    sets = index().sets
    return tuple(sorted({number for form in (*bare_forms(word), stem) for number in sets.get(form, ())}))


def _near(places: dict[int, list[int]], keys: tuple[int, ...], near: int) -> tuple[int, ...] | None:
    """One place a key, each nearest to the first key's and no two the same word."""
    for start in places[keys[0]]:
        chosen = [start]
        for number in keys[1:]:
            free = [p for p in places[number] if p not in chosen and abs(p - start) <= near]
            if not free:
                break
            chosen.append(min(free, key=lambda p: (abs(p - start), p)))
        else:
            return tuple(chosen)
    return None
