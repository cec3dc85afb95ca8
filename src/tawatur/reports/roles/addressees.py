"""Whom words are addressed to or said of: who stands before what is said, not inside it."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import deeds_of, key
from tawatur.reports.roles.record import with_side

SPONSORING = frozenset({"رعايه", "وساطه", "حضور", "مشاركه", "اشراف", "دعوه", "مبادره", "تنسيق", "ترتيب", "رئاسه"})
THREATENS = "هدد"
AFFAIRS = frozenset({"شوون", "شيون", "قطاع"})
AHEAD = 8  # chunks behind a verb within which "بأن" opens what is threatened
ADDRESSED = ("object", "ل", "الي", "من", "علي", "ب", "ضد")


def _of_office(page: Page, slots: Slots) -> None:
    """ "نعى وزير الدولة للشؤون الخارجية الشهداء": what a minister is for is no one addressed."""
    for slot in ("ل", "object"):
        for chunk in slots.get(slot, ()):
            words = page.text.words
            own = words[chunk.first].stem_key in AFFAIRS and slot == "ل"
            if own or words[chunk.first - 1].stem_key in AFFAIRS:
                slots[slot] = [c for c in slots[slot] if c is not chunk] or _beside(page, chunk, slot)


def _beside(page: Page, charge: Chunk, slot: str) -> list[Chunk]:
    """The object behind what a minister is for: the next bare phrase."""
    behind = page.chunks[charge.index + 1] if charge.index + 1 < page.sentence_last[charge.index] else None
    if slot != "object" or behind is None or not behind.bare or behind.joined:
        return []
    himself = behind.actor is not None and behind.actor.klass == "person" and behind.actor.form != "role"
    return [] if himself else [behind]


def keep_addressed(page: Page, verb: int, slots: Slots, mapping: dict[str, str], entry: Entry) -> None:
    """ "وجه اتهاما لإيران بتهريب السلاح إلى الحوثيين", "أشاد بدعم السعودية للحكومة": the last belongs to the deed."""
    _of_office(page, slots)
    if not entry.speech:
        return
    asked = [slot for slot in ADDRESSED if mapping.get(slot) == "recipient" and slots.get(slot)]
    named = sorted(c.index for slot in asked for c in slots[slot] if c.actor is not None or c.owner is not None)
    if not named:
        return
    for slot in asked:
        if slot == "من" and entry.type == "ACCUSE":
            continue  # "أعرب عن استيائه من الحكومة"
        first = verb if slot == "من" else named[0]  # "طالب بحماية البلاد من المسلحين": asked for against them
        kept = [c for c in slots[slot] if (c.index <= named[0] and slot != "من") or not _inside(page, first, c.index)]
        if len(kept) < len(slots[slot]):
            slots[slot] = kept


def named_later(page: Page, verb: int, slots: Slots, entry: Entry) -> None:
    """ "استنكر المدير العام بالجوف الشيخ فلان القصف": a name before the deed that is condemned is who condemns."""
    if entry.extension != "condemn" or not slots.get("object") or not slots.get("subject"):
        return
    who, named = slots["subject"][0].actor, slots["object"][0]
    office = who is not None and who.klass in ("office", "political") and who.form == "role" and who.number == "s"
    one = named.actor
    if not office or one is None or one.klass != "person" or one.form == "role" or named.joined:
        return
    for chunk in page.chunks[named.index + 1 : min(named.index + AHEAD, page.sentence_last[verb])]:
        if chunk.kind in ("verb", "that", "relative"):
            return
        if chunk.bare and not chunk.joined and chunk.actor is None and deeds_of(page.word(chunk)):
            slots["object"] = [chunk]
            return


def _inside(page: Page, first: int, index: int) -> bool:
    """Whether a phrase is, or stands behind, a verbal noun that says what the one named first did or shall do."""
    chunk = page.chunks[index]
    if not chunk.prep or chunk.joined:
        return False
    return any(tells_itself(page, c) for c in page.chunks[first : index + 1])


def guests(page: Page, chunks: list[Chunk]) -> list[Chunk]:
    """ "التقى بنظيره": whom one meets, not "بالرياض", "بمقر الوزارة", nor "بوساطة قطر ومصر"."""
    found: list[Chunk] = []
    sponsored = False
    for chunk in chunks:
        sponsored = page.word(chunk).stem_key in SPONSORING or (sponsored and chunk.joined)
        if not sponsored and chunk.place is None and with_side(page, chunk).actor is not None:
            found.append(chunk)
    return found


def endangers(page: Page, verb: int, slots: Slots, entry: Entry) -> bool:
    """ "أنشطة تهدد الأمن": a thing in danger without what is to be done to it is no threat."""
    if key(entry.lemma) != THREATENS or "ب" in slots or page.word(page.chunks[verb]).enclitic:
        return False
    direct = slots.get("object", [])
    if not direct or any(c.actor is not None for c in direct):
        return False
    ahead = page.chunks[verb : min(verb + AHEAD, page.sentence_last[verb])]
    return not any(c.kind == "that" or c.prep == "ب" for c in ahead)
