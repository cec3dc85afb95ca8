"""Two words for one act: the verb that names both sides of an exchange, the participle that says whom strikes hit."""

from typing import TYPE_CHECKING

from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.collocates import folded, keys_of

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

EXCHANGES, EXCHANGE = "تبادل", 7  # chunks from the verb to what is exchanged
AIMS = "استهدف"


def exchanged(page: Page, telling: "Telling", verbs: "dict[int, Telling]") -> bool:
    """ "تبادلت القوات إطلاق النار مع المسلحين": the verb names both sides, the firing tells nothing new."""
    if telling.sense.shape == "verb" or telling.sense.entry.extension not in ("shooting", "shelling"):
        return False
    own = page.chunk_of[telling.trigger.word]
    for position in range(own - 1, max(page.sentence_first[own], own - EXCHANGE) - 1, -1):
        if is_finite(page.chunks[position]):
            verb = verbs.get(position)
            exchanged = verb is not None and key(verb.sense.entry.lemma) == EXCHANGES and not page.chunks[own].prep
            return exchanged and verb is not None and not locks(page, verb, telling)
    return False


def aims_on(page: Page, telling: "Telling", kept: "list[Telling]") -> bool:
    """ "شنت الطائرات غارات مستهدفة تجمعات المسلحين": the participle says whom the strikes told before it hit."""
    if telling.sense.shape != "active" or key(telling.sense.entry.lemma) != AIMS:
        return False
    first = page.text.sentence_of(telling.trigger.word).first
    strikes = (t for t in reversed(kept) if t.type == "ASSAULT" and t.sense.entry.extension not in LOSSES)
    before = next((t for t in strikes if t.trigger.word >= first and same_doers(telling, t)), None)
    if before is None:
        return False
    held = before.roles.recipients + before.roles.actors
    before.roles.recipients += [r for r in telling.roles.recipients if r not in held and not before.roles.recipients]
    before.roles.places += telling.roles.places
    return True


def locks(page: Page, verb: "Telling", noun: "Telling") -> bool:
    locks = folded(verb.sense.entry.with_)
    return bool(locks) and not locks.isdisjoint(keys_of([page.text.words[noun.trigger.word]]))


def same_doers(telling: "Telling", verb: "Telling") -> bool:
    doers = {a.entity for a in verb.roles.actors}
    return bool(telling.roles.actors) and all(a.entity in doers for a in telling.roles.actors)
