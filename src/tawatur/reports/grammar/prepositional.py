"""The phrases behind prepositions, each in its slot; what belongs to a noun nearer by is left out."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import gender_of, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.duals import both
from tawatur.reports.grammar.groups import (
    coordinated,
    counted_part,
    counted_people,
    named_pair,
)
from tawatur.reports.grammar.joint_means import helped_before
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees, standing_for
from tawatur.reports.lexicon.senses import deeds_of, index, key

Slots = dict[str, list[Chunk]]
SIDES = frozenset({"جهه", "جانب", "طرف"})
BESIDE = frozenset({"الي جانب", "بعد", "قبل", "خلال", "اثر", "عقب", "رغم", "وسط", "مع"})  # no complement of a verb
EXCHANGES = frozenset({"مقابل", "بدل", "عوض"})
TOWARDS = "اتجاه"
BY_NOUN = frozenset({"حق", TOWARDS})  # with "ب" they are prepositions: "بحق", "باتجاه"
OTHERS = frozenset({"آخرين", "اخرين", "أخرى"})
REASONS = frozenset({"بناء", "احتجاجا", "اعتمادا", "حفاظا", "حرصا", "تعليقا", "علاوه", "عطفا", "تاكيدا"})
LEAVING = frozenset({"انسحاب", "خروج", "فرار", "هروب", "رحيل", "انشقاق", "جلاء", "تحرر", "حد", "تخلص", "نيل"})


def put(slots: Slots, slot: str, page: Page, index: int) -> None:
    """Adds a chunk and those coordinated with it to a slot, each once."""
    held = slots.setdefault(slot, [])
    for chunk in coordinated(page, index):
        if chunk not in held:
            held.append(chunk)


def prepositions(
    page: Page, reach: range, slots: Slots, head: Chunk | None = None, own: frozenset[str] = frozenset()
) -> None:
    """Adds the phrases behind prepositions; a pronoun resumes the `head` of its relative clause, never the subject's
    `own` entities."""
    for position in reach:
        chunk = page.chunks[position]
        if not chunk.prep:
            continue  # most chunks
        if chunk.prep == "بين" and chunk.text == "pronoun" and not _parts_behind(page, position):
            _put_both(page, slots, chunk)
            continue  # "فصائل بينها الفرقة": one of those told before
        if chunk.prep == "من" and _is_taken(page, position, reach.start):
            continue
        if chunk.text == "pronoun" and _names_some(page, position):
            continue  # "عدة مناطق، منها البلدة"
        if chunk.prep in slots and position > reach.start and _takes_over(page, page.chunks[position - 1]):
            continue
        if position - 1 > reach.start and _tells_more(page, position - 1):
            continue
        if chunk.prep == "علي" and _gives_reason(page, chunk, reach.start):
            continue
        if chunk.prep == "من قبل" and position > reach.start and _done_by(page, page.chunks[position - 1]):
            continue
        if chunk.prep == "ل" and position and _claims_dative(page, page.chunks[position - 1], chunk, first=reach.start):
            continue
        if chunk.kind == "noun" and chunk.text == "pronoun":
            meant: Chunk | None
            if head is not None and resumes(page, page.word(chunk).enclitic, head):
                meant = msgspec.structs.replace(head, prep=chunk.prep, joined=False)
            else:
                meant = standing_for(page, chunk, page.word(chunk), own)
            if meant is not None:
                slots.setdefault(chunk.prep, []).append(meant)
        elif chunk.kind == "noun":
            if chunk.prep == "بين":
                slots.setdefault("بين", []).extend(c for c in between(page, position) if c not in slots.get("بين", []))
            else:
                put(slots, chunk.prep, page, position)
                if chunk.prep == "ب" and page.word(chunk).stem_key in BY_NOUN:
                    _put_towards(page, slots, chunk, own)


def _put_towards(page: Page, slots: Slots, chunk: Chunk, own: frozenset[str]) -> None:
    """ "مجزرة بحق المدنيين", "أطلقوا النار باتجاه المتظاهرين", "باتجاههم": the noun and its "ب" lead to whom."""
    word = page.word(chunk)
    slot, meant = "ب" + word.stem_key, standing_for(page, chunk, word, own) if word.enclitic else None
    if meant is not None and word.stem_key != TOWARDS:
        return  # "وأصدرت بحقه مذكرة": of whom was told before
    if meant is not None:
        slots.setdefault(slot, []).append(meant)
    else:
        put(slots, slot, page, chunk.index)


def _is_taken(page: Page, position: int, first: int) -> bool:
    """Whether what stands behind "من" belongs to the phrase right before it, or is a part of those it counts."""
    left = page.chunks[position - 1]
    if _portion(page, left) or _is_counted(page, position):
        return True  # "غالبيتهم من المدنيين", "قتل 16 من الجنود"
    if counted_part(page, position):
        return True  # "قتل 25 مقاتلا على الأقل من الفصائل"
    if _claims_source(page, left, first):
        return True  # "تعرض لقصف انتقاما من المدنيين"
    return position > first and _leaves(page, left)  # "دعا الحزب إلى الانسحاب من سوريا"


def _takes_over(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase before takes what stands behind it, of two alike: one in exchange, or one more that is told.

    "أفرجت الحركة عن سبعة، مقابل إطلاق الجيش عن عشرة", "الغارات على الحزب والترحم على الضحايا".
    """
    deed = any(a.derived == "masdar" for a in page.word(chunk).analyses)
    other = chunk.joined and chunk.actor is None and chunk.owner is None and chunk.place is None
    other = other and (not chunk.prep or (deed and chunk.last == chunk.head + 1))
    return chunk.kind == "noun" and ((chunk.prep in EXCHANGES and deed) or other)


