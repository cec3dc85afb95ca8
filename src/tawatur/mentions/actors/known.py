"""The known actors of the knowledge base, loaded once and checked."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_csv, load_yaml
from tawatur.model.phrases import ActorClass
from tawatur.model.reading import EntityKind

PACKAGE = "tawatur.knowledge.actors"
OUTLETS = "tawatur.knowledge.outlets"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_SOUND = re.compile(r"[\u0621-\u063a\u0641-\u0652 0-9A-Za-z.'&()/+-]+\Z")  # no Persian letters, no bidi marks


class Affiliation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tie of a known actor to another, public, with its years and where it is stated."""

    to: str
    kind: str
    from_year: int | None = msgspec.field(default=None, name="from")
    to_year: int | None = None
    source: str = ""


class Loaded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name with colour: `hostile` or `honouring`."""

    form: str
    colour: str


class Known(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One known actor. `surname` marks the last word of a person's name as a name of its own."""

    id: str
    kind: EntityKind
    klass: ActorClass
    name: dict[str, str]
    aliases: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()  # short names that are common words too: only once the article names it otherwise
    near: tuple[str, ...] = ()  # actors whose mention makes an unsure name likely, without a tie to state
    loaded: tuple[Loaded, ...] = ()
    affiliation: tuple[Affiliation, ...] = ()
    wikidata: str | None = None
    camp: str | None = None
    surname: bool = True
    gender: str = ""
    number: str = ""
    adjective: str | None = None  # states and peoples: masculine singular
    people: tuple[str, ...] = ()  # broken plurals of the adjective: روس، عرب
    capital: tuple[str, ...] = ()  # capitals that stand for it
    office: str | None = None  # the office of its state that it is: foreign-ministry, parliament (topics.yml)
    english: str | None = None  # its adjective in English
    bare: bool = True  # False where the bare name is a common word too (مالي): only its aliases are looked up

    @property
    def country(self) -> bool:
        """Whether it is a country: its name is a place too."""
        return self.kind == "state" and self.adjective is not None

    @property
    def state(self) -> str | None:
        """The state or body that it is a part of, where the knowledge base says so."""
        kinds = ("government_of", "army_of", "unit_of", "part_of", "office_of")
        return next((a.to for a in self.affiliation if a.kind in kinds), None)


@cache
def known() -> dict[str, Known]:
    """Every known actor by id. Raises KnowledgeError on a malformed or repeated entry."""
    found: dict[str, Known] = {}
    for file in sorted(f.name for f in files(PACKAGE).iterdir() if f.name.endswith(".yml")):
        for actor in _actors(file):
            if actor.id in found:
                raise KnowledgeError(f"{file}: {actor.id} stands in the knowledge base already")
            found[actor.id] = actor
    for actor in _outlets():
        if actor.id in found:
            raise KnowledgeError(f"outlets.csv: {actor.id} stands in the knowledge base already")
        found[actor.id] = actor
    _check_ties(found)
    return found


def _actors(file: str) -> list[Known]:
    content = load_yaml(PACKAGE, file)
    defaults: dict[str, Any] = content.get("defaults", {})
    source = defaults.get("source", "")
    return [
        _actor(file, {k: v for k, v in defaults.items() if k != "source"} | raw, source) for raw in content["actors"]
    ]


def _actor(file: str, raw: dict[str, Any], source: str) -> Known:
    ties = [{"source": source} | tie for tie in raw.get("affiliation", ())]
    try:
        actor = msgspec.convert(raw | {"affiliation": ties}, Known)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{file}: {raw.get('id')}: {error}") from error
    forms = (actor.name.get("ar", ""), *actor.aliases, *actor.unsure, *(form.form for form in actor.loaded))
    strange = [form for form in forms if not _SOUND.match(form)]
    if strange or not _ID.match(actor.id) or not actor.name.get("en"):
        raise KnowledgeError(f"{file}: {actor.id}: odd letters, id or no English name {strange}")
    return actor


def _outlets() -> list[Known]:
    if not files(OUTLETS).joinpath("outlets.csv").is_file():
        return []
    return [_outlet(row) for row in load_csv(OUTLETS, "outlets.csv")]


def _outlet(row: dict[str, str]) -> Known:
    owner = [{"to": row["owner"], "kind": row["tie"], "source": row["source"]}] if row["owner"] else []
    raw = {
        "id": row["id"],
        "kind": "media",
        "klass": "media",
        "name": {"ar": row["ar"], "en": row["en"]},
        "aliases": [alias for alias in row["aliases"].split(";") if alias],
        "affiliation": owner,
    }
    return _actor("outlets.csv", raw, row["source"])


def _check_ties(found: dict[str, Known]) -> None:
    for actor in found.values():
        for tie in actor.affiliation:
            if tie.to not in found:
                raise KnowledgeError(f"{actor.id}: affiliation to {tie.to}, which the knowledge base does not hold")


@cache
def tied(kind: str, to: str) -> str | None:
    """The first known actor with a tie of a kind to another: the government or army of a state."""
    ties = ((actor.id, tie) for actor in known().values() for tie in actor.affiliation)
    return next((actor for actor, tie in ties if tie.kind == kind and tie.to == to and tie.to_year is None), None)


@cache
def sole_army(state: str) -> str | None:
    """The only known army of a state, or None where it has none or rivals claim to be it."""
    armies = [a.id for a in known().values() if any(t.kind == "army_of" and t.to == state for t in a.affiliation)]
    return armies[0] if len(armies) == 1 else None


@cache
def at_office(state: str, office: str) -> str | None:
    """The known actor that is a certain office of a state: the Pentagon for the US defence ministry."""
    return next(
        (a.id for a in known().values() if a.office == office and any(t.to == state for t in a.affiliation)), None
    )


@cache
def sole_government(actor: str) -> str | None:
    """The state of which an actor is the only known government, or None where rivals claim it."""
    states = [tie.to for tie in known()[actor].affiliation if tie.kind == "government_of"]
    if not states:
        return None
    rivals = sum(tie.kind == "government_of" and tie.to == states[0] for a in known().values() for tie in a.affiliation)
    return states[0] if rivals == 1 else None


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for actor in known().values():
        near.setdefault(actor.id, set()).update(actor.near)
        for tie in actor.affiliation:
            near.setdefault(actor.id, set()).add(tie.to)
            near.setdefault(tie.to, set()).add(actor.id)
    return {actor: frozenset({actor, *others}) for actor, others in near.items()}


def near_of(actor: str) -> frozenset[str]:
    """A known actor and those that a public tie joins to it."""
    return _neighbours()[actor]
