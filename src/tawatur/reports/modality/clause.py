"""What the words of a clause around a trigger say of its modality: tense, negation, aim, guess, condition."""

from typing import NamedTuple

from tawatur.arabic.word import Text, Word
from tawatur.model.reading import Modality
from tawatur.reports.modality.controls import attempt, control
from tawatur.reports.modality.words import lemmas_of, match, words

CONDITION = 25  # words before an act within which its condition stands
NEAR = 4  # words before an event noun within which a plan, guess or absence bends it
AIM = 18  # words back within which the verb stands that an aim belongs to
ADJUNCTS = frozenset(
    {
        "بعد",
        "قبل",
        "عقب",
        "اثر",
        "منذ",
        "خلال",
        "اثناء",
        "غداه",
        "عشيه",
        "بسبب",
        "نتيجه",
        "جراء",
        "رغم",
        "خلفيه",
        "ردا",
        "لدي",
        "وسط",
        "حول",
        "بشان",
    }
)
LINKS = frozenset(
    {"الذي", "التي", "الذين", "اللذين", "اللتين", "حيث", "اذ", "فيما", "بينما", "عندما", "حين", "لان"}
)
STOPS = frozenset({".", "؛", ":", "؟", "!", "?"})
THAT = "ان"
COORDINATES = 12  # words back within which the head of a coordination stands


class Bend(NamedTuple):
    """A modality, the words that cause it, and whether the act is only imagined."""

    modality: Modality
    first: int
    last: int
    imagined: bool = False


class Clause:
    """The clause of one trigger, with the verb that carries the trigger."""

    def __init__(self, text: Text, first: int, last: int, trigger: int, governor: int | None) -> None:
        self.text, self.words, self.trigger = text, text.words, trigger
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
            if (
                word.text in STOPS
                or word.stem_key in LINKS
                or word.stem_key in ADJUNCTS
                or word.text in ("،", ",")
                or word.stem_key == THAT
            ):
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
    """ "إذا", "لو", "في حال" before the act, in its clause or in the condition that it is the consequence of."""
    tokens = clause.words
    for j in range(clause.trigger - 1, max(clause.sentence.first, clause.trigger - CONDITION) - 1, -1):
        if tokens[j].text in STOPS:
            return None
        width = match("conditions", tokens, j)
        if (
            not width
            or (tokens[j].stem_key == "حال"
            and tokens[j - 1].stem_key != "في")
            or tokens[j - 1].stem_key in ("عما", "فيما", "حتي")
        ):
            continue
        near = j >= clause.first - 3
        if near or any(
            tokens[k].conjunction == "ف" or tokens[k].future for k in range(j + 2, clause.trigger + 1)
        ):
            return Bend("possible", j, j + width, True)
    return None


def negation(clause: Clause) -> Bend | None:
    """ "لم يقصف", "لم يشن هجوما", "ليس هناك", "دون قصف": the act is said not to have happened."""
    found = _negated_verb(clause) or _absence(clause) or _groundless(clause)
    return found


def _negated_verb(clause: Clause) -> Bend | None:
    verb, tokens = clause.verb, clause.words
    if verb is None:
        return None
    if clause.nominal and not clause.governed and (clause.definite or tokens[clause.trigger].preposition):
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
    if not clause.nominal:
        return None
    trigger, tokens = clause.trigger, clause.words
    for j in clause.reach_back(trigger, 2):
        if tokens[j].kind == "punctuation":
            return None
        if j == trigger - 1 or (tokens[j + 1].pos == "noun" and j == trigger - 2 and tokens[j].key == "عدم"):
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
    """ "سيقصف", "سوف يشن", "سيؤدي إلى زيادة التنسيق"."""
    verb, tokens = clause.verb, clause.words
    if verb is None or (clause.nominal and not clause.governed and clause.definite):
        return None
    if tokens[verb].future:
        return Bend("planned", verb, verb + 1)
    if verb > clause.sentence.first and tokens[verb - 1].stem_key == "سوف":
        return Bend("planned", verb - 1, verb + 1)
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
        if before.stem_key == "قد" and not before.preposition and _present(tokens[verb]):
            return Bend("possible", verb - 1, verb + 1)
    for j in clause.reach_back(clause.trigger, 6):
        if tokens[j].text in STOPS:
            return None
        if (
            tokens[j].stem_key in ("ربما", "لعل")
            or (tokens[j].stem_key in ("كي", "لكي")
            and tokens[j + 1].key == "لا")
        ):
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
        if word.text in STOPS or word.stem_key in LINKS or (word.text in ("،", ",") and clause.nominal):
            return None
        for name, modality in (("plans", "planned"), ("guesses", "possible")):
            width = match(name, tokens, j)
            if width and j + width <= trigger and _governs(tokens, j + width, trigger):
                return Bend(modality, j, j + width)  # type: ignore[arg-type]
        if word.pos == "verb" and clause.nominal:
            return None
    return None


def _governs(tokens: tuple[Word, ...], start: int, trigger: int) -> bool:
    """Whether nothing between a noun and the trigger breaks the construct: no conjunction, no other clause."""
    return (
        all(
            not tokens[k].conjunction and tokens[k].kind == "word" and tokens[k].stem_key not in ADJUNCTS
            for k in range(start, trigger)
        )
        and not tokens[trigger].conjunction
    )


