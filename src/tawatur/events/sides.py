"""Whose unit, office, spokesman or property an actor is, as the knowledge base says with a source."""

import functools

from tawatur.arabic.letters import key
from tawatur.events.ids import named_id
from tawatur.events.words import stems_of
from tawatur.mentions.actors.known import Known, at_office, known
from tawatur.model.case import Name, Party

# ties by which an actor acts for the other: an army for its state, a commander for his militia
_ACTS_FOR = (
    "government_of",
    "army_of",
    "unit_of",
    "part_of",
    "office_of",
    "branch_of",
    "wing_of",
    "minister_of",
    "envoy_of",
    "president_of",
    "leader_of",
    "commander_of",
    "commander_in",
    "chief_of",
    "head_of",
    "member_of",
    "official_of",
    "officer_of",
    "ambassador_of",
    "spokesman_of",
    "spokesperson_of",
    "director_of",
    "king_of",
    "ruler_of",
    "secretary_of",
    "chancellor_of",
    "emir_of",
    "prince_of",
    "adviser_of",
)
_FACES = frozenset({"government_of", "president_of", "king_of", "ruler_of", "emir_of", "sultan_of"})
_SPEAKS_FOR = ("spokesman_of", "spokesperson_of", "speaks_for", "director_of")
_VOICES = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_OWNED_BY = ("owned_by", "owner", "organ_of", "media_of", "affiliated_with", "funded_by", "mouthpiece_of", "close_to")
_OUTLET_WORDS = "صحيفه جريده وكاله موقع شبكه قناه مجله اذاعه منصه راديو تلفزيون فضائيه newspaper agency channel"
_HEADS = frozenset(_OUTLET_WORDS.split(" "))
_STEPS = 6


@functools.lru_cache(maxsize=200_000)
def lineage(id_: str, side: str | None) -> tuple[str, ...]:
    """The actor itself, then what it acts for, outwards ("Quds Force", "IRGC", "Iran")."""
    line = [id_]
    while len(line) < _STEPS:
        following = _acts_for(line[-1]) or (side if len(line) == 1 else None)
        if following is None or following in line:
            break
        line.append(following)
    return tuple(line)


@functools.lru_cache(maxsize=200_000)
def camp_of(id_: str, side: str | None) -> str | None:
    """The camp that the knowledge base states for the actor, its owner, or what it acts for; None if silent."""
    for step in lineage(id_, side):
        actor = _known(step)
        if actor is not None and actor.camp:
            return actor.camp
    owner = _tied(id_, _OWNED_BY)
    if owner is not None:
        return camp_of(owner, None) or lineage(owner, None)[-1]
    line = lineage(id_, side)
    return line[-1] if len(line) > 1 else None


def speaks_for(id_: str, side: str | None, name: Name) -> tuple[str, Name] | None:
    """The office for which a spokesman or director speaks, None where it speaks for itself."""
    office = _tied(id_, _SPEAKS_FOR)
    if office is None and _is_media(_tied(id_, _ACTS_FOR)):
        office = _tied(id_, _ACTS_FOR)  # the head of an outlet or monitor is its voice
    if office is None and side and (_is_media(side) or _VOICES.intersection(stems_of(name.get("ar", "")))):
        office = side
    actor = _known(office) if office else None
    return (actor.id, actor.name) if actor else None


@functools.lru_cache(maxsize=65536)
def ministry_of(id_: str, side: str | None) -> str | None:
    """The ministry of a minister: what he says and what it states have one origin."""
    field = ""
    if side and id_.startswith(f"{side}-") and id_.endswith("-minister"):
        field = id_.removeprefix(f"{side}-").removesuffix("-minister")
    actor = _known(id_)
    for tie in actor.affiliation if actor else ():
        if tie.kind.endswith("_minister_of"):
            side, field = tie.to, tie.kind.removesuffix("_minister_of").removeprefix("deputy_").replace("_", "-")
    if not side or not field or field.endswith("prime"):
        return None
    return at_office(side, f"{field}-ministry") or f"{side}-{field}-ministry"


@functools.lru_cache(maxsize=65536)
def face_of(id_: str, side: str | None) -> str | None:
    """The state that an actor stands for as a whole: its head, its presidency, its government."""
    actor = _known(id_)
    if actor is None:
        return None
    if actor.kind == "state":
        return id_
    faces = (
        t.to for t in actor.affiliation if t.kind in _FACES or (t.kind == "office_of" and actor.office == "presidency")
    )
    return next(faces, None)


@functools.lru_cache(maxsize=65536)
def holds_office(id_: str, office: str) -> bool:
    """Whether a known person holds or held an office that an article names without him ("the US defence minister")."""
    actor = _known(id_)
    ties = actor.affiliation if actor is not None and actor.kind == "person" else ()
    return any(f"{tie.to}-{tie.kind.removesuffix('_of').replace('_', '-')}" == office for tie in ties)


def is_army(id_: str) -> bool:
    """Whether it is the army of a state."""
    actor = _known(id_)
    return actor is not None and any(tie.kind == "army_of" for tie in actor.affiliation)


def _is_media(id_: str | None) -> bool:
    actor = _known(id_) if id_ else None
    return actor is not None and "media" in (actor.kind, actor.klass)


@functools.lru_cache(maxsize=4096)
def outlet_party(name: str) -> Party:
    """The outlet that metadata or a chain names, as the knowledge base knows it or with the name as given."""
    folded = _folded(name)
    actor = _media().get(folded) or _media().get(_bare(folded))
    if actor is not None:
        return Party(id=actor.id, name=actor.name)
    return Party(id=named_id("outlet", _bare(folded)), name={"ar": name, "en": name})


def _bare(folded: str) -> str:
    """An outlet's name without the word for what it is ("صحيفة الضفاف" is "الضفاف")."""
    head, _, rest = folded.partition(" ")
    return rest if rest and head in _HEADS else folded


def name_of(id_: str) -> Name | None:
    """The neutral name of a known actor."""
    actor = _known(id_)
    return actor.name if actor else None


def _acts_for(id_: str) -> str | None:
    return _tied(id_, _ACTS_FOR)


def _tied(id_: str, kinds: tuple[str, ...]) -> str | None:
    actor = _known(id_)
    return next((tie.to for tie in actor.affiliation if tie.kind.endswith(kinds)), None) if actor else None


def _known(id_: str) -> Known | None:
    return known().get(id_)


@functools.cache
def _media() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for actor in known().values():
        if actor.kind == "media" or actor.klass == "media":
            for form in (*actor.name.values(), *actor.aliases):
                found.setdefault(_folded(form), actor)
    return found


def _folded(name: str) -> str:
    return " ".join(key(name).casefold().replace("-", " ").split())
