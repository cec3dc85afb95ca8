"""What an act is done for: verbal nouns behind "ل", in the accusative, or behind an undertaking."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb, tells_itself
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.joint_means import first_help
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of, index, key, lights_of, senses_of, suffered

FORCING = frozenset(map(key, ("أجبر", "أرغم", "اضطر", "حمل", "دفع")))
STAGES = frozenset({"مرحله", "مراحل", "صفحه"})
RANKS = frozenset({"اول", "ثاني", "ثالث", "رابع", "اخر", "احدث", "اعنف", "اكبر", "اوسع"}) | frozenset(
    {"سلسله", "موجه", "عده", "احدي", "بضع"}
)  # "في ثاني هجوم من نوعه", "في سلسلة غارات"
USES = frozenset({"استخدم", "استعمل", "استغل", "وظف", "سخر"})  # "استخدمت القاعدة في شن غارات"
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


def forced_to(page: Page, left: Chunk, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "إجبار المسلحين على الانسحاب": who is made to do something does it."""
    if chunk.prep not in ("علي", "الي") or left.owner is None or not left.first <= left.head < left.owner.first:
        return ()
    makes = any(key(a.verb) in FORCING for a in page.word(left).analyses if a.derived == "masdar")
    return (left.owner,) if makes and tells_itself(page, chunk) else ()


def is_stage(page: Page, chunk: Chunk) -> bool:
    """ "المرحلة الثانية", "تنفيذ الصفحة الأولى": a part of the deed that stands behind "من"."""
    words = page.text.words[chunk.first : chunk.last]
    return chunk.kind == "noun" and chunk.actor is None and any(w.stem_key in STAGES for w in words)


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
    if is_loss(word) or page.text.words[max(chunk.head - 1, 0)].key == "الاعلي":
        return False  # "للثأر لمقتل قائده", "المجلس الأعلى للقضاء"
    met = any(key(a.lemma) in TRAVELS for a in page.word(page.chunks[verb]).analyses) and is_meeting(word)
    return met or tells_itself(page, chunk) or done_to(word)


def is_used(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a noun behind "في" is what something is tried or used in."""
    if any(e.kind == "control" for e, _ in lights_of(page.word(chunk), as_verb=False)):
        return True
    if page.word(page.chunks[chunk.index - 1]).stem_key in DEEDS and tells_itself(page, chunk):
        return True
    return any(key(a.lemma) in USES for a in page.word(page.chunks[verb]).analyses)


def is_strike(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "دمر الطيران عربة في غارة على الموقع": in what strike one who hits others hit them."""
    head = page.word(chunk)
    counts = head.stem_key in RANKS or head.kind == "number" or head.pos == "number"  # "في 23 غارة"
    strike = page.text.words[min(chunk.head + counts, chunk.last - 1)]
    if page.word(chunk).definite or not any(e.extension in STRIKES for e in deeds_of(strike)):
        return False
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    if behind is not None and behind.prep == "ل":
        return False  # "في هجوم لهم": whose it is stands behind it
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    acts = [e for x in lemmas for e in index().verbs.get(x, ()) if e.type == "ASSAULT" or e.extension == "abduct"]
    slots = of_verb(page, verb).slots
    takes = bool(acts) and all(e.extension == "capture_ground" for e in acts)  # "سيطرت القوات على التل في عملية"
    hits = any(e.roles.get("subject", "actor") == "actor" for e in acts) and "object" in slots
    if not (hits or takes or _succeeds(page, verb, chunk)):
        return False
    hit = any(c.actor is not None for c in slots.get("object", ()))
    doers = [c.actor for c in slots.get("subject", ()) if c.actor is not None and c.actor.klass in STRIKERS]
    if any(page.text.words[a.head].stem.endswith("ا") and a.form == "role" and not a.definite for a in doers):
        return False  # "قتل ضابطا شرطة في هجوم": the two of the police are killed
    return bool(doers) and (hit or not suffered(page.word(page.chunks[verb])))  # "قتل ضابط في هجوم" has no doer


def _succeeds(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "نجحت القوات في تدمير المخازن في هجوم على": whether a verb of succeeding carries a deed of force before it."""
    lights = lights_of(page.word(page.chunks[verb]), as_verb=True)
    if not any(e.kind == "control" and e.modality == "asserted" for e, _ in lights):
        return False
    done = [c for c in page.chunks[verb + 1 : chunk.index] if c.prep in ("في", "من") and tells_itself(page, c)]
    return any(e.type == "ASSAULT" for c in done for e in deeds_of(page.word(c)))


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
