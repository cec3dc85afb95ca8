"""What may happen, or is to: futures, "قد", "ربما", nouns and verbs that plan or guess."""

from tawatur.arabic.word import Word
from tawatur.model.reading import Modality
from tawatur.reports.modality.clause import (
    ADJUNCTS,
    LINKS,
    STOPS,
    THAT,
    Bend,
    Clause,
    bare,
    has_lemma,
    present,
)
from tawatur.reports.modality.controls import control, told_of_ourselves
from tawatur.reports.modality.prayers import blessed, prayed
from tawatur.reports.modality.wishes import wishes
from tawatur.reports.modality.words import lemmas_of, match, words

CONDITION = 25  # words before an act within which its condition stands
DUTY = 8  # words between "على" and the "أن" of a duty
OPENERS = frozenset({"ان", "لكن", "بل", "قال", "قالت", "انه", "انها"})
WAS = frozenset({"كان", "كانت", "يكون", "تكون"})
NEEDING = frozenset(
    {"احتاج", "أراد", "وجب", "لزم", "تعين", "انبغى", "انتظر", "استعد", "خطط", "خطّط", "اعتزم", "سعى", "تطلب"}
)
PURPOSES = frozenset({"حتي", "كي", "لكي"})
MAYBE = frozenset({"ربما", "لعل", "كي", "لكي"})
NO_LONGER = frozenset({"يعد", "تعد"})
QUOTES = frozenset('«»"“”')
DESCRIBED = 4  # words behind an event noun within which its relative clause has its verb
OCCURRING = frozenset({"تم", "جرى", "بدأ", "عقد", "انعقد", "انطلق", "حدث"})
SOON = 10  # words behind a verb within which "غدا" stands
NEAR = 8  # words before an event noun within which a plan or guess bends it
BENDS: tuple[tuple[str, Modality], ...] = (("plans", "planned"), ("guesses", "possible"))
BREAKING = ADJUNCTS | {THAT}
BEFORE_DUTY = OPENERS | WAS


def future(clause: Clause) -> Bend | None:
    """ "سيقصف", "سوف يشن", "سيفضي إلى توسيع التعاون"."""
    verb, tokens = clause.verb, clause.words
    if clause.nominal and (ahead := _foretold(clause)) is not None:
        return Bend("planned", ahead, ahead + 1)
    if verb is None or (clause.nominal and not clause.governed and clause.definite):
        return None
    if tokens[verb].future:
        return Bend("planned", verb, verb + 1)
    if verb > clause.sentence.first and tokens[verb - 1].stem_key in PURPOSES and present(tokens[verb]):
        return Bend("planned", verb - 1, verb + 1)
    if verb > clause.sentence.first and tokens[verb - 1].stem_key == "سوف":
        return Bend("planned", verb - 1, verb + 1)
    if present(tokens[verb]) and not tokens[verb].conjunction and (day := _tomorrow(clause, verb)) is not None:
        return Bend("planned", day, day + 1)
    return None


def _foretold(clause: Clause) -> int | None:
    """ "اللقاء الذي سيعقد", "زيارة سيقوم بها", "الهجوم سيبدأ": the verb said of the act tells that it is to come."""
    tokens, described = clause.words, False
    reach = DESCRIBED * 2 if _of_operation(clause) else DESCRIBED
    for j in range(clause.trigger + 1, min(clause.sentence.last, clause.trigger + reach)):
        word = tokens[j]
        described = described or word.pos == "relative"
        if word.future:
            resumes = bool(word.enclitic) or (j + 1 < clause.sentence.last and bool(tokens[j + 1].enclitic))
            told = described or (not clause.definite and resumes) or bool(lemmas_of(word) & OCCURRING)
            return j if told or _of_operation(clause) else None
        if word.pos not in ("relative", "adjective", "noun", "name", "") or word.kind != "word":
            return None
    return None


def _of_operation(clause: Clause) -> bool:
    """ "عملية استعادة المدينة ستحسم قريبا": what is said of the operation is said of its aim."""
    return clause.trigger > 0 and clause.words[clause.trigger - 1].stem_key in ("عمليه", "معركه", "حمله")


def _tomorrow(clause: Clause, verb: int) -> int | None:
    """ "يبدأ الوزير غدا جولة": the day after tells that an imperfect is to come."""
    for j in range(verb + 1, min(clause.last, verb + SOON)):
        word = clause.words[j]
        if word.text in STOPS or word.stem_key in LINKS or word.pos == "verb":
            return None
        if word.key == "غدا" or (word.key == "غد" and clause.words[j - 1].stem_key == "بعد"):
            return j
    return None


