"""What is said not to have happened: negated verbs, absence, groundless claims."""

from tawatur.arabic.word import Text, Word
from tawatur.reports.modality.clause import ADJUNCTS, LINKS, STOPS, THAT, Bend, Clause, has_lemma
from tawatur.reports.modality.words import lemmas_of, match, words

PREDICATE = 6  # words back within which the verb of being stands whose predicate a noun is
IS_NOT = frozenset({"ليس", "ليست", "ليسوا", "ليسا", "ليستا", "لسنا", "لست"})
BEING = frozenset({"يكن", "تكن", "يكونوا", "نكن"})
POSSIBLE = frozenset({"تسنى", "أمكن", "تيسر", "تعذر"})  # verbs whose subject is the act: "لم يتسن الاتصال بالوزير"
NOT_BEING = IS_NOT | BEING
BUT = frozenset({"بل", "لكن", "انما"})
RULED = 15  # words behind a noun within which its predicate stands
OUT = frozenset({"وارد", "وارده", "مطروح", "مطروحه", "ممكن", "ممكنه", "صحيح", "صحيحه"})
THERE = frozenset({"هناك", "هنالك", "ثمه"})  # "لا وجود لهم، وهناك آلاف يلتحقون"
PLANNED = frozenset({"خطط", "خطه", "نيه", "نوايا", "رغبه"})
HAPPENS = frozenset({"حدوث", "وقوع", "اندلاع", "تسجيل", "حصول", "شن", "تنفيذ"})
BEGUN = 7  # words behind an act within which it is said not to have begun
BEGINS = frozenset({"بدأ", "انطلق", "حدث", "تم", "جرى", "حصل", "وقع", "انعقد", "عقد"})
FOILED = 5  # words back within which the verb stands that foils an attempt
ATTEMPTS = frozenset({"محاوله", "محاولات", "محاولتي", "محاولتين", "مخطط", "مخططات", "خطه", "خطط"})
LINKED_OR_BUT = LINKS | BUT | {THAT}
LINKED = LINKS | {THAT}
APART = ADJUNCTS - {"لدي"}


def negation(clause: Clause) -> Bend | None:
    """ "لم يقصف", "لم يشن هجوما", "ليس هناك", "دون قصف": the act is said not to have happened."""
    return (
        _negated_verb(clause)
        or _absence(clause)
        or _groundless(clause)
        or _is_not(clause)
        or _ruled_out(clause)
        or _has_no_plan(clause)
        or _not_begun(clause)
    )


def _not_begun(clause: Clause) -> Bend | None:
    """ "معركة تحرير المدينة لم تبدأ بعد": what is said not to have begun or taken place."""
    words, first = clause.words, clause.words[clause.trigger]
    if "لم" not in clause.stems or not clause.nominal or first.preposition:
        return None
    for j in range(clause.trigger + 1, min(clause.sentence.last - 1, clause.trigger + BEGUN)):
        if words[j].key == "لم":
            return Bend("denied", j, j + 2) if lemmas_of(words[j + 1]) & BEGINS else None
        if words[j].kind != "word" or words[j].pos in ("verb", "relative", "preposition") or words[j].conjunction:
            return None
    return None


def _ruled_out(clause: Clause) -> Bend | None:
    """ "مشاركة تركيا في الحرب غير واردة": a predicate that rules the act out."""
    if "غير" not in clause.stems:
        return None
    before = clause.words[clause.trigger - 1] if clause.trigger > clause.sentence.first else None
    governed = clause.words[clause.trigger].preposition or (before is not None and before.pos == "preposition")
    if not clause.nominal or governed:
        return None
    for j in range(clause.trigger + 1, min(clause.sentence.last, clause.trigger + RULED)):
        word = clause.words[j]
        if word.pos == "verb" or word.kind == "punctuation" or word.stem_key in LINKED:
            return None
        if word.stem_key == "غير" and j + 1 < clause.sentence.last and clause.words[j + 1].stem_key in OUT:
            return Bend("denied", j, j + 2)
    return None


def foiled(clause: Clause) -> Bend | None:
    """ "أحبط محاولة اقتحام", "صد محاولة تسلل": an attempt that was stopped."""
    if not clause.nominal or clause.stems.isdisjoint(ATTEMPTS):
        return None
    for j in clause.reach_back(clause.trigger, FOILED):
        word = clause.words[j]
        if word.text in STOPS or (word.pos == "verb" and not has_lemma(word, "foils")):
            return None
        if has_lemma(word, "foils") and any(clause.words[k].stem_key in ATTEMPTS for k in range(j + 1, clause.trigger)):
            return Bend("denied", j, clause.trigger)
    return None


def anyway(text: Text, verb: int) -> bool:
    """ "لم يمنع", "لا يمنع": a negation that leaves a hindrance without effect."""
    return verb > text.sentence_of(verb).first and match("no_negation", text.words, verb - 1) > 1


