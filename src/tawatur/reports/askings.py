"""What asks nobody for anything: prayers, and what a crowd's banners and chants are for."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.refusals import only_wishes, reported
from tawatur.reports.roles.record import Roles
from tawatur.reports.roles.urged import only_values

GOD = frozenset({"مولي", "باري"})
PRAISED = frozenset({"ان", "عز", "تعالي", "جل", "جلت", "سبحانه", ":"})  # behind "الله" where he is asked
SERVANTS = frozenset({"عبد", "حزب", "نصر", "فضل", "انصار"})  # "دعا عبد الله الثاني": a name
COMMAS = frozenset({"،", ",", "-", "–", "(", ")"})
ASKED = 14  # words behind a call within which God is named
THAT = "ان"
CROWDS = frozenset({
    "احتجاجات", "مظاهرات", "تظاهرات", "مظاهره", "تظاهره", "مسيرات", "مسيره", "لافتات", "لافته", "هتافات", "شعارات",
    "حاشده",
})  # fmt: skip


def asks_nothing(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether what looks like a request asks nothing of anyone."""
    entry = sense.entry
    if prays(page, word) or of_crowd(page, word) or (entry.needs == ("recipient",) and not roles.recipients):
        return True
    if entry.roles.get("subject") == "none" and not reported(page, word):
        return True  # "يجب على الدول": a demand only where someone is said to make it
    return only_values(page, word, entry) or only_wishes(page, word, roles)


def prays(page: Page, word: Word) -> bool:
    """ "داعيا الله أن", "دعا سموه المولى": what God is asked for is no demand."""
    words = page.text.words
    for at in range(word.index + 1, min(word.index + ASKED, len(words))):
        if words[at].stem_key == THAT and words[at].preposition == "ب":
            return any(w.key == "الله" for w in words[at + 1 : at + 4])  # "دعا بأن يتقبل الله"
        marked = words[at].kind == "punctuation" and words[at].text not in COMMAS
        if words[at].stem_key == THAT or (marked and len(words[at - 1].text) > 1):
            return False  # but "دعا د. فلان المولى"
        if words[at].stem_key in GOD and "ال" in words[at].prefixes:
            return True
        if words[at].key == "الله" and (at == word.index + 1 or words[min(at + 1, len(words) - 1)].stem_key in PRAISED):
            return words[at - 1].stem_key not in SERVANTS
    return False


def of_crowd(page: Page, word: Word) -> bool:
    """ "احتجاجات تطالب بتنحيه", "لافتات تدعو إلى": what the protest is for, no demand of its own."""
    before = page.text.words[word.index - 1] if word.index else None
    return before is not None and before.stem_key in CROWDS and not word.conjunction
