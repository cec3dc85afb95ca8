"""A noun of an act that only names someone or something: titles, bodies, grounds, things for an act."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense

CHAIN = 3  # nouns before an act within which the one stands that it only names
NOUNS = frozenset({"noun", "masdar", "phrase"})
HEADS = frozenset({"قائد", "قايد", "مدير", "منسق", "رئيس", "رييس"})
PLACED = frozenset({"MOBILIZE", "RETREAT", "SANCTION"})  # "مواقع انتشار القوات"


def only_names(page: Page, word: Word, sense: Sense) -> bool:
    """ "قائد عملية تحرير المدينة", "وفد المفاوضات", "مركز تجنيد", "أجهزة اتصالات": what the noun before is called.

    The ground of an attack ("موقع الهجوم") takes up what happened there; who inquires into an act acts.
    """
    if sense.shape not in NOUNS or sense.entry.kind != "act" or sense.entry.type == "ACCUSE":
        return False
    words, here = page.text.words, word
    if word.preposition == "ل" and "ال" in word.prefixes:
        highest = word.index > 0 and words[word.index - 1].key == "الاعلي"
        return highest or _heads(page, word)  # "المجلس الأعلى للقضاء"
    for _ in range(CHAIN):
        if here.index == 0 or here.conjunction or here.preposition:
            return False
        here = words[here.index - 1]
        if here.kind != "word" or "ال" in here.prefixes or here.enclitic:
            return False
        if here.stem_key in closed().holders:
            return True
        if here.stem_key in closed().grounds:
            return sense.entry.type in PLACED or sense.entry.extension == "clash"
        if here.stem_key not in closed().transparent_nouns and here.stem_key not in closed().undertakings:
            return False
    return False


def _heads(page: Page, word: Word) -> bool:
    """ "قائدا سابقا للعمليات": the title before an act in the dative, an adjective aside."""
    for before in reversed(page.text.words[max(word.index - 2, 0) : word.index]):
        if before.stem_key.removesuffix("ا") in HEADS and "ال" not in before.prefixes:
            return True
        if before.pos != "adjective":
            return False
    return False
