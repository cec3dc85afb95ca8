"""Who has no public part, and in which roles such people are named all the same."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import key

FORCE = frozenset({"امن", "شرطه", "ناحيه", "مخابرات", "استخبارات", "مديريه", "مباحث"})
PUBLIC = frozenset({"مكتب", "اداره", "فرع", "تربيه", "دفاع", "علاقات", "عمليات", "اعلام"})
GENERAL = "عام"
BODY = 2  # words behind "مدير" that name what he directs
FOR_GAIN = frozenset({
    "شركه", "بنك", "مصرف", "فندق", "نادي", "مستشفي", "مدرسه", "جامعه", "كليه", "متحف", "مهرجان", "معرض", "صحيفه",
    "قناه", "مركز", "بورصه", "مجموعه", "مبيعات", "تسويق", "منتخب", "فريق", "تحرير",
})  # fmt: skip


def is_private(page: Page, actor: ActorPhrase, *, speaks: bool) -> bool:
    """Whether a phrase is headed by someone of no public part: players, pupils, shops, fathers."""
    word = page.text.words[actor.head]
    if actor.klass == "weapon":
        return False  # "مدافع" are guns, and no defenders
    if word.stem_key == "مدير" and _of_public_body(page, actor, speaks=speaks):
        return False
    if word.stem_key == "امانه" and page.text.words[min(word.index + 1, actor.last - 1)].key == "العامه":
        return False  # "الأمانة العامة للرابطة" speaks for a body
    if word.stem_key in closed().firms:
        return not any(n in page.actors_at for n in range(actor.first + 1, actor.last))  # a firm of a state is public
    return word.stem_key in closed().private or any(key(a.lemma) in closed().private for a in word.analyses)


def _of_public_body(page: Page, actor: ActorPhrase, *, speaks: bool) -> bool:
    """ "مدير أمن المديرية", and where he speaks "المدير العام للدفاع المدني", no "المدير العام للبنك"."""
    words = page.text.words[actor.head + 1 : max(actor.last, actor.head + BODY) + 1]
    if not words or any(w.stem_key in FOR_GAIN for w in words):
        return False
    if words[0].stem_key in FORCE:
        return actor.head + 1 < actor.last
    return speaks and (words[0].stem_key in PUBLIC or (words[0].stem_key == GENERAL and words[-1].kind == "word"))


def may_be_private(entry: Entry, role: str, head: str) -> bool:
    """They may protest, be victims of force, and be helped."""
    if role == "actor" and entry.type in ("ASSAULT", "COERCE") and head in ("مهاجم", "مهاجمون", "مهاجمين"):
        return True  # "المهاجم أطلق النار" plays no football
    return entry.type == "PROTEST" or (role == "recipient" and entry.type in ("ASSAULT", "COERCE", "AID", "RETREAT"))
