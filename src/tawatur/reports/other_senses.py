"""A word of an act that the words right beside it give another sense: families, amounts, remarks, surnames, blows."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.lookalikes import FAMILIES, MOURNED
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, always_present, key, senses_of, speaks
from tawatur.reports.modality.clause import STOPS, present
from tawatur.reports.roles.record import Roles

POLICED = frozenset({"امنيه", "دهم", "مداهمه", "مداهمات", "تفتيش", "توقيف", "اعتقال", "اعتقالات", "ملاحقه"})
TAKEN = 14  # words behind a verb within which it is said how something is taken
DEAD = frozenset({"قتلا", "جرحا"})
TAKES_AS: dict[str, tuple[str, frozenset[str]]] = {
    "قابل": (
        "ب",
        frozenset(map(key, ("ترحيب", "رفض", "استنكار", "صمت", "غضب", "حذر", "انتقاد", "تحفظ", "رد"))),
    ),
    "بعث": ("", frozenset(map(key, ("تعزية", "عزاء", "مواساة", "تهنئة", "تعازيه", "تهانيه")))),
    "استبعد": ("", frozenset(map(key, ("إمكانية", "احتمال", "احتمالية", "وقوع", "حدوث", "فرضية")))),
}
ASSURES = frozenset({"اكد", "اعلن"})
NOTES = key("نوه")
ABOUT = frozenset(map(key, ("أكثر", "نحو", "حوالي", "قرابة", "زهاء", "مئات", "عشرات", "آلاف", "ملايين")))
ENDS = key("قضى")  # "القضاء على المسلحين", not "المجلس الأعلى للقضاء"
JUDGEMENTS = frozenset({"ضربه", "اعتداء", "عدوان", "حرب", "انتهاك", "خرق", "ابتزاز"})
COUNTS_AS = frozenset(map(key, ("شكل", "مثل", "عد", "اعتبر", "وصف", "بمثابة")))
COUNTED = 5  # words behind "وصل" within which "إلى" stands
IS = frozenset({"هو", "هي"})  # "فهو اعتداء على الأمة"
JUDGED = 7  # words before a blow within which the verb stands that says what counts as one
DRIVES = "دفع"
DRIVEN = 4  # chunks behind it within which it is said to what
THAT = "ان"
CRAFTS = frozenset(map(key, (
    "طائرة", "طائرات", "طائرتان", "طائرتين", "سفينة", "سفن", "سفينتان", "باخرة", "بواخر", "شاحنة", "شاحنات", "قارب",
    "قوارب", "زورق", "زوارق", "عبارة", "قافلة", "مركبة", "سيارة", "سيارات", "حافلة", "حافلات", "مروحية",
)))  # fmt: skip
AIRBORNE = tuple(map(key, ("طائر", "مروحي")))
OF_WAR = ("حربي", "مقاتل", "قتالي", "قاذف", "هجومي", "استطلاع", "قاعد", "مسلح", "جنود", "اسطول", "سرب", "اسراب")


def other_sense(page: Page, word: Word, sense: Sense) -> bool:
    """Whether the words right beside it give a word a sense that tells no act."""
    entry = sense.entry
    behind = _at(page, word.index + 1)
    if sense.shape == "active" and entry.form == 3 and _heads_object(page, word):
        return True  # "رفضت مبايعة الزعيم": the verbal noun, no participle
    if sense.shape == "verb" and not _is_that_verb(page, word, entry):
        return True
    if word.enclitic and word.stem_key in DEAD and word.conjunction != "ف":
        return True  # "تبادلوا جثث قتلاهم"
    if sense.shape == "verb" and entry.type in ("CONSULT", "REJECT") and key(entry.lemma) in TAKES_AS:
        return _takes_as(page, word, *TAKES_AS[key(entry.lemma)])
    if entry.type == "COERCE" and word.stem_key == FAMILIES and behind is not None:
        return behind.stem_key in MOURNED  # "عزى أسر الشهداء"
    if entry.type == "SUPPORT" and sense.shape != "verb" and word.stem_key.startswith("مدعوم"):
        return True  # "القوات المدعومة من روسيا": a tie
    if entry.type == "REJECT" and key(entry.lemma) in ASSURES:
        return _of_others(page, word)
    if entry.type == "SUPPORT" and entry.mode == "praise":
        return _remarks(page, word, entry)
    if entry.extension == "investigate" and sense.shape == "verb" and word.enclitic:
        return key(entry.lemma) == "حقق"  # "النتيجة التي حققها الحزب": achieved
    if entry.type == "MOBILIZE" and key(entry.lemma) == "وصل":
        return _amounts(page, word)
    if entry.type == "MOBILIZE" and sense.shape == "verb" and key(entry.lemma) == DRIVES:
        return _drives_to_deed(page, word)
    if sense.shape == "verb" and word.stem.startswith("ال"):
        return _surname(page, word)
    if entry.extension == "kill" and key(entry.lemma) == ENDS and sense.shape != "verb":
        return not any((w := _at(page, word.index + n)) is not None and w.stem_key == "علي" for n in (1, 2))
    if entry.extension == "attack" and key(entry.lemma) == "عمليه" and behind is not None:
        return behind.stem_key in POLICED  # "شنت الشرطة عملية مداهمة", "عمليات أمنية"
    return word.stem_key.removesuffix("ا") in JUDGEMENTS and sense.shape != "verb" and _counts_as(page, word)


def _drives_to_deed(page: Page, word: Word) -> bool:
    """ "دفع بالقوات إلى الرد": what led someone to do something sent nobody anywhere."""
    index = page.chunk_of[word.index]
    for position in range(index + 1, min(page.sentence_last[index], index + DRIVEN)):
        chunk = page.chunks[position]
        if chunk.kind != "noun":
            return False
        if chunk.prep == "الي":
            return chunk.place is None and any(a.derived == "masdar" for a in page.word(chunk).analyses)
    return False


def _is_that_verb(page: Page, word: Word, entry: Entry) -> bool:
    """Whether a form can be this verb here: nobody is addressed, a jussive stands behind "لم", it is spelt so."""
    before = _at(page, word.index - 1)
    lemma = key(entry.lemma)
    if word.enclitic == "ك" or (lemma == "ابي" and word.enclitic):
        return False  # "بركي براك", "الجنرال أباه"
    if (lemma in ("مد", "امد") and word.stem_key.endswith("مدد")) or (lemma == "رجا" and "ئ" in word.text):
        return False  # "نمدد التفويض", "يرجئ سحب القوات"
    if lemma == "سلم" and before is not None and before.key == "عليه":
        return False  # "صلى الله عليه وسلم"
    if lemma == "برا" and always_present(word, entry) and word.text.endswith("أ"):
        return False  # "نبرأ إلى الله من فعلهم"
    if lemma == "اطلق" and entry.extension == "attack" and _named_so(page, word):
        return False
    return not _jussive(word, entry) or (before is not None and before.stem_key in ("لم", "لا", "الم"))


def _heads_object(page: Page, word: Word) -> bool:
    """Whether a bare form with the ending of a woman stands right behind a verb."""
    before = _at(page, word.index - 1)
    bare = not word.prefixes and not word.conjunction and word.stem_key.endswith("ه")
    if before is None or before.stem_key in closed().copulas:
        return False  # "صارت محاصرة"
    return bare and page.chunks[page.chunk_of[before.index]].kind == "verb"


def _named_so(page: Page, word: Word) -> bool:
    """ "كتائب يطلق عليها اسم": what they are called."""
    behind = _at(page, word.index + 1)
    return behind is not None and behind.stem_key == "علي" and bool(behind.enclitic)


def _jussive(word: Word, entry: Entry) -> bool:
    """ "تستعد", "يصب", "يلم": of a hollow root without its long vowel ("تستعيد", "يصيب", "يلوم")."""
    hollow = len(entry.root) == 3 and entry.root[1] in ("و", "ي") and entry.form in (1, 4, 7, 8, 10)
    stem = word.stem_key
    if not hollow or len(stem) < 3 or not always_present(word, entry):
        return False
    return stem[-2] not in "اوي" and stem[-1] == key(entry.root[2])


def _takes_as(page: Page, word: Word, preposition: str, named: frozenset[str]) -> bool:
    """ "قابلت الفصائل الخطوة بترحيب", "استبعد مسؤول في الوزارة، إمكانية": how it is taken, what is thought unlikely."""
    for other in page.text.words[word.index + 1 : word.index + 1 + TAKEN]:
        if other.text in STOPS:
            return False
        if other.stem_key in named and (not preposition or other.preposition == preposition):
            return True
    return False


def _of_others(page: Page, word: Word) -> bool:
    """ "أكدت المصادر أن الضباط رفضوا": they only say that others refuse."""
    for other in page.text.words[word.index + 1 : word.index + 1 + TAKEN]:
        if other.stem_key.startswith(("رفض", "معارض")):
            return page.chunks[page.chunk_of[other.index]].kind == "verb" or not other.enclitic
    return False


def _at(page: Page, index: int) -> Word | None:
    return page.text.words[index] if 0 <= index < len(page.text.words) else None


def _remarks(page: Page, word: Word, entry: Entry) -> bool:
    """ "منوها بأن", "نوه الوزير إلى متابعته": what is said, no praise."""
    behind = _at(page, word.index + 1)
    if key(entry.lemma) == NOTES and any(w.stem_key == "الي" for w in page.text.words[word.index + 1 : word.index + 4]):
        return True
    if behind is not None and behind.stem_key in ("الي", "علي"):
        behind = _at(page, word.index + 2)
    return behind is not None and behind.stem_key == THAT


def _amounts(page: Page, word: Word) -> bool:
    """ "وصلت إلى أكثر من عشرين", "وصل عدد المشاركين إلى نحو ألف": came to so many."""
    for to in page.text.words[word.index + 1 : word.index + 1 + COUNTED]:
        if to.kind == "punctuation" or (to.pos == "preposition" and to.stem_key != "الي"):
            return False
        if to.stem_key == "الي" and not to.enclitic and (number := _at(page, to.index + 1)) is not None:
            return number.kind == "number" or number.pos == "number" or number.stem_key in ABOUT
    return False


def _surname(page: Page, word: Word) -> bool:
    """ "وشدد التقي على": right behind a verb of saying, a form with "ال" is who says it."""
    before = _at(page, word.index - 1)
    if before is None or word.conjunction:
        return False
    if word.text.endswith("ي") and before.pos in ("noun", "name") and "ال" not in before.prefixes:
        return True  # "ورأى سمير التقي"
    return page.chunks[page.chunk_of[before.index]].kind == "verb" and speaks(before)


def _counts_as(page: Page, word: Word) -> bool:
    """ "يشكل مقتله ضربة للتنظيم", "اعتبره ضربة لجهود السلام": a blow in a figure of speech."""
    if "ال" in word.prefixes or word.enclitic:
        return False
    sentence = page.text.sentence_of(word.index)
    for before in reversed(page.text.words[max(sentence.first, word.index - JUDGED) : word.index]):
        if before.pos == "verb" or before.stem_key == "بمثابه" or before.stem_key in IS:
            counts = before.stem_key in IS or any(key(a.lemma) in COUNTS_AS for a in before.analyses if a.pos == "verb")
            figure = present(before) or before.stem_key in COUNTS_AS | IS
            return before.stem_key == "بمثابه" or (counts and figure)
    return False


def brings_no_force(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "وصول الطائرة إلى المطار": a craft that no word calls one of war brings no force with it."""
    if sense.entry.type != "MOBILIZE" or key(sense.entry.lemma) != "وصل" or not roles.actors:
        return False
    return all(a.klass == "weapon" and _civil(page, word, a) for a in roles.actors)


def _civil(page: Page, word: Word, craft: ActorPhrase) -> bool:
    words = page.text.words
    if words[craft.head].stem_key not in CRAFTS:
        return False
    if not words[craft.head].stem_key.startswith(AIRBORNE) and any(
        w.stem_key.startswith("عسكري") for w in words[craft.first : craft.last]
    ):
        return False  # "سفينة عسكرية"; a plane of an army brings relief as well
    near = (*words[craft.first : craft.last + 2], *words[word.index : word.index + JUDGED])
    return not any(w.stem_key.startswith(OF_WAR) for w in near)


def is_hit(page: Page, word: Word, sense: Sense) -> bool:
    """ "قصفت الطائرات اجتماعا للقادة": a gathering that is hit is a target, and no news of its own."""
    own = page.chunk_of[word.index]
    if sense.entry.type not in ("CONSULT", "PROTEST") or sense.shape == "verb" or not page.chunks[own].bare:
        return False
    before = [c for n in clause_of(page, own) if n < own and (c := page.chunks[n]).kind == "verb"]
    told = senses_of(page.word(before[-1]), as_verb=True) if before else ()
    return bool(told) and all(s.entry.type == "ASSAULT" and not s.entry.with_ for s in told)
