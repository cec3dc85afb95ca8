"""What is asked, ordered, threatened, allowed or laid down has not been done: "توعد بقتل", "ينص على انسحاب"."""

from collections.abc import Sequence
from functools import cache

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import entries
from tawatur.model.reading import Modality
from tawatur.reports.modality.clause import ADJUNCTS, LINKS, STOPS, THAT, Bend, Clause, bare
from tawatur.reports.modality.prayers import blessed
from tawatur.reports.modality.words import lemmas_of, words

WISH = 9  # words back within which the verb or participle of a wish stands
CARRIERS = 2  # verbal nouns that may carry the act behind the preposition ("إلى شن هجوم")
PREPOSITIONS = frozenset({"الي", "علي", "نحو", "عن", "في", "ل", "ب", "من", "حول", "بشان"})
URGED = frozenset({"سرعه", "ضروره", "اهميه", "وجوب"})  # "طالب بسرعة الإفراج عنه", "دعا إلى ضرورة وقف"
UNDERTAKING = frozenset({"قيام"})
URGING = 16  # words before "بسرعة" within which stands who urges
ASKS = frozenset({"دعا", "طالب", "ناشد", "حث", "أمر", "وجه", "أوصى", "طلب"})
CALLS = frozenset({"دعوه", "دعوات", "نداء", "مناشده", "مطالبه"})
MEASURES = frozenset({"مزيد", "عدد", "سلسله", "مجموعه", "العديد", "عديد", "جمله"})
QUOTES = frozenset('«»"“”')

CHARGES = frozenset({"اتهام", "اتهامات", "تهمه", "تهم"})  # "وجه اتهاما إلى الجيش بقصف": what is charged is told
OF_NOUNS: tuple[tuple[str, Modality], ...] = (("ordered", "planned"), ("able", "possible"))
OWN = frozenset(
    {"اضافه", "بناء", "ردا", "علاوه", "زياده", "احتجاجا", "حصول", "تعليقا"}
)  # nouns with a preposition of their own
APART = LINKS | ADJUNCTS


def wish(clause: Clause) -> Bend | None:
    """The verb, participle or verbal noun of a wish whose preposition stands before the event noun."""
    if not clause.nominal:
        return None
    tokens = clause.words
    found = _preposition(clause)
    if found is None:
        return _wished_object(clause)
    at, preposition = found
    if tokens[at].stem_key in URGED and (asked := _urged(clause, at)) is not None:
        return asked
    if at > clause.sentence.first and tokens[at - 1].stem_key in OWN:
        return None
    for j in clause.reach_back(at, WISH):
        word = tokens[j]
        if word.text in STOPS or word.text in ("،", ",") or word.stem_key in LINKS or word.stem_key == THAT:
            return None
        if blessed(tokens, j):
            continue
        if word.key == preposition and tokens[at].key == preposition:
            return None  # "امتنع عن التعليق على أنباء عن قصف": the verb's own stands before
        if word.pos != "verb" and (word.stem_key.removesuffix("ا"),) in words()["datives"]:
            return None  # "هدفا لغارات"
        if preposition == "ب" and word.pos == "verb" and _charged(tokens[j + 1 : at]):
            return None
        modality = _wished(word, preposition) if not _died_in(clause, word) else None
        modality = modality or _of_noun(word, preposition)
        if modality is not None:
            denied = j > clause.sentence.first and (bare(tokens[j - 1]),) in words()["negations"]
            if denied and modality == "denied":
                return None  # "لم يمنع القوات من قصف"
            return Bend("denied" if denied else modality, j, at + 1)
        if word.pos == "verb":
            return None
    return None


def _urged(clause: Clause, at: int) -> Bend | None:
    """ "وجهوا دعوة إلى الضباط الذين سرحوا بسرعة الانضمام": what someone is urged to do, whatever describes him."""
    for j in clause.reach_back(at, URGING):
        word = clause.words[j]
        if word.text in STOPS:
            return None
        if lemmas_of(word) & ASKS or word.stem_key.removesuffix("ا") in CALLS:
            return Bend("planned", j, at + 1)
        if word.pos == "verb" and clause.words[j - 1].stem_key not in LINKS and clause.words[j - 1].key != "من":
            return None
    return None


def _charged(between: Sequence[Word]) -> bool:
    return any(w.stem_key.removesuffix("ا") in CHARGES for w in between)


def _died_in(clause: Clause, verb: Word) -> bool:
    """ "قضى جنود بهجوم": people die in a happening, a court decides a deed."""
    happening = (clause.words[clause.trigger].stem_key,) in words()["happenings"]
    return happening and any(a.lemma == "قضى" for a in verb.analyses if a.pos == "verb")


