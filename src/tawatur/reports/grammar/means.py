"""Who does the event noun that is the means, aim or cause of another act, or of which someone is accused."""

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.accusations import accused_by
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.governor import (
    Governor,
)
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.objects import befell
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.pronouns import agrees, standing_for
from tawatur.reports.grammar.purposes import (
    answers_by_deed,
    is_aim,
    is_cause,
    is_strike,
    is_used,
    speaks_oneself,
)
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import accuses, deeds_of, governs_ba, key, lights_of, senses_of, speaks, suffered
from tawatur.reports.lexicon.senses import index as index_of

UNDERGOES = "تعرض"
COLUMNS = frozenset({"رتل", "قافله", "موكب", "حاجز", "دوريه"})
DEATHS = frozenset({"مقتل", "مصرع", "استشهاد", "وفاه"})
AFTER = frozenset({"بعد", "عقب", "اثر", "فور"})
FORCES = frozenset({"armed", "state", "weapon"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
MOVING = FORCEFUL | {"MOBILIZE"}
TAKEN = frozenset({"capture_ground", "repel", "raid"})
ANNOUNCES = "اعلن"
FALLS = frozenset({"سقوط", "انهيار"})
MEANS = frozenset({"ب", "عبر", "من خلال", "عن طريق", "بواسطه"})
REASONS = frozenset({"سبب", "فعل", "تهمه", "تهم", "شبهه", "ذريعه", "موجب", "حجه", "دعوي", "زعم"})
SENT = frozenset({"armed", "weapon", "group", "person", "office"})


def by_means(page: Page, verb: int, chunk: Chunk) -> Governor | None:
    """ "بتدريب", "عبر السيطرة على": who does the act does the means; "لاقتحام": who goes does the aim."""
    if not is_finite(page.chunks[verb]):
        return None
    cause, aim = not chunk.prep and is_cause(page, chunk), chunk.prep == "ل" and is_aim(page, verb, chunk)
    used = chunk.prep == "في" and (is_used(page, verb, chunk) or is_strike(page, verb, chunk))
    known = chunk.prep in MEANS or aim or cause or used
    known = known or deed_before(page, verb, chunk) or taken_before(page, verb, chunk)
    if not known or _stands_written(page, verb):
        return None  # "وفقا لما ورد في رسالة الرئيس لإدخال المساعدات"
    if chunk.prep == "ب" and page.word(chunk).stem_key in DEATHS and speaks(page.word(page.chunks[verb])):
        return None  # "اعترف الحزب بمقتل اثنين من عناصره": who owns to a loss did not cause it
    if chunk.prep == "ل" and page.word(chunk).enclitic and accuses(page.word(page.chunks[verb])):
        return of_accusation(page, verb, chunk.index)  # "انتقدت المنظمة السلطات لاحتجازها ناشطين"
    if chunk.prep == "ل" and page.word(chunk).enclitic and speaks_oneself(page.word(chunk)):
        return None  # "اعتقل التجار لرفضهم الدفع": those whom the pronoun means
    if chunk.prep == "ب" and page.word(chunk).stem_key in REASONS:
        return None  # "نزح السكان بسبب القصف", "اعتقلت الشرطة رجلين بتهمة الانتماء إلى التنظيم"
    if chunk.prep == "ب" and governs_ba(page.word(page.chunks[verb])) and not answers_by_deed(page, verb, chunk):
        return None
    left = page.chunks[chunk.index - 1]
    if aim and (left.prep == "عن" or _came_under(page, verb, chunk)):
        return None  # "أعرب عن أسفه لقصف …": what is felt has a reason, no aim
    if (
        chunk.prep == "ل"
        and left.kind == "noun"
        and left.actor is None
        and page.word(left).pos == "adjective"
        and any(a.derived in ("active", "passive") for a in page.word(left).analyses)
    ):
        return None  # "الخاضعة لسيطرة", "معرضة لهجوم": no aim
    slots = of_verb(page, verb).slots
    sent = [
        c for c in slots.get("object", []) if c.actor is not None and c.actor.klass in SENT and not _forces(page, verb)
    ]
    if aim and not sent and (helped := _helped(page, verb, chunk, slots)) is not None:
        return Governor(None, page.chunks[verb].head, "actor", helped, None, {}, "aim_of_sent", chunk.head)
    subject = subject_chunk(page, verb)
    hurt = suffered(page.word(page.chunks[verb])) and not answers_by_deed(page, verb, chunk)  # "يرد" is no "يردي"
    if hurt and befell(page, verb, slots, means=cause or chunk.prep in MEANS):
        return None  # "قتل قائد بقصف": who is killed by it does not do it
    if chunk.prep == "ل" and (actors := tuple(c.actor for c in sent if c.actor is not None)):
        return Governor(None, page.chunks[verb].head, "actor", actors, None, {}, "aim_of_sent", chunk.head)
    if chunk.prep in MEANS and "object" not in slots and was_struck(page, verb, subject.chunk):
        return None  # "استهدف رتل للجيش بعبوة ناسفة"
    if subject.chunk is None or subject.chunk == chunk.index or features(page.word(page.chunks[verb])).passive:
        return None
    rule = "aim_of_subject" if chunk.prep == "ل" else "cause_of_subject" if cause else "means_of_subject"
    return Governor(None, page.chunks[verb].head, "actor", actors_of(page, subject.chunk), None, {}, rule, chunk.head)


def _forces(page: Page, verb: int) -> bool:
    """ "حاصر المسلحون القرويين لتصفيتهم": those on whom force is used are sent nowhere."""
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    acts = [e for x in lemmas for e in index_of().verbs.get(x, ()) if e.kind == "act" and not e.with_]
    return bool(acts) and all(e.type in FORCEFUL for e in acts)


def _helped(page: Page, verb: int, chunk: Chunk, slots: Slots) -> tuple[ActorPhrase, ...] | None:
    """ "قدم السلاح للمقاومة لقتال الغزاة", "يمدهم بالسلاح لمحاربة": whom one helps to fight fights, or None."""
    word = page.word(page.chunks[verb])
    acts = [e for a in word.analyses if a.pos == "verb" for e in index_of().verbs.get(key(a.lemma), ())]
    fights = any(e.type in FORCEFUL for e in deeds_of(page.word(chunk)))
    if not fights or not any(e.type == "AID" for e in acts):
        return None
    given = [c.actor for slot in ("ل", "الي") for c in slots.get(slot, ()) if c.index < chunk.index]
    found = tuple(a for a in given if a is not None and a.klass in SENT)
    helps = all(e.type == "AID" for e in acts)  # "مما دفعه لإطلاق النار" gives nothing
    if not found and helps and word.enclitic and (meant := standing_for(page, page.chunks[verb], word)) is not None:
        found = (meant.actor,) if meant.actor is not None else ()
    return found if found or (helps and word.enclitic) else None


def _came_under(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "تعرضت قريتان يسيطر عليهما الجيش لقصف": the verb before the relative clause says what they came under."""
    before = range(page.sentence_first[chunk.index], verb)
    met = [n for n in before if any(key(a.verb or a.lemma) == UNDERGOES for a in page.word(page.chunks[n]).analyses)]
    return bool(met) and not any(page.chunks[n].prep == "ل" for n in range(met[-1] + 1, chunk.index))


def _stands_written(page: Page, verb: int) -> bool:
    """Whether a verb only says where something stands ("لما ورد في", "ما جاء في")."""
    lemmas = {key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"}
    before = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    return before is not None and before.text in ("لما", "ما", "كما") and not lemmas.isdisjoint(("ورد", "جاء"))


def of_accusation(page: Page, accusing: int, index: int) -> Governor:
    """ "اتهم أ ب بقصف": the accused does what he is accused of."""
    accused = accused_by(page, accusing, index)
    chunk = page.chunks[accusing]
    return Governor(None, chunk.head, "actor", accused, None, {}, "accused_of", page.chunks[index].head)


def was_struck(page: Page, verb: int, subject: int | None) -> bool:
    """Whether a column or convoy without article stands alone behind a verb of force: it is hit."""
    if subject != verb + 1 or page.word(page.chunks[subject]).definite:
        return False
    forced = any(
        e.type == "ASSAULT"
        for a in page.word(page.chunks[verb]).analyses
        if a.pos == "verb"
        for e in index_of().verbs.get(key(a.lemma), ())
    )
    return forced and page.word(page.chunks[subject]).stem_key in COLUMNS


def deed_before(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "تمكنت القوات من قطع طرقهم بعد محاصرتهم": what was done to others first, by whoever acts in the clause."""
    word, acting = page.word(chunk), page.word(page.chunks[verb])
    if chunk.prep not in AFTER or word.enclitic not in ("هم", "ها") or chunk.last > chunk.head + 1:
        return False
    if suffered(acting) and "object" not in of_verb(page, verb).slots:
        return False  # "قتل المسلحون بعد محاصرتهم"
    if not _done_to_others(page, verb, chunk):
        return False
    done = [s.entry for s in senses_of(word, as_verb=False) if s.genitive == "patient" and s.masdar is not None]
    if any(e.extension in LOSSES for e in done):
        return False  # "توفوا بعد إصابتهم"
    acts = [e for a in acting.analyses if a.pos == "verb" for e in index_of().verbs.get(key(a.lemma), ())]
    tries = any(e.kind == "control" for e, _ in lights_of(acting, as_verb=True))
    forced = tries or any(e.type in FORCEFUL for e in acts)
    return forced and any(e.type in FORCEFUL for e in done)


def taken_before(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "تقدمت القوات بعد السيطرة على التل", "دخلت البلدة بعد طرد المسلحين منها": who comes or fights took it first."""
    word, acting = page.word(chunk), page.word(page.chunks[verb])
    if chunk.prep not in AFTER or word.enclitic or suffered(acting) or word.stem_key in FALLS:
        return False
    deeds = [s.entry for s in senses_of(word, as_verb=False) if s.masdar is not None or s.entry.pos == "noun"]
    if not any(e.extension in TAKEN or e.mode == "seize" for e in deeds):
        return False
    acts = [e for a in acting.analyses if a.pos == "verb" for e in index_of().verbs.get(key(a.lemma), ())]
    goes_on = any(e.kind in ("control", "aspect") and e.subject == "actor" for e, _ in lights_of(acting, as_verb=True))
    goes_on = goes_on and any(
        e.type in MOVING for c in page.chunks[verb + 1 : chunk.index] for e in deeds_of(page.word(c))
    )
    subject = subject_chunk(page, verb).chunk
    who = page.chunks[subject].actor if subject is not None else None
    told = set() if any(key(e.lemma) == ANNOUNCES for e in acts) else {e.type for e in acts}
    forced = goes_on or (not MOVING.isdisjoint(told) and "RETREAT" not in told)
    known = who is not None and (who.definite or who.number == "p" or who.form != "role")
    return forced and known and who is not None and who.klass in ("armed", "state")


def _done_to_others(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a pronoun may mean others than the subject: those named between, or none with which "she" agrees."""
    subject = subject_chunk(page, verb).chunk
    who = page.chunks[subject].actor if subject is not None else None
    pronoun = page.word(chunk).enclitic
    if who is None or subject is None or who.klass not in FORCES or (pronoun == "ها" and agrees(pronoun, who)):
        return False
    between = [c for c in page.chunks[verb + 1 : chunk.index] if c.index != subject]
    named = [c.actor or c.owner for c in between]
    return pronoun == "ها" or any(a is not None and (a.number == "p" or a.klass == "armed") for a in named)
