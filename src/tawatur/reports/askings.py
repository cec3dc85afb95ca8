"""What asks nobody for anything: prayers, and what a crowd's banners and chants are for."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.page import Page

GOD = frozenset({"مولي", "باري"})
PRAISED = frozenset({"ان", "عز", "تعالي", "جل", "جلت", "سبحانه", ":"})  # behind "الله" where he is asked
CROWDS = frozenset({
    "احتجاجات", "مظاهرات", "تظاهرات", "مظاهره", "تظاهره", "مسيرات", "مسيره", "لافتات", "لافته", "هتافات", "شعارات",
    "حاشده",
})  # fmt: skip


def prays(page: Page, word: Word) -> bool:
    """ "داعيا الله أن", "دعا سموه المولى": what God is asked for is no demand."""
    words = page.text.words
    for at in range(word.index + 1, min(word.index + 5, len(words) - 1)):
        if words[at].stem_key in GOD and "ال" in words[at].prefixes:
            return True
        if words[at].key == "الله" and words[at + 1].stem_key in PRAISED:
            return True
    return False


def of_crowd(page: Page, word: Word) -> bool:
    """ "احتجاجات تطالب بتنحيه", "لافتات تدعو إلى": what the protest is for, no demand of its own."""
    before = page.text.words[word.index - 1] if word.index else None
    return before is not None and before.stem_key in CROWDS and not word.conjunction
