"""What makes a verb tell something other than a sense that it has: its object, what stands behind it, or its lack."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import Sense, key

SUBDUES = "اخضع"  # its imperfect is written as that of "خضع"
REFUSES, KEPT_BACK = "رفض", frozenset({"تاكيد", "نفي", "اشاره", "ذكر", "بوح"})
PRINTS, PRINTED = (
    "نشر",
    frozenset({"شريط", "مقطع", "فيديو", "صور", "صوره", "تسجيل", "بيان", "مقال", "تقرير", "قائمه", "اسماء", "وثائق"}),
)
HANDS = frozenset({"يد", "ايدي", "قبضه", "ايادي"})
PROMISES = "وعد"
WORDS_WITH = {PROMISES: "ب", "صادق": "علي"}  # what promises and consents are of stands behind these
SELF_NEAR = 3  # chunks behind a verb of killing among which "نفسه" stands
VICTIMS = frozenset({"civilians", "person", "group", "media", "source"})


def _people_fell(page: Page, sense: Sense, slots: Slots) -> bool:
    """ "الشهداء الذين سقطوا في اليمن": people who fall are no ground that is taken."""
    fell = slots.get("subject", [])
    if any(page.word(c).stem_key in HANDS for slot in ("في", "ب") for c in slots.get(slot, ())):
        return False  # "سقط عشرات الأسرى في قبضة الجيش"
    falls = sense.entry.extension == "capture_ground" and sense.entry.roles.get("subject") == "recipient"
    return falls and bool(fell) and fell[0].actor is not None and fell[0].actor.klass in ("civilians", "person")


def tells_else(page: Page, index: int, sense: Sense, slots: Slots) -> str | None:
    """What makes a verb tell something other than a sense that it has: its object, or the "ل" right behind it."""
    if _people_fell(page, sense, slots):
        return "fell"
    if sense.entry.extension == "kill" and _own_life(page, index):
        return "own_life"
    if key(sense.entry.lemma) in WORDS_WITH and _without_complement(page, index, sense, slots):
        return "another_word"
    first = next(iter(slots.get("object", [])), None)
    if key(sense.entry.lemma) == REFUSES and first is not None and page.word(first).stem_key in KEPT_BACK:
        return "keeps_to_himself"  # "رفض المتحدث تأكيد النبأ أو نفيه"
    if key(sense.entry.lemma) == PRINTS and first is not None and _is_printed(page.word(first)):
        return "prints"  # "نشر التنظيم شريط فيديو"
    hit = first.actor if first is not None else None
    if sense.entry.extension == "ceasefire" and hit is not None and hit.klass in VICTIMS | {"armed"}:
        return "holds"  # "أوقفت الشرطة ثلاثة مشتبهين": people are arrested, whatever attack they are charged with
    if key(sense.entry.lemma) == SUBDUES and features(page.word(page.chunks[index])).tense == "present":
        behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
        return "is_subject" if behind is not None and behind.prep == "ل" else None  # "تخضع المدينة" is another verb
    kept = first.owner if first is not None and hit is None else None
    armed = kept is not None and kept.klass in ("armed", "weapon")
    return "keeps_out" if sense.entry.mode == "ban" and armed else None  # "منع دخول المسلحين" shields, bans nobody


def _own_life(page: Page, index: int) -> bool:
    """ "قتل المهاجم نفسه": a suicide is no attack."""
    near = range(index + 1, min(index + 1 + SELF_NEAR, page.sentence_last[index]))
    found = next((n for n in near if page.word(page.chunks[n]).stem_key in ("نفس", "انفس")), None)
    return found is not None and all(page.chunks[n].bare for n in range(index + 1, found + 1))


def _is_printed(word: Word) -> bool:
    return word.stem_key.removesuffix("ا") in PRINTED


def _without_complement(page: Page, index: int, sense: Sense, slots: Slots) -> bool:
    """ "وعد الوزير أن الاتفاق غير منصف", "وصادق المواساة": he counts it as unfair, and the condolences are sincere."""
    chunk = page.chunks[index]
    if WORDS_WITH[key(sense.entry.lemma)] in slots or page.word(chunk).enclitic:
        return False
    if key(sense.entry.lemma) != PROMISES:
        return chunk.joined
    for position in range(index + 1, page.sentence_last[index] - 1):
        link = page.chunks[position]
        if link.kind == "that":
            told = page.word(link).key.startswith("ب") or page.chunks[position + 1].kind != "noun"
            return not told  # "وعد بأن", "وعد أن تعود"
        if page.chunks[position].kind in ("verb", "mark", "relative"):
            return False
    return False
