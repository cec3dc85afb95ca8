"""Whether the words around a noun tell that its act has happened: a past verb over it or behind it, "بعد" before it."""

from functools import cache

from tawatur.arabic.word import Sentence, Text, Word
from tawatur.knowledge.lexicon.entries import entries
from tawatur.reports.modality.clause import STOPS, THAT
from tawatur.reports.modality.words import lemmas_of

RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"})
# what stands before an act that is over or under way when something else happens
CIRCUMSTANCES = frozenset({
    "بعد", "عقب", "اثر", "منذ", "خلال", "اثناء", "غداه", "جراء", "نتيجه", "وسط", "فور", "اعقاب", "بعيد", "ضمن",
})  # fmt: skip
GOING_ON = frozenset({
    "تدور", "يدور", "تجري", "يجري", "تندلع", "تتواصل", "يتواصل", "تستمر", "يستمر",
})  # fmt: skip
STILL = frozenset({"لا", "ما", "تزال", "يزال", "زالت", "زال"})
LATER = frozenset({"بعد", "عقب", "قبل"})
WHILE = frozenset(
    {"تزامن", "تزامنا", "ترافق", "موازاه", "تزامنت", "مترافقا", "مترافقه", "متزامنا", "متزامنه", "ترافقت"}
)  # "بالتزامن مع قصف"
SPANS = frozenset({
    "يوم", "يوما", "يومين", "ايام", "ساعه", "ساعات", "ساعتين", "اسبوع", "اسبوعا", "اسبوعين", "اسابيع", "شهر", "شهرا",
    "شهرين", "اشهر", "شهور", "عام", "عاما", "عامين", "اعوام", "سنه", "سنتين", "سنوات",
})  # fmt: skip
OVER, BEHIND = 12, 12  # words before and behind a noun within which its verb stands
DESCRIBED = 5  # words behind it within which its relative clause opens
JOINED = 8  # words before a noun within which the one stands that it is joined to
COMMAS = frozenset({"،", ","})


def happened(text: Text, trigger: int) -> bool:
    """Whether the sentence tells the act of a noun as something that has happened."""
    sentence = text.sentence_of(trigger)
    return (
        described(text, trigger)
        or _is_subject(text.words, trigger, sentence)
        or in_circumstance(text.words, trigger, sentence)
        or _under_past(text.words, trigger, sentence)
        or under_way(text, trigger)
    )


def under_way(text: Text, trigger: int) -> bool:
    """ "تدور اشتباكات في الحي", "اشتباكات عنيفة لا تزال تدور هناك": fighting that goes on as the article is written."""
    words, sentence = text.words, text.sentence_of(trigger)
    if trigger > sentence.first and words[trigger - 1].stem_key in GOING_ON:
        return not (trigger - 1 > sentence.first and words[trigger - 2].stem_key == THAT)
    for j in range(trigger + 1, min(sentence.last, trigger + 1 + DESCRIBED)):
        if words[j].stem_key in GOING_ON:
            return not words[j].conjunction
        agrees = words[j].key.endswith("ه") and not (words[j].definite or words[j].conjunction or words[j].preposition)
        if words[j].pos != "adjective" and not agrees and words[j].stem_key not in STILL:
            return False
    return False


def past(word: Word) -> bool:
    """Whether a verb can only be a past: news calls on nobody, nor is it "I follow" where it may be "it followed"."""
    told = [a for a in word.analyses if a.pos == "verb" and a.tense != "imperative"]
    tenses = {a.tense for a in told if a.person == "3"} or {a.tense for a in told}
    return tenses == {"past"}


def described(text: Text, trigger: int) -> bool:
    """ "الهجوم الذي استهدف", "هجوم شنته", "معارك استمرت": a relative clause in the past behind the noun."""
    words, sentence = text.words, text.sentence_of(trigger)
    for j in range(trigger + 1, min(sentence.last, trigger + 1 + DESCRIBED)):
        word = words[j]
        if word.kind != "word" or word.stem_key == THAT or word.conjunction:
            return False
        if word.stem_key in RELATIVES:
            behind = words[j + 1] if j + 1 < sentence.last else word
            return past(behind if behind.stem_key != "قد" or j + 2 >= sentence.last else words[j + 2])
        if word.pos == "verb":
            return past(word)
    return False


