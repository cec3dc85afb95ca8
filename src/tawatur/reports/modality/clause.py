"""What the words of a clause around a trigger say of its modality: tense, negation, aim, guess, condition."""

from typing import NamedTuple

from tawatur.arabic.word import Text, Word
from tawatur.model.reading import Modality
from tawatur.reports.modality.controls import control
from tawatur.reports.modality.words import lemmas_of, match, words

NEAR = 4  # words before an event noun within which a plan, guess or absence bends it
AIM = 10  # words back within which the verb stands that an aim belongs to
ADJUNCTS = frozenset({"بعد", "قبل", "عقب", "اثر", "منذ", "خلال", "اثناء", "غداه", "عشيه", "بسبب", "نتيجه", "جراء", "رغم", "خلفيه", "ردا", "لدي", "وسط", "حول", "بشان"})
LINKS = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "حيث", "اذ", "فيما", "بينما", "عندما", "حين", "لان"})
STOPS = frozenset({".", "؛", ":", "؟", "!", "?"})
THAT = "ان"
CLAUSE_NEGATIONS = frozenset({"لم", "لن", "لا", "ما", "ليس", "ليست", "ليسوا", "لسنا"})


class Bend(NamedTuple):
    """A modality, the words that cause it, and whether the act is only imagined."""

    modality: Modality
    first: int
    last: int
    imagined: bool = False


class Clause:
    """The clause of one trigger, with the verb that carries the trigger."""

    def __init__(self, text: Text, first: int, last: int, trigger: int, governor: int | None) -> None:
        self.words, self.trigger = text.words, trigger
        self.sentence = text.sentence_of(trigger)
        self.first, self.last = max(first, self.sentence.first), min(last, self.sentence.last)
        self.nominal = self.words[trigger].pos != "verb"
        self.verb = governor if governor is not None else self._verb()
        self.governed = governor is not None

    def _verb(self) -> int | None:
        """The finite verb that carries the trigger: itself, or the nearest on its left if no adjunct stands between."""
        if not self.nominal:
            return self.trigger
        for j in range(self.trigger - 1, max(self.first, self.trigger - 12) - 1, -1):
            word = self.words[j]
            if word.text in STOPS or word.stem_key in LINKS or word.stem_key in ADJUNCTS or word.text in ("،", ",") or word.stem_key == THAT:
                return None
            if word.pos == "verb":
                return j
        return None

    @property
    def definite(self) -> bool:
        """Whether the trigger is a noun with the article: it takes up what was told."""
        return self.nominal and "ال" in self.words[self.trigger].prefixes

    def reach_back(self, index: int, width: int) -> range:
        """The words before `index`, nearest first, up to a stop or link."""
        low = max(self.sentence.first, index - width)
        return range(index - 1, low - 1, -1)


def condition(clause: Clause) -> Bend | None:
    """"إذا", "لو", "في حال" before the act, in its clause or right before it."""
    start = max(clause.sentence.first, clause.first - 3)
    for j in range(start, clause.trigger):
        if width := match("conditions", clause.words, j):
            if clause.words[j].stem_key == "حال" and (j == 0 or clause.words[j - 1].stem_key != "في"):
                continue
            if any(clause.words[k].text in STOPS for k in range(j, clause.trigger)):
                continue
            if clause.words[j].key == "ما" or (j > 0 and clause.words[j - 1].stem_key in ("عما", "فيما")):
                continue
            return Bend("possible", j, j + width, True)
    return None


def negation(clause: Clause) -> Bend | None:
    """"لم يقصف", "لم يشن هجوما", "ليس هناك", "دون قصف": the act is said not to have happened."""
    found = _negated_verb(clause) or _absence(clause) or _groundless(clause)
    return found


def _negated_verb(clause: Clause) -> Bend | None:
    verb, tokens = clause.verb, clause.words
    if verb is None:
        return None
    if clause.nominal and not clause.governed and (clause.definite or tokens[clause.trigger].preposition):
        return None
    at = _negator(tokens, verb, clause.sentence.first)
    if at is None or _excepted(clause, verb):
        return None
    if lemmas_of(tokens[verb]) & _lemmas("open_when_negated"):
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
    if bare in CLAUSE_NEGATIONS and not match("no_negation", tokens, before):
        if bare != "ما" or any(a.tense == "past" for a in tokens[verb].analyses) and before > first and tokens[before - 1].kind == "punctuation":
            return before
    if word.stem_key == THAT and before > first and tokens[before - 1].stem_key in ("دون", "بدون", "غير") and not word.enclitic:
        return before - 1
    return None


def _excepted(clause: Clause, verb: int) -> bool:
    stop = min(clause.sentence.last, verb + 12)
    return any(match("exceptive", clause.words, j) and clause.words[j + 1 if j + 1 < stop else j].stem_key != THAT
               for j in range(verb + 1, stop))


def _absence(clause: Clause) -> Bend | None:
    if not clause.nominal:
        return None
    trigger, tokens = clause.trigger, clause.words
    for j in clause.reach_back(trigger, 2):
        if tokens[j].kind == "punctuation":
            return None
        if j == trigger - 1 or tokens[j + 1].pos == "noun" and j == trigger - 2 and tokens[j].key == "عدم":
            if (width := match("absence", tokens, j)) and j + width >= trigger - 1:
                if tokens[j].key.endswith("لا") and (clause.definite or match("no_negation", tokens, j)):
                    return None
                return Bend("denied", j, trigger)
    return None


