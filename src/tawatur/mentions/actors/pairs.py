"""Which two sides "الطرفان" means: those who were told to meet last, or whom the article called so before."""

import itertools
from collections.abc import Sequence

from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.possessors import Mention, governed
from tawatur.mentions.actors.standins import own_side

JOINING = frozenset({"مع", "بين"})
SIDES = frozenset({"جهه", "جانب", "ناحيه", "طرف"})
REACH = 40  # mentions back


def last_pair(node: Node, seen: Sequence[Mention], desk: Desk) -> tuple[str, str] | None:
    """The sides of the nearest two phrases before that "مع", "بين" or "و" joins, or that a dual already meant."""
    if node.noun is not None and node.noun.head == "بلد":
        return None
    tops = _tops(seen[-REACH:])
    for earlier, later in zip(reversed(tops[:-1]), reversed(tops[1:]), strict=True):
        if later.node.rule == "both_sides" and later.node.parts:
            return _sides(later, Mention(later.node.parts[0], later.actor))
        pair = _sides(earlier, later)
        if pair is not None and _meet(earlier.node, later.node, desk):
            return pair
    return _two_blocks(tops, desk)


def _two_blocks(tops: Sequence[Mention], desk: Desk) -> tuple[str, str] | None:
    """The last two sides, where those whom "و" joined ("الحوثيون وقوات صالح") are one."""
    block: set[str] = set()
    first = ""
    for number in range(len(tops) - 1, -1, -1):
        side = _side(tops[number])
        if side is None or side in block:
            continue
        joined = _joined_with(tops, number, desk) - block | {side}
        foremost = min(joined, key=lambda s: next(n for n, m in enumerate(tops) if _side(m) == s))
        if block:
            return foremost, first
        first, block = foremost, joined
    return None


def _joined_with(tops: Sequence[Mention], number: int, desk: Desk) -> set[str]:
    """The sides that stand beside one another in a row with a phrase, here or where its side was named before."""
    side, found = _side(tops[number]), set()
    for earlier, later in itertools.pairwise(tops):
        joined = desk.words[later.node.first].conjunction == "و" and later.node.first == earlier.node.last
        if joined and side in (_side(earlier), _side(later)):
            found |= {s for s in (_side(earlier), _side(later)) if s is not None}
    return found


def _side(mention: Mention) -> str | None:
    side = mention.node.actor or own_side(mention.actor)
    return side if side in known() else None


def _tops(seen: Sequence[Mention]) -> list[Mention]:
    """The phrases that stand in no other, in the order of the text."""
    tops: list[Mention] = []
    for mention in reversed(seen):
        held = tops and tops[-1].node.first <= mention.node.first and mention.node.last <= tops[-1].node.last
        if not held and not mention.node.adjective and mention.node.klass not in ("media", "source"):
            tops.append(mention)
    return tops[::-1]


def _sides(one: Mention, other: Mention) -> tuple[str, str] | None:
    first, second = _side(one), _side(other)
    return None if first is None or second is None or first == second else (first, second)


def _meet(earlier: Node, later: Node, desk: Desk) -> bool:
    if desk.text.sentence_of(earlier.first) != desk.text.sentence_of(later.first):
        return False
    before = desk.words[later.first - 1]
    if desk.key(later.last) == "من" and desk.key(later.last + 1) in SIDES:
        return False  # "بين الجيش وحزب الله من جهة": both are one side
    if before.stem_key in JOINING:
        return True
    joined = desk.words[later.first].conjunction == "و" and later.first == earlier.last
    allied = "armed" in (earlier.klass, later.klass)  # "الحوثيون وقوات صالح" are one side
    between = desk.words[earlier.first - 1].stem_key == "بين"
    return joined and (between or (not allied and not governed(earlier, desk)))