def _tells_more(page: Page, position: int) -> bool:
    """ "التفجير الذي وقع في سروج والهجمات الأخرى ضد الجيش": a joined act of force takes what stands right behind it.

    What "و" joins right to another ("اندلعت اشتباكات وقصف في الحي") shares it.
    """
    chunk = page.chunks[position]
    if not page.chunks[position - 1].prep:
        return False
    bare = chunk.bare and chunk.joined and chunk.actor is None and chunk.owner is None and chunk.place is None
    return bare and any(e.type == "ASSAULT" for e in deeds_of(page.word(chunk)))


def _done_by(page: Page, chunk: Chunk) -> bool:
    """ "تدربت في الخارج إلى جانب إسناد جوي من قبل التحالف": who does what the verbal noun right before tells."""
    word = page.word(chunk)
    deed = word.stem_key in closed().accompaniments or any(a.derived == "masdar" for a in word.analyses)
    return chunk.kind == "noun" and chunk.prep in BESIDE and deed and chunk.actor is None and chunk.owner is None


def _gives_reason(page: Page, chunk: Chunk, first: int) -> bool:
    """ "شن غارات بناء على طلب الحكومة": an accusative takes the "على" behind it, and none is hit there."""
    before = page.text.words[chunk.first - 1]
    own = chunk.index == first and page.chunks[first - 1].first == before.index  # "احتجاجا على": that is told
    return before.stem_key in REASONS and not before.prefixes and not own


def _names_some(page: Page, position: int) -> bool:
    """Whether "منها" behind a mark and before a name says which of several things are meant."""
    if page.chunks[position].prep != "من" or position + 1 >= page.sentence_last[position] or not position:
        return False
    return page.chunks[position - 1].kind == "mark" and page.chunks[position + 1].bare


def _put_both(page: Page, slots: Slots, chunk: Chunk) -> None:
    """ "بينهما": the two who were named together before."""
    held = slots.setdefault("بين", [])
    held += [msgspec.structs.replace(chunk, actor=a, text="both") for a in both(page, page.word(chunk))]
    if not held:
        del slots["بين"]


def _leaves(page: Page, chunk: Chunk) -> bool:
    """Whether a verbal noun behind a preposition takes the "من" right behind it ("إلى الانسحاب من")."""
    bound = (
        chunk.kind == "noun" and chunk.prep in ("الي", "ب", "علي", "ل") and chunk.owner is None and chunk.place is None
    )
    return bound and chunk.last == chunk.head + 1 and page.word(chunk).stem_key in LEAVING


def _is_counted(page: Page, position: int) -> bool:
    """Whether a phrase behind "من" says whom a bare number before it counts."""
    before = [page.chunks[n] for n in (position - 1, position - 2) if n >= page.sentence_first[position]]
    chunk = page.chunks[position]
    return chunk.actor is not None and any(counted_people(page, c) is chunk for c in before)


def most_of_them(word: Word) -> bool:
    """ "معظمهم", "غالبيتها": most of those told before."""
    return bool(word.enclitic) and word.stem_key in closed().portions


def _portion(page: Page, chunk: Chunk) -> bool:
    return chunk.kind == "noun" and most_of_them(page.word(chunk))


