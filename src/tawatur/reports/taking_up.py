"""Whether a report takes up an attack told before: by a definite noun that fits its kind, or by telling its losses."""

from bisect import bisect_left

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.draft import Draft
from tawatur.reports.grammar.page import Page
from tawatur.reports.resumption import NOUNS
from tawatur.reports.story import FEW, LEADING, Story, apart_from, one_day, recent, short, undated_between

BACK = 2  # sentences from an attack to where it is taken up
SINGLE = frozenset({"car_bomb", "suicide_attack", "ambush", "assassinate", "abduct"})
EARLIER = frozenset({"غداه", "بعد", "قبل", "عقب", "ردا", "منذ"})  # what is told behind them happened at another time


def takes_up(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether a report is the attack before told as known, or tells its losses ("وأسفر الهجوم عن مقتل عشرة")."""
    words, here = page.text.words, page.text.sentence_of(draft.trigger_word)
    trigger = words[draft.trigger_word]
    if answers_it(page, source, draft):
        return False
    if trigger.stem_key in NOUNS:
        return means(trigger, source)
    before = words[here.first : draft.trigger_word]
    told = draft.specific and draft.extension in LOSSES and not any(w.stem_key in EARLIER for w in before)
    return told and any(means(w, source) for w in words[here.first : here.last])


def answers_it(page: Page, source: Draft, draft: Draft) -> bool:
    """ "هاجم داعش بلدة سروج. … إن العملية ضد داعش ناجحة": an attack told as known, on those who did the one before."""
    trigger = page.text.words[draft.trigger_word]
    known = trigger.stem_key in NOUNS and "ال" in trigger.prefixes
    return known and bool({a.entity for a in source.actors} & {a.entity for a in draft.recipients})


def means(word: Word, attack: Draft) -> bool:
    """Whether a definite noun may mean an attack of this kind: "القصف" is no bomb that went off."""
    kinds = NOUNS.get(word.stem_key)
    return kinds is not None and "ال" in word.prefixes and (not kinds or attack.extension in kinds)


def attack_before(story: Story, draft: Draft) -> Draft | None:
    """The dated attack of the sentences before that a report takes up ("وأسفر الهجوم عن …"), the last one told."""
    here = story.page.text.sentence_of(draft.trigger_word)
    before = story.attacks[: bisect_left(story.attacks, here.first)]
    at = bisect_left(story.words, before[-1]) if before else len(story.words)
    source = next((d for d in story.dated[at : at + FEW] if d.trigger_word == before[-1]), None) if before else None
    if source is None or story.sentence(draft.trigger_word) - story.sentence(source.trigger_word) > BACK:
        return None
    fits = takes_up(story.page, source, draft) and short(source) and not apart_from(story.page, source, draft)
    return source if fits and undated_between(story, source, draft) else None


def told_behind(story: Story, draft: Draft) -> Draft | None:
    """The lead tells an attack, the next sentences date it: "وقال ناطق إن الهجوم الذي وقع مساء السبت …"."""
    if draft.type != "ASSAULT" or story.sentence(draft.trigger_word) != 0 or not draft.specific:
        return None
    if any(w.stem_key in EARLIER for w in story.page.text.words[: draft.trigger_word]):
        return None  # "… ردا على مقتل مدنيين في غارات"
    for source in story.dated[:LEADING]:
        first = story.page.text.sentence_of(source.trigger_word).first
        words = story.page.text.words[first : source.trigger_word + 1]
        near = source.type == "ASSAULT" and 0 < story.sentence(source.trigger_word) <= BACK
        if near and any(means(w, draft) or _lost_in(story, draft, w) for w in words):
            fits = short(source) and recent(story.page, source) and not apart_from(story.page, source, draft)
            return source if fits else None
    return None


def _lost_in(story: Story, draft: Draft, word: Word) -> bool:
    """Whether a loss of the lead is that of an attack in it which a definite noun takes up."""
    lead = story.page.text.words[: story.lasts[0]]
    return (
        draft.extension in LOSSES
        and "ال" in word.prefixes
        and any(w.stem_key == word.stem_key for w in lead)
        and word.stem_key in NOUNS
    )


def alike_in_kind(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether both tell the one car bomb, ambush or abduction of an article: such things hardly happen twice in it."""
    same = source.extension == draft.extension and draft.extension in SINGLE and draft.type == source.type
    return same and one_day(source) and short(source) and not apart_from(page, source, draft)
