"""Times that a telling takes from another telling of the same happening, or from its sentence, by a named rule.

News dates a happening once, mostly in its lead, and tells it again without a date. A report without a time takes that
of a kindred report in its sentence, of the only date of its sentence that no speech verb owns, of a report near by
that shares a party or place, of one that retells it, or, behind "في غضون ذلك", of the lead. Never where those that it
could take it from disagree. A plan takes none but the day on which it was announced.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.mentions.times.intervals import days_of
from tawatur.model.draft import Draft
from tawatur.model.phrases import TimePhrase
from tawatur.model.reading import ReportTime
from tawatur.reports.going_on import KINDRED, goes_on, kindred
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.owning import (
    COUNTED_BACK,
    COUNTED_ON,
    OPEN_ENDED,
    dates,
    lasts_till_now,
    of_speech,
    provoked,
    reaches,
    relative_of,
)
from tawatur.reports.plan_days import looking_ahead, with_announcement
from tawatur.reports.reckoning import EARLIER, ahead, happened_before, reckoned, stated_at, told_before, undated
from tawatur.reports.spoken_times import in_meeting, said_with
from tawatur.reports.story import Story, apart_from, one_day, recent, short
from tawatur.reports.taking_up import alike_in_kind, attack_before, told_behind
from tawatur.reports.told_after import day_after
from tawatur.reports.tolls import share_tolls

LEAD = 2  # sentences of the lead
UP_TO = ("حتى ", "لغاية ", "منذ ")
DAY = 10  # characters of a date that names a day


def inherit(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the times and tolls that they take over."""
    drafts = [looking_ahead(page, d) for d in drafts]
    dated = tuple(
        sorted(
            (d for d in drafts if d.time is not None and d.modality == "asserted" and not _goes_on_still(page, d.time)),
            key=lambda d: d.trigger_word,
        )
    )
    openings: dict[int, int] = {}
    for number, sentence in enumerate(page.text.sentences):
        openings.setdefault(sentence.paragraph, number)
    story = Story(
        page=page,
        dated=dated,
        words=tuple(d.trigger_word for d in dated),
        lasts=tuple(s.last for s in page.text.sentences),
        openings=openings,
        attacks=tuple(sorted(d.trigger_word for d in drafts if d.type == "ASSAULT" and d.extension not in LOSSES)),
    )
    found = [d if d.time is not None or not _may_take(d) else _taken(story, d) for d in drafts]
    return share_tolls(page, [with_announcement(page, d) for d in found])


def _goes_on_still(page: Page, time: ReportTime) -> bool:
    """Whether a time is a stretch up to now or counted from a happening: it dates its own clause only."""
    told = time.span.of(page.text.original)
    return (
        told.startswith(("منذ", "قبل ذلك", "بعد ذلك"))
        or page.text.original[: time.span.start].endswith(UP_TO)  # "حتى الأول من أغسطس قتل 260"
        or time.rule.startswith(OPEN_ENDED)
        or time.rule in (COUNTED_BACK, COUNTED_ON)
    )


def _may_take(draft: Draft) -> bool:
    return draft.kind == "event" and draft.modality in ("asserted", "denied")


def _taken(story: Story, draft: Draft) -> Draft:
    page = story.page
    dated = [d for d in story.around(draft.trigger_word) if not _led_up(page, d, draft)]
    if undated(page, draft.trigger_word):
        return draft
    here = page.text.sentence_of(draft.trigger_word)
    beside = [
        d
        for d in dated
        if here.first <= d.trigger_word < here.last
        and kindred(d.type, draft.type)
        and d.time is not None
        and reaches(page, d.time.edtf, d.trigger_word, draft.trigger_word)
    ]
    if beside:
        best = min(beside, key=lambda d: abs(d.trigger_word - draft.trigger_word))
        return _with(draft, best.time, "inherited_time:sentence")
    if (time := _only_date(page, draft) or said_with(page, draft)) is not None:
        return _with(draft, _report_time(time), "inherited_time:sentence")
    if (time := _lead(story, draft)) is not None:
        return _with(draft, _report_time(time), "inherited_time:meanwhile")
    if (taken := attack_before(story, draft) or told_behind(story, draft)) is not None:
        return _with(draft, taken.time, "inherited_time:taken_up")
    if not draft.specific or (draft.type in KINDRED[0] and happened_before(page, draft.trigger_word)):
        return draft
    if (time := day_after(page, draft)) is not None:
        return _with(draft, _report_time(time), "inherited_time:taken_up")
    if draft.extension == "mine":
        return draft  # "قتل خمسة أمس بلغم زرعه المتمردون": it was laid before
    same = [
        d
        for d in dated
        if d.type == draft.type and one_day(d) and _precise(d) and _shares(page, d, draft) and recent(page, d)
    ]
    same = [d for d in same if not _other_date(page, draft, d)]
    if same and len({d.time.edtf for d in same if d.time is not None}) == 1:
        return _with(draft, same[0].time, "inherited_time:retold")
    alike = [d for d in dated if alike_in_kind(page, d, draft) and recent(page, d)]
    if alike and len({d.time.edtf for d in alike if d.time is not None}) == 1:
        return _with(draft, alike[0].time, "inherited_time:retold")
    near = [d for d in dated if kindred(d.type, draft.type) and short(d) and goes_on(story, d, draft)]
    near = near or [d for d in dated if in_meeting(story, d, draft)]
    near = [d for d in near if recent(page, d) and not provoked(page.text, d.trigger_word)]
    near = [] if told_before(page, draft.trigger_word) else [d for d in near if not _other_date(page, draft, d)]
    return _with(draft, near[-1].time, "inherited_time:goes_on") if near else draft


