"""The second of two coordinated acts shares the bend of the first: "سيدرَّب ويموَّل", "هدد بقتلهم وتفجير المبنى"."""

from tawatur.arabic.word import Word
from tawatur.reports.modality.aims import aim, verbal_noun
from tawatur.reports.modality.clause import LINKS, STOPS, THAT, Bend, Clause, present
from tawatur.reports.modality.conditions import any_such, condition
from tawatur.reports.modality.controls import attempt, carrying
from tawatur.reports.modality.frames import CIRCUMSTANCES
from tawatur.reports.modality.guesses import embedded, future, governed_noun, guess
from tawatur.reports.modality.wishes import wish
from tawatur.reports.modality.words import match

CLOSE = 4  # words between two coordinated aims
AGAIN = 26  # words back within which the wish stands that a repeated preposition takes up
NEAR = 4  # words before a joined verb within which its condition opens
COORDINATES = 14  # words back within which the head of a coordination stands
ABOUT = frozenset({"مما", "عما", "ما"})  # "للتأكد مما حدث"
JOINING = frozenset({"او", "ثم", "و"})
OF_NOUNS = (governed_noun, any_such, wish, aim)
OF_VERBS = (future, guess, embedded)


def coordinated(clause: Clause) -> Bend | None:
    """The bend of the act that this one is joined to by "و", "أو" or "ثم"."""
    if (bend := _asked_again(clause) or _as_means(clause)) is not None:
        return bend
    if clause.governed and clause.nominal and clause.verb is not None and _joined_at(clause, clause.verb):
        return _of_verbs(clause, clause.verb)  # "يجب أن يوقف القصف ويعلن التزامه بالهدنة"
    if (carrier := _carrier(clause)) is not None:
        return _of_nouns(Clause(clause.text, clause.first, clause.last, carrier, None))
    if not _joined_at(clause, clause.trigger):
        return None
    return _of_nouns(clause) if clause.nominal else _of_verbs(clause, clause.trigger)


def set_off(clause: Clause) -> Bend | None:
    """ "يحاول التنظيم، بسط سيطرته": a form that may be a verbal noun, set off from the attempt that governs it."""
    tokens, at = clause.words, clause.trigger
    if at - 1 <= clause.sentence.first or tokens[at - 1].text not in ("،", ","):
        return None
    if tokens[at].conjunction or tokens[at].definite or not verbal_noun(tokens[at]):
        return None
    for j in clause.reach_back(at - 1, CLOSE + CLOSE):
        if tokens[j].pos == "verb":
            found = attempt(tokens[j])
            return Bend(found, j, j + 1) if found is not None else None
        if _ends(tokens[j]) or (verbal_noun(tokens[j]) and not tokens[j].definite):
            return None
    return None


def _asked_again(clause: Clause) -> Bend | None:
    """ "يطالبون بانسحاب الحزب الذي … وبالإفراج عن": the preposition told again takes up the wish before it."""
    preposition = _repeated(clause)
    for j in clause.reach_back(clause.trigger, AGAIN) if preposition else ():
        word, before = clause.words[j], clause.words[j - 1]
        if word.text in STOPS:
            return None
        own = word.preposition == preposition and not word.conjunction
        if verbal_noun(word) and (own or (before.stem_key == preposition and not before.conjunction)):
            return wish(Clause(clause.text, clause.first, clause.last, j, None))
    return None


def _repeated(clause: Clause) -> str:
    """The preposition that "و" puts before the act again, or none."""
    word, before = clause.words[clause.trigger], clause.words[clause.trigger - 1]
    if not clause.nominal or clause.trigger == clause.sentence.first:
        return ""
    if word.conjunction == "و" and word.preposition in ("ب", "ل"):
        return word.preposition
    apart = before.kind == "word" and before.conjunction == "و" and before.stem_key in ("الي", "علي", "عن")
    return before.stem_key if apart else ""


def _carrier(clause: Clause) -> int | None:
    """ "يحاولون التجمع وتنفيذ هجمات": the joined verbal noun that carries the act."""
    before = clause.trigger - 1
    if not clause.nominal or before < clause.sentence.first or clause.words[clause.trigger].prefixes:
        return None
    joined = verbal_noun(clause.words[before]) and clause.words[before].conjunction == "و"
    return before if joined and not match("about", clause.words, before) else None


