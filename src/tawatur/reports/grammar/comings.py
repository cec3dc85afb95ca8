"""Verbs of coming and going behind which many people stand as a count: "انتشرت مئات من العناصر"."""

from tawatur.reports.grammar.agreement import Features, features, may_follow
from tawatur.reports.grammar.page import Chunk, Page

COUNTED = frozenset({"ميات", "عشرات", "الاف"})
MOVES = frozenset({
    "انتشر", "وصل", "توجه", "اتجه", "انسحب", "فر", "هرب", "انضم", "التحق", "تظاهر", "احتشد", "تجمع", "توافد", "نزح",
    "عاد", "خرج", "اعتصم", "انشق", "استسلم", "غادر", "تمركز", "انخرط", "تدفق",
})  # fmt: skip


def may_stand_behind(page: Page, index: int, chunk: Chunk, verb: Features) -> bool:
    """Whether a phrase behind the verb that is chunk `index` may be its subject."""
    return may_follow(verb, chunk, page, adjacent=chunk.index == index + 1) or _many_come(page, index, chunk)


def _many_come(page: Page, index: int, chunk: Chunk) -> bool:
    """ "انتشرت مئات من العناصر", "وصل عشرات من قوات": a count stands behind a verb without object in either gender."""
    actor = chunk.actor
    if actor is None or actor.quantity is None or page.text.words[actor.first].stem_key not in COUNTED:
        return False
    moves = any(a.lemma in MOVES for a in page.word(page.chunks[index]).analyses if a.pos == "verb")
    return moves and features(page.word(page.chunks[index])).number == "s"
