"""Forms that are verbs by their letters and nouns by what stands before them: "رفضا للحرب", "بعد تحرير البلدة ودحر"."""

from tawatur.arabic.word import Word

LOSSES = frozenset({"قتل", "جرح"})
GENITIVE = 4  # words of the genitive between two verbal nouns


def accusative(word: Word) -> bool:
    """Whether a form that may be a verbal noun in the accusative is else only the verb of two ("رفضا", "دعما")."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    masdar = any(a.derived == "masdar" for a in word.analyses)
    return masdar and bool(verbs) and word.stem.endswith("ا") and all(a.number == "d" for a in verbs)


def second_noun(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "بعد تحرير المدينة ودحر المسلحين": a verbal noun behind "بعد" and its genitive stand before, no mark or verb."""
    after = words[index + 1]
    behind = words[index + 2].stem if index + 2 < len(words) else ""
    if behind.endswith("ون") and len(behind) > 4:
        return False  # "بعد حصار المدينة وقصف المسلحون": the nominative is no genitive
    if after.stem_key in LOSSES or not any(a.derived == "masdar" for a in after.analyses):
        return False
    for number in range(index, max(index - GENITIVE, 0), -1):
        word, left = words[number], words[number - 1]
        if before[number] or word.kind == "punctuation" or word.pos in ("preposition", "relative", "subordinator"):
            return False
        if any(a.derived == "masdar" for a in word.analyses):
            return left.stem_key in ("بعد", "عقب", "اثر", "قبل") and not word.definite
    return False
