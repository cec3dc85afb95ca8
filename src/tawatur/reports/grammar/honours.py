"""Words of honour before a title: "جلالة الملك", "صاحب السمو الملكي الأمير" are the one whom the title names."""

import msgspec

from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.grammar.page import Chunk

HONOURS = frozenset({
    "جلاله", "فخامه", "سمو", "معالي", "سعاده", "سماحه", "فضيله", "عطوفه", "غبطه", "نيافه", "قداسه", "دوله",
})  # fmt: skip
ORIGIN = "مصدر"
BEARER = "صاحب"
OPENING = HONOURS | {BEARER}
BORNE = frozenset({"السمو", "الجلاله", "الفخامه", "المعالي", "السعاده", "الملكي", "الفضيله"})
HONOURED = "honoured"
LETTERS = frozenset({"د", "ود", "أ", "وأ", "م", "وم"})  # of titles ("د. فلان")
PREMIER = "رييس"
WHO = frozenset({"person", "office", "political", "state"})


def honoured(cursor: Cursor, i: int) -> int | None:
    """Puts the phrase of the one who is honoured, with the words of honour before it; past its end, or None."""
    words, j = cursor.words, i + 1
    stem = words[i].stem_key
    if stem == BEARER:
        while j < len(words) and words[j].key in BORNE:
            j += 1
        if j == i + 1:
            return None
    elif stem not in HONOURS or words[i].definite or words[i].enclitic or cursor.is_verb[i]:
        return None
    actor = cursor.starts.actors.get(j)
    if actor is None or actor.adjective or actor.klass not in WHO or words[j].preposition or words[j].conjunction:
        return None
    if actor.number != "s" or (stem == "دوله" and words[j].stem_key != PREMIER):
        return None  # "دولة فلسطين"
    if (left := _same(cursor, i)) is not None:
        cursor.chunks[-1] = msgspec.structs.replace(left, last=actor.last, definite=True)
        return actor.last
    cursor.take_preposition(i)
    return cursor.put("noun", i, actor.last, head=actor.head, actor=actor, definite=True, text=HONOURED)


def _same(cursor: Cursor, i: int) -> Chunk | None:
    """ "نائب الملك صاحب السمو الأمير فلان": an office without a name right before is his."""
    left = cursor.chunks[-1] if cursor.chunks else None
    if left is None or left.kind != "noun" or left.last != i or cursor.prep or cursor.joined or left.actor is None:
        return None
    if cursor.words[i].preposition or cursor.words[i].conjunction:
        return None
    one = left.actor
    return left if one.klass in ("office", "person") and one.form == "role" and one.number == "s" else None


def shortened(cursor: Cursor, i: int, end: int) -> int | None:
    """ "شجب د. خالد العمري", "أ.د. سالم": the letters of a title before a name are stepped over; past them, or None."""
    words, j = cursor.words, i
    while j + 1 < end and words[j].text in LETTERS and words[j + 1].text in (".", "/"):
        j += 2
    someone = cursor.starts.actors.get(j)
    if j == i or someone is None or someone.klass != "person":
        return None
    if words[i].conjunction and not cursor.prep:
        cursor.joined = True
    left = cursor.chunks[-1] if cursor.chunks else None
    if left is None or left.last != i or left.actor is None or cursor.prep or cursor.joined:
        return j
    alone = left.actor.last - left.actor.first == 1  # "الشيخ د. فلان", "وزير النقل م. فلان": one man
    titled = alone or (left.actor.klass in ("office", "person") and left.actor.number == "s")
    if left.kind != "noun" or not titled:
        return j
    cursor.chunks[-1] = msgspec.structs.replace(left, last=someone.last, actor=someone if alone else left.actor)
    return someone.last


def same_man(before: Chunk, chunk: Chunk, *, meets: bool) -> bool:
    """ "سماحة المفتي العام رئيس الهيئة الشيخ فلان": offices and the name behind one who is honoured are his.

    Behind a verb of meeting another office is the other man's ("التقى معالي الوزير قائد القوات").
    """
    one = chunk.actor
    if before.text != HONOURED or before.actor is None or before.actor.form != "role" or one is None or chunk.joined:
        return False
    person = one.klass == "person" and one.form != "role"
    office = one.klass in ("office", "person", "political") and one.number == "s" and not meets
    return chunk.bare and (person or office)


def leads_to_origin(cursor: Cursor, i: int, end: int) -> bool:
    """Whether "مصدره" behind a noun leads to where a fire came from: no source that speaks."""
    before, word = cursor.words[i - 1] if i else None, cursor.words[i]
    if before is None or word.prefixes or word.conjunction or i + 1 >= end or cursor.is_verb[i + 1]:
        return False
    return before.kind == "word" and before.pos not in ("verb", "preposition") and not cursor.is_verb[i - 1]
