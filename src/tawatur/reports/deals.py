"""Agreements that a noun tells as made: "الاتفاق مع واشنطن", "بموجب اتفاق مع تركيا", "صفقة أبرمت مع روسيا"."""

from typing import TYPE_CHECKING

from tawatur.arabic.word import Word
from tawatur.model.reading import Modality
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

WITH = "مع"
NEAR = 5  # words behind the noun within which "مع" stands
PARTIES = frozenset({"state", "armed", "political", "office"})
IN_FORCE = frozenset({"بعد", "عقب", "اثر", "منذ", "موجب", "اطار", "سياق", "وفق", "غداه"})  # before a deal that holds
NEED = frozenset({"ضروره", "وجوب", "اهميه", "شرط", "اشتراط", "شريطه"})
REQUIRES = frozenset(map(key, ("تطلب", "فرض", "اشترط", "احتاج", "استلزم", "اقتضى")))
REACH = 4  # words back to the verb that requires it
MADE = frozenset({"ابرم", "ابرمت", "وقع", "وقعت", "مبرم", "موقع", "تم"})  # said of a deal behind it


def struck_deal(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether a noun of agreement with its other party tells of one that exists, not of one that is looked for."""
    if sense.entry.type != "AGREE" or sense.shape != "noun" or not any(a.klass in PARTIES for a in roles.recipients):
        return False
    behind = page.text.words[word.index + 1 : word.index + 1 + NEAR]
    at = next((n for n, w in enumerate(behind) if w.stem_key == WITH and not w.enclitic), None)
    if at is None or any(w.kind != "word" or (w.pos == "preposition" and w.enclitic) for w in behind[:at]):
        return False
    before = page.text.words[word.index - 1].stem_key if word.index else ""
    made = any(w.stem_key.removesuffix("ه") in MADE for w in behind[:at])
    return "ال" in word.prefixes or bool(word.enclitic) or before in IN_FORCE or made


def only_required(page: Page, word: Word, sense: Sense) -> bool:
    """ "تتطلب موافقة البرلمان", "ضرورة التزام الأطراف": an agreement that is asked for, none that is given."""
    told = sense.entry.type == "AGREE" and sense.shape in ("masdar", "noun")
    if not told or word.conjunction or "ال" in word.prefixes:
        return False
    start = page.text.sentence_of(word.index).first
    before = page.text.words[max(start, word.index - REACH) : word.index]
    if before and before[-1].stem_key in NEED:
        return True
    return any(w.pos == "verb" and not REQUIRES.isdisjoint(key(a.lemma) for a in w.analyses) for w in before)


def of_deal(page: Page, telling: "Telling", judged: Modality) -> Modality:
    """ "ستتمكن من ذلك بموجب اتفاق مع تركيا": what is planned by it, the deal itself is made."""
    made = judged == "planned" and struck_deal(
        page, page.text.words[telling.trigger.word], telling.sense, telling.roles
    )
    return "asserted" if made else judged
