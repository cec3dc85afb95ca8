"""When something was said that bears no time of its own: in the meeting told right before, or with a statement.

A plan without a day of its own was announced on the day of its statement.
"""

from itertools import takewhile

from tawatur.model.draft import Draft
from tawatur.model.phrases import TimePhrase
from tawatur.reports.grammar.page import Page
from tawatur.reports.owning import dates, of_speech
from tawatur.reports.story import Story, undated_between

SPOKEN = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})  # what the parties of a meeting say in it
FUTURE = frozenset({"سوف", "تعتزم", "يعتزم", "تنوي", "ينوي"})
DAY = 10  # characters of a date that names a day
NEAR = 2  # sentences behind a meeting within which its parties still speak in it


def said_with(page: Page, draft: Draft) -> TimePhrase | None:
    """ "أكد في تصريح أمس أن …، محملا X المسؤولية": what a speaker does with the statement is of its day."""
    if draft.rule != "active_participle" or draft.type not in ("ACCUSE", "REJECT", "REQUEST"):
        return None
    own = page.chunk_of[draft.trigger_word]
    told = page.chunks[page.sentence_first[own] : own] if own >= 0 else ()
    lead = list(takewhile(lambda c: c.kind not in ("that", "relative"), told))
    times = [c for c in lead if c.time is not None and dates(c.time)]
    if len(times) != 1 or len(lead) == len(told) or not of_speech(page, times[0].index):
        return None
    return times[0].time


def announced(page: Page, draft: Draft) -> TimePhrase | None:
    """ "قال الوزير أمس إنه سيزور بغداد": a plan without a day of its own is of the day on which it was announced."""
    own = page.chunk_of[draft.trigger_word]
    if own < 0 or not draft.specific:
        return None
    dated = [c for c in page.chunks[page.sentence_first[own] : page.sentence_last[own]] if c.time is not None]
    if len(dated) != 1 or dated[0].index > own or dated[0].time is None or len(dated[0].time.edtf or "") != DAY:
        return None
    that = [c for c in page.chunks[dated[0].index + 1 : own] if c.kind == "that"]
    if len(that) != 1 or not dates(dated[0].time) or not of_speech(page, dated[0].index):
        return None
    said = page.text.words[that[0].first : draft.trigger_word + 1]
    return dated[0].time if any("س" in w.prefixes or w.key in FUTURE for w in said) else None


def in_meeting(story: Story, source: Draft, draft: Draft) -> bool:
    """ "تلقى الملك أمس اتصالا من الرئيس … وأعرب الملك عن شكره": what a party says right behind was said in it."""
    if source.type != "CONSULT" or draft.type not in SPOKEN or source.trigger_word > draft.trigger_word:
        return False
    apart = story.sentence(draft.trigger_word) - story.sentence(source.trigger_word)
    parties = {a.entity for a in (*source.actors, *source.recipients)}
    speakers = {a.entity for a in draft.actors}
    return apart <= NEAR and not parties.isdisjoint(speakers) and undated_between(story, source, draft)
