"""Speech told in a subordinate clause ends where the main clause begins: "فيما أعلن المجلس عقد جلسة، طالب النواب …"."""

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.openers import COMMAS, Opener

OPENING = 4  # words of a sentence among which its subordinator stands
OCCASIONS = frozenset({"اثر", "عقب", "بعد", "بعدما", "غداه", "ردا", "بسبب"})
DASHES = frozenset({"-", "–", "—"})
PROMISES = frozenset({"هدد", "توعد", "تعهد", "وعد", "حذّر"})
LEADS = frozenset({"بينما", "فيما", "عندما", "بعدما", "حينما", "حين", "وقت", "اذ", "لما"})


def before_main_clause(words: tuple[Word, ...], index: int, opener: Opener, sentence: Sentence) -> Opener:
    """The complement, cut before the comma behind which a verb without conjunction begins the main clause."""
    if opener.quoted or index - sentence.first > OPENING:
        return opener
    if not any(w.stem_key in LEADS for w in words[sentence.first : index]):
        return opener
    for j in range(opener.first + 2, opener.last - 1):
        word = words[j]
        if words[j - 1].text in COMMAS and not word.conjunction and word.pos == "verb" and _past(word):
            return opener._replace(last=j - 1)
    return opener


def before_aside_ends(words: tuple[Word, ...], opener: Opener) -> Opener:
    """ "المدينة - التي يقول ناشطون إن الجيش قصفها - هادئة": what a relative clause tells ends with the aside."""
    if opener.quoted:
        return opener
    for j in range(opener.first + 1, opener.last - 1):
        if words[j].text in DASHES or (
            words[j].text in COMMAS and words[j + 1].pos == "verb" and not words[j + 1].conjunction
        ):
            return opener._replace(last=j)
    return opener


def before_occasion(words: tuple[Word, ...], opener: Opener) -> Opener:
    """ "هدد الحزب بقطع الهدنة إثر الغارات": what a threat, warning or promise follows upon is told by the outlet."""
    if opener.kind != "noun" or opener.quoted:
        return opener
    found = (j for j in range(opener.first + 1, opener.last) if words[j].stem_key in OCCASIONS)
    return opener._replace(last=next(found, opener.last))


def _past(word: Word) -> bool:
    return any(a.pos == "verb" and a.tense == "past" for a in word.analyses)
