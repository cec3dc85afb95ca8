"""Whether a violent act or protest is told anew, as one happening with its place, day or toll, or only recalled.

News recalls more attacks than it tells: "بعد الهجوم على القنصلية", "المتهم باغتيال الوزير", "المدينة التي قصفها".
Such a mention stays a report, but it is no single happening newly told: `specific` is false.
"""

from tawatur.arabic.word import Text, Word
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named

TYPES = frozenset({"ASSAULT", "PROTEST"})
BLASTS = frozenset({"car_bomb", "suicide_attack", "bombing"})
RECALLING_RULES = ("control_noun", "accused_of", "aim_of")
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتين"})
# what stands right before a noun that only refers to an act told elsewhere or earlier
RECALLING = frozenset({
    "بعد", "قبل", "عقب", "اثر", "منذ", "خلال", "اثناء", "غداه", "عشيه", "بسبب", "نتيجه", "جراء", "رغم", "ردا", "حول",
    "بشان", "ذكري", "ملف", "قضيه", "تهمه", "تهم", "اتهام", "محاكمه", "ضلوع", "تورط", "مسووليه", "تحقيق", "ضد", "من",
    "مثل", "مقابل",
})  # fmt: skip
NEAR_BEFORE, NEAR_AFTER = 12, 15  # words around a trigger within which its day stands


def told_anew(text: Text, named: Named, draft: Draft) -> bool:
    """Whether the act is told as a happening of its own; only violence and protest are asked."""
    if draft.kind != "event" or draft.type not in TYPES:
        return True
    word = text.words[draft.trigger_word]
    if draft.rule.startswith(RECALLING_RULES) or _relative(text, draft):
        return False
    dated = _dated(text, named, draft)
    if draft.type == "PROTEST" and word.pos == "verb" and any(not a.definite or a.quantity for a in draft.actors):
        return not _only_present(word) or dated  # "المتظاهرون رفعوا لافتات" only paints a protest already told
    if not (draft.figures or dated or draft.place is not None):
        return False
    if word.pos != "verb" and not draft.rule.startswith(("verb", "passive", "control_verb", "aspect_verb")):
        return _noun_tells(text, word, draft, dated=dated)
    return not _only_present(word) or dated or bool(draft.figures)


def _relative(text: Text, draft: Draft) -> bool:
    """ "المدينة التي قصفها": the clause describes something else."""
    before = draft.trigger_word - 1
    return "relative" in draft.rule or (before >= 0 and text.words[before].stem_key in RELATIVES)


def _noun_tells(text: Text, word: Word, draft: Draft, *, dated: bool) -> bool:
    """An event noun tells by itself only where it is new (indefinite) and carries a toll or day, or a light verb."""
    if word.definite:
        return False
    before = text.words[max(text.sentence_of(word.index).first, word.index - 2) : word.index]
    if any(w.stem_key in RECALLING for w in before):
        return False
    return bool(draft.figures) or dated or draft.rule.startswith("light_verb") or draft.extension in BLASTS


def _dated(text: Text, named: Named, draft: Draft) -> bool:
    """Whether a day that counts from the article's own ("أمس", "الجمعة") stands near, in the clause."""
    first = max(draft.first, draft.trigger_word - NEAR_BEFORE)
    last = min(draft.last, draft.trigger_word + NEAR_AFTER)
    return any(first <= t.first < last and not t.repeats and t.anchor == "published" for t in named.times)


def _only_present(word: Word) -> bool:
    return {a.tense for a in word.analyses if a.pos == "verb"} == {"present"}
