"""Words right before the noun of an act that keep it from being told: what they end, fear or only place in a hold."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense

NOUNS = frozenset({"noun", "masdar", "phrase"})
GOODS = ("امدادا", "تجهيزا", "توجيها")
CALLS = frozenset({"دعوه", "دعوات", "نداء", "مناشده"})
SENTENCES = frozenset({"حكم", "حكما", "احكام", "احكاما"})
STOPS = frozenset({"أوقف", "علق", "أنهى", "جمد", "قطع"})
PASSING = frozenset({"وصول", "ايصال", "دخول", "ادخال", "نقل", "توزيع"})


def undone(page: Page, word: Word, sense: Sense) -> bool:
    """Whether the words before the noun of an act keep it from being told, whoever fills its roles."""
    called = _called_for(page, word, sense) or _stopped(page, word, sense)
    return sense.shape in NOUNS and (called or _reversed(page, word) or _held(page, word, sense))


def surely_undone(page: Page, word: Word, sense: Sense) -> bool:
    """Whether that is so before its roles are known: fighting may yet go on, and a standing tie be told."""
    entry = sense.entry
    act = entry.kind == "act" and not entry.state_type and entry.extension != "clash"
    return act and undone(page, word, sense)


def _reversed(page: Page, word: Word) -> bool:
    """ "فك الحصار", "وقف القصف", "خشية هجوم": the noun before undoes or only fears the act."""
    before = page.text.words[word.index - 1] if word.index else None
    if before is not None and before.index and before.stem_key in PASSING:
        before = page.text.words[before.index - 1]  # "عرقلة وصول المساعدات"
    number = page.chunk_of[before.index] if before is not None else -1
    if before is None or "ال" in before.prefixes:
        return False  # "شنت فصائل المعارضة هجوما"
    if number >= 0 and page.chunks[number].kind == "verb":
        return False  # "توقف قصف الجيش على المدينة": till then it went on
    return before.stem_key in closed().reverses and not word.conjunction and not word.preposition


def _called_for(page: Page, word: Word, sense: Sense) -> bool:
    """ "الدعوة للتعبئة العامة": a call right before the noun only asks for the act."""
    before = page.text.words[word.index - 1] if word.index else None
    if before is None:
        return False
    if sense.entry.mode == "execute" and word.preposition == "ب":
        return before.stem_key in SENTENCES  # "صدر حكم بالإعدام": nobody is dead yet
    return sense.entry.type == "MOBILIZE" and word.preposition == "ل" and before.stem_key in CALLS


def _stopped(page: Page, word: Word, sense: Sense) -> bool:
    """ "أوقفت كندا مشاركتها", "علقت دعمها": what one stops of one's own is told by the verb of stopping."""
    index = page.chunk_of[word.index]
    if sense.entry.type not in ("COOPERATE", "AID") or not word.enclitic or index < 0 or page.chunks[index].prep:
        return False
    for position in range(index - 1, max(page.sentence_first[index], index - 2) - 1, -1):
        if page.chunks[position].kind == "verb":
            return any(a.lemma in STOPS for a in page.word(page.chunks[position]).analyses)
    return False


def _held(page: Page, word: Word, sense: Sense) -> bool:
    """ "من سيطرة التنظيم", "خارج سيطرته": whose a place is or was, no taking of it."""
    before = page.text.words[word.index - 1] if word.index else None
    stays = sense.entry.extension == "capture_ground" and word.stem_key in ("سيطره", "سيطرت")
    if not stays or before is None or "ال" in word.prefixes:
        return False
    if before.stem_key == "من" and word.index > 2 and page.text.words[word.index - 3].stem_key in ("بعد", "قبل"):
        return False  # "بعد يوم من سيطرة المعارضة على المطار"
    return before.stem_key in ("من", "خارج", "تحت", "رهن")


def is_goods(word: Word, sense: Sense) -> bool:
    """ "نقل إمداداته", "التجهيزات": a verbal noun of giving in the plural is what is given, no giving."""
    given = sense.shape == "masdar" and sense.entry.type in ("AID", "ACCUSE") and word.stem_key.startswith(GOODS)
    return given and "ات" in word.stem_key[-3:]