def _led_up(page: Page, source: Draft, draft: Draft) -> bool:
    """ "سيطر على المطار بعد معارك استمرت ثلاثة أيام": how long the fights took is not when they ended."""
    own = page.chunk_of[source.trigger_word]
    lasted = source.time is not None and source.time.rule == "duration"
    return lasted and own >= 0 and page.chunks[own].prep in EARLIER and draft.extension not in LOSSES


def _other_date(page: Page, draft: Draft, source: Draft) -> bool:
    """Whether the sentence of a report names another day before it than that of the report it could take from."""
    told = days_of((source.time and source.time.edtf) or "")
    first = page.text.sentence_of(draft.trigger_word).first
    since = bisect_left(page.named.times, first, key=lambda t: t.first)
    here = takewhile(lambda t: t.first < draft.trigger_word, page.named.times[since:])
    own = [t for t in here if dates(t) and t.rule not in (COUNTED_BACK, COUNTED_ON)]
    days = [d for t in own if (d := days_of(t.edtf or "")) is not None]
    return told is not None and bool(days) and all(d.last < told.first or told.last < d.first for d in days)


def _precise(draft: Draft) -> bool:
    """ "في مطلع الشهر قتل 33 شخصا": a third of a month is that of no other telling."""
    return draft.time is not None and not draft.time.rule.startswith("part_of")


def _report_time(time: TimePhrase) -> ReportTime:
    return ReportTime(edtf=time.edtf, span=time.span, anchor=time.anchor, rule=time.rule)


def _with(draft: Draft, source: ReportTime | None, rule: str) -> Draft:
    assert source is not None
    time = ReportTime(edtf=source.edtf, span=source.span, anchor=source.anchor, rule=rule)
    return msgspec.structs.replace(draft, time=time)


def _only_date(page: Page, draft: Draft) -> TimePhrase | None:
    """The only date of a report's sentence, unless it says when someone spoke or stands in a relative clause."""
    own = page.chunk_of[draft.trigger_word]
    chunks = page.chunks[page.sentence_first[own] : page.sentence_last[own]] if own >= 0 else ()
    times = [c for c in chunks if c.time is not None and dates(c.time)]
    before = page.text.words[draft.trigger_word - 1] if draft.trigger_word else None
    there = before is not None and before.stem_key == "حيث"  # "أوفدته أمس إلى أربيل حيث التقى …"
    if len(times) != 1 or not (there or draft.type in KINDRED[0]) or of_speech(page, times[0].index):
        return None
    time = times[0].time
    if time is None or stated_at(page, times[0], draft.trigger_word) or reckoned(page, time, draft.trigger_word):
        return None
    if draft.modality == "asserted" and ahead(page, time.first, time.last):
        return None
    if lasts_till_now(page.text, time) or relative_of(page, times[0].index) != relative_of(page, own):
        return None
    return time if reaches(page, time.edtf, time.first, draft.trigger_word) else None


def _lead(story: Story, draft: Draft) -> TimePhrase | None:
    """The day of the lead, for a sentence or paragraph that says that it happened meanwhile."""
    text = story.page.text
    sentence = text.sentences[story.sentence(draft.trigger_word)]
    opening = text.sentences[story.openings[sentence.paragraph]]
    told = [held for s in (opening, sentence) for held in text.told[s.first : min(s.first + 8, s.last)]]
    if not any(answers(_meanwhile, told)):
        return None
    end = story.lasts[min(LEAD, len(story.lasts)) - 1]
    early = takewhile(lambda t: t.first < end, story.page.named.times)
    days = [t for t in early if dates(t) and len(t.edtf or "") >= DAY]
    return days[0] if len({t.edtf for t in days}) == 1 else None


@by_form
def _meanwhile(word: Word) -> bool:
    return not closed().meanwhile.isdisjoint((word.stem_key, word.key, word.key.removeprefix("و")))


def _shares(page: Page, one: Draft, other: Draft) -> bool:
    """Whether two reports may tell of one happening: two of actor, recipient and place in common, none at odds."""
    actors = {a.entity for a in one.actors} & {a.entity for a in other.actors}
    recipients = {a.entity for a in one.recipients} & {a.entity for a in other.recipients}
    crossed = {a.entity for a in one.actors} & {a.entity for a in other.recipients}
    place = one.place is not None and other.place is not None and one.place.entity == other.place.entity
    if apart_from(page, one, other):
        return False
    return bool(actors and recipients) or (place and bool(actors or recipients or crossed))
