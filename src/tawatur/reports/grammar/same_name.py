"""A name right behind a phrase that means no one else: "نظيره الروسي سيرغي لافروف", "حليفها حزب الله"."""

import msgspec

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.grammar.page import Chunk

ALLIES = frozenset({"حليف", "حليفت", "حليفه", "جار", "جارت", "غريم", "غريمت", "خصم", "خصمت", "شريك", "شريكت"})


def name_of(cursor: Cursor, i: int, actor: ActorPhrase) -> int | None:
    """ "نظيره الروسي سيرغي لافروف", "شيخ الأزهر أحمد الطيب": a name right behind is no one else."""
    left = cursor.chunks[-1] if cursor.chunks else None
    if left is None or left.kind != "noun" or left.last != i or cursor.prep or cursor.joined:
        return None
    if cursor.words[i].preposition or cursor.words[i].conjunction:
        return None
    other = left.actor is not None and left.actor.entity != actor.entity
    if (other or left.actor is None) and _is_ally(cursor, left, actor):
        cursor.chunks[-1] = msgspec.structs.replace(left, last=actor.last, actor=actor, definite=True)
        return actor.last
    if other and not _ends_with_title(cursor, left, actor) and not _is_one(cursor, left, actor):
        return None
    head = cursor.words[left.head]
    peer = head.stem_key in ("نظير", "زميل", "مضيف") and bool(head.enclitic) and left.owner is None
    if left.actor is None and not (peer and actor.klass == "person" and actor.form != "role"):
        return None
    cursor.chunks[-1] = msgspec.structs.replace(left, last=actor.last, actor=left.actor or actor, definite=True)
    return actor.last


def _ends_with_title(cursor: Cursor, left: Chunk, actor: ActorPhrase) -> bool:
    """ "قوات الرئيس المخلوع علي صالح": the name of whoever the title at the end of a phrase means."""
    if actor.klass != "person" or actor.form == "role" or left.actor is None or left.actor.klass == "person":
        return False
    return left.last in cursor.title_ends


def _is_ally(cursor: Cursor, left: Chunk, name: ActorPhrase) -> bool:
    """ "حليفه حزب الله", "جارتها تركيا": one's ally and the name right behind are the same."""
    head = cursor.words[left.head]
    known = name.form in ("name", "loaded", "nationality") and name.klass != "person"
    return known and bool(head.enclitic) and head.stem_key in ALLIES and left.last == left.head + 1


def _is_one(cursor: Cursor, left: Chunk, name: ActorPhrase) -> bool:
    """ "قتل الإرهابي يوسف الغامدي": one fighter with the article and the name right behind are the same man."""
    one = left.actor
    if one is None or name.klass != "person" or name.form != "name" or one.form != "role" or left.prep:
        return False
    alone = left.last == left.head + 1 and cursor.words[left.head].definite and one.number == "s"
    return alone and cursor.words[left.head].stem_key in cursor.known.single_fighters
