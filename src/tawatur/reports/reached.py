"""Whether a noun of a state tells how it came about ("بعد السيطرة على البلدة"), and a battle that people fell in it."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense, deeds_of, key, suffered
from tawatur.reports.roles.record import Roles

IN_WHICH = frozenset({"في", "خلال", "اثناء", "اثر", "جراء"})
FALLEN_BEFORE = 5  # chunks before a battle within which people fall in it
REACHED = frozenset({"بعد", "عقب", "اثر", "عبر", "قبل", "فور", "غداه", "منذ", "عند", "لدي"})
KEEPS = frozenset({"احتفظ", "تمسك", "طالب", "رحب", "ندد", "اعترف"})
UNDERGOES, STRIKES = "تعرض", frozenset({"shelling", "air_strike", "attack", "shooting"})
CAME = frozenset({"جاء", "اتي"})
ENDS = frozenset({"انتهي", "اختتم", "تحقق", "تمثل"})


def come_about(page: Page, word: Word, roles: Roles) -> bool:
    """Whether the noun stands behind a word of time, and something says what was taken."""
    return _reached(page, word) and _somewhere(page, word, roles)


def _somewhere(page: Page, word: Word, roles: Roles) -> bool:
    """Whether it is said where or of whom, or of which village without a name ("عقب سيطرتها على البلدة", "عليها")."""
    behind = page.chunk_of[word.index] + 1
    ground = page.chunks[behind] if behind < page.sentence_last[behind - 1] else None
    held = ground is not None and ground.prep == "علي"
    site = held and ground is not None and (page.word(ground).stem_key in closed().sites or _resumes(page, ground))
    return bool(roles.places or roles.recipients) or (site and bool(roles.actors))


def _resumes(page: Page, ground: Chunk) -> bool:
    """ "منذ سيطرة المسلحين عليها": the pronoun is what was just spoken of."""
    return ground.last == ground.head + 1 and page.text.words[ground.head].enclitic in ("ه", "ها", "هما")


def _reached(page: Page, word: Word) -> bool:
    """ "بعد السيطرة على البلدة", "عبر السيطرة على …": behind these the noun of a state tells how it came about.

    So it does behind "جاءت سيطرة الجيش على", and as the means of an act ("بسيطرتها على الجسر").
    """
    words = page.text.words
    before = words[word.index - 1] if word.index else None
    if word.preposition == "ب" and word.enclitic:
        return not any(key(a.lemma) in KEEPS for w in words[max(word.index - 5, 0) : word.index] for a in w.analyses)
    if before is not None and any(a.pos == "verb" and key(a.lemma) in CAME for a in before.analyses):
        return True
    if word.preposition == "ب" and "ال" not in word.prefixes:
        nearby = [
            key(a.lemma) for w in words[max(word.index - 4, 0) : word.index] for a in w.analyses if a.pos == "verb"
        ]
        return not ENDS.isdisjoint(nearby)  # "انتهت المعركة بسيطرة الجيش على"
    if before is not None and before.stem_key == "من" and word.index > 2:
        return words[word.index - 3].stem_key in ("بعد", "قبل")  # "بعد يوم من سيطرة المعارضة على المطار"
    return before is not None and before.stem_key in REACHED


def fell_in(page: Page, word: Word, sense: Sense, roles: Roles) -> bool:
    """ "لقي ثلاثة ضباط حتفهم في معركة مع مقاتلي الحركة": a battle with fighters in which people fell."""
    here = page.chunk_of[word.index]
    met = sense.entry.extension == "clash" and page.chunks[here].prep in IN_WHICH and "ال" not in word.prefixes
    if not met or not any(a.klass == "armed" and a.first > word.index for a in roles.recipients):
        return False
    before = page.chunks[max(page.sentence_first[here], here - FALLEN_BEFORE) : here]
    return any(suffered(page.word(c)) or any(e.extension in LOSSES for e in deeds_of(page.word(c))) for c in before)


def befell(sense: Sense, roles: Roles) -> bool:
    """ "تعرضت المدينة للقصف": what a verb says that someone or somewhere came under is told, with the article too."""
    over = roles.governor.entry if roles.governor is not None else None
    told = over is not None and key(over.lemma) == UNDERGOES and sense.entry.extension in STRIKES
    return told and bool(roles.recipients or roles.places)
