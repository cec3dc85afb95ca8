"""What God is asked for, and the blessings said over a name, which govern nothing."""

from tawatur.arabic.word import Word
from tawatur.reports.modality.clause import STOPS, Bend, Clause
from tawatur.reports.modality.words import lemmas_of

PRAYER = 8  # words before "أن" within which the verb of a prayer stands
GOD = frozenset({"مولي", "باري"})
PRAYS = frozenset({"سأل", "دعا", "رجا", "تضرع", "ابتهل"})
BLESSINGS = frozenset({"صلي", "رحم", "حفظ", "رضي", "ايد", "اعز", "وفق", "رعي", "سلم", "نصر"})
PRAISES = frozenset({"سلم", "جل", "علا", "عز", "تعالي"})
PRAISED = frozenset({"عليه", "علي", "الله", "له", "مولي", "باري", "جل", "عز", "قدير"})


def prayed(clause: Clause, at: int) -> Bend | None:
    """ "نسأل الله أن ينصر", "داعيا المولى عز وجل أن يحفظ": what God is asked for has not been done."""
    tokens, god = clause.words, False
    for j in clause.reach_back(at, PRAYER):
        if tokens[j].text in STOPS:
            return None
        god = god or tokens[j].key == "الله" or (tokens[j].stem_key in GOD and "ال" in tokens[j].prefixes)
        if god and lemmas_of(tokens[j]) & PRAYS:
            return Bend("planned", j, at + 1)
    return None


def blessed(words: tuple[Word, ...], index: int) -> bool:
    """ "صلى الله عليه وسلم", "المولى جل وعلا", "رحمه الله": verbs of a blessing, which govern nothing."""
    word = words[index]
    if index + 1 < len(words) and words[index + 1].key == "الله" and word.stem_key in BLESSINGS:
        return True
    return index > 0 and word.stem_key in PRAISES and words[index - 1].stem_key in PRAISED
