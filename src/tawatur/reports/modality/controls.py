"""Control verbs before an "أن" clause: what "قرر أن", "حاول أن", "رفض أن" make of the act in it."""

from functools import cache

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import entries
from tawatur.model.reading import Modality

NEARS = ("من",)  # who comes near may come near to a town
REPORT = "تقرير"  # the verbal noun of "to decide", but a text: "ذكر تقرير أن"


@cache
def control_of_clause() -> dict[str, Modality]:
    """Modality by lemma of the control verbs whose complement may be a clause."""
    return {
        e.lemma: e.modality
        for e in entries()
        if e.kind == "control" and "clause" in e.noun and e.modality != "" and e.modality != "asserted"
    }


@cache
def control_of_noun() -> dict[str, Modality]:
    """Modality by lemma of the control verbs whose complement may be a verbal noun."""
    return {
        e.lemma: e.modality
        for e in entries()
        if e.kind == "control" and (e.modality == "possible" or e.modality == "planned") and e.noun != NEARS
    }


@cache
def carrying() -> frozenset[str]:
    """Lemmas of the verbs that carry a verbal noun and leave it as it is ("تمكن من", "بدأ")."""
    told = (e for e in entries() if e.kind in ("control", "aspect") and e.modality in ("", "asserted"))
    return frozenset(e.lemma for e in told)


def attempt(word: Word) -> Modality | None:
    """What a verb makes of the verbal nouns that it governs ("تسعى لجذبها وتدريبها"); None where it asserts them."""
    found = [a for a in word.analyses if a.pos == "verb" and not a.derived and a.person not in ("1", "2")]
    return control_of_noun().get(found[0].lemma) if found else None


def control(word: Word) -> Modality | None:
    """What a verb or its verbal noun makes of the clause that it governs; None where it is no control verb."""
    if word.stem_key == REPORT and word.pos != "verb":
        return None
    table = control_of_clause()
    told = [a for a in word.analyses if a.tense != "imperative"]
    found = told if told_of_ourselves(word) else [a for a in told if a.person not in ("1", "2")]
    return table.get(found[0].verb or found[0].lemma) if found else None


def told_of_ourselves(word: Word) -> bool:
    """ "نريد", "أريد": a verb that can only be of the first person, unlike "أعلن"."""
    told = [a for a in word.analyses if a.tense != "imperative"]
    return bool(told) and all(a.person == "1" and a.pos == "verb" for a in told)
