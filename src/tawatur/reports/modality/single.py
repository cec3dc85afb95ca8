"""Whether a clause tells of one definite happening, or of a kind, a habit, a memory or something imagined."""

from tawatur.arabic.word import Text
from tawatur.model.phrases import Named
from tawatur.reports.modality.clause import Clause
from tawatur.reports.modality.words import match

QUESTIONS = frozenset({"؟", "?"})


def not_single(text: Text, named: Named, clause: Clause, fillers: int) -> tuple[int, int] | None:
    """The words that make the act no single happening, or None where it is one."""
    return _question(clause) or _generic(clause, fillers) or _habit(clause) or _compared(clause)


def _question(clause: Clause) -> tuple[int, int] | None:
    last = clause.sentence.last - 1
    for j in range(last, max(clause.trigger, last - 2), -1):
        if clause.words[j].text in QUESTIONS:
            return j, j + 1
    return None


def _generic(clause: Clause, fillers: int) -> tuple[int, int] | None:
    """"كل هجوم", "مكافحة القتل", "أي قصف"."""
    if not clause.nominal:
        return None
    before = clause.trigger - 1
    if before >= clause.sentence.first and match("generic_before", clause.words, before):
        return before, clause.trigger
    return None


def _habit(clause: Clause) -> tuple[int, int] | None:
    for j in range(clause.first, clause.last):
        if width := match("habits", clause.words, j):
            before = clause.words[j - 1] if j else None
            if width == 1 and before is not None and before.stem.endswith("ا") and clause.words[j].stem.endswith("ا"):
                continue  # "تواصلا دائما": an adjective
            return j, j + width
    return None


def _compared(clause: Clause) -> tuple[int, int] | None:
    for j in clause.reach_back(clause.trigger, 5):
        if width := match("comparisons", clause.words, j):
            return j, j + width
    return None
