"""Phrases that need the ones before: a joined adjective ("والأسدية"), a family name that stands alone."""

import msgspec

from tawatur.arabic.frequency.reader import commonness
from tawatur.mentions.actors.desk import FUNCTION_POS, PROCLITICS, Desk
from tawatur.mentions.actors.heads import Head
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.register import Register
from tawatur.model.phrases import PlacePhrase

COMMON, COMMON_NISBA = 45, 50  # ten times the zipf value from which a word is more than a name
MINIMUM = 3  # letters of a family name that may stand alone
NO_NAMES = FUNCTION_POS | {"verb", "number", "adverb"}


def with_surnames(nodes: list[Node], register: Register, desk: Desk, places: tuple[PlacePhrase, ...]) -> list[Node]:
    """The nodes, and the family names that stand alone of people whom the article names in full."""
    if not register.surnames.known:
        return nodes
    bare = {
        name.removeprefix("ال") for name in register.surnames.known
    }  # what the stem of such a word is: few words pass
    found = [
        node
        for index in [index for index, word in enumerate(desk.words) if word.stem_key in bare]
        if (node := _surname(index, register, desk)) is not None
    ]
    if found:
        taken = {word for node in nodes for word in range(node.first, node.last)}
        taken.update([word for place in places for word in range(place.first, place.last)])
        found = [node for node in found if node.first not in taken]
    if not found:
        return nodes
    for node in found:
        register.enter(node)
    return sorted([*nodes, *found], key=lambda node: (node.first, -node.last))


def _surname(index: int, register: Register, desk: Desk) -> Node | None:
    word = desk.words[index]
    stem = desk.stem(index)
    if (
        word.kind != "word"
        or word.enclitic
        or len(stem) < MINIMUM
        or stem not in register.surnames.known
        or word.pos in NO_NAMES
    ):
        return None
    if desk.head(index) or desk.side(index) or desk.quality(index) or desk.looks[index].given is not None:
        return None
    if word.pos != "name" and commonness(stem) >= (COMMON_NISBA if stem.endswith("ي") else COMMON):
        return None  # "النفط", "الدوري": words of the language first
    stripped = sum(len(prefix) for prefix in word.prefixes if prefix in PROCLITICS)
    return Node(
        first=index,
        last=index + 1,
        head=index,
        start=desk.start(index, stripped),
        klass="person",
        rule="surname",
        form="name",
        gender="m",
        number="s",
        definite=True,
        words=(index,),
    )


def joined_adjective(node: Node, before: Node, desk: Desk) -> Node:
    """An adjective of side joined to a phrase with one: "الطائرات الروسية والأسدية" names two fleets."""
    joined = node.adjective and before.last == node.first and desk.words[node.first].conjunction == "و"
    if not joined or before.definite != node.definite:
        return node
    noun = before.noun if before.owner is not None and before.owner.adjective else _noun_of_known(before, desk)
    if noun is None:
        return node
    return msgspec.structs.replace(
        node,
        noun=noun,
        owner=node,
        parts=[],
        actor=None,
        adjective=False,
        form="role",
        klass=before.klass,
        alike=True,
        gender=before.gender,
        number=before.number,
        rule="joined_adjective",
    )


def _noun_of_known(before: Node, desk: Desk) -> Head | None:
    """ "القوات الأميركية والبريطانية": the noun of a known name that is a noun and the adjective of a side."""
    if before.actor is None or before.last != before.first + 2 or desk.side(before.first + 1) is None:
        return None
    head = desk.head(before.first)
    return head[0].head if head is not None and head[0].head.klass in ("armed", "weapon") else None
