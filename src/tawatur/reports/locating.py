"""Whether a phrase of a clause says where: led by a preposition of place, or the whole of which a part was hit."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key

LOCATIVE = frozenset({"في", "ب", "علي", "في محيط", "علي اطراف", "بالقرب من", "الي داخل", "في داخل"})
SIDES = frozenset({"شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي", "وسط"})
SCATTERED = frozenset({"متفرقه", "مختلفه"})
COMING = frozenset({"قادم", "قادمه", "قادمين", "قادما", "انطلاقا", "منطلقا", "اتيه"})
SETTLED = frozenset({"مدينه", "بلده", "قريه", "محافظه", "مديريه", "ناحيه", "منطقه"})
NEARBY = frozenset({"مقربه"})
PARTITIVE = frozenset({"من", "ل"})
AREAS = frozenset(
    {
        "مناطق", "احياء", "انحاء", "اجزاء", "قري", "بلدات", "مساحات", "قطاعات", "مديريات", "نقاط", "اطراف", "ضواحي",
        "شوارع", "جبهات", "محاور", "مداخل", "مشارف", "تخوم", "ارجاء", "حدود", "جهات", "اراض", "اراضي",
    }
)  # fmt: skip
PARTS = frozenset(
    {
        "محور", "طرف", "جانب", "جهه", "مدخل", "ضاحيه", "قسم", "جزء", "ضفه", "شطر", "محيط", "جبهه", "منطقه", "وسط",
        "بوابه", "ريف", "شريط", "قاطع",
    }
)  # fmt: skip
BOUND = frozenset({"مرتبط", "مرتبطه", "متصل", "متصله"})
LYING = ("تابع", "واقع", "كاين")  # participles that say where a place lies
AROUND = frozenset({"محيط", "محيطه"})
BESIDE = frozenset({"مجاور", "مجاوره", "متاخم", "متاخمه", "محاذي", "محاذيه", "قريب", "قريبه"})
BORDERS = frozenset({"حدود", "معبر", "خط", "نهر", "منفذ"})

HITS = frozenset({"ضرب", "استهدف", "طال", "شمل", "هز"})  # verbs of an attack


def locates(page: Page, chunk: Chunk) -> bool:
    """Whether a chunk names the place of its clause."""
    if chunk.kind != "noun" or chunk.place is None:
        return False
    if chunk.prep == "ب" and page.word(chunk).stem_key in closed().accompaniments:
        return False  # "بقيادة الولايات المتحدة"
    if _describes(page, chunk) or _is_bound(page, chunk):
        return False
    if chunk.place.first > chunk.head and "ال" in page.word(chunk).prefixes and not chunk.place.locality:
        return False  # "على السماح الولايات المتحدة": no genitive of a definite noun
    if chunk.prep in PARTITIVE and of_area(page, chunk):
        return True
    if chunk.prep == "عبر":
        return page.word(chunk).stem_key in BORDERS  # "هجمات عبر الحدود"
    return chunk.prep in LOCATIVE or chunk.prep in closed().place_prepositions


def struck(page: Page, chunk: Chunk) -> bool:
    """ "هجوم نسب إليهم وضرب المدينة", "قصف طال البلدة": what the verb of an attack hit is where it was."""
    if not chunk.bare or chunk.place is None or not chunk.place.locality:
        return False
    if chunk.joined and chunk.place.first == chunk.head + 1:  # "وضرب المدينة", read as a noun
        return page.word(chunk).stem_key in HITS
    verb = page.chunks[chunk.index - 1] if chunk.index > page.sentence_first[chunk.index] else None
    if verb is None or verb.kind != "verb" or chunk.place.first > chunk.head:
        return False
    return any(key(a.lemma) in HITS for a in page.word(verb).analyses if a.pos == "verb")


def of_area(page: Page, chunk: Chunk) -> bool:
    """ "أحياء متفرقة من حلب", "المحور الشرقي لمدينة الرمادي": what stands before is a part of the place."""
    before = page.chunks[chunk.index - 1] if chunk.index > page.sentence_first[chunk.index] else None
    if before is None or before.kind != "noun" or before.place is not None:
        return False
    if before.prep and before.last == before.head + 1 and page.word(before).stem_key in closed().portions:
        return chunk.prep == "من"  # "على أكثر من نصف المدينة"
    if before.prep == "الي" and chunk.prep == "من" and page.word(before).stem_key in SIDES:
        return before.joined  # "وإلى الشرق من المدينة، هاجم", none "قاعدة إلى الشرق من المدينة"
    if before.prep == "علي" and chunk.prep == "من" and page.word(before).stem_key in NEARBY:
        return True  # "على مقربة من الحدود"
    side = before.actor is None or bool(before.prep)  # "على الطرف الجنوبي من": no party
    if page.word(before).stem_key in PARTS and side:
        beside = page.text.words[before.last - 1].stem_key in BESIDE
        if beside and chunk.place is not None and not chunk.place.locality:
            return False  # "في المنطقة المجاورة لتركيا"
        return before.prep in LOCATIVE or before.prep in closed().place_prepositions or before.bare
    if before.actor is not None:
        return False
    words = page.text.words[before.first : before.last]
    return any(w.stem_key in AREAS or w.key in SCATTERED for w in words) and (chunk.actor is None or chunk.prep == "من")


def _is_bound(page: Page, chunk: Chunk) -> bool:
    """ "على المحور المرتبط بخط تعز": the place of a participle, not of the act."""
    before = page.text.words[chunk.first - 1] if chunk.first else None
    if chunk.prep != "ب" or before is None or not before.definite:
        return False
    described = chunk.index > page.sentence_first[chunk.index] and page.chunks[chunk.index - 1].place is not None
    return before.stem_key in BOUND or (before.stem_key in AROUND and described)


def _describes(page: Page, chunk: Chunk) -> bool:
    """Whether a place only says where the one before it lies: "في قضاء الطارمية، شمالي بغداد", "الواقعة في الشمال"."""
    before = chunk.index - 1
    if lies(page, chunk):
        return True
    beside = page.text.words[chunk.first].key in SIDES
    if beside and before >= 0 and page.chunks[before].text in closed().commas:
        before -= 1
    if before < page.sentence_first[chunk.index]:
        return False
    if came_from(page, page.chunks[before]) and chunk.prep in ("في", "ب"):
        return True  # "انطلاقا من قاعدة … في جنوب تركيا"
    if page.chunks[before].place is None:  # "شابين من بلدة سلواد شرق رام الله"
        return beside and page.chunks[before].actor is not None and page.chunks[before].last - 1 in page.place_words
    led = page.chunks[before].prep in LOCATIVE or page.chunks[before].prep == "من" or lies(page, page.chunks[before])
    return (beside and led) or (chunk.prep == "في" and page.chunks[before].prep == "عن")


def came_from(page: Page, chunk: Chunk) -> bool:
    """ "قادمة من بيحان", "انطلاقا من القاعدة": whence, not where."""
    return chunk.prep == "من" and chunk.first > 0 and page.text.words[chunk.first - 1].stem_key in COMING


def lies(page: Page, chunk: Chunk) -> bool:
    """ "محافظة بنزرت الواقعة في شمال البلاد", "بلدة التحيتا التابعة لمحافظة الحديدة": it lies there."""
    tie = page.text.words[chunk.first - 1] if chunk.first else None
    if tie is None or "ال" not in tie.prefixes or not tie.stem_key.startswith(LYING):
        return False
    first = max(page.sentence_first[chunk.index], chunk.index - 3)
    if any(
        w.stem_key in SETTLED for w in page.text.words[max(chunk.first - 3, page.chunks[first].first) : chunk.first]
    ):
        return True  # "على أطراف المدينة الواقعة جنوبي البلاد"
    return any(page.chunks[i].place is not None for i in range(first, chunk.index))
