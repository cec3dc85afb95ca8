"""Whether what stands behind "ل" as the target of an act is an aim or arms that act, and so no recipient."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.collocates import folded, keys_of_word
from tawatur.reports.lexicon.senses import index, key, senses_of

REACHING = frozenset({"CONSULT", "AID", "SUPPORT", "supports", "arms", "trains", "funds", "COOPERATE"})
BENEFITS = frozenset({"صالح", "مصلحه", "حساب"})
UNITS = frozenset({"دوريه", "دوريات"})  # "دورية للشرطة" is hit itself
COLUMNS = frozenset({"رتل", "ارتال", "تعزيزات", "حاجز", "قافله", "موكب", "نقطه"})
EVERY = frozenset({"كل", "جميع", "معظم", "بعض", "كافه", "سائر"})
SETTING = frozenset({"خلفيه", "اثر", "وقع", "هامش", "ضوء", "اساس", "غرار", "مدار", "مدي", "مراي"})
AGAINST = ("مضاد", "خارق")


def flies(chunk: Chunk, slot: str, entry: Entry) -> bool:
    """ "غارات لطائرات التحالف على مقرات": whose arms they are that attack, and not what is hit."""
    arms = chunk.actor is not None and chunk.actor.klass == "weapon"
    return slot == "ل" and arms and entry.type == "ASSAULT" and entry.pos != "verb" and entry.genitive == "agent"


def is_target(page: Page, chunk: Chunk) -> bool:
    """ "استهدفوا رتلا للجيش", "مركز قيادة للحركة": a column, post or convoy is hit, and whose it is."""
    stem = page.word(chunk).stem_key.removesuffix("ا")
    return not chunk.definite and stem not in UNITS and (stem in COLUMNS or stem in closed().target_nouns)


def kept_from(page: Page, deed: Chunk) -> ActorPhrase | None:
    """ "رفض لقاء المبعوث", "رفضت دعم المقاتلين": whom the meeting or help that is refused would have reached."""
    senses = senses_of(page.word(deed), as_verb=False) if deed.actor is None else ()
    if not any(s.entry.type in REACHING and (s.genitive != "agent" or s.entry.type == "CONSULT") for s in senses):
        return None
    behind = page.chunks[deed.index + 1] if deed.index + 1 < page.sentence_last[deed.index] else None
    beside = behind.actor if behind is not None and behind.bare and not behind.joined else None
    return deed.owner or (beside if deed.last == deed.head + 1 else None)


def is_aim(page: Page, chunk: Chunk, slot: str) -> bool:
    """ "الضربات في اليوم نفسه لدخول أنقرة": what is done, and no one to whom."""
    done = senses_of(page.word(chunk), as_verb=False) if slot == "علي" and chunk.actor is None else ()
    if any(s.entry.type == "ASSAULT" and s.genitive == "patient" for s in done):
        return True  # "رد على اغتيال القائد بقصف"
    told = tells_itself(page, chunk) and not _kin(page, chunk)
    return slot == "ل" and told and page.word(chunk).stem_key not in closed().target_nouns


def _kin(page: Page, chunk: Chunk) -> bool:
    """ "لأسر الشهداء": their families, which are written as the taking of prisoners is."""
    return page.word(chunk).stem_key == "اسر" and chunk.owner is not None and chunk.owner.number == "p"


def unpaid(page: Page, chunk: Chunk, slot: str, entry: Entry) -> bool:
    """ "دفعت الحكومة رواتب الجنود": of what a verb of paying has as its object only pay says who is paid."""
    if slot != "object" or entry.extension != "fund" or not entry.with_:
        return False
    return keys_of_word(page.word(chunk)).isdisjoint(folded(entry.with_))


def counted_targets(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "قصف عددا من المواقع التابعة للحوثيين", "خمسا من آليات الجيش": whose the counted targets are."""
    if chunk.actor is not None or chunk.owner is not None or chunk.index + 1 >= page.sentence_last[chunk.index]:
        return ()
    last, following = page.text.words[chunk.last - 1], page.chunks[chunk.index + 1]
    measured = last.stem_key.removesuffix("ا") in closed().measures or last.kind == "number" or last.pos == "number"
    if not measured or following.prep != "من" or following.owner is None:
        return ()
    target = page.word(following).stem_key in closed().target_nouns
    return _owners_joined(page, following.index) if target else ()


def _owners_joined(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """The owner of a target and all whom "و" joins to it."""
    found = [c.actor or c.owner for c in coordinated(page, index)]
    return tuple(a for a in found if a is not None)


def unmeant(page: Page, chunk: Chunk, slot: str, entry: Entry) -> bool:
    """Whether what stands in the slot of a recipient is none: an aim, arms, pay, or the fall that a verb tells of."""
    if slot == "علي" and page.word(chunk).stem_key in SETTING:
        return True  # "أوقفوا على خلفية تفجير المسجد"
    falls = slot == "عن" and chunk.actor is None and entry.extension in LOSSES  # "أسفر عن سقوط عشرة قتلى"
    if slot == "ل" and page.text.words[max(chunk.first - 1, 0)].stem_key.startswith(AGAINST):
        return True  # "صواريخ مضادة للدبابات"
    beside = slot == "مع" and tells_itself(page, chunk) and not _kin(page, chunk)  # "ترافقت مع قصف الطيران"
    benefits = entry.speech and slot == "ل" and page.word(chunk).stem_key in BENEFITS  # "بالتجسس لصالح الحزب"
    return (
        falls
        or beside
        or benefits
        or (is_aim(page, chunk, slot) and entry.type != "CONCEDE")  # "استجابة لطلب الحكومة"
        or flies(chunk, slot, entry)
        or unpaid(page, chunk, slot, entry)
    )


def victims_of(page: Page, chunk: Chunk) -> bool:
    """Whether the owner of a deed of force suffered it: no object behind shows that he did it."""
    if chunk.owner is None:
        return False
    told = [s for w in page.text.words[chunk.first : chunk.owner.first] for s in senses_of(w, as_verb=False)]
    forced = [s for s in told if s.entry.type in ("ASSAULT", "COERCE")]
    if not forced or any(s.genitive != "patient" for s in forced):
        return False
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    return behind is None or not (behind.prep == "ل" or (behind.bare and not behind.joined))


def stands_for(chunk: Chunk, page: Page) -> bool:
    """Whether the head of a phrase means its owner's people or arms ("عناصر الحزب"), no thing ("قرار الحزب")."""
    word = page.word(chunk)
    if word.stem_key in EVERY and chunk.owner is not None and chunk.owner.first > chunk.head + 1:
        word = page.text.words[chunk.head + 1]  # "كل شرفاء الوطن"
    stem = word.stem_key
    things = word.stem.endswith("ات") and not any(key(a.lemma) in index().nouns or a.derived for a in word.analyses)
    if stem in closed().target_nouns or stem in closed().transparent_nouns:
        return True
    country = chunk.actor is None and chunk.owner is not None and chunk.owner.klass == "state"
    return word.number == "p" and not things and not country  # "شرفاء اليمن" are no state
