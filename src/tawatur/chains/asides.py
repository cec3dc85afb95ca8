"""Verbs beside a speech verb that say nothing themselves: how a source hides, where a text was put out."""

from tawatur.arabic.word import Word
from tawatur.chains.lexicon import keys, nouns

HIDDEN = frozenset({"هويه", "هويات", "اسم", "اسماء", "اسمي"})
PUT_OUT = frozenset({"أذاع", "بث", "نشر", "أصدر", "نقل", "أورد", "وزع", "تلقى", "أذيع", "سجل", "سجّل"})
NEVER_SPEAK = frozenset({"علما", "يجب", "تجب", "يزيد", "تزيد", "ينبغي", "تنبغي"})  # forms of "أجاب" and "زاد" as well
CALLED = frozenset({"يدعي", "تدعي"})  # as keys, which spell "ى" as "ي"
VERGE = "وشك"  # "على وشك السقوط"
WITHIN = 6  # words behind the verb among which the name is told that is not given


def says_nothing(words: tuple[Word, ...], index: int, end: int) -> bool:
    """Whether the verb at `index` only describes a source or text, or is no verb of speaking in this form."""
    verge = words[index].key == VERGE and index > 0 and words[index - 1].stem_key == "علي"
    if verge or words[index].stem_key in NEVER_SPEAK or _no_doubt(words, index, end):
        return True
    return _is_called(words, index, end) or hides(words, index, end) or puts_out(words, index)


def _is_called(words: tuple[Word, ...], index: int, end: int) -> bool:
    """ "رجل يدعى فلان": his name, and no claim."""
    named = words[index].stem_key in CALLED and words[index].text.endswith("ى")
    return named and index + 1 < end and words[index + 1].stem_key != "ان"


def _no_doubt(words: tuple[Word, ...], index: int, end: int) -> bool:
    """ "لا شك أن", "أدنى شك في أن": the noun."""
    if words[index].key != "شك" or index + 1 >= end:
        return False
    return words[index + 1].stem_key in ("ان", "في") or words[index + 1].kind == "punctuation"


def hides(words: tuple[Word, ...], index: int, end: int) -> bool:
    """ "مصادر رفضت الكشف عن هويتها", "مسؤول طلب عدم ذكر اسمه"."""
    for word in words[index + 1 : min(end, index + WITHIN)]:
        if word.kind == "punctuation":
            return False
        if word.enclitic and word.stem_key in HIDDEN:
            return True
    return False


def puts_out(words: tuple[Word, ...], index: int) -> bool:
    """ "في بيان بثه التلفزيون", "في تصريحات أذيعت أمس": the verb describes the text, the main verb tells it."""
    if index < 2 or not any(a.pos == "verb" and a.lemma in PUT_OUT for a in words[index].analyses):
        return False
    if words[index].enclitic and words[index - 1].pos == "relative":
        return True  # "البيان الذي بثه التلفزيون"
    at = index - 1 - (words[index - 1].pos == "adjective")
    noun = nouns().get(words[at].stem_key)
    text = (noun is not None and noun[0].text) or words[at].stem_key in keys("talks")
    if not text or "ال" in words[at].prefixes or words[at].enclitic:
        return False
    return words[at - 1].stem_key in ("في", "خلال", "حسب", "وفق", "عبر")
