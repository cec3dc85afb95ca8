"""Two delegations in one word, which stand for the sides that sent them."""

import msgspec

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.cursor import Cursor

TWO_SENT = frozenset({"وفدا", "ممثلا"})


def sent_by_two(cursor: Cursor, i: int, actor: ActorPhrase) -> int | None:
    """ "وقع وفدا الحكومة والمعارضة": of two delegations without their "ن" the two sides behind are meant."""
    left = cursor.chunks[-1] if cursor.chunks else None
    if left is None or left.last != i or left.last != left.head + 1 or cursor.words[left.head].stem not in TWO_SENT:
        return None
    second = actor.last < len(cursor.words) and cursor.words[actor.last].conjunction == "و"
    if cursor.prep or cursor.joined or not actor.definite or not second or cursor.words[i].prefixes[:1] == ("ل",):
        return None
    side = msgspec.structs.replace(actor, head=left.head, gender="m")
    cursor.chunks[-1] = msgspec.structs.replace(left, last=actor.last, actor=side, owner=None, definite=True)
    return actor.last