def _wished(word: Word, preposition: str) -> Modality | None:
    """What a verb or a word derived of one makes of the noun behind its preposition; plain nouns wish nothing."""
    lemmas = [a.verb or a.lemma for a in word.analyses if a.pos == "verb" or a.derived]
    return next((m for lemma in lemmas if (m := wishes().get((lemma, preposition)))), None)


def _of_noun(word: Word, preposition: str) -> Modality | None:
    """ "قدرة قواته على", "أوامر بـ", "بحاجة إلى": what a plain noun with its preposition makes of the act behind."""
    if word.pos == "verb":
        return None
    noun = word.stem_key.removesuffix("ا")
    stem = noun if not noun.endswith("ت") else noun[:-1] + "ه"  # "قدرتها"
    for name, modality in OF_NOUNS:
        kept = words()[name]
        if (noun, preposition) in kept or (stem, preposition) in kept:
            return modality
    return None


def _wished_object(clause: Clause) -> Bend | None:
    """ "اقترحت روسيا تشكيل تحالف", "طلب من جنوده اقتحام المقر": a new verbal noun that is the verb's own object."""
    tokens, at = clause.words, clause.trigger
    word = tokens[at]
    if word.definite or word.conjunction or not any(a.derived == "masdar" for a in word.analyses):
        return None
    last = tokens[at - 1] if at > clause.sentence.first else None
    if last is None or (last.pos == "noun" and not last.definite and not last.preposition):
        return None  # "عملية تحرير المدينة": its own construct
    for j in clause.reach_back(at, WISH):
        other = tokens[j]
        if other.kind != "word" or other.stem_key in APART or other.stem_key in (THAT, "في"):
            return None
        if other.pos == "verb":
            return Bend("planned", j, j + 1) if _wished(other, "-") else None
    return None


def _preposition(clause: Clause) -> tuple[int, str] | None:
    """The preposition that governs the event noun, directly or through the nouns that carry it."""
    tokens = clause.words
    for j in range(clause.trigger, max(clause.sentence.first, clause.trigger - CARRIERS) - 1, -1):
        word = tokens[j]
        if j < clause.trigger and word.stem_key not in URGED and not any(a.derived == "masdar" for a in word.analyses):
            return None
        if word.preposition in PREPOSITIONS:
            before = tokens[j - 1] if j > clause.sentence.first else word
            undertaken = word.preposition == "ب" and before.stem_key in UNDERTAKING and before.preposition != "ل"
            if not undertaken:
                return j, word.preposition
            continue  # "القدرة على القيام بعمليات"
        left = j - 1
        while left > clause.sentence.first and tokens[left].text in QUOTES:
            left -= 1  # "داعية إلى «قتل» الجنود"
        if left >= clause.sentence.first and tokens[left].stem_key in PREPOSITIONS and tokens[left].kind == "word":
            if tokens[left].stem_key != "من" or left == clause.sentence.first or not _measures(tokens[left - 1]):
                return left, tokens[left].stem_key
            measure = tokens[left - 1]  # "دعا إلى شن مزيد من الهجمات"
            own = measure.preposition if measure.preposition in PREPOSITIONS else ""
            return (left - 1, own) if own else _before_measure(clause, left - 1)
        if word.conjunction:
            return None
    return None


def _measures(word: Word) -> bool:
    return word.stem_key.removesuffix("ا") in MEASURES


def _before_measure(clause: Clause, measure: int) -> tuple[int, str] | None:
    """The preposition before "مزيد من", directly or before the noun that carries it ("إلى شن مزيد من")."""
    tokens, first = clause.words, clause.sentence.first
    for j in range(measure - 1, max(first, measure - CARRIERS) - 1, -1):
        word = tokens[j]
        if word.kind == "word" and word.stem_key in PREPOSITIONS:
            return j, word.stem_key
        if word.preposition in PREPOSITIONS:
            return j, word.preposition
        if not any(a.derived == "masdar" for a in word.analyses):
            return None
    return None


@cache
def wishes() -> dict[tuple[str, str], Modality]:
    """What a verb with its preposition makes of the noun behind it: our own list and the control verbs that plan."""
    found: dict[tuple[str, str], Modality] = {
        (lemma, _folded(preposition)): "planned" for lemma, preposition in words()["wishes"]
    }
    for entry in entries():
        if entry.kind == "control" and entry.modality and entry.modality != "asserted":
            for slot in entry.noun:
                found.setdefault((entry.lemma, _folded(slot)), entry.modality)
    return found


def _folded(preposition: str) -> str:
    return preposition.replace("ى", "ي").replace("إ", "ا")
