"""What is added to what was told: "استعادت القوات المعسكر، إضافة إلى أسر عشرة وتدمير آلية"."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import described, says_only
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.resuming import has_resumption
from tawatur.reports.lexicon.senses import deeds_of, key, lights_of, suffered
from tawatur.reports.lexicon.senses import index as index_of

ADDING = frozenset({"اضافه", "فضلا", "علاوه", "ناهيك"})
LIKEWISE = frozenset({"وكذا", "وكذلك"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
DONE = frozenset({"تم", "جرى", "جري"})
BEHIND = frozenset({"الي", "عن", "علي"})
BACK = 24  # chunks to the left within which stands what it is added to


def adds(page: Page, index: int) -> int | None:
    """Where "in addition to" begins, if the noun chunk `index` stands behind it or is joined to one that does."""
    first = index
    while first > page.sentence_first[index] and page.chunks[first].joined and not page.chunks[first].prep:
        first -= 1
        while first > page.sentence_first[index] and not tells_itself(page, page.chunks[first]):
            if page.chunks[first].kind not in ("noun", "time"):
                return None
            first -= 1
    chunk = page.chunks[first]
    if any(e.extension in LOSSES for e in deeds_of(page.word(page.chunks[index]))):
        return None  # "إضافة إلى مقتل عشرة": a loss is no deed
    if chunk.prep == "الي جانب":
        return first if tells_itself(page, chunk) else None
    left = page.chunks[first - 1] if first > page.sentence_first[index] else None
    if left is not None and chunk.bare and page.text.words[left.first].text in LIKEWISE:
        return first - 1 if tells_itself(page, chunk) else None  # "قصفت مواقعهم وكذلك استهداف تجمعاتهم"
    if left is None or chunk.prep not in BEHIND:
        return None
    return first - 1 if page.word(left).stem_key in ADDING else None


def doing(page: Page, more: int) -> int | None:
    """The verb before the chunk `more` that tells what someone did: no result, no loss, and no mere saying."""
    for position in range(more - 1, max(page.sentence_first[more] - 1, more - BACK - 1), -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when"):
            return None
        if not is_finite(chunk):
            continue
        word = page.word(chunk)
        if described(page, position) or word.enclitic or has_resumption(page, position):
            if any(c.kind == "mark" for c in page.chunks[position:more]):
                continue
            return None  # "الذي يزرع الألغام فضلا عن …": what is added belongs to the relative clause
        verbs = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
        if any(verb in DONE or verb in closed().results for verb in verbs):
            continue  # "استهدفت مخزنا، ما أدى إلى اشتعاله، إضافة إلى تدمير دبابة"
        done = not suffered(word) and not says_only(word) and not features(word).passive
        return position if done and forces(word) else None
    return None


def forces(word: Word) -> bool:
    """Whether a verb tells a deed of force or carries one ("نفذ", "تمكن"): who flees or suffers adds none."""
    acts = [e for a in word.analyses if a.pos == "verb" for e in index_of().verbs.get(key(a.lemma), ())]
    return any(e.type in FORCEFUL for e in acts) or any(e.subject == "actor" for e, _ in lights_of(word, as_verb=True))