def guess(clause: Clause) -> Bend | None:
    """ "قد يقصف", "ربما"."""
    verb, tokens = clause.verb, clause.words
    if (
        verb is not None
        and verb > clause.sentence.first
        and not (clause.nominal and not clause.governed and clause.definite)
    ):
        before = tokens[verb - 1]
        if before.stem_key == "قد" and not before.preposition and present(tokens[verb]):
            return Bend("possible", verb - 1, verb + 1)
    if clause.stems.isdisjoint(MAYBE):
        return None
    for j in clause.reach_back(clause.trigger, 6):
        if tokens[j].text in STOPS:
            return None
        if tokens[j].stem_key in ("ربما", "لعل") or (tokens[j].stem_key in ("كي", "لكي") and tokens[j + 1].key == "لا"):
            return Bend("possible", j, j + 1)
    return None


def governed_noun(clause: Clause) -> Bend | None:
    """Words that bend the event noun they govern: "احتمال شن هجوم", "استعدادا لاقتحام", "نية القوات مهاجمة"."""
    tokens, trigger = clause.words, clause.trigger
    opened = [j for name, _ in BENDS for j in clause.openings_before(name, trigger, NEAR)]
    for j in range(trigger - 1, min(opened) - 1, -1) if opened else ():
        word = tokens[j]
        if word.text in STOPS or word.stem_key in LINKS or (word.text in ("،", ",") and clause.nominal):
            return None
        for name, modality in BENDS if j in opened else ():
            width = match(name, tokens, j)
            reaches = j + width <= trigger if clause.nominal else j + width == trigger
            if width and reaches and _governs(tokens, j + width, trigger):
                return Bend(modality, j, j + width)
        if word.pos == "verb" and clause.nominal:
            return None
    return None


def _governs(tokens: tuple[Word, ...], start: int, trigger: int) -> bool:
    """Whether nothing between a noun and the trigger breaks the construct: no conjunction, no other clause."""
    if trigger > start and tokens[trigger - 1].stem_key in ("في", "خلال", "عن"):
        return False  # "يتعين حل مسائل في المحادثات"
    return (
        all(
            not tokens[k].conjunction
            and (tokens[k].kind == "word" or tokens[k].text in QUOTES)
            and tokens[k].stem_key not in BREAKING
            for k in range(start, trigger)
        )
        and not tokens[trigger].conjunction
    )


def embedded(clause: Clause) -> Bend | None:
    """The verb or phrase before the "أن" that opens the clause: "قرر أن", "يمكن أن", "من المقرر أن"."""
    if THAT not in clause.stems:
        return None
    tokens = clause.words
    head = clause.verb if clause.verb is not None and clause.verb <= clause.trigger else clause.trigger
    at = next(
        (j for j in range(head - 1, max(clause.sentence.first, head - 4) - 1, -1) if tokens[j].stem_key == THAT),
        None,
    )
    if at is not None and tokens[at].preposition == "ل":
        return None  # "لم يكن ممكنا إلا لأن القوات انسحبت"
    if at is None or at == clause.sentence.first or (tokens[at].enclitic and head - at > 1):
        return None  # "طائرات يعتقد أنها روسية قصفت": the guess is about something else
    if head - at > 1 and tokens[head].conjunction and present(tokens[at + 1]) and not _may_be_present(tokens[head]):
        return None  # "قررت أن تنسحب وسلمت سلاحها": that has been done
    at = _first_that(clause, at)
    if not tokens[at].enclitic and (ahead := _before_it(clause, at) or _only_way(clause, at)) is not None:
        return ahead
    if not tokens[at].enclitic and (duty := _duty(clause, at)) is not None:
        return duty
    if not tokens[at].enclitic and (barred := _not_to(clause, at)) is not None:
        return barred
    if (asked_of_god := prayed(clause, at)) is not None:
        return asked_of_god
    for j in range(at - 1, max(clause.sentence.first, at - 5) - 1, -1):
        word = tokens[j]
        if word.text in STOPS or word.text in ("،", ","):
            return None
        if blessed(tokens, j):
            continue
        denied = j > clause.sentence.first and (bare(tokens[j - 1]),) in words()["negations"]
        for name, modality in BENDS:
            if (width := match(name, tokens, j)) and j + width >= at - 3:
                return Bend("denied" if denied and word.stem_key.startswith("يمكن") else modality, j, at, False)
        if denied and word.stem_key in NO_LONGER:
            return None  # "لم يعد خافيا أن": no verb of promising
        if denied and lemmas_of(word) & {"عنى"}:
            return Bend("denied", j - 1, at)  # "لا يعني أننا سلحنا"
        found = (
            None if tokens[at].text.startswith("إ") else control(word) or _laid_down(clause, word, at)
        )  # "قال لاجئ يدعى محمود إن": no call
        if found is not None and told_of_ourselves(word) and j < at - 1:
            return None  # "نريد التأكد من أن التنظيم يدفع الثمن": what we want is another thing
        if found is not None:
            if denied and found == "possible" and has_lemma(word, "open_when_negated"):
                return Bend("possible", j - 1, at)
            return Bend("denied" if denied and found in ("possible", "planned") else found, j, at)
        if word.pos == "verb":
            return None
    return None


