"""Forms that are verbs by their letters and nouns by what stands before them: "رفضا للحرب", "بعد تحرير البلدة ودحر"."""

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.lexicon.senses import accuses, senses_of

MEETINGS = frozenset({
    "اجتماع", "لقاء", "مؤتمر", "جلسه", "قمه", "محادثات", "مباحثات", "مفاوضات", "وفد", "حوار", "ائتلاف", "تحالف",
})  # fmt: skip
LINKS_OF_MEETING = frozenset({"ل", "بهدف", "لبحث", "حول", "بشان", "علي"})  # "اجتماع لبحث ضم القدس"
LOSSES = frozenset({"قتل", "جرح"})
HARMING = frozenset({"ASSAULT", "COERCE"})
BETWEEN = 8  # words behind "بين" within which its second party stands
ROW = 12  # words of a row of means before another
GENITIVE = 4  # words of the genitive between two verbal nouns


@by_form
def is_masdar(word: Word) -> bool:
    """Whether a form may be a verbal noun."""
    return any(a.derived == "masdar" for a in word.analyses)


def accusative(word: Word) -> bool:
    """Whether a form that may be a verbal noun in the accusative is else only the verb of two ("رفضا", "دعما")."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    return is_masdar(word) and bool(verbs) and word.stem.endswith("ا") and all(a.number == "d" for a in verbs)


def agrees_in_case(word: Word, previous: Word) -> bool:
    """ "رتلا عسكريا تابعا للجيش": a participle in the accusative behind another, no verb of two ("تابعا")."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    shaped = word.stem.endswith("ا") and any(a.derived in ("active", "passive") for a in word.analyses)
    two = all(a.number == "d" for a in verbs)
    return shaped and two and previous.stem.endswith("ا") and not previous.definite


def holds_own(words: tuple[Word, ...], word: Word, previous: Word, before: list[bool]) -> bool:
    """ "بعد بسط الحوثيين سيطرتهم": a verbal noun with a pronoun behind another and whoever does it."""
    doing = words[previous.index - 1] if previous.index else None
    if doing is None or before[doing.index] or doing.definite or doing.enclitic:
        return False
    return is_masdar(word) and is_masdar(doing) and word.stem.endswith("ت")


def done_to_behind(words: tuple[Word, ...], index: int, names: frozenset[int]) -> bool:
    """ "وقصف المقاومة لمواقع الحوثيين": a verb takes its object without "ل", the noun behind who does it with "ل"."""
    word, doer = words[index], index + 1
    if doer not in names or words[doer].preposition or not words[doer].definite or word.enclitic:
        return False
    done = senses_of(word, as_verb=False)
    if not any(s.genitive in ("either", "patient") and s.entry.type in HARMING for s in done):
        return False
    for number in range(doer + 1, min(doer + GENITIVE, len(words))):
        behind = words[number]
        if behind.preposition == "ل":
            hit = behind.stem_key in closed().target_nouns or behind.stem_key in closed().sites
            return hit or number in names
        if behind.kind != "word" or behind.pos in ("verb", "preposition", "particle", "relative", "subordinator"):
            return False
    return False


def second_party(words: tuple[Word, ...], index: int) -> bool:
    """ "بين قوات الجيش وتحالف الميليشيات": behind "بين" and one party a joined name is the other."""
    for number in range(index - 1, max(index - BETWEEN, 0), -1):
        word = words[number]
        if word.stem_key == "بين":
            return True
        if word.kind == "punctuation" or word.conjunction or word.pos in ("verb", "relative", "subordinator"):
            return False
    return False


def second_noun(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "بعد تحرير المدينة ودحر المسلحين": a verbal noun behind "بعد" and its genitive stand before, no mark or verb."""
    if index + 1 >= len(words):
        return False
    after = words[index + 1]
    if is_masdar(after) and _among_charges(words, index, before):
        return True
    behind = words[index + 2].stem if index + 2 < len(words) else ""
    if behind.endswith("ون") and len(behind) > 4:
        return False  # "بعد حصار المدينة وقصف المسلحون": the nominative is no genitive
    if after.stem_key in LOSSES or not is_masdar(after):
        return False
    for number in range(index, max(index - GENITIVE, 0), -1):
        word, left = words[number], words[number - 1]
        if before[number] or word.kind == "punctuation" or word.pos in ("preposition", "relative", "subordinator"):
            break
        if is_masdar(word) and not word.conjunction:
            return left.stem_key in ("بعد", "عقب", "اثر", "قبل") and not word.definite
    return _among_means(words, index, before)


def _among_charges(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "اتهم المتحدث المسلحين بخرق الهدنة وقصف الأحياء": what is joined to a charge is one more."""
    charged = False
    for number in range(index, max(index - ROW, -1), -1):
        word = words[number]
        if before[number]:
            return charged and accuses(word)
        if word.key in (".", ":", "؛") or word.pos in ("relative", "subordinator"):
            return False
        charged = charged or (word.preposition == "ب" and is_masdar(word))
    return False


def _among_means(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "من خلال الغطاء الجوي وضرب المعاقل، ودعم الجيش": a row of means, in which no verb stands."""
    for number in range(index, max(index - ROW, 1), -1):
        word, left = words[number], words[number - 1]
        if before[number] or word.pos in ("relative", "subordinator") or word.key in (".", ":", "؛"):
            return False
        if left.key == "عبر" or (left.key == "خلال" and words[number - 2].key == "من"):
            return not before[number - 1]
    return False


def of_meeting(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "عقد اجتماع في عمان ضم ممثلين": a meeting before "ضم" gathers those behind it."""
    for number in range(index - 1, max(-1, index - 5), -1):
        word = words[number]
        if word.kind == "punctuation" or before[number] or word.stem_key in LINKS_OF_MEETING:
            return False
        if word.stem_key.removesuffix("ا") in MEETINGS:
            return True
    return False
