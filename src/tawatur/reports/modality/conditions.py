"""What is only thought of: conditions, questions with "هل", what is promised to whoever does it, any such act."""

from tawatur.arabic.word import Word
from tawatur.reports.modality.clause import STOPS, THAT, Bend, Clause, present
from tawatur.reports.modality.words import match

CONDITION = 25  # words before an act within which its condition stands
PROMISED = 8  # words before an act within which stands to whom it is promised
WHEN = frozenset({"عندما", "حينما", "حالما", "متي"})
WHETHER = frozenset({"عما", "فيما"})  # "سئل عما إذا كان قصف": behind these what is asked reaches no further


def condition(clause: Clause) -> Bend | None:
    """ "إذا", "لو", "في حال" before the act, in its clause or in the condition that it is the consequence of."""
    tokens = clause.words
    if (verb := clause.verb) is not None and verb > clause.sentence.first and tokens[verb - 1].text == "إن":
        since = tokens[verb - 2].stem_key == "ما" if verb - 1 > clause.sentence.first else False
        return None if since else Bend("possible", verb - 1, verb + 1, True)  # "إن هاجم"; "ما إن وصل حتى" has happened
    if (
        verb is not None
        and verb > clause.sentence.first
        and present(tokens[verb])
        and tokens[verb - 1].stem_key in WHEN
    ):
        return Bend("possible", verb - 1, verb + 1, True)  # "يحدث ذلك عندما تطلق سراحه": whenever it does
    for j in clause.openings_before("conditions", clause.trigger, CONDITION):
        if clause.stopped(j, clause.trigger):
            return None
        width = match("conditions", tokens, j)
        if (
            not width
            or (tokens[j].stem_key == "حال" and tokens[j - 1].stem_key != "في")
            or tokens[j - 1].stem_key == "حتي"
            or (tokens[j].stem_key == "لولا" and not _averted(clause, j))
        ):
            continue
        near = j >= clause.first - 3 or _or_else(clause)
        if tokens[j - 1].stem_key in WHETHER and not near:
            continue
        if near or any(tokens[k].conjunction == "ف" or tokens[k].future for k in range(j + 2, clause.trigger + 1)):
            return Bend("possible", j, j + width, True)
    return None


def _or_else(clause: Clause) -> bool:
    """ "إلا إذا أفرجوا عنه أو حصلوا على فدية": the second of two conditions."""
    verb = clause.verb if clause.verb is not None else clause.trigger
    return verb > clause.sentence.first and clause.words[verb - 1].stem_key == "او"


def _averted(clause: Clause, opener: int) -> bool:
    """ "لولا الدعم لسقطت المدينة": what stands right behind "لولا" was so, only its consequence was not."""
    return any(
        word.key in ("لما", "ما") or (word.pos == "verb" and word.key.startswith("ل"))
        for word in clause.words[opener + 1 : clause.trigger + 1]
    )


def asked(clause: Clause) -> Bend | None:
    """ "هل يقصف الجيش المدينة؟": what a sentence asks has not been told."""
    if "هل" not in clause.stems:
        return None
    for j in clause.reach_back(clause.trigger, CONDITION):
        word = clause.words[j]
        if word.text in STOPS or word.pos == "relative" or (word.stem_key == THAT and j < clause.first):
            return None
        if word.stem_key == "هل" and j >= clause.first - 2:
            return Bend("possible", j, j + 1, True)
    return None


def whoever(clause: Clause) -> Bend | None:
    """ "مكافأة لمن يدلي بمعلومات تقود إلى اعتقاله": what is promised to whoever brings it about is not done."""
    if not clause.nominal or clause.stems.isdisjoint(("لمن", "من")):
        return None
    tokens = clause.words
    for j in clause.reach_back(clause.trigger, PROMISED):
        if tokens[j].text in STOPS or tokens[j].stem_key in ("خلف", "وراء", "حادث"):
            return None  # "كل من يقف وراء تفجير المسجد": that happened
        if tokens[j].key in ("لمن", "من") and _imperfect(tokens[j + 1]) and _to_all(tokens, j):
            return Bend("possible", j, j + 2, True)
    return None


def _imperfect(word: Word) -> bool:
    return present(word) or (not word.analyses and word.key.startswith("ي"))  # "لمن يرشد": a verb that no list holds


def _to_all(tokens: tuple[Word, ...], at: int) -> bool:
    """ "لمن يساعد", "لكل من يقتل", "كل من يهاجم"."""
    return tokens[at].key == "لمن" or (at > 0 and tokens[at - 1].stem_key == "كل")


def any_such(clause: Clause) -> Bend | None:
    """ "أي هجوم سيقابل برد", "أي حوار": any such act is none in particular, and may never be."""
    before = clause.trigger - 1
    if not clause.nominal or before < clause.sentence.first or clause.words[before].stem_key not in ("اي", "ايه"):
        return None
    return Bend("possible", before, clause.trigger, True)
