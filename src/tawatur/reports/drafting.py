"""From a telling to its draft: its evidence, its parties, each once, and what its own words say of its modality."""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.draft import Draft
from tawatur.model.phrases import ActorPhrase
from tawatur.model.reading import Modality
from tawatur.reports.circumstances import figures_of, place_of
from tawatur.reports.deals import of_deal
from tawatur.reports.grammar.borders import clause_of, evidence_of
from tawatur.reports.grammar.ourselves import ours
from tawatur.reports.grammar.page import Page
from tawatur.reports.kinds import flown, loss
from tawatur.reports.modality.anew import ASKED_ANEW, COUNTED, TAKEN_UP
from tawatur.reports.modality.reader import read_modality
from tawatur.reports.refusals import said_by_self
from tawatur.reports.tie_checks import presupposed
from tawatur.reports.timing import time_of

if TYPE_CHECKING:
    from tawatur.reports.events import Telling


def draft_of(page: Page, telling: "Telling", triggers: list[int]) -> Draft:
    """The draft of a telling: an act with place, time and figures, a tie without."""
    text, trigger, entry = page.text, telling.trigger, telling.sense.entry
    telling.reach = None  # it may have been sought before its doers were known
    first, last = evidence_of(page, telling.clause)
    first, last = min(first, trigger.word), max(last, trigger.last)
    event, governor, by_air = telling.kind == "event", telling.roles.governor, flown(page, telling)
    judged = read_modality(
        text,
        page.named,
        _judged_from(page, telling, first),
        last,
        trigger.word,
        governor=governor.word if governor is not None else None,
        given=_given(page, telling),
        fillers=len(telling.roles.actors) + len(telling.roles.recipients),
        kind=_may_be_kind(telling),
        verbal=telling.roles.passive and any(a.quantity is not None for a in telling.roles.recipients),
    )
    return Draft(
        kind=telling.kind,
        type=telling.type,
        trigger_word=trigger.word,
        trigger=text.span(trigger.word, trigger.last),
        first=first,
        last=last,
        evidence=text.span(first, last),
        extension=("air_strike" if by_air else loss(page, telling)) if event else None,
        mode=("aerial" if by_air else entry.mode) if event else None,
        actors=_once(_not_harmed(telling)),
        recipients=_once(telling.roles.recipients),
        place=place_of(page, telling) if event else None,
        time=time_of(page, telling) if event else None,
        figures=figures_of(page, telling, triggers) if event else (),
        modality=_of_turn(page, telling) or _of_tie(page, telling) or of_deal(page, telling, judged.modality),
        specific=judged.specific,
        cues=judged.cues,
        speech=entry.speech,
        ours=event and ours(page, trigger.word, telling.roles.rule),
        rule=telling.roles.rule,
    )


def _judged_from(page: Page, telling: "Telling", first: int) -> int:
    """ "في حال تمكنت القوات التي يقودها أحمد من الوصول": its governor's clause decides too."""
    governor = telling.roles.governor
    if governor is None or governor.word >= first or page.chunk_of[governor.word] < 0:
        return first
    return min(first, page.chunks[clause_of(page, page.chunk_of[governor.word]).start].first)


def _of_turn(page: Page, telling: "Telling") -> Modality | None:
    """What a turn of speech does now: "سنرد" threatens, "لن نقبل" refuses, others are only foretold to."""
    turn, word = telling.sense.entry.turn, page.text.words[telling.trigger.word]
    return said_by_self(page, word, telling.roles) if turn == "refused" else "asserted" if turn else None


def _of_tie(page: Page, telling: "Telling") -> Modality | None:
    """What a tie only described whom the clause speaks of keeps whatever becomes of the clause."""
    word = page.text.words[telling.trigger.word]
    tie = telling.sense.entry.kind == "tie"
    return "asserted" if tie and presupposed(word, telling.sense, telling.roles) else None


def _may_be_kind(telling: "Telling") -> bool:
    """Whether the trigger may name a mere kind of act: neither verb nor participle, nor what someone is told to say.

    What is taken up from a sentence before, and what cost so many lives, is no mere kind either.
    """
    if TAKEN_UP in telling.roles.rule or COUNTED in telling.roles.rule:
        return False
    spoken = telling.sense.entry.speech and bool(telling.roles.actors)
    return telling.sense.shape not in ("verb", "active") and not spoken and telling.type not in ASKED_ANEW


def _not_harmed(telling: "Telling") -> list[ActorPhrase]:
    """ "هاجم المسلحون القاعدة، ما أدى إلى مقتل 29 منهم": who is killed did not do it."""
    if telling.sense.entry.type == "AID":
        given = {(r.entity, r.first) for r in telling.roles.recipients}  # "حيث تلقى عدد منهم تدريباتهم"
        return [a for a in telling.roles.actors if (a.entity, a.first) not in given]
    if telling.sense.entry.extension not in LOSSES:
        return telling.roles.actors
    harmed = {r.entity for r in telling.roles.recipients}
    return [a for a in telling.roles.actors if a.entity not in harmed]


def _once(fillers: list[ActorPhrase]) -> tuple[ActorPhrase, ...]:
    """Each actor once in a role, where it was named first."""
    kept: dict[str, ActorPhrase] = {}
    for filler in fillers:
        kept.setdefault(filler.entity, filler)
    return tuple(kept.values())


def _given(page: Page, telling: "Telling") -> Modality | None:
    """What the lexicon says of the modality: of the act's own entry, or of the control verb over it."""
    governor = telling.roles.governor
    entry = governor.entry if governor is not None else None
    if governor is not None and entry is not None and entry.modality == "denied" and entry.subject == "actor":
        own = {a.entity for a in governor.actors}
        if own and telling.roles.actors and own.isdisjoint(a.entity for a in telling.roles.actors):
            return None if page.text.words[telling.trigger.word].definite else "possible"  # "رفض التدخل التركي"
    return telling.sense.entry.modality or (entry.modality if entry is not None else "") or None
