"""What an adjective calls awaited or likely ("هجوم محتمل"), and what only nearly happened ("كاد يسقط")."""

from tawatur.model.reading import Modality
from tawatur.reports.modality.clause import THAT, Bend, Clause, present

DESCRIBED = 4  # words behind an act, or before a verb, within which such a word stands
AHEAD: dict[str, Modality] = {
    "مرتقب": "planned", "مزمع": "planned", "مقرر": "planned", "مقبل": "planned", "قادم": "planned", "منتظر": "planned",
    "وشيك": "planned", "محتمل": "possible", "متوقع": "possible",
}  # fmt: skip
PERIODS = frozenset({
    "اسبوع", "شهر", "عام", "يوم", "فتره", "مرحله", "ايام", "اسابيع", "اشهر", "سنه", "صيف", "شتاء", "ربيع", "خريف",
    "سبت", "احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "ساعات",
})  # fmt: skip
NEARLY = frozenset({"كاد", "كادت", "كادوا", "يكاد", "تكاد", "يكادون"})


def awaited_by_name(clause: Clause) -> Bend | None:
    """ "محادثات الأطراف المرتقبة", "هجوم محتمل": an adjective of the act says that it is to come or may."""
    if not clause.nominal:
        return None
    tokens = clause.words
    for j in range(clause.trigger + 1, min(clause.sentence.last, clause.trigger + DESCRIBED + 1)):
        word = tokens[j]
        if word.kind != "word" or word.conjunction:
            return None
        modality = AHEAD.get(word.stem_key.removesuffix("ا").removesuffix("ه"))
        if modality and _awaited(clause, j) and tokens[j - 1].stem_key not in PERIODS:
            return Bend(modality, j, j + 1)
        if word.preposition or word.pos in ("verb", "preposition", "relative"):
            return None
    return None


def _awaited(clause: Clause, index: int) -> bool:
    """Whether an adjective is of the act, and nobody's who has come: "تعزيزات قادمة من الشمال"."""
    tokens, last = clause.words, clause.sentence.last
    agrees = tokens[index].key.endswith("ه") == tokens[clause.trigger].key.endswith(("ه", "ات"))
    return agrees and not (index + 1 < last and tokens[index + 1].key == "من")


def almost(clause: Clause) -> Bend | None:
    """ "كاد الجيش يسيطر على المدينة": what nearly happened has not."""
    verb, tokens = clause.verb, clause.words
    if verb is None or not present(tokens[verb]) or tokens[verb].conjunction:
        return None
    for j in clause.reach_back(verb, DESCRIBED):
        if tokens[j].stem_key == THAT:
            return None
        if tokens[j].stem_key in NEARLY and tokens[j].pos == "verb":
            return Bend("denied", j, verb + 1)
        if tokens[j].pos == "verb" or tokens[j].kind != "word":
            return None
    return None
