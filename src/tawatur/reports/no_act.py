"""What tells no act of its own: losses by accident, the toll of an attack told before, what is only asked for."""

from collections.abc import Set
from typing import TYPE_CHECKING

from tawatur.arabic.word import Sentence
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.collocates import keys_of
from tawatur.reports.resumption import INCIDENTS, none_fell, toll_of

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

ATTACKS = frozenset({"هجوم", "قصف", "غاره", "كمين", "تفجير", "اشتباك", "رصاص", "نيران", "قنبله", "عبوه"})
PAST = frozenset({"بعد", "عقب", "منذ", "اثر", "علي خلفيه", "خلال", "غداه"})  # what stands behind has happened


def by_accident(page: Page, telling: "Telling", kept: "list[Telling]") -> bool:
    """Losses without an agent in a sentence of accidents ("قتل ثلاثة في تحطم طائرة") tell no act."""
    if telling.sense.entry.extension not in LOSSES or telling.roles.actors:
        return False
    sentence = page.text.sentence_of(telling.trigger.word)
    near = keys_of(page.text.words[sentence.first : sentence.last])
    if not closed().accidents.isdisjoint(near) and not _resumes_attack(page, sentence, near, kept):
        return near.isdisjoint(ATTACKS)  # "في حادث منفصل قتل جندي في هجوم"
    return bool({"سقوط", "سقط"} & near) and not closed().aircraft.isdisjoint(near)


def _resumes_attack(page: Page, sentence: Sentence, near: Set[str], kept: "list[Telling]") -> bool:
    """ "هاجم مسلحون حافلة. وقتل في الحادث أربعة جنود": the incident is the attack told right before."""
    words = page.text.words[sentence.first : sentence.last]
    known = any(w.stem_key in INCIDENTS and "ال" in w.prefixes for w in words)
    if not known or (closed().accidents & near) - INCIDENTS or not sentence.first:
        return False
    before = page.text.sentence_of(sentence.first - 1)
    told = (t for t in kept if before.first <= t.trigger.word < before.last and t.type == "ASSAULT")
    return any(t.sense.entry.extension not in LOSSES for t in told)


def is_toll(page: Page, telling: "Telling", kept: "list[Telling]") -> bool:
    """ "أدى إلى مقتل عشرة": the toll of an attack told before, no act of its own."""
    cause = toll_of(page, telling, kept)
    if cause is not None and not none_fell(page, telling):
        cause.tolls.append(telling)
    return cause is not None


def asked_for(page: Page, telling: "Telling", requests: set[int]) -> bool:
    """ "طلب لقاء", "دعا إلى وقف القتال": what is asked for did not happen by that."""
    if telling.sense.shape == "verb" or not requests:
        return False
    own = page.chunk_of[telling.trigger.word]
    if _past_behind(page, own) or page.chunks[own].prep in PAST:
        return False  # "طالب بتحقيق في الهجوم الذي شنته القوات": that happened
    for position in range(own - 1, max(page.sentence_first[own], own - 5) - 1, -1):
        if position in requests or is_finite(page.chunks[position]):
            return position in requests
        if page.chunks[position].kind in ("that", "relative", "when"):
            return False
    return False


def _past_behind(page: Page, noun: int) -> bool:
    """Whether a relative clause in the past tense says of a definite noun what happened."""
    behind = page.chunks[noun + 1 : min(noun + 3, page.sentence_last[noun])]
    if not page.chunks[noun].definite or len(behind) < 2 or behind[0].kind != "relative":
        return False
    return is_finite(behind[1]) and features(page.word(behind[1])).tense == "past"