def _may_be_present(word: Word) -> bool:
    return word.pos != "verb" or any(a.tense == "present" for a in word.analyses if a.pos == "verb")


def _only_way(clause: Clause, at: int) -> Bend | None:
    """ "لم يبق سوى طريق، وهو أن تجتمع القوى": what the way, the aim, the best is to do has not been done."""
    tokens = clause.words
    is_it = at > clause.sentence.first and tokens[at - 1].stem_key in ("هو", "هي")
    ahead = at + 1 in (clause.trigger, clause.verb) and present(tokens[at + 1])
    return Bend("planned", at - 1, at + 1) if is_it and ahead and not tokens[at].enclitic else None


def _before_it(clause: Clause, at: int) -> Bend | None:
    """ "تحتاج القوات إلى غطاء قبل أن تتقدم": behind what only is so now, what stands behind "قبل أن" is to come."""
    tokens, first = clause.words, clause.sentence.first
    own = at + 1 in (clause.trigger, clause.verb)
    if own and at - 1 > first and tokens[at - 1].stem_key == "بعد" and present(tokens[at + 1]):
        return Bend("planned", at - 1, at + 1)  # "بعد أن يتم أسره"
    if at - 1 <= first or tokens[at - 1].stem_key != "قبل" or tokens[at - 1].enclitic:
        return None
    needed = any(w.future or lemmas_of(w) & NEEDING for w in tokens[first : at - 1] if present(w))
    told = any(w.pos == "verb" and w.analyses and not present(w) for w in tokens[first : at - 1])
    return Bend("planned", at - 1, at + 1) if needed and not told and present(tokens[at + 1]) else None


def _laid_down(clause: Clause, word: Word, at: int) -> Modality | None:
    """ "ينص على أن تنسحب", "يقضي بأن تفرج", "يشترط أن": what a wish makes of the imperfect right behind its "أن"."""
    tokens = clause.words
    if tokens[at].enclitic or at + 1 >= clause.sentence.last or not present(tokens[at + 1]):
        return None
    apart = tokens[at - 1].pos == "preposition" and not tokens[at - 1].enclitic
    preposition = tokens[at].preposition or (tokens[at - 1].stem_key if apart else "-")
    lemmas = [a.verb or a.lemma for a in word.analyses if a.pos == "verb" or a.derived]
    return next((m for lemma in lemmas if (m := wishes().get((lemma, preposition)))), None)


def _first_that(clause: Clause, at: int) -> int:
    """ "أن تخضع … وأن تسلم": the first of two clauses that one verb governs."""
    if clause.words[at].conjunction != "و":
        return at
    for j in clause.reach_back(at, CONDITION):
        if clause.words[j].text in STOPS:
            break
        if clause.words[j].stem_key == THAT and j > clause.sentence.first:
            return _first_that(clause, j)
    return at


def _not_to(clause: Clause, at: int) -> Bend | None:
    """ "ما كان لواشنطن أن تسلح", "لم يكن للجيش أن يصمد": what was not to be has not been."""
    tokens = clause.words
    for j in clause.reach_back(at, DUTY):
        word = tokens[j]
        if word.kind == "punctuation" or (word.pos == "verb" and word.stem_key not in ("كان", "كانت", "يكن", "تكن")):
            return None
        if word.preposition == "ل" and j - 1 > clause.sentence.first:
            was = tokens[j - 1].stem_key in ("كان", "كانت", "يكن", "تكن") and bare(tokens[j - 2]) in ("ما", "لم")
            return Bend("denied", j - 2, at + 1) if was else None
    return None


def _duty(clause: Clause, at: int) -> Bend | None:
    """ "على الأطراف أن تنسحب": who must is named between "على", which opens the clause, and "أن"."""
    tokens = clause.words
    for j in clause.reach_back(at, DUTY):
        word = tokens[j]
        if word.pos == "verb" or word.kind == "punctuation":
            return None
        if word.stem_key == "علي" and word.kind == "word" and at - j > 1:
            opens = j == clause.sentence.first or tokens[j - 1].kind == "punctuation" or bool(word.conjunction)
            return Bend("planned", j, at + 1) if opens or tokens[j - 1].stem_key in BEFORE_DUTY else None
    return None
