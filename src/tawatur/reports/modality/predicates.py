"""What is only said to be aimed at, needed or next: "الهدف هو تحرير المدينة", "ما تحتاجه القوات هو غطاء جوي"."""

from tawatur.reports.modality.clause import STOPS, THAT, Bend, Clause, present
from tawatur.reports.modality.words import lemmas_of, words

IS = frozenset({"هو", "هي"})
QUOTES = frozenset('«»"“”')
SUBJECT = 14  # words before "هو" within which its subject stands
WANTS = frozenset({"احتاج", "أراد", "طلب", "انتظر", "تمنى", "نقص", "ابتغى"})


def predicate(clause: Clause) -> Bend | None:
    """An act told as predicate of what is aimed at, needed, demanded or to come has not been done."""
    tokens, trigger = clause.words, clause.trigger
    if not clause.nominal or clause.stems.isdisjoint(IS):
        return None
    at = trigger - 1
    while at > clause.sentence.first and tokens[at].text in QUOTES:
        at -= 1
    if at <= clause.sentence.first or tokens[at].stem_key not in IS or tokens[at].kind != "word":
        return None
    return Bend("planned", at, trigger) if _aimed_at(clause, at) else None


def _aimed_at(clause: Clause, at: int) -> bool:
    """Whether the subject before "هو" names an aim, a condition, a next step, or what somebody needs."""
    tokens, aims = clause.words, words()["aimed_at"]
    for j in clause.reach_back(at, SUBJECT):
        word = tokens[j]
        if word.text in STOPS or word.stem_key == THAT:
            return False
        if (word.stem_key,) in aims or (word.stem_key.removesuffix("ا"),) in aims:
            return True
        wanted = present(word) and lemmas_of(word) & WANTS and j > clause.sentence.first
        if wanted and tokens[j - 1].stem_key == "ما":
            return True
    return False
