"""Homographs that weights of single forms cannot tell apart: what stands beside them decides."""

from collections.abc import Sequence

from tawatur.arabic.known import Known, readings_of
from tawatur.arabic.tag.reader import FormScores, form_scores
from tawatur.arabic.tokens import Token

_ALI = frozenset({"علي", "وعلي"})
_OBJECTS = frozenset({"ه", "ها", "هم", "هما"})
_GOVERNORS = frozenset(
    [
        "عدم",
        "سبب",
        "بسبب",
        "نتيجة",
        "فور",
        "إعلان",
        "محاولة",
        "مواصلة",
        "استمرار",
        "إمكانية",
        "ضرورة",
        "طريق",
        "فترة",
        "تاريخ",
        "يوم",
    ]
)
CLAUSE = 800  # hundredths of a log weight for "زرعها الحوثيون": a noun with a pronoun has no genitive


def heard_together(cut: Sequence[Token], known: Sequence[Known | None], scores: list[FormScores]) -> list[FormScores]:
    """The scores of the forms where a neighbour or the writer's spelling settles a homograph."""
    careful = any(token.text == "على" for token in cut)
    for index, (token, form) in enumerate(zip(cut, known, strict=True)):
        if careful and token.text in _ALI:  # a writer of "على" means the name by "علي"
            scores[index] = form_scores(token.text, (), token.text, "", (), ("name",))
        elif form is not None and form.parts.enclitic in _OBJECTS and _clause_follows(cut, known, scores, index):
            scores[index] = _as_verb(scores[index])
    return scores


def _clause_follows(
    cut: Sequence[Token], known: Sequence[Known | None], scores: Sequence[FormScores], index: int
) -> bool:
    """Whether a verb with its object stands before a definite subject, which can be no adjective of a noun."""
    form, following = known[index], known[index + 1] if index + 1 < len(known) else None
    if (
        form is None
        or following is None
        or following.parts.prefixes != ("ال",)
        or form.parts.prefixes[-1:] in (("ب",), ("ل",), ("ك",))
    ):
        return False
    if index and (scores[index - 1].fixed == "preposition" or cut[index - 1].text in _GOVERNORS):
        return False
    if not any(a.pos == "verb" for a in readings_of(form.parts, form.nominal, form.verbal)):
        return False
    own = {tag: score for tag, _, score in scores[index + 1].candidates}
    noun = form.nominal
    agrees = noun.endswith("ه") == following.nominal.endswith("ه") and not following.nominal.endswith(
        ("ون", "ين", "ات")
    )
    return not agrees or own.get("noun", -9999) > own.get("adjective", -9999)


def _as_verb(form: FormScores) -> FormScores:
    if len(form.candidates) == 1:
        return form
    return form._replace(
        candidates=tuple((tag, place, own + CLAUSE * (tag == "verb")) for tag, place, own in form.candidates)
    )


def settled(cut: Sequence[Token], tags: list[str]) -> list[str]:
    """The tags, with accusatives that look like adverbs put right: "30 قتيلا" is counted, "مركزا ثقافيا" described."""
    for index in range(1, len(tags)):
        if tags[index] != "adverb" or not cut[index].text.endswith("ا"):
            continue
        if tags[index - 1] == "number":
            tags[index] = "noun"
        elif tags[index - 1] == "noun" and cut[index - 1].text.endswith("ا") and cut[index].text.endswith("يا"):
            tags[index] = "adjective"
    return tags
