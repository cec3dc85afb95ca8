"""The time of an act: the nearest that its clause tells and that is not of a statement or of another act."""

from typing import TYPE_CHECKING

from tawatur.mentions.times.intervals import days_of
from tawatur.model.phrases import TimePhrase
from tawatur.model.reading import ReportTime
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.past_relative import inner_of
from tawatur.reports.owning import COUNTED_BACK, COUNTED_ON, JUDGING, MOURNING, owns_time, said_at, since
from tawatur.reports.reach import LOSSES, reach_of
from tawatur.reports.reckoning import (
    EARLIER,
    SINCE,
    done_before,
    goes_on_doing,
    happened_before,
    long_ago,
    reckoned,
    some_time_before,
    stated_at,
    was_doing,
)

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

PAST = frozenset({"ASSAULT", "COERCE"})  # told by others
FROM = 5  # words between "قبل ساعات" and the happening from which it is counted
SAYING = JUDGING | MOURNING
SINCE_THEN = EARLIER | {"منذ"}


def time_of(page: Page, telling: "Telling") -> ReportTime | None:
    """The time in the clause that stands nearest to the trigger; habits date nothing."""
    word = telling.trigger.word
    if was_doing(page, telling.clause, word):
        return None
    chunks = [c for c in reach_of(page, telling) if c.time is not None and owns_time(page, word, c)]
    if not chunks:
        return None  # most acts
    if (before := some_time_before(page, word, telling.clause)) is not None:
        chunks = [c for c in chunks if word < c.first < before]
    inner = inner_of(page, page.chunk_of[word])  # "التي استعادها الجيش الخميس قتل ثلاثة"
    if not (chunks := [c for c in chunks if c.index not in inner]):
        return None
    doing = goes_on_doing(page, telling.clause, page.chunk_of[word])
    chunks = [c for c in chunks if not said_at(page, c.index, word, SAYING)]
    if telling.type in PAST:
        chunks = [c for c in chunks if not stated_at(page, c, word)]
    elif not telling.sense.entry.speech:
        chunks = [c for c in chunks if c.first > word or not stated_at(page, c, word)]
    chunks = [c for c in chunks if not (doing and _of_the_past(page, c))]
    chunks = [c for c in chunks if c.index >= telling.clause.start] or chunks  # "في ذكرى هجوم 2014، تظاهروا اليوم"
    own = [c for c in chunks if not said_at(page, c.index, word)]
    told = own or ([] if _measured(page, telling) else chunks)
    near = [c.time for c in told if c.time is not None]
    times = [t for t in near if not reckoned(page, t, word)]
    if not times:
        lost = telling.sense.entry.extension in LOSSES and bool(near)
        return _since(page, near[0], word, before=True) if lost else None
    chunk = page.chunks[page.chunk_of[word]]
    if chunk.prep in SINCE_THEN or done_before(page, chunk):  # "… أمس بعد هجوم وقع قبل شهر"
        times = [t for t in times if t.first > word] or ([] if happened_before(page, word) else times)
    day = [t for t in times if t.rule != COUNTED_BACK]
    times = day if any(t.first > word for t in day) else times  # "بعد يومين من هجوم وقع الخميس"
    times = _not_of_the_day(page, telling, times)
    if not times:
        return None
    best = min(times, key=lambda t: abs(t.first - word))
    if (since := _since(page, best, word)) is not None:
        return since
    return _till_now(page, best) or ReportTime(edtf=best.edtf, span=best.span, anchor=best.anchor, rule=best.rule)


def _of_the_past(page: Page, chunk: Chunk) -> bool:
    """Whether a day before the day of writing is told, and no stretch up to now."""
    time = chunk.time
    return time is not None and long_ago(page, time.edtf, days=0) and not since(page.text, time)


def _till_now(page: Page, time: TimePhrase) -> ReportTime | None:
    """ "اعتقلوا عشرين منذ السبت": between that day and the day of writing."""
    written, told = days_of(page.named.published.edtf or ""), days_of(time.edtf or "")
    if written is None or told is None or "/" in (time.edtf or "") or told.last >= written.first:
        return None
    if not time.span.of(page.text.original).startswith("منذ") or time.rule.startswith("since"):
        return None  # "منذ يومين" is two days ago
    return ReportTime(edtf=f"{time.edtf}/{written.last}", span=time.span, anchor=time.anchor, rule=time.rule)


def _measured(page: Page, telling: "Telling") -> bool:
    """ "أفاد المرصد أمس بمقتل خمسين خلال 48 ساعة": its clause says how long it took, so the day is of the telling."""
    behind = [page.chunks[i] for i in telling.clause if page.chunks[i].first > telling.trigger.word]
    spans = [page.text.words[c.first : c.last] for c in behind if c.prep in ("خلال", "في غضون")]
    return any(w.stem_key in closed().durations for words in spans for w in words)


def _not_of_the_day(page: Page, telling: "Telling", times: list[TimePhrase]) -> list[TimePhrase]:
    """ "اشتبكوا أمس قبل ساعات من سريان هدنة": the day is that of the verb, not of what is counted from."""
    word = telling.trigger.word
    if telling.sense.shape == "verb":
        return times
    counts = [t for t in page.named.times if t.rule in (COUNTED_BACK, COUNTED_ON) and 0 <= word - t.last < FROM]
    return [t for t in times if t.first > word or not any(t.first < c.first for c in counts)]


def _since(page: Page, time: TimePhrase, word: int, *, before: bool = False) -> ReportTime | None:
    """ "منذ اندلاع الحرب في 20 يوليو قتل …": what is told behind happened between that day and the day of writing.

    So did losses that are told before it.
    """
    start = max(page.text.sentence_of(time.first).first, time.first - SINCE)
    lead = next((i for i in range(time.first - 1, start - 1, -1) if page.text.words[i].stem_key == "منذ"), None)
    written = days_of(page.named.published.edtf or "")
    told = days_of(time.edtf or "")
    if lead is None or (word < time.last and not before) or written is None or told is None or time.rule == "now":
        return None
    if any(w.kind == "punctuation" or w.pos == "verb" for w in page.text.words[lead : time.first]):
        return None
    if told.first >= written.first:
        return None
    begun = (time.edtf or "").split("/")[0]  # a month stays a month
    return ReportTime(edtf=f"{begun}/{written.last}", span=time.span, anchor=time.anchor, rule="since_happening")
