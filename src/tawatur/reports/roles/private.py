"""Who has no public part, and in which roles such people are named all the same."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import key

PUBLIC = frozenset({"امن", "شرطه", "ناحيه", "مخابرات", "استخبارات", "مديريه", "مباحث"})


def is_private(page: Page, actor: ActorPhrase) -> bool:
    """Whether a phrase is headed by someone of no public part: players, pupils, shops, fathers."""
    word = page.text.words[actor.head]
    if actor.klass == "weapon":
        return False  # "مدافع" are guns, and no defenders
    behind = page.text.words[actor.head + 1].stem_key if actor.head + 1 < actor.last else ""
    if word.stem_key == "مدير" and behind in PUBLIC:
        return False  # "مدير أمن المديرية"
    if word.stem_key == "امانه" and page.text.words[min(word.index + 1, actor.last - 1)].key == "العامه":
        return False  # "الأمانة العامة للرابطة" speaks for a body
    if word.stem_key in closed().firms:
        return not any(n in page.actors_at for n in range(actor.first + 1, actor.last))  # a firm of a state is public
    return word.stem_key in closed().private or any(key(a.lemma) in closed().private for a in word.analyses)


def may_be_private(entry: Entry, role: str, head: str) -> bool:
    """They may protest, be victims of force, and be helped."""
    if role == "actor" and entry.type in ("ASSAULT", "COERCE") and head in ("مهاجم", "مهاجمون", "مهاجمين"):
        return True  # "المهاجم أطلق النار" plays no football
    return entry.type == "PROTEST" or (role == "recipient" and entry.type in ("ASSAULT", "COERCE", "AID", "RETREAT"))
