"""What an act is done for: verbal nouns behind "ل", in the accusative, or behind an undertaking."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb, tells_itself
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.joint_means import first_help
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of, index, key, lights_of, senses_of, suffered

USES = "استخدم"  # "استخدمت القاعدة في شن غارات"
DEEDS = frozenset({"عمليات", "عمليه", "حمله", "هجومها", "جهودها"})  # "تواصل القوات عملياتها في تطهير الحي"
STORMS = "هاجم"
ANSWERS = "رد"  # "رد الجيش بقصف المواقع"
TRAVELS = frozenset({"وصل", "توجه", "سافر", "عاد", "زار", "غادر", "قدم"})  # "وصل الوفد للقاء المسؤولين"
FATES = frozenset({"مقتل", "مصرع", "استشهاد", "وفاه", "فقدان", "خساره", "سقوط"})
STRIKES = frozenset({"air_strike", "shelling", "ambush", "attack", "suicide_attack"})
STRIKERS = frozenset({"armed", "weapon", "state", "office", "political"})
UNDERTAKERS = frozenset({"armed", "weapon", "group", "person", "office"})


def done_to(word: Word) -> bool:
    """Whether a noun of the lexicon tells what is done to its genitive ("لتوقيف سعيد")."""
    return any(e.genitive == "patient" for a in word.analyses for e in index().nouns.get(key(a.lemma), ()))


def is_loss(word: Word) -> bool:
    """Whether a noun is a loss ("الثأر لمقتل قائده"), which has happened and is no aim."""
    return word.stem_key in FATES


def is_meeting(word: Word) -> bool:
    """Whether a noun of the lexicon is a meeting ("للقاء المسؤولين")."""
    return any(e.type == "CONSULT" for a in word.analyses for e in index().nouns.get(key(a.lemma), ()))


def is_cause(page: Page, chunk: Chunk) -> bool:
    """ "قصفت الطائرات المواقع دعما للمقاومة": the accusative that says why; who does the act means it."""
    word, behind = (
        page.word(chunk),
        page.chunks[chunk.index + 1 : min(chunk.index + 2, page.sentence_last[chunk.index])],
    )
    bare = chunk.bare and not chunk.joined and not word.definite and word.stem.endswith("ا") and not word.enclitic
    tied = bool(behind) and behind[0].prep in ("ل", "مع") and behind[0].kind == "noun"  # or "تضامنا مع غزة"
    return bare and tied and any(a.derived == "masdar" for a in word.analyses)


def aims(page: Page, left: Chunk, chunk: Chunk) -> ActorPhrase | None:
    """ "عمليات المقاومة لتحرير المدينة": whose undertaking has the aim behind it."""
    if chunk.prep != "ل" or not tells_itself(page, chunk) or chunk.index - left.index not in (1, 2):
        return None
    between = page.chunks[left.index + 1] if left.index == chunk.index - 2 else None
    owner = left.owner if between is None else None
    if between is not None and between.prep in ("ل", "من") and left.owner is None and not left.definite:
        owner = between.actor  # "عملية للجيش لتحرير المدينة"
    had = page.chunks[left.index - 1] if left.index > page.sentence_first[left.index] else left
    if had.prep == "لدي" and had.actor is not None and left.owner is None and left.index == chunk.index - 1:
        owner = had.actor  # "لدى كينيا خطط لإرسال قوات"
    undertaken = owner is not None and owner.klass in UNDERTAKERS and page.word(left).stem_key in closed().undertakings
    return owner if undertaken else None


def named_again(page: Page, own: list[int], chunk: Chunk) -> bool:
    """ "ندد رئيس الهيئة … الشيخ محمد، بالهجوم": the name behind a title is whose title it is, and no one accused."""
    before = page.chunks[own[0]].actor if own else None
    actor = chunk.actor
    titled = (
        before is not None and before.number == "s" and before.klass in ("office", "person") and before.form != "name"
    )
    return titled and actor is not None and actor.klass == "person" and actor.form in ("title", "name") and chunk.bare


def is_aim(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a noun behind "ل" is an act that one goes for ("للقاء المسؤولين"); "للمعركة" is none."""
    word = page.word(chunk)
    if is_loss(word):
        return False  # "للثأر لمقتل قائده"
    met = any(key(a.lemma) in TRAVELS for a in page.word(page.chunks[verb]).analyses) and is_meeting(word)
    return met or tells_itself(page, chunk) or done_to(word)


def is_used(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a noun behind "في" is what something is tried or used in."""
    if any(e.kind == "control" for e, _ in lights_of(page.word(chunk), as_verb=False)):
        return True
    if page.word(page.chunks[chunk.index - 1]).stem_key in DEEDS and tells_itself(page, chunk):
        return True
    return any(key(a.lemma) == USES for a in page.word(page.chunks[verb]).analyses)


def is_strike(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "دمر الطيران عربة في غارة على الموقع": in what strike one who hits others hit them."""
    if page.word(chunk).definite or not any(e.extension in STRIKES for e in deeds_of(page.word(chunk))):
        return False
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    if behind is not None and behind.prep == "ل":
        return False  # "في هجوم لهم": whose it is stands behind it
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    acts = [e for x in lemmas for e in index().verbs.get(x, ())]
    slots = of_verb(page, verb).slots
    if (
        not any(e.type == "ASSAULT" and e.roles.get("subject", "actor") == "actor" for e in acts)
        or "object" not in slots
    ):
        return False
    hit = any(c.actor is not None for c in slots["object"])
    doers = [c.actor for c in slots.get("subject", ()) if c.actor is not None and c.actor.klass in STRIKERS]
    if any(page.text.words[a.head].stem.endswith("ا") and a.form == "role" and not a.definite for a in doers):
        return False  # "قتل ضابطا شرطة في هجوم": the two of the police are killed
    return bool(doers) and (hit or not suffered(page.word(page.chunks[verb])))  # "قتل ضابط في هجوم" has no doer


def answers_by_deed(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "رد الجيش بقصف المواقع", "بعمليات انتقامية": with a deed, and no words; "هاجم المدينة بدعم من" with help."""
    if any(key(a.lemma) == STORMS for a in page.word(page.chunks[verb]).analyses):
        return first_help(page, chunk.index)
    answers = any(key(a.lemma) == ANSWERS for a in page.word(page.chunks[verb]).analyses)
    return answers and any(e.type == "ASSAULT" for e in deeds_of(page.word(chunk)))


def speaks_oneself(word: Word) -> bool:
    """ "لرفضهم", "لانتقادها": a verbal noun of speech whose pronoun says who speaks."""
    senses = senses_of(word, as_verb=False)
    return any(s.entry.speech and s.masdar is not None and s.genitive == "agent" for s in senses)
