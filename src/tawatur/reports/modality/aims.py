"""What motion, sending or preparation is for ("توجهت للمشاركة"); other datives are facts ("تعرض لقصف")."""

from tawatur.arabic.word import Word
from tawatur.reports.modality.clause import LINKS, STOPS, THAT, Bend, Clause, has_lemma, present
from tawatur.reports.modality.controls import attempt
from tawatur.reports.modality.words import words

AIM = 18  # words back within which the verb stands that an aim belongs to
COORDINATES = 12  # words back within which the head of a coordination stands
CLOSE = 4  # words between two coordinated datives


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
    while before > clause.sentence.first and tokens[before].kind == "punctuation" and tokens[before].text not in STOPS:
        before -= 1
    for j in range(before, max(clause.sentence.first, before - 3) - 1, -1):
        if _purpose_noun(tokens[j]) and not _prepositional(tokens, j, at):
            return Bend("planned", at, at + 1)
    return _aim_of_verb(clause, at)


def _purpose_noun(word: Word) -> bool:
    return word.pos != "verb" and (
        (word.stem_key,) in words()["purpose_nouns"] or (word.stem_key.removesuffix("ا"),) in words()["purpose_nouns"]
    )


def _dative(word: Word) -> bool:
    """Whether a verb or noun takes a dative that is no aim ("تعرضت لقصف")."""
    return has_lemma(word, "datives")


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
        if has_lemma(word, "purpose_verbs") and (
            word.pos == "verb" or _verbal_noun(word) or any(a.derived for a in word.analyses)
        ):
            return Bend("planned", at, at + 1)
        if word.pos == "verb" and word.stem_key not in ("كان", "كانت", "كانوا") and tokens[j - 1].pos != "relative":
            return None
    return None


def coordinated(clause: Clause) -> Bend | None:
    """The second of two coordinated acts shares the bend of the first ("سيدرَّب ويموَّل", "تسعى لدعمها وتدريبها")."""
    tokens, trigger = clause.words, clause.trigger
    if tokens[trigger].conjunction != "و":
        return None
    for j in clause.reach_back(trigger, COORDINATES):
        word = tokens[j]
        if word.text in STOPS or word.stem_key in LINKS or word.stem_key == THAT:
            return None
        if not clause.nominal and word.pos == "verb":
            same = not tokens[trigger].future and present(tokens[trigger])
            return Bend("planned", j, j + 1) if word.future and same else None
        if clause.nominal and word.pos == "verb":
            found = attempt(word)
            return Bend(found, j, j + 1) if found is not None else None
        if (
            clause.nominal
            and trigger - j <= CLOSE
            and _verbal_noun(word)
            and word.preposition == "ل"
            and not word.conjunction
        ):
            return aim(Clause(clause.text, clause.first, clause.last, j, None))
    return None


def _verbal_noun(word: Word) -> bool:
    return any(a.derived == "masdar" for a in word.analyses)