def _negated_verb(clause: Clause) -> Bend | None:
    verb, tokens = clause.verb, clause.words
    if verb is None:
        return None
    apart = clause.definite or tokens[clause.trigger].preposition
    if clause.nominal and not clause.governed and apart and not lemmas_of(tokens[verb]) & POSSIBLE:
        return None
    at = _negator(tokens, verb, clause.sentence.first)
    if (
        at is not None
        and at > clause.sentence.first
        and tokens[at - 1].stem_key in ("كي", "لكي", "حتي")
        and tokens[at].key == "لا"
    ):
        return Bend("possible", at - 1, verb + 1)
    if at is None or _excepted(clause, verb):
        return None
    if has_lemma(tokens[verb], "open_when_negated"):
        return Bend("possible", at, verb + 1)
    return Bend("denied", at, verb + 1)


def _negator(tokens: tuple[Word, ...], verb: int, first: int) -> int | None:
    """The negation before a verb: right before it, or behind "أن" ("من دون أن يقصف")."""
    before = verb - 1
    if before < first:
        return None
    if tokens[before].key in ("قد", "بعد", "ايضا") and before > first:
        before -= 1
    word = tokens[before]
    bare = word.key[1:] if word.conjunction else word.key
    if (bare,) in words()["negations"] and not match("no_negation", tokens, before):
        return before
    if (
        word.stem_key == THAT
        and before > first
        and tokens[before - 1].stem_key in ("دون", "بدون", "غير")
        and not word.enclitic
    ):
        return before - 1
    return None


def _excepted(clause: Clause, verb: int) -> bool:
    stop = min(clause.sentence.last, verb + 12)
    return any(
        match("exceptive", clause.words, j) and clause.words[j + 1 if j + 1 < stop else j].stem_key != THAT
        for j in range(verb + 1, stop)
    )


def _absence(clause: Clause) -> Bend | None:
    if not clause.nominal or "absence" not in clause.openings:
        return None
    trigger, tokens = clause.trigger, clause.words
    if trigger > clause.first and tokens[trigger - 1].stem_key in ("اي", "ايه"):
        trigger -= 1  # "دون أي قتال", "الابتعاد عن أي لقاء"
    for j in clause.reach_back(trigger, 2):
        if tokens[j].kind == "punctuation":
            return None
        width = match("absence", tokens, j)
        happens = tokens[j].key == "عدم" or tokens[j + 1].stem_key in HAPPENS  # "دون وقوع أي اشتباكات"
        near = j + width == trigger or (width and tokens[j + 1].pos == "noun" and happens)
        if near and j + width >= trigger - 1:
            contrast = tokens[j].key == "لا"  # "تخدم مصالحها لا القتال"
            if tokens[j].key.endswith("لا") and ((clause.definite and not contrast) or match("no_negation", tokens, j)):
                return None
            return Bend("denied", j, clause.trigger)
    return None


def _is_not(clause: Clause) -> Bend | None:
    """ "ليست دولة عدوة لـ", "لم تكن حليفا لـ": what somebody or something is said not to be."""
    noun = clause.words[clause.trigger]
    if not clause.nominal or clause.definite or noun.preposition or noun.enclitic:
        return None
    if clause.stems.isdisjoint(NOT_BEING):
        return None
    for j in clause.reach_back(clause.trigger, PREDICATE):
        word = clause.words[j]
        if word.text in STOPS or word.text in ("،", ",") or word.stem_key in LINKED_OR_BUT:
            return None
        if word.stem_key in IS_NOT or (word.stem_key in BEING and j and clause.words[j - 1].stem_key == "لم"):
            only = clause.words[j + 1].stem_key in ("فقط", "مجرد", "وحده", "سوي", "الا")
            return None if only else Bend("denied", j, j + 1)
        if word.pos in ("verb", "preposition") or word.preposition or word.stem_key in ADJUNCTS:
            return None  # "ليس متفائلا بشأن مفاوضات"
    return None


def _has_no_plan(clause: Clause) -> Bend | None:
    """ "ليس لدى كينيا خطط لإرسال قوات": a plan that nobody has."""
    if clause.stems.isdisjoint(PLANNED) or clause.stems.isdisjoint(IS_NOT):
        return None
    tokens, planned = clause.words, False
    for j in clause.reach_back(clause.trigger, RULED):
        planned = planned or tokens[j].stem_key in PLANNED
        if tokens[j].text in STOPS or tokens[j].stem_key in LINKED:
            return None
        if tokens[j].stem_key in IS_NOT and planned and tokens[j + 1].stem_key == "لدي":
            return Bend("denied", j, clause.trigger)
    return None


def _groundless(clause: Clause) -> Bend | None:
    for j in clause.openings_from("groundless", clause.first, clause.trigger):
        if width := match("groundless", clause.words, j):
            apart = any(clause.words[k].stem_key in APART for k in range(j + width, clause.trigger))
            there = any(
                clause.words[k].stem_key in THERE and clause.words[k].conjunction for k in range(j, clause.trigger)
            )
            return None if apart or there else Bend("denied", j, j + width)  # "لا رؤية لديهم قبل تحرير المدينة"
    return None
