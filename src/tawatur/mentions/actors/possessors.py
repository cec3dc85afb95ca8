"""Whose a possessed noun is: "قال الرئيس السوري إن قواته", "سيطرت الحركة، وأعلنت أن مقاتليها", "بلاده".

The pronoun means the nearest name that agrees with it; behind "أن" and "إن", whoever the clause before speaks of,
rather than one whom a preposition governs there. A president's forces are his state's, a leader's his group's.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from tawatur.mentions.actors.actor import Actor
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.known import known, tied
from tawatur.mentions.actors.node import Node

PRONOUNS = ("هما", "هم", "هن", "ها", "ه")
OWNED = frozenset({"armed", "weapon", "office", "state", "political"})
OWNING = frozenset({"state", "armed", "political", "office", "person"})
PEERS = frozenset(
    {"نظير", "زميل", "شقيق", "حليف", "خصم", "عدو", "شريك", "معارض", "معارضة", "مؤيد", "مناصر", "نصير", "موال", "منافس"}
)  # who stand beside or against someone, and belong to no side by that
LEADING = (
    "president_of",
    "prime_minister_of",
    "king_of",
    "emir_of",
    "crown_prince_of",
    "chancellor_of",
    "leader_of",
    "foreign_minister_of",
    "defence_minister_of",
    "interior_minister_of",
    "information_minister_of",
    "deputy_foreign_minister_of",
    "minister_of",
    "commander_in",
    "spokesman_of",
    "adviser_of",
)
STATELY = frozenset({"government_of", "army_of", "office_of", "part_of", "unit_of"})
SOLDIERS = frozenset({"جندي", "ضابط", "طيار", "جيش"})  # of states
MILITIAS = frozenset({"مسلح", "ميليشيا", "ميليشية", "مليشيا"})  # of no state
REACH = 40  # mentions back
FORCES = frozenset({"قوات", "جيش"})


class Mention(msgspec.Struct, frozen=True):
    """A phrase and the actor that it names."""

    node: Node
    actor: Actor


def led_by_pronoun(node: Node, seen: Sequence[Mention], desk: Desk) -> str | None:
    """The known actor that a possessed noun names ("بلاده", "قواته"); else the phrase is given its owner."""
    assert node.noun is not None
    meant = possessor(node, seen, desk)
    if meant is None:
        return None
    if "possessed" in node.noun.flags:
        node.form, node.rule, node.actor = "anaphor", "own_country", country_of(meant)
        return node.actor
    side = side_of(meant)
    return None if side is None else give_owner(node, side, "possessed", but=meant.actor.kb)


def give_owner(node: Node, side: str, rule: str, *, but: str | None = None) -> str | None:
    """Gives a phrase the side whose it is; the known army where it is a state's forces and not that army's own."""
    node.rule, at = rule, node.first
    node.owner = Node(first=at, last=at, head=at, start=node.start, klass="state", rule=rule, actor=side)
    forces = node.noun is not None and node.noun.head in FORCES and not node.topic
    army = tied("army_of", side) if forces else None
    if army is None or army == but:
        return None  # "حشد الجيش قواته": some of them
    node.form = "anaphor"
    return army


def possessor(node: Node, seen: Sequence[Mention], desk: Desk) -> Mention | None:
    """Who the pronoun on a possessed noun means, or None where nobody agrees."""
    if node.noun is None or not node.enclitic or node.owner is not None or node.klass not in OWNED:
        return None
    if node.noun.head in PEERS:
        return None
    pronoun = next((p for p in PRONOUNS if desk.keys[node.head].endswith(p)), "")
    sentence = desk.text.sentence_of(node.head)
    fitting = [m for m in _agreeing(node, pronoun, seen) if m.node.first >= sentence.first]
    if not fitting:
        before = desk.text.sentence_of(sentence.first - 1).first if sentence.first else 0
        fitting = [m for m in _agreeing(node, pronoun, seen) if m.node.first >= before and not governed(m.node, desk)]
        return fitting[0] if fitting else None
    if desk.words[node.first - 1].stem_key == "ان":
        return next((m for m in fitting if not governed(m.node, desk)), fitting[0])
    return fitting[0]


def _agreeing(node: Node, pronoun: str, seen: Sequence[Mention]) -> Iterator[Mention]:
    """The names before a phrase that its pronoun may mean, nearest first; of a phrase with a title only the whole."""
    whole: Node | None = None
    for mention in reversed(seen[-REACH:]):
        other = mention.node
        if other.last > node.first or other.adjective or other.klass not in OWNING or other.quantity is not None:
            continue
        inside = whole is not None and whole.first <= other.first and other.last <= whole.last
        if not inside:
            whole = other
        elif whole is not None and whole.klass == "person":
            continue
        if other.enclitic and other.last == other.first + 1:
            continue  # "قواته": led back itself already
        if _agrees(pronoun, other) and _may_own(node, mention):
            yield mention


def _may_own(node: Node, mention: Mention) -> bool:
    """Whether someone may have what is possessed: people a country, states soldiers, others gunmen."""
    assert node.noun is not None
    if "possessed" in node.noun.flags:
        one = mention.node.noun is not None and mention.node.noun.human
        return one or mention.node.klass in ("person", "office")
    side = side_of(mention)
    country = side is not None and known()[side].country
    if node.noun.head in MILITIAS:
        return not country
    return node.noun.head not in SOLDIERS or side is None or country


def _agrees(pronoun: str, node: Node) -> bool:
    either = _either(node)
    if pronoun == "ه":
        return node.number in ("s", "") and (either or node.gender in ("m", ""))
    if pronoun == "ها":
        things = node.number == "p" and node.noun is not None and not node.noun.human
        return (node.number != "p" and (either or node.gender == "f")) or things or node.gender == "f"
    return pronoun == "هم" and node.number == "p" and node.gender != "f"


def _either(node: Node) -> bool:
    """Names whose gender newsrooms differ in, or that do not show it: "داعش", "حماس", "العراق"."""
    if node.actor is None or node.form not in ("name", "loaded", "nationality") or node.last != node.first + 1:
        return False
    return node.klass in ("armed", "political", "state")


def governed(node: Node, desk: Desk) -> bool:
    """Whether a preposition governs a phrase."""
    first = node.first
    before = desk.words[first - 1] if first else None
    return bool(desk.words[first].preposition) or (before is not None and before.pos == "preposition")


def side_of(mention: Mention) -> str | None:
    """The known side that someone acts for: a minister's state, a commander's group, a group itself."""
    own = mention.node.side() or mention.actor.kb or mention.actor.affiliation
    if own not in known():
        own = mention.actor.affiliation
    return _led_by(own) if own in known() else None


@cache
def _led_by(actor: str) -> str | None:
    """A known actor's side: what people lead or serve, the state of offices, armies and governments, or itself."""
    record = known()[actor]
    if record.country:
        return actor
    if record.kind == "person":
        ties = [t for kind in LEADING for t in record.affiliation if t.kind == kind]
        held = [t for t in ties if t.to_year is None] or ties
        return _led_by(held[0].to) if held else None
    state = next((t.to for t in record.affiliation if t.kind in STATELY and known()[t.to].country), None)
    if state is not None and (
        record.kind in ("office", "state") or any(t.kind == "army_of" for t in record.affiliation)
    ):
        return state
    return actor if record.kind in ("armed_group", "organisation") else state


def country_of(mention: Mention) -> str | None:
    """The country of someone's side, or None: "بلاده" behind a minister."""
    side = side_of(mention)
    return side if side is not None and known()[side].country else None
