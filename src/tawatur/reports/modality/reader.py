"""The one door of this room: how a clause puts the act that its trigger names."""

import msgspec

from tawatur.arabic.word import Text
from tawatur.model.phrases import Named
from tawatur.model.reading import Modality
from tawatur.model.span import Span
from tawatur.reports.modality.aims import aim, awaited, heading, realised, talked_over
from tawatur.reports.modality.clause import Bend, Clause
from tawatur.reports.modality.conditions import any_such, asked, condition, whoever
from tawatur.reports.modality.coordination import coordinated, set_off
from tawatur.reports.modality.guesses import embedded, future, governed_noun, guess
from tawatur.reports.modality.nearly import almost, awaited_by_name
from tawatur.reports.modality.negation import anyway, foiled, negation
from tawatur.reports.modality.predicates import predicate
from tawatur.reports.modality.single import not_single
from tawatur.reports.modality.wishes import wish

# the first that holds decides; a condition makes even a denial a mere thought
ORDER = (
    condition,
    asked,
    whoever,
    negation,
    future,
    almost,
    awaited_by_name,
    guess,
    embedded,
    foiled,
    governed_noun,
    any_such,
    wish,
    aim,
    heading,
    talked_over,
    awaited,
    predicate,
    coordinated,
    set_off,
)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The modality of an act, whether it is one definite happening, and the words that decided both."""

    modality: Modality = "asserted"
    specific: bool = True
    cues: tuple[Span, ...] = ()


def read_modality(
    text: Text,
    named: Named,
    first: int,
    last: int,
    trigger: int,
    *,
    governor: int | None = None,
    given: Modality | None = None,
    fillers: int = 1,
    kind: bool = True,
    verbal: bool = False,
) -> Judged:
    """How the clause of words `first` to `last` puts the act triggered at word `trigger`.

    `governor` is the word of the light, control or aspect verb that carries the act (its tense and negation count),
    `given` the modality of its lexicon entry; `fillers` the number of roles filled (generic acts have few); `kind`
    whether a noun that nothing dates or places may name a mere kind of act; `verbal` where the trigger is read as a
    verb though it may be a noun ("وجرح أربعة").
    """
    clause = Clause(text, first, last, trigger, governor, verbal=verbal)
    bend = _bend(clause)
    if bend is None and given == "denied" and governor is not None and anyway(text, governor):
        given = "asserted"  # "لم يمنع القوات من قصف"
    same = bend is not None and bend.first == governor and bend.modality == given  # "عدم": one word, not two denials
    modality = bend.modality if bend is not None and same else _with_governor(bend, given)
    if modality == "planned" and realised(clause):
        modality, bend = "asserted", None
    apart = not_single(text, named, clause, fillers, kind=kind)
    cues = [] if bend is None else [text.span(bend.first, bend.last)]
    if governor is not None and given not in (None, "asserted"):
        cues.append(text.words[governor].span)
    if apart is not None:
        cues.append(text.span(*apart))
    return Judged(
        modality=modality,
        specific=apart is None and not (bend is not None and bend.imagined),
        cues=tuple(dict.fromkeys(cues)),
    )


def _bend(clause: Clause) -> Bend | None:
    for rule in ORDER:
        if (found := rule(clause)) is not None:
            return found
    return None


def _with_governor(bend: Bend | None, given: Modality | None) -> Modality:
    """A negated "فشل في" asserts, a negated attempt or plan is a denial; else the clause's own bend wins."""
    if bend is None:
        return given or "asserted"
    if bend.modality == "denied":
        return "asserted" if given == "denied" else "denied"
    if given == "denied":
        return "denied"
    return bend.modality
