"""What motion, sending or preparation is for ("توجهت للمشاركة"); other datives are facts ("تعرض لقصف")."""

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.reports.modality.clause import LINKS, STOPS, THAT, Bend, Clause, has_lemma
from tawatur.reports.modality.words import lemmas_of, match, words

AIM = 18  # words back within which the verb stands that an aim belongs to
MET = 5  # words before a dative within which stands the verb of what befalls someone
MEETS = frozenset({"تعرض", "خضع", "تصدى", "استسلم"})
TALK = 5  # words back within which stands what is said to be talked over
TALKED = frozenset(
    {"بحث", "بحثت", "بحثا", "ناقش", "ناقشت", "ناقشا", "مناقشه", "تدارس", "دراسه", "تدرس", "يبحث", "تبحث", "يدرس"}
)
PROPOSED = frozenset(
    {"تشكيل", "ارسال", "نشر", "فرض", "تسليم", "تزويد", "تسليح", "تدريب", "سحب", "انسحاب", "اجلاء", "انشاء", "تاسيس"}
)
DESCRIBED = 6  # words behind a planned act within which a relative clause about it begins
# "الانسحاب الذي أعلنته الحكومة" is still to come
ANNOUNCED = frozenset(
    {
        "أعلن",
        "قرر",
        "خطط",
        "خطّط",
        "اعتزم",
        "وعد",
        "هدد",
        "دعا",
        "طالب",
        "اقترح",
        "أمر",
        "تحدث",
        "طلب",
        "أراد",
        "اتفق",
        "نوى",
    }
)
IMPERFECT = ("ي", "ت", "ن", "س")
TAKES = frozenset(
    {"استعاده", "تحرير", "اقتحام", "تطهير", "استرداد", "استرجاع", "مهاجمه", "محاصره", "طرد", "اخراج", "دحر"}
)
GROUNDS = frozenset({"مقر", "مقرات", "منطلق", "قاعده", "منصه", "منصات", "معسكر", "موقع"})
USES = frozenset({"اتخذ", "جعل", "استخدم", "حول", "حوّل", "استغل"})
USED = 8  # words before a seat within which the verb stands that tells its use
DATIVE = 16  # words back within which the word stands that takes a dative
ENDS = STOPS - {"؛"}
OTHER_LINKS = LINKS - {"الذي", "التي", "الذين"}


def aim(clause: Clause) -> Bend | None:
    """ "توجهت للمشاركة", "حشد قواته لاقتحام": what motion, sending or preparation is for; other datives are facts."""
    tokens, trigger = clause.words, clause.trigger
    at = next(
        (
            j
            for j in range(trigger, max(clause.sentence.first, trigger - 3) - 1, -1)
            if tokens[j].preposition == "ل"
            and (j == trigger or (clause.nominal and verbal_noun(tokens[j]) and _construct(tokens, j, trigger)))
        ),
        None,
    )
    if at is None:
        return None
    before = at - 1
    if before >= clause.sentence.first and _takes_datives(tokens[before]):
        return None
    if any(lemmas_of(tokens[j]) & MEETS for j in range(max(clause.sentence.first, at - MET), at)):
        return None  # "تعرض المقر لهجوم": what befalls it
    if before >= clause.sentence.first and _used_ground(clause, before):
        return None  # "اتخذوا المدرسة مقرا لقصف الأحياء": from there they do it
    while before > clause.sentence.first and tokens[before].kind == "punctuation" and tokens[before].text not in STOPS:
        before -= 1
    for j in range(before, max(clause.sentence.first, before - 3) - 1, -1):
        if _purpose_noun(tokens[j]) and not _prepositional(tokens, j, at):
            return Bend("planned", at, at + 1)
    return _aim_of_verb(clause, at) or _plain_aim(clause, at)


def _used_ground(clause: Clause, at: int) -> bool:
    """Whether a seat or a starting point stands there of which a verb tells that it is used as one."""
    if clause.words[at].stem_key.removesuffix("ا") not in GROUNDS:
        return False
    return any(lemmas_of(w) & USES for w in clause.words[max(clause.sentence.first, at - USED) : at])


def heading(clause: Clause) -> Bend | None:
    """ "بداية المسيرة نحو تحرير العاصمة": where one is heading one has not come yet."""
    tokens, before = clause.words, clause.trigger - 1
    if not clause.nominal or before < clause.sentence.first or tokens[before].key not in ("نحو", "باتجاه"):
        return None
    word = tokens[clause.trigger]
    heads = verbal_noun(word) and not word.definite and not _happening(word)
    return Bend("planned", before, clause.trigger) if heads else None


def talked_over(clause: Clause) -> Bend | None:
    """ "بحث الوزيران إرسال قوات", "اجتمعوا لبحث تشكيل قوة": what is only talked over has not been done."""
    tokens, trigger = clause.words, clause.trigger
    if not clause.nominal or tokens[trigger].prefixes or tokens[trigger].stem_key not in PROPOSED:
        return None
    for j in clause.reach_back(trigger, TALK):
        word = tokens[j]
        if word.stem_key in TALKED and "ال" not in word.prefixes:
            return Bend("planned", j, j + 1)
        if word.kind == "punctuation" or word.pos not in ("noun", "adjective", "name", "") or word.preposition:
            return None
    return None