def aim(clause: Clause) -> Bend | None:
    """ "توجهت للمشاركة", "حشد قواته لاقتحام": what motion, sending or preparation is for; other datives are facts."""
    tokens, trigger = clause.words, clause.trigger
    at = next(
        (
            j
            for j in range(trigger, max(clause.sentence.first, trigger - 3) - 1, -1)
            if tokens[j].preposition == "ل"
            and (j == trigger or _verbal_noun(tokens[j]))
            and not any(tokens[k].conjunction for k in range(j + 1, trigger + 1))
        ),
        None,
    )
    if at is None:
        return None
    before = at - 1
    if before >= clause.sentence.first and (
        (tokens[before].stem_key,) in words()["datives"] or _dative(tokens[before])
    ):
        return None
    while (
        before > clause.sentence.first
        and tokens[before].kind == "punctuation"
        and tokens[before].text not in STOPS
    ):
        before -= 1
    for j in range(before, max(clause.sentence.first, before - 3) - 1, -1):
        if _purpose_noun(tokens[j]) and not _prepositional(tokens, j, at):
            return Bend("planned", at, at + 1)
    return _aim_of_verb(clause, at)


def _purpose_noun(word: Word) -> bool:
    return word.pos != "verb" and (
        (word.stem_key,) in words()["purpose_nouns"]
        or (word.stem_key.removesuffix("ا"),) in words()["purpose_nouns"]
    )


def _dative(word: Word) -> bool:
    """Whether a verb or noun takes a dative that is no aim ("تعرضت لقصف")."""
    return any((lemma,) in words()["datives"] for lemma in lemmas_of(word))


def _prepositional(tokens: tuple[Word, ...], noun: int, at: int) -> bool:
    """Whether another verb or preposition stands between a noun and the dative."""
    return any(tokens[k].pos in ("verb", "preposition") or tokens[k].preposition for k in range(noun + 1, at))


def _aim_of_verb(clause: Clause, at: int) -> Bend | None:
    """The verb of motion, sending or preparation before a dative, verbs of relative clauses stepped over."""
    tokens = clause.words
    for j in clause.reach_back(at, AIM):
        word = tokens[j]
        if word.text in STOPS - {"؛"} or word.stem_key in LINKS - {"الذي", "التي", "الذين"}:
            return None
        if _purpose_noun(word) and all(
            tokens[k].preposition == "ل" or tokens[k].pos != "noun" or k == j for k in range(at - 1, at)
        ):
            return Bend("planned", at, at + 1)
        if _dative(word):
            return None
        if lemmas_of(word) & _lemmas("purpose_verbs") and (
            word.pos == "verb" or _verbal_noun(word) or any(a.derived for a in word.analyses)
        ):
            return Bend("planned", at, at + 1)
        if (
            word.pos == "verb"
            and word.stem_key not in ("كان", "كانت", "كانوا")
            and tokens[j - 1].pos != "relative"
        ):
            return None
    return None


def coordinated(clause: Clause) -> Bend | None:
    """The second of two coordinated acts shares the plan, attempt or future of the first ("سيدرَّب ويموَّل", "لدعمها وتدريبها")."""
    tokens, trigger = clause.words, clause.trigger
    if tokens[trigger].conjunction != "و":
        return None
    for j in clause.reach_back(trigger, COORDINATES):
        word = tokens[j]
        if word.text in STOPS or word.stem_key in LINKS or word.stem_key == THAT:
            return None
        if not clause.nominal and word.pos == "verb":
            same = not tokens[trigger].future and _present(tokens[trigger])
            return Bend("planned", j, j + 1) if word.future and same else None
        if clause.nominal and word.pos == "verb":
            found = attempt(word)
            return Bend(found, j, j + 1) if found is not None else None
        if (
            clause.nominal
            and trigger - j <= NEAR
            and _verbal_noun(word)
            and word.preposition == "ل"
            and not word.conjunction
        ):
            return aim(Clause(clause.text, clause.first, clause.last, j, None))
    return None


def _verbal_noun(word: Word) -> bool:
    return any(a.derived == "masdar" for a in word.analyses)


def _bare(word: Word) -> str:
    return word.key[1:] if word.conjunction else word.key


def embedded(clause: Clause) -> Bend | None:
    """The verb or phrase before the "أن" that opens the clause: "قرر أن", "يمكن أن", "من المقرر أن"."""
    tokens = clause.words
    head = clause.verb if clause.verb is not None and clause.verb <= clause.trigger else clause.trigger
    at = next(
        (
            j
            for j in range(head - 1, max(clause.sentence.first, head - 4) - 1, -1)
            if tokens[j].stem_key == THAT
        ),
        None,
    )
    if at is None or at == clause.sentence.first:
        return None
    for j in range(at - 1, max(clause.sentence.first, at - 5) - 1, -1):
        word = tokens[j]
        if word.text in STOPS or word.text in ("،", ","):
            return None
        denied = j > clause.sentence.first and (_bare(tokens[j - 1]),) in words()["negations"]
        for name, modality in (("plans", "planned"), ("guesses", "possible")):
            if (width := match(name, tokens, j)) and j + width >= at - 3:
                return Bend(
                    "denied" if denied and word.stem_key.startswith("يمكن") else modality, j, at, False
                )  # type: ignore[arg-type]
        if denied and lemmas_of(word) & {"عنى"}:
            return Bend("denied", j - 1, at)  # "لا يعني أننا منحنا"
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