def _groundless(clause: Clause) -> Bend | None:
    for j in range(clause.first, clause.trigger):
        if width := match("groundless", clause.words, j):
            return Bend("denied", j, j + width)
    return None


def future(clause: Clause) -> Bend | None:
    """"سيقصف", "سوف يشن", "سيؤدي إلى زيادة التنسيق"."""
    verb, tokens = clause.verb, clause.words
    if verb is None or clause.nominal and not clause.governed and clause.definite:
        return None
    if tokens[verb].future:
        return Bend("planned", verb, verb + 1)
    if verb > clause.sentence.first and tokens[verb - 1].stem_key == "سوف":
        return Bend("planned", verb - 1, verb + 1)
    return None


def guess(clause: Clause) -> Bend | None:
    """"قد يقصف", "ربما"."""
    verb, tokens = clause.verb, clause.words
    if verb is not None and verb > clause.sentence.first and not (clause.nominal and not clause.governed and clause.definite):
        before = tokens[verb - 1]
        if before.stem_key == "قد" and not before.preposition and _present(tokens[verb]):
            return Bend("possible", verb - 1, verb + 1)
    for j in clause.reach_back(clause.trigger, 6):
        if tokens[j].text in STOPS:
            return None
        if tokens[j].stem_key in ("ربما", "لعل"):
            return Bend("possible", j, j + 1)
    return None


def _present(word: Word) -> bool:
    """Whether a verb can only be imperfect: "وقد تكبد" is a past."""
    tenses = {a.tense for a in word.analyses if a.pos == "verb" and not a.derived and a.tense != "imperative"}
    return tenses == {"present"}


def governed_noun(clause: Clause) -> Bend | None:
    """Words that bend the event noun they govern: "احتمال شن هجوم", "استعدادا لاقتحام", "نية القوات مهاجمة"."""
    tokens, trigger = clause.words, clause.trigger
    for j in clause.reach_back(trigger, NEAR):
        word = tokens[j]
        if word.text in STOPS or word.stem_key in LINKS or (word.text in ("،", ",") or word.pos == "verb") and clause.nominal:
            return None
        for name, modality in (("plans", "planned"), ("guesses", "possible")):
            width = match(name, tokens, j)
            if width and j + width <= trigger and _governs(tokens, j + width, trigger):
                return Bend(modality, j, j + width)  # type: ignore[arg-type]
    return None


def _governs(tokens: tuple[Word, ...], start: int, trigger: int) -> bool:
    """Whether nothing between a noun and the trigger breaks the construct: no conjunction, no other clause."""
    return all(not tokens[k].conjunction and tokens[k].kind == "word" and tokens[k].stem_key not in ADJUNCTS for k in range(start, trigger)) \
        and not tokens[trigger].conjunction


def aim(clause: Clause) -> Bend | None:
    """"توجهت للمشاركة", "حشد قواته لاقتحام": what motion, sending or preparation is for; other datives are facts."""
    tokens, trigger = clause.words, clause.trigger
    at = next((j for j in range(trigger, max(clause.sentence.first, trigger - 3) - 1, -1) if tokens[j].preposition == "ل"
               and not tokens[j].definite and (j == trigger or _verbal_noun(tokens[j]))), None)
    if at is None:
        return None
    for j in clause.reach_back(at, AIM):
        if tokens[j].text in STOPS - {"؛"} or tokens[j].stem_key in LINKS - {"الذي", "التي", "الذين"}:
            return None
        if lemmas_of(tokens[j]) & _lemmas("purpose_verbs") and (tokens[j].pos == "verb" or _verbal_noun(tokens[j])):
            return Bend("planned", at, at + 1)
        if tokens[j].pos == "verb" and tokens[j].stem_key not in ("كان", "كانت", "كانوا"):
            return None
    return None


def _verbal_noun(word: Word) -> bool:
    return any(a.derived == "masdar" for a in word.analyses)


def embedded(clause: Clause) -> Bend | None:
    """The verb or phrase before the "أن" that opens the clause: "قرر أن", "يمكن أن", "من المقرر أن"."""
    tokens = clause.words
    head = clause.verb if clause.verb is not None and clause.verb <= clause.trigger else clause.trigger
    at = next((j for j in range(head - 1, max(clause.sentence.first, head - 4) - 1, -1)
               if tokens[j].stem_key == THAT and not tokens[j].enclitic), None)
    if at is None or at == clause.sentence.first:
        return None
    for j in range(at - 1, max(clause.sentence.first, at - 5) - 1, -1):
        word = tokens[j]
        if word.text in STOPS or word.text in ("،", ","):
            return None
        denied = j > clause.sentence.first and tokens[j - 1].key in CLAUSE_NEGATIONS
        for name, modality in (("plans", "planned"), ("guesses", "possible")):
            if (width := match(name, tokens, j)) and j + width >= at - 3:
                return Bend("denied" if denied and word.stem_key.startswith("يمكن") else modality, j, at, False)  # type: ignore[arg-type]
        found = control(word)
        if found is not None:
            if denied and found == "possible" and lemmas_of(word) & _lemmas("open_when_negated"):
                return Bend("possible", j - 1, at)
            return Bend("denied" if denied and found in ("possible", "planned") else found, j, at)
        if word.pos == "verb":
            return None
    return None


def _lemmas(name: str) -> frozenset[str]:
    return frozenset(entry[0] for entry in words()[name])
