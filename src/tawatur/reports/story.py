"""The dated reports of an article, and what is asked of them before another takes their time."""

from bisect import bisect_left, bisect_right
from itertools import takewhile

import msgspec

from tawatur.mentions.times.intervals import days_of
from tawatur.model.draft import Draft
from tawatur.reports.grammar.page import Page
from tawatur.reports.lying import inside
from tawatur.reports.owning import dates

FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
FEW = 3  # days from the first to the last
NEWS = 31  # days before the day of writing within which acts are news
LEADING = 12  # dated reports at the head of an article to which later ones may come back
WINDOW = 40  # dated reports, or times, looked at on either side


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The dated reports of an article, with what is asked of every undated one, worked out once."""

    page: Page
    dated: tuple[Draft, ...]
    words: tuple[int, ...]  # trigger words of the dated reports
    lasts: tuple[int, ...]  # past the last word of each sentence
    openings: dict[int, int]  # paragraph -> number of its first sentence
    attacks: tuple[int, ...]  # trigger words of all attacks, dated or not, that are no losses

    def sentence(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self.lasts, word)

    def around(self, word: int) -> tuple[Draft, ...]:
        """The dated reports of the lead and of what stands shortly before and behind a word."""
        here = bisect_left(self.words, word)
        first = max(LEADING, here - WINDOW)
        return (*self.dated[:LEADING], *self.dated[first : max(first, here + WINDOW)])


def recent(page: Page, draft: Draft) -> bool:
    """Whether a dated report is news and no background: an attack without a date is none of last year's."""
    if draft.type not in FORCE:
        return True
    written = days_of(page.named.published.edtf or "")
    told = days_of((draft.time and draft.time.edtf) or "")
    return written is None or told is None or (written.first - told.last).days <= NEWS


def one_day(draft: Draft) -> bool:
    """Whether a dated report tells one happening: "the last three days" of raids date none of them."""
    return draft.specific or (draft.time is not None and draft.time.rule != "stretch")


def short(draft: Draft) -> bool:
    """Whether a time is of a day or a few: the days before do not go on in what follows."""
    days = days_of((draft.time and draft.time.edtf) or "")
    return days is not None and (days.last - days.first).days <= FEW


def apart_from(page: Page, one: Draft, other: Draft) -> bool:
    """Whether two reports tell of two places, of which none is known to lie in the other."""
    if one.place is None or other.place is None or one.place.entity == other.place.entity:
        return False
    return not inside(page, one.place, other.place) and not inside(page, other.place, one.place)


def undated_between(story: Story, source: Draft, draft: Draft) -> bool:
    """Whether no other date stands between two reports."""
    times = story.page.named.times
    first = bisect_left(times, source.trigger_word, key=lambda t: t.first)
    between = takewhile(lambda t: t.first < draft.trigger_word, times[first : first + WINDOW])
    return source.time is not None and all(t.edtf == source.time.edtf for t in between if dates(t))