def _is_subject(words: tuple[Word, ...], trigger: int, sentence: Sentence) -> bool:
    """ "قصف طائرات التحالف على البلدة تسبب في": a past verb behind the noun and all that belongs to it."""
    if words[trigger].preposition:
        return False
    for j in range(trigger + 1, min(sentence.last, trigger + 1 + BEHIND)):
        word = words[j]
        if word.text in STOPS or word.text in COMMAS or word.stem_key in RELATIVES or word.stem_key == THAT:
            return False
        if word.pos == "verb":
            return past(word) and not word.conjunction
    return False


def in_circumstance(words: tuple[Word, ...], trigger: int, sentence: Sentence) -> bool:
    """ "بعد تحرير المدينة", "خلال اشتباكات": when something else happened, this had or was going on."""
    before = words[trigger - 1] if trigger > sentence.first else None
    if before is None or words[trigger].preposition:
        return False
    if words[trigger].conjunction == "و":
        return _joined_to(words, trigger, sentence)
    if before.stem_key in CIRCUMSTANCES:
        return True
    if before.pos == "preposition" and trigger - 2 >= sentence.first:
        joined = before.stem_key == "مع" and words[trigger - 2].stem_key in WHILE
        return joined or _days_after(words, trigger, sentence)
    if before.stem_key in ("بدء", "اندلاع", "وقوع") and words[trigger - 2].pos == "preposition":
        return _days_after(words, trigger - 1, sentence)
    carrier = before.pos == "noun" and not before.definite and before.stem_key not in CIRCUMSTANCES
    if carrier and trigger - 1 > sentence.first:
        before = words[trigger - 2]  # "بعد إعلان تحرير المدينة", "خلال عملية اقتحام"
    return before.stem_key in CIRCUMSTANCES


def _joined_to(words: tuple[Word, ...], trigger: int, sentence: Sentence) -> bool:
    """ "بعد خروج المقاومة من البلدة وسقوطها": the second of two nouns behind one such word."""
    for j in range(trigger - 1, max(sentence.first, trigger - JOINED) - 1, -1):
        if words[j].stem_key in CIRCUMSTANCES:
            return words[j + 1].pos != "verb" and words[j + 1].stem_key != THAT
        if words[j].pos == "verb" or words[j].kind != "word":
            return False
    return False


def _days_after(words: tuple[Word, ...], trigger: int, sentence: Sentence) -> bool:
    """ "بعد ثلاثة أيام من هجوم", "بعد أسبوعين على غارات": counted from the act."""
    counted = False
    for j in range(trigger - 2, max(sentence.first, trigger - 6) - 1, -1):
        counted = counted or words[j].stem_key in SPANS
        if words[j].stem_key in LATER:
            return counted
    return False


def _under_past(words: tuple[Word, ...], trigger: int, sentence: Sentence) -> bool:
    """ "شهدت المدينة مواجهات", "أعلن عن تحرير": the verb over the noun is a past that judges or asks nothing."""
    for j in range(trigger - 1, max(sentence.first, trigger - OVER) - 1, -1):
        word = words[j]
        if word.text in COMMAS and (
            (j == trigger - 1 and words[trigger].preposition) or words[j + 1].key in ("وذلك", "ذلك")
        ):
            continue  # "سيطرت القوات على البلدة، بدعم من المقاومة", "قتل جنديان، وذلك في عملية"
        if word.text in STOPS or word.text in COMMAS or word.stem_key in RELATIVES or word.stem_key == THAT:
            return False
        if word.pos == "verb":
            return past(word) and not (lemmas_of(word) & _speaking())
    return False


@cache
def _speaking() -> frozenset[str]:
    """Verbs that judge, ask or threaten whatever stands with them: what they are about need not have happened."""
    return frozenset(
        e.lemma for e in entries() if e.speech and e.pos == "verb" and e.tier == "sure" and not (e.with_ or e.turn)
    )
