"""Loads the lexicon: every entry of every file as a checked record, defaults filled in.

Both readers of the lexicon (forms in `arabic`, frames in `reports`) read these records and not the YAML.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml
from tawatur.knowledge.lexicon.checks import check_entry, check_letters

PACKAGE = "tawatur.knowledge.lexicon"
ACT_FILES = (
    "accuse",
    "agree",
    "aid",
    "assault",
    "coerce",
    "concede",
    "consult",
    "cooperate",
    "mobilize",
    "protest",
    "reject",
    "request",
    "retreat",
    "sanction",
    "support",
    "threaten",
)
OTHER_FILES = ("ties", "light", "speech", "plain")
Role = Literal["actor", "recipient", "place", "instrument", "party", "none"]
Genitive = Literal["agent", "patient", "either", "none"]
LOSSES = frozenset({"kill", "wound"})  # extensions that tell what an attack did to someone


class Masdar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verbal noun: who its genitive is, its plurals, its gender; `state` marks one that names a standing state.

    `weak` marks a noun whose act reading needs an actor and a recipient (or place, time) of its own.
    """

    noun: str
    genitive: Genitive = "either"
    plural: tuple[str, ...] = ()
    gender: Literal["m", "f", ""] = ""
    state: bool = False
    weak: bool = False
    form_only: bool = False  # a form that the tagger must know, but which is never a trigger


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One sense of one lemma. Field meanings: README.md."""

    lemma: str
    pos: Literal["verb", "noun", "phrase"]
    root: tuple[str, ...] = ()
    form: int = 0
    vowels: str = ""
    masdar: tuple[Masdar, ...] = ()
    plural: tuple[str, ...] = ()
    gender: Literal["m", "f", ""] = ""
    no_participles: bool = False
    phrase: tuple[str, ...] = ()
    kind: Literal["act", "tie", "light", "control", "aspect", "speech", "plain"] = "plain"
    type: str | None = None
    extension: str | None = None
    mode: str | None = None
    tier: Literal["sure", "weak"] = "sure"
    aspect: Literal["act", "state"] = "act"
    state_type: str | None = None
    speech: bool = False
    genitive: Genitive = "agent"
    verb: Literal["yes", "no"] = "yes"  # no: only the verbal nouns are triggers
    participle: Literal["yes", "no"] = "yes"  # no: participles are known forms, never triggers
    roles: dict[str, Role] = {}
    admits: dict[str, tuple[str, ...]] = {}
    needs: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    passive: str = ""
    noun: tuple[str, ...] = ()  # light, control, aspect: slots in which the event noun or clause stands
    subject: str = ""  # light, control, aspect: the role that their subject plays in the event
    modality: Literal["", "asserted", "denied", "planned", "possible"] = ""
    stance: str = ""
    lead: str = ""  # fires only with this clitic before it ("ب" for "بقيادة")
    bare: bool = False  # fires only without the article: what is told, not what is resumed
    unit: bool = False  # ties only: a unit that bears a name, and right behind it the force that it belongs to
    predicate: bool = False  # a participle that says what one is ready for ("بلاده مستعدة للحوار")
    turn: Literal["", "refused", "announced", "vowed"] = ""  # only behind "لن", as a future, as "we shall"
    not_behind: tuple[str, ...] = ()  # does not fire right behind one of these ("غرفة عمليات")
    file: str = ""
    extra: dict[str, Any] = {}


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, in the order of files and lines. Raises KnowledgeError for a malformed one."""
    return tuple(entry for name in (*ACT_FILES, *OTHER_FILES) for entry in _read(name))


@cache
def type_defaults() -> dict[str, dict[str, Any]]:
    """What an entry of a type takes over when it says nothing itself: roles, admits, needs, speech."""
    defaults: dict[str, dict[str, Any]] = {}
    for name in ("plover", "relations"):
        for row in load_yaml("tawatur.knowledge.types", f"{name}.yml")["types"]:
            defaults[row["id"]] = row.get("defaults") or {}
    return defaults


@cache
def extensions() -> dict[str, str]:
    """The declared extension: each name with its PLOVER parent."""
    return {row["id"]: row["parent"] for row in load_yaml("tawatur.knowledge.types", "extension.yml")["types"]}


@cache
def modes() -> dict[str, tuple[str, ...]]:
    """The modes that each PLOVER type has."""
    return {row["id"]: tuple(row["modes"]) for row in load_yaml("tawatur.knowledge.types", "plover.yml")["types"]}


@cache
def collocates(words: tuple[str, ...], fold: Callable[[str], str]) -> frozenset[str]:
    """The keys under which the words of `with` and `without` stand in a text: the word itself and its endings.

    `fold` is `arabic.letters.key` (knowledge is a room below arabic and may not import it).
    """
    found: set[str] = set()
    for word in map(fold, words):
        found |= {word, word + "ا", word + "ين", word + "ان", word + "ون"}
        if not word.endswith("ي"):  # "دوريات" are patrols and no plural of "دوري"
            found.add(word + "ات")
        if word.endswith("ه"):
            found |= {word[:-1] + ending for ending in ("ات", "تين", "تان", "ت")}
    return frozenset(found)


def _read(name: str) -> Iterator[Entry]:
    kind = "act" if name in ACT_FILES else "tie" if name == "ties" else None
    try:
        content = load_yaml(PACKAGE, f"{name}.yml")
    except FileNotFoundError:
        return
    for raw in content.get("entries") or ():
        yield _entry(raw, name, kind)


def _entry(raw: dict[str, Any], name: str, kind: str | None) -> Entry:
    filled = dict(raw)
    filled.setdefault("kind", kind or {"speech": "speech", "plain": "plain"}.get(name, "light"))
    if name == "speech":  # its own further fields belong to the room of chains
        known = set(Entry.__struct_encode_fields__)
        filled = {k: v for k, v in filled.items() if k in known} | {"extra": raw}
    if filled["kind"] == "tie":
        filled.setdefault("state_type", raw.get("type"))
    for field, value in type_defaults().get(raw.get("type") or "", {}).items():
        if isinstance(value, dict):
            filled[field] = {**value, **(raw.get(field) or {})}
        elif field == "without":  # what no act of the type is said of adds up with what this one refuses
            filled[field] = [*(raw.get(field) or []), *value]
        else:
            filled.setdefault(field, value)
    try:
        entry = msgspec.convert(filled | {"file": name}, Entry)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{PACKAGE}/{name}.yml: entry {raw.get('lemma')}: {error}") from error
    if entry.extension and extensions().get(entry.extension) != entry.type:
        raise KnowledgeError(f"{name}.yml: {entry.lemma}: extension {entry.extension} is none of type {entry.type}")
    if entry.mode and entry.mode not in modes().get(entry.type or "", ()):
        raise KnowledgeError(f"{name}.yml: {entry.lemma}: mode {entry.mode} is none of type {entry.type}")
    check_letters(str(raw), f"{name}.yml: {entry.lemma}")
    check_entry(entry)
    return entry
