"""Heads that stand for an actor known otherwise (a leader's government, a lent word, a side) or resume one."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from tawatur.arabic.letters import key
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.heads import heads
from tawatur.mentions.actors.known import Known, known, sole_army, tied
from tawatur.mentions.actors.node import Node
from tawatur.model.reading import EntityKind

SYNONYMS = {
    "مليشيا": "ميليشيا",
    "ميليشية": "ميليشيا",
    "ميلشيا": "ميليشيا",
    "جريدة": "صحيفة",
    "تلفزيون": "قناة",
    "فضائية": "قناة",
}
KINDS: dict[str, EntityKind] = {
    "armed": "armed_group",
    "weapon": "armed_group",
    "state": "state",
    "office": "office",
    "political": "organisation",
    "organisation": "organisation",
    "media": "media",
    "person": "person",
}
LENT = {  # the class of a head that lends its word -> the classes of those to whom it does
    "media": frozenset({"media"}),
    "organisation": frozenset({"organisation", "office"}),
    "state": frozenset({"state"}),
}
FIGHTING = frozenset({"armed", "political"})
RESUMING = frozenset({"unit", "body"})
REACH = 40  # mentions back


class Mentioned(Protocol):
    """What an actor under way tells of itself."""

    kind: EntityKind
    kb: str | None
    affiliation: str | None


def lemmas_of(record: Known) -> frozenset[str]:
    """The heads under which a known actor may come up again: those that its names begin with."""
    return _lemmas(record.id)


@cache
def _lemmas(actor: str) -> frozenset[str]:
    record = known()[actor]
    lemmas: set[str] = set()
    for name in (record.name["ar"], *record.aliases, *(form.form for form in record.loaded)):
        form = heads().get(key(name.split()[0]).removeprefix("ال"))
        if form is not None and form.head.sort in RESUMING and form.shape.number == "s":
            lemmas.add(lemma_of(form.head.head))
    return frozenset(lemmas)


def is_side(node: Node) -> bool:
    """Whether a phrase is "الجانب …" or "الدولة …", which stands for whose side it is."""
    if node.noun is None or node.owner is None:
        return False
    state = node.noun.head == "دولة" and node.number == "s" and node.owner.adjective and node.definite
    return state or (node.noun.sort == "side" and (node.noun.head == "جانب" or node.owner.adjective))


def is_dual_side(node: Node) -> bool:
    """Whether a phrase is a bare "الطرفان", "الجانبان", "البلدان"."""
    side = node.noun is not None and node.noun.sort == "side" and node.number == "d" and node.definite
    return side and node.owner is None and not node.qualities


def last_sides(node: Node, trail: Sequence[Mentioned]) -> tuple[str, str] | None:
    """The two known sides named last before a phrase, the one named first before the other; of states for "البلدان"."""
    sides: list[str] = []
    for actor in reversed(trail[-REACH:]):
        side = own_side(actor)
        states_only = node.noun is not None and node.noun.head == "بلد"
        if side is None or side in sides or side not in known() or (states_only and actor.kind != "state"):
            continue
        sides.append(side)
        if len(sides) == 2:
            order = [own_side(a) for a in trail[-REACH:]]
            one, other = sorted(sides, key=order.index)
            return one, other
    return None


def own_side(actor: Mentioned) -> str | None:
    """The known actor itself, or for people of a side that side."""
    return actor.kb if actor.kb is not None and actor.kind != "group" else actor.affiliation


def is_government_force(node: Node) -> bool:
    """Whether a phrase is "القوات الحكومية", "القوات النظامية": the army of a state named before."""
    force = node.noun is not None and node.noun.head in ("قوات", "جيش")
    bare = node.owner is None and node.place is None and not node.words and node.definite
    return force and bare and any(quality.english in ("government", "regular") for quality in node.qualities)


def national_force(node: Node) -> str | None:
    """The army that "القوات السورية" names: that of the state by whose adjective they are called, where it has one."""
    if node.noun is None or node.noun.head != "قوات" or node.owner is None or not node.owner.adjective:
        return None
    plain = not (node.qualities or node.topic or node.loose or node.words or node.follows or node.quantity)
    side = node.owner.actor
    return sole_army(side) if side is not None and plain and node.definite else None


def last_army(order: Sequence[Mentioned]) -> str | None:
    """The army of the last state of which the article named an army or government."""
    for actor in reversed(order[-REACH:]):
        if actor.kb is None or actor.kb not in known():
            continue
        for tie in known()[actor.kb].affiliation:
            if tie.kind in ("army_of", "government_of") and (army := tied("army_of", tie.to)) is not None:
                return army
    return None


def lemma_of(head: str) -> str:
    """The lemma under which heads of one meaning are kept: "مليشيا" and "ميليشيا"."""
    return SYNONYMS.get(head, head)


def lent_to(node: Node) -> str | None:
    """The known actor to which a head only lends its word: "تنظيم القاعدة", "صحيفة الأخبار", "ميليشيا حزب الله"."""
    if (
        node.noun is None
        or "lends" not in node.noun.flags
        or node.owner is None
        or node.owner.actor is None
        or node.owner.adjective
    ):
        return None
    owner = known()[node.owner.actor]
    return owner.id if owner.klass in LENT.get(node.klass, FIGHTING) else None


def ruled_by(node: Node) -> str | None:
    """The government that a regime or government named by its leader is: "نظام الزعيم الليبي معمر القذافي"."""
    if node.noun is None or node.noun.head not in ("نظام", "حكومة") or node.owner is None:
        return None
    leader = node.owner.person or node.owner
    if leader.actor is None or known()[leader.actor].kind != "person":
        return None
    states = (
        a.to for a in known()[leader.actor].affiliation if a.kind in ("president_of", "prime_minister_of", "leader_of")
    )
    return next((government for state in states if (government := tied("government_of", state))), None)


def kind_of(node: Node) -> EntityKind:
    if node.noun is not None and node.noun.sort in ("person", "people", "source", "side"):
        return (
            "group"
            if node.number != "s" or node.klass in ("civilians", "source")
            else "person"
            if node.klass == "person"
            else "group"
        )
    return KINDS.get(node.klass, "group")


def opens_phrase(node: Node, desk: Desk) -> bool:
    """ "فتح المعابر", "وفتح الجيش النار": a verb or verbal noun with a noun right behind it is no name."""
    word = desk.words[node.first]
    if node.last != node.first + 1 or "ال" in word.prefixes or not any(a.pos == "verb" for a in word.analyses):
        return False
    behind = desk.words[node.last] if node.last < desk.size else None
    bare = behind is not None and not behind.conjunction and not behind.preposition
    return bare and behind is not None and behind.pos in ("noun", "name", "adjective")