def _as_means(clause: Clause) -> Bend | None:
    """ "دعا إلى التأكد من ذلك بالاتصال بالحكومة": the means of what is only asked for."""
    word = clause.words[clause.trigger]
    if not clause.nominal or word.preposition != "ب" or word.conjunction or "ال" not in word.prefixes:
        return None
    for j in clause.reach_back(clause.trigger, CLOSE + CLOSE):
        other, before = clause.words[j], clause.words[j - 1]
        if _ends(other) or (other.pos == "verb" and before.key not in ABOUT):
            return None
        own = other.preposition == "ل" or (before.stem_key in ("الي", "علي") and before.kind == "word")
        if verbal_noun(other) and own and other.pos != "verb":
            head = Clause(clause.text, clause.first, clause.last, j, None)
            return next((b for rule in (wish, aim) if (b := rule(head)) is not None), None)
    return None


def _carries_on(clause: Clause, verb: int) -> bool:
    """ "ستتمكن من تحرير المدينة وطرد المسلحين": a verb to come that carries the acts, no time of its own between."""
    word, between = clause.words[verb], clause.words[verb + 1 : clause.trigger]
    carries = {a.lemma for a in word.analyses if a.pos == "verb"} & carrying()
    return word.future and bool(carries) and not any(w.stem_key in CIRCUMSTANCES for w in between)


def _joined_at(clause: Clause, index: int) -> bool:
    before = index - 1
    if clause.words[index].conjunction == "و":
        return True
    return before >= clause.sentence.first and clause.words[before].stem_key in JOINING


def _of_nouns(clause: Clause) -> Bend | None:
    """Every verbal noun before it may be its head; the verb that governs them ends the search."""
    for j in clause.reach_back(clause.trigger, COORDINATES):
        word = clause.words[j]
        if _ends(word):
            return None
        if word.pos == "verb":
            if clause.words[j - 1].pos == "relative":
                return None
            found = attempt(word) or ("planned" if _carries_on(clause, j) else None)
            return Bend(found, j, j + 1) if found is not None else None
        if verbal_noun(word):
            head = Clause(clause.text, clause.first, clause.last, j, None)
            rules = OF_NOUNS if clause.trigger - j <= CLOSE else OF_NOUNS[:3]
            if (bend := next((b for rule in rules if (b := rule(head)) is not None), None)) is not None:
                return bend
    return None


def _of_verbs(clause: Clause, verb: int) -> Bend | None:
    """Two imperfects share their future or their "أن"; a past stands alone."""
    word = clause.words[verb]
    if word.future or not _imperfect(word):
        return None if word.future else _of_condition(clause, verb)
    return _of_imperfects(clause, verb) or _subjunctive(word)


def _of_condition(clause: Clause, verb: int) -> Bend | None:
    """ "إذا لم يسبب قلقا وقام بقطع علاقاته": a past joined to the verb of a condition is one more."""
    for j in clause.reach_back(verb, COORDINATES):
        if _ends(clause.words[j]):
            return None
        if clause.words[j].pos == "verb":
            return condition(Clause(clause.text, j - NEAR, clause.last, j, None))
    return None


def _subjunctive(word: Word) -> Bend | None:
    """ "ليزوروهم ويتحاوروا معهم": an imperfect without its final "ن" is under something that wants it done."""
    ends = word.text.endswith("وا") and present(word)
    return Bend("planned", word.index, word.index + 1) if ends else None


def _of_imperfects(clause: Clause, verb: int) -> Bend | None:
    """The bend of the imperfect that an imperfect is joined to."""
    word = clause.words[verb]
    for j in clause.reach_back(verb, COORDINATES):
        other = clause.words[j]
        if _ends(other):
            return None
        if other.pos == "verb":
            if other.future:
                return Bend("planned", j, j + 1)
            if not present(other) or (not present(word) and not _alike(word, other)):
                return None
            if (bend := condition(Clause(clause.text, j - NEAR, clause.last, j, None))) is not None:
                return bend
            head = Clause(clause.text, clause.sentence.first, clause.last, j, None)
            return next((b for rule in OF_VERBS if (b := rule(head)) is not None), None)
    return None


def _imperfect(word: Word) -> bool:
    return any(a.tense == "present" for a in word.analyses if a.pos == "verb" and not a.derived)


def _alike(word: Word, other: Word) -> bool:
    """ "أن تنسحب وتسلم سلاحها": what may be a past is an imperfect beside one of the same person."""
    return word.stem_key[:1] == other.stem_key[:1]


def _ends(word: Word) -> bool:
    return word.text in STOPS or word.stem_key in LINKS or word.stem_key == THAT