def _claims_source(page: Page, chunk: Chunk, first: int) -> bool:
    """Whether a phrase before takes the "من" itself ("انتقاما من", "خوفا من", "بدعم من", "بإسناد بري وجوي من")."""
    chunk = helped_before(page, chunk)
    if chunk.index < first:
        return False  # its own "من"
    stem, last = page.word(chunk).stem_key, page.text.words[chunk.last - 1]
    if chunk.bare and not last.definite and any(a.derived == "passive" for a in last.analyses):
        return chunk.actor is None  # "حررتها القوات، مسنودة من اللجان"
    leads = chunk.prep == "ب" or (chunk.bare and chunk.joined)  # "بمساعدة الجيش وإسناد قوي من الطائرات"
    return (chunk.bare and stem in closed().away) or (leads and stem in closed().accompaniments)


def _parts_behind(page: Page, index: int) -> bool:
    """Whether another party follows "بينهم" ("بينهم وبين الجيش")."""
    following = index + 1
    return following < page.sentence_last[index] and page.chunks[following].prep == "بين"


def resumes(page: Page, pronoun: str, head: Chunk) -> bool:
    """Whether a pronoun of a relative clause may be its head ("القرى التي سيطر عليها مسلحون")."""
    if head.actor is not None:
        return agrees(pronoun, head.actor)
    gender, number = gender_of(head, page), number_of(head, page)
    if pronoun == "ه":
        return gender != "f" and number != "p"
    return pronoun == "ها" and (gender != "m" or number == "p")


def _claims_dative(page: Page, chunk: Chunk, dative: Chunk, *, first: int) -> bool:
    """Whether the phrase before takes the "ل" itself ("القوات الموالية للرئيس", "في إطار البرنامج للمعارضة")."""
    deed = dative.actor is None and any(
        a.derived == "masdar" for a in page.word(dative).analyses
    )  # "عن شكرهم لإنقاذ الأهالي"
    noun = chunk.index >= first and bool(chunk.prep) and chunk.kind == "noun" and chunk.text != "pronoun"
    own = (
        chunk.prep == "عن" and bool(page.word(chunk).enclitic) and not deed
    )  # "أعربت عن دعمها للحكومة": her support, from her to it
    if noun and not own and chunk.actor is None and chunk.place is None and chunk.prep not in ("ب", "من"):
        return True
    last = page.text.words[chunk.last - 1]
    if last.definite and last.stem_key.removesuffix("ه") in closed().leading:
        return True  # "الطرق المؤدية لسوريا"
    entries = [e for a in last.analyses if a.derived == "active" for e in index().verbs.get(key(a.verb), ())]
    return any(e.kind == "tie" and "ل" in e.roles for e in entries)


def _others(page: Page, chunk: Chunk) -> Chunk:
    """ "بين مسلحين من القبيلة وآخرين من الحركة": of whom the others are."""
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    if chunk.actor is not None or page.word(chunk).stem not in OTHERS or behind is None or behind.prep != "من":
        return chunk
    return msgspec.structs.replace(chunk, actor=behind.actor)


def between(page: Page, index: int) -> list[Chunk]:
    """The parties of "بين أ وب"; "من جهة" and what stands between them is stepped over."""
    if pair := named_pair(page, page.chunks[index]):
        return list(pair)
    found, position, end = [page.chunks[index]], index + 1, min(page.sentence_last[index], index + 16)
    while position < end:
        chunk = page.chunks[position]
        if chunk.prep == "بين" and chunk.text == "pronoun" and not chunk.joined:
            break
        if chunk.kind in ("verb", "that", "when", "relative") or (
            chunk.kind == "mark" and chunk.text in closed().stops
        ):
            break
        side = chunk.prep == "من" and page.word(chunk).stem_key in ("جهه", "جانب", "طرف", "اخري")
        if chunk.kind == "noun" and (side or (chunk.joined and chunk.prep in ("", "بين"))):
            found.append(_others(page, chunk))
        position += 1
    return found


def side_marks(page: Page, chunks: list[Chunk], named: list[Chunk]) -> list[int]:
    """Where the first side of "بين" ends: at "من جهة", or at a second "بين" behind two of the first side."""
    marks = [c.index for c in chunks if c.actor is None and c.prep == "من" and page.word(c).stem_key in SIDES]
    again = [c.index for c in chunks[1:] if c.prep == "بين" and c.joined and c.text not in ("pronoun", "both")]
    two = len(named) > 1 and bool(again) and named[1].index < again[0]
    two = two and sum(c.index >= again[0] for c in named) < 2  # "بين أ وب، وبين ج ود" are two pairs
    return marks or (again if two else [])