def awaited(clause: Clause) -> Bend | None:
    """ "لن نوقع الاتفاق قبل انسحاب القوات": what must come first has not come yet."""
    tokens, trigger = clause.words, clause.trigger
    before = trigger - 1
    if not clause.nominal or before <= clause.sentence.first or tokens[before].stem_key != "قبل":
        return None
    if tokens[before].enclitic:
        return None
    for j in clause.reach_back(before, AIM):
        if tokens[j].text in STOPS or tokens[j].stem_key in LINKS:
            return None
        if tokens[j].stem_key == "لن":
            return Bend("planned", j, before + 1)
    return None


def _construct(tokens: tuple[Word, ...], at: int, trigger: int) -> bool:
    """Whether an aim reaches the act through a construct ("لضمان وصول المساعدات") and is not about a told act."""
    if any(tokens[k].conjunction for k in range(at + 1, trigger + 1)) or match("about", tokens, at):
        return False
    inner = range(at, trigger)
    if any(tokens[k].stem_key == THAT or tokens[k].kind == "punctuation" for k in inner):
        return False
    return not any(tokens[k].definite for k in inner) or (
        tokens[at + 1].pos == "preposition" and at + 2 == trigger  # "للمشاركة في هجوم"
    )


def _plain_aim(clause: Clause, at: int) -> Bend | None:
    """ "عملية لتحرير المدينة", "خرج الرتل لمهاجمة البلدة": a verbal noun behind "ل" is what something is for.

    Not so the noun of a happening ("لهجوم", "لغارات"), a reason ("لقتله مدنيين") or what a dative word takes.
    """
    tokens, word = clause.words, clause.words[at]
    if (
        word.preposition != "ل"
        or (word.enclitic and word.stem_key not in TAKES)
        or not verbal_noun(word)
        or _happening(word)
    ):
        return None
    for j in clause.reach_back(at, DATIVE):
        other = tokens[j]
        if other.text in STOPS:
            break
        if _takes_datives(other) or has_lemma(other, "judgements"):
            return None
        if other.pos == "verb":
            break
    return Bend("planned", at, at + 1)


def _happening(word: Word) -> bool:
    """Whether a noun names what happens to one more often than what one means to do; plurals always do."""
    return (word.stem_key,) in words()["happenings"] or word.stem_key.endswith("ات")


def _purpose_noun(word: Word) -> bool:
    return word.pos != "verb" and (
        (word.stem_key,) in words()["purpose_nouns"] or (word.stem_key.removesuffix("ا"),) in words()["purpose_nouns"]
    )


def _dative(word: Word) -> bool:
    """Whether a verb or noun takes a dative that is no aim ("تعرضت لقصف")."""
    return has_lemma(word, "datives")


def _takes_datives(word: Word) -> bool:
    return _dative(word) or (word.stem_key.removesuffix("ا"),) in words()["datives"]


def _prepositional(tokens: tuple[Word, ...], noun: int, at: int) -> bool:
    """Whether another verb or preposition stands between a noun and the dative."""
    return any(tokens[k].pos in ("verb", "preposition") or tokens[k].preposition for k in range(noun + 1, at))


def _aim_of_verb(clause: Clause, at: int) -> Bend | None:
    """The verb of motion, sending or preparation before a dative, verbs of relative clauses stepped over."""
    tokens = clause.words
    for j in clause.reach_back(at, AIM):
        word = tokens[j]
        if word.text in ENDS or word.stem_key in OTHER_LINKS:
            return None
        if _purpose_noun(word) and all(
            tokens[k].preposition == "ل" or tokens[k].pos != "noun" or k == j for k in range(at - 1, at)
        ):
            return Bend("planned", at, at + 1)
        if _dative(word):
            return None
        if has_lemma(word, "purpose_verbs") and (
            word.pos == "verb" or verbal_noun(word) or any(a.derived for a in word.analyses)
        ):
            return Bend("planned", at, at + 1)
        if word.pos == "verb" and word.stem_key not in ("كان", "كانت", "كانوا") and tokens[j - 1].pos != "relative":
            return None
    return None


@by_form
def verbal_noun(word: Word) -> bool:
    return any(a.derived == "masdar" for a in word.analyses)


def realised(clause: Clause) -> bool:
    """ "خطط للتفجير الذي قتل عشرين": what a relative clause says the planned act has done was no plan any more."""
    words, last = clause.words, min(clause.sentence.last, clause.trigger + DESCRIBED)
    if not clause.definite:
        return False
    for j in range(clause.trigger + 1, last - 1):
        if words[j].stem_key in ("الذي", "التي"):
            return _past(words[j + 1])
        if "ال" not in words[j].prefixes:
            return False
    return False


def _past(word: Word) -> bool:
    """Whether a verb tells what was done, not what was announced, planned or is to come."""
    told = [a for a in word.analyses if a.pos == "verb" and a.person == "3"]
    if not told:
        return word.pos == "verb" and not word.key.startswith(IMPERFECT)
    return all(a.tense == "past" and a.lemma not in ANNOUNCED for a in told)
