"""Who did what "was done" where the verb before says who acts: "تقدمت القوات وتمت السيطرة على القاعدة"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.additions import forces
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.going_on import described, says_only
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, index, key, suffered

DONE = frozenset({"تم", "جرى", "جري"})
TAKEN = frozenset({"capture_ground", "destroy", "shoot_down"})
HELD = frozenset({"arrest", "loot"})
PUBLIC = frozenset({"قوات", "قوه", "شرطه", "جيش", "اجهزه", "وحدات", "وحده", "سلطات", "امن", "مخابرات", "استخبارات"})
BACK = 12  # chunks to the left within which the verb stands that says who acts


def doers_before(page: Page, governor: Governor, sense: Sense) -> tuple[ActorPhrase, ...]:
    """The subject of the verb of force before a joined "وتم", if it may have done what the noun tells."""
    here = page.chunk_of[governor.word]
    lemmas = {key(a.lemma) for a in page.text.words[governor.word].analyses if a.pos == "verb"}
    if governor.rule != "event_verb" or not page.chunks[here].joined or DONE.isdisjoint(lemmas):
        return ()
    for position in range(here - 1, max(page.sentence_first[here], here - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when", "relative"):
            return ()
        if not is_finite(chunk) or described(page, position):
            continue
        word = page.word(chunk)
        if suffered(word) or says_only(word) or features(word).passive or not forces(word):
            return ()
        subject = subject_chunk(page, position).chunk
        found = actors_of(page, subject) if subject is not None else ()
        return tuple(a for a in found if _may_do(page, a, position, sense))
    return ()


def _may_do(page: Page, actor: ActorPhrase, verb: int, sense: Sense) -> bool:
    """Whether one who acts may take, destroy or hold someone; aircraft hold no ground and no men."""
    if sense.entry.extension in TAKEN:
        return actor.klass in ("armed", "state") or (
            actor.klass == "weapon" and sense.entry.extension != "capture_ground"
        )
    if sense.entry.extension not in HELD or actor.klass not in ("armed", "state", "office"):
        return False
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    raids = any(e.type == "COERCE" for x in lemmas for e in index().verbs.get(x, ()))
    return raids or page.text.words[actor.head].stem_key in PUBLIC
