"""Who does the event noun that is the means, aim or cause of another act, or of which someone is accused."""

from tawatur.reports.grammar.accusations import accused_by
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.governor import (
    Governor,
)
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.helpers import deed_before, was_struck
from tawatur.reports.grammar.objects import befell
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.purposes import answers_by_deed, is_aim, is_cause, is_strike, is_used, speaks_oneself
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import accuses, governs_ba, key, suffered

MEANS = frozenset({"ب", "عبر", "من خلال", "عن طريق", "بواسطه"})
REASONS = frozenset({"سبب", "فعل", "تهمه", "تهم", "شبهه", "ذريعه", "موجب", "حجه", "دعوي", "زعم"})
SENT = frozenset({"armed", "weapon", "group", "person", "office"})


def by_means(page: Page, verb: int, chunk: Chunk) -> Governor | None:
    """ "بتدريب", "عبر السيطرة على": who does the act does the means; "لاقتحام": who goes does the aim."""
    if not is_finite(page.chunks[verb]):
        return None
    cause, aim = not chunk.prep and is_cause(page, chunk), chunk.prep == "ل" and is_aim(page, verb, chunk)
    used = chunk.prep == "في" and (is_used(page, verb, chunk) or is_strike(page, verb, chunk))
    known = chunk.prep in MEANS or aim or cause or used or deed_before(page, verb, chunk)
    if not known or _stands_written(page, verb):
        return None  # "وفقا لما ورد في رسالة الرئيس لإدخال المساعدات"
    if chunk.prep == "ل" and page.word(chunk).enclitic and accuses(page.word(page.chunks[verb])):
        return of_accusation(page, verb, chunk.index)  # "انتقدت المنظمة السلطات لاحتجازها ناشطين"
    if chunk.prep == "ل" and page.word(chunk).enclitic and speaks_oneself(page.word(chunk)):
        return None  # "اعتقل التجار لرفضهم الدفع": those whom the pronoun means
    if chunk.prep == "ب" and page.word(chunk).stem_key in REASONS:
        return None  # "نزح السكان بسبب القصف", "اعتقلت الشرطة رجلين بتهمة الانتماء إلى التنظيم"
    if chunk.prep == "ب" and governs_ba(page.word(page.chunks[verb])) and not answers_by_deed(page, verb, chunk):
        return None
    left = page.chunks[chunk.index - 1]
    if aim and left.prep == "عن":
        return None  # "أعرب عن أسفه لقصف …": what is felt has a reason, no aim
    if (
        chunk.prep == "ل"
        and left.kind == "noun"
        and page.word(left).pos == "adjective"
        and any(a.derived in ("active", "passive") for a in page.word(left).analyses)
    ):
        return None  # "الخاضعة لسيطرة", "معرضة لهجوم": no aim
    slots = of_verb(page, verb).slots
    sent = [c for c in slots.get("object", []) if c.actor is not None and c.actor.klass in SENT]
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
