"""What the next sentence says of an attack told before: "… لإطلاق نار. وقال البيان إن الحادثة وقعت مساء السبت في …"."""

from bisect import bisect_left

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase, TimePhrase
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.locating import locates
from tawatur.reports.lying import within
from tawatur.reports.owning import dates, since
from tawatur.reports.pointing import narrowest
from tawatur.reports.resumption import MORE, NOUNS
from tawatur.reports.taking_up import EARLIER, means

HAPPENS = frozenset({"وقع", "وقعت", "حدث", "حدثت", "حصل", "حصلت", "جري", "جرت"})
INCIDENTS = frozenset({"حادث", "حادثه", "واقعه", "جريمه", "مجزره", "اغتيال", "عمليه", "اعتداء"})
TAKING = frozenset({"خطف", "اختطاف"})
BLASTS = frozenset({"انفجار", "تفجير"})
BEFORE = frozenset({"بعد", "علي", "منذ", "عقب", "غداه", "قبل", "عن"})  # an older one: "بعد ثلاثة أيام على الهجوم الذي"
SUBJECT = 2  # chunks behind a verb among which what happened stands


def told_after(page: Page, draft: Draft) -> tuple[PlacePhrase | None, TimePhrase | None]:
    """The place and the time that a clause of the next sentence gives the attack of a report."""
    if not draft.specific or (draft.type != "ASSAULT" and draft.extension != "abduct"):
        return None, None
    first = page.text.sentence_of(draft.trigger_word).first
    if any(w.stem_key in EARLIER for w in page.text.words[first : draft.trigger_word]):
        return None, None  # "… ردا على مقتل مدنيين. ووقع الهجوم أمس"
    verb = _happening(page, draft)
    if verb is None:
        return None, None
    clause = [page.chunks[i] for i in clause_of(page, verb)]
    place = next((c.place for c in clause if c.index > verb and locates(page, c)), None)
    times = [c.time for c in clause if c.time is not None and dates(c.time) and not since(page.text, c.time)]
    place = narrowest(page, place, -1) if place is not None else None
    if place is not None and draft.place is not None and _elsewhere(page, draft.place, place):
        return None, None
    return place, times[0] if len(times) == 1 else None


def day_after(page: Page, draft: Draft) -> TimePhrase | None:
    """The day that the next sentence gives an attack whose own sentence tells none."""
    here = page.text.sentence_of(draft.trigger_word)
    since = bisect_left(page.named.times, here.first, key=lambda t: t.first)
    if any(t.first < here.last and dates(t) for t in page.named.times[since : since + 1]):
        return None
    return told_after(page, draft)[1]


def _elsewhere(page: Page, one: PlacePhrase, other: PlacePhrase) -> bool:
    """ "قصفوا المنطقة. وشكل الهجوم الذي وقع في سروج في 20 يوليو شرارة العنف": another attack."""
    return one.entity != other.entity and not within(page, one, other) and not within(page, other, one)


def _happening(page: Page, draft: Draft) -> int | None:
    """The verb of the next sentence by which the attack of a report is said to have happened."""
    last = page.text.sentence_of(draft.trigger_word).last
    if last >= len(page.text.words):
        return None
    first = next((n for n in page.chunk_of[last : page.text.sentence_of(last).last] if n >= 0), -1)
    if first < 0:
        return None
    for index in range(first, page.sentence_last[first]):
        chunk = page.chunks[index]
        if chunk.kind == "verb" and page.word(chunk).stem_key in HAPPENS:
            said = _subject(page, index)
            return index if said is not None and _is_it(page, said, draft) else None
    return None


def _subject(page: Page, verb: int) -> Chunk | None:
    """What a verb says to have happened: right behind it, or before it, also before a relative pronoun."""
    behind = page.chunks[verb + 1 : verb + 1 + SUBJECT]
    named = next((c for c in behind if c.kind == "noun" and c.bare), None)
    if named is not None and named.definite:
        return named
    left = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    if left is not None and left.kind == "relative" and left.index > page.sentence_first[verb]:
        left = page.chunks[left.index - 1]
    return left if left is not None and left.kind == "noun" and left.prep not in BEFORE else None


def _is_it(page: Page, chunk: Chunk, draft: Draft) -> bool:
    """Whether a definite noun may mean the attack of a report, and no further one ("هجوم آخر")."""
    words = page.text.words[chunk.head : chunk.last]
    if any(w.stem_key in MORE for w in words):
        return False
    word = next((w for w in words if "ال" in w.prefixes), None)
    if word is None:
        return False
    if word.stem_key in TAKING or draft.extension == "abduct":
        return draft.extension == "abduct" and word.stem_key in TAKING | {"حادث", "حادثه", "عمليه"}
    if word.stem_key in INCIDENTS or (word.stem_key in BLASTS and draft.extension == "car_bomb"):
        return True
    return word.stem_key in NOUNS and (means(word, draft) or draft.extension in LOSSES)
