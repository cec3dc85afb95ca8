"""Whether a report goes on with a dated one told shortly before: the same people or place, and no other matter."""

from bisect import bisect_left
from itertools import pairwise, takewhile

from tawatur.model.draft import Draft
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.past_relative import inner_of
from tawatur.reports.owning import condemned
from tawatur.reports.story import Story, apart_from, undated_between

KINDRED = (
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"}),
    frozenset({"CONSULT", "COOPERATE", "AGREE", "REQUEST"}),
)
NEAR = 4  # sentences within which a told happening goes on
MATTERS = frozenset({"جهه", "ناحيه", "صعيد", "جانب", "سياق", "شان", "حادث", "هجوم"})
OPENING = 5  # words of a sentence among which it turns to another matter


def goes_on(story: Story, source: Draft, draft: Draft) -> bool:
    """Whether a dated report shortly before goes on: it shares a name, and no other date stands between."""
    if source.trigger_word > draft.trigger_word or source.time is None:
        return False
    apart = story.sentence(draft.trigger_word) - story.sentence(source.trigger_word)
    if not apart and _told_aside(story.page, source, draft):
        return False
    if apart and _another_matter(story.page, draft):
        return False
    if apart > NEAR or (apart_from(story.page, source, draft) and not _lies_there(story, source, draft)):
        return False
    if not _names(story.page, source) & _names(story.page, draft) and not _there(story, source, draft):
        return False
    return undated_between(story, source, draft)


def kindred(one: str, other: str) -> bool:
    """Whether acts of two types may belong to one happening."""
    return one == other or any(one in group and other in group for group in KINDRED)


def _another_matter(page: Page, draft: Draft) -> bool:
    """ "من جهة أخرى", "على صعيد آخر": a sentence that so begins tells another happening."""
    first = page.text.sentence_of(draft.trigger_word).first
    return any(
        a.stem_key in MATTERS and b.stem_key in ("اخري", "اخر", "ثانيه", "مواز")
        for a, b in pairwise(page.text.words[first : first + OPENING])
    )


def _told_aside(page: Page, source: Draft, draft: Draft) -> bool:
    """ "القوات التي وصلت الثلاثاء هاجمت", "حكم أمس على متهمين في الهجوم": one sentence, but another day."""
    own, other = page.chunk_of[draft.trigger_word], page.chunk_of[source.trigger_word]
    judged = draft.type in KINDRED[0] and condemned(page.text, draft.trigger_word)
    return judged or (min(own, other) >= 0 and other in inner_of(page, own))


def _lies_there(story: Story, source: Draft, draft: Draft) -> bool:
    """Whether the place of a report lies in that of a dated one: "في حي … بكراتشي" behind "في كراتشي"."""
    if source.place is None or draft.place is None:
        return False
    text, places = story.page.text, story.page.named.places
    first = bisect_left(places, draft.place.last, key=lambda p: p.first)
    following = places[first : first + 1]
    near = bool(following) and following[0].first <= draft.place.last + 1
    return (
        near
        and following[0].entity == source.place.entity
        and following[0].first < text.sentence_of(draft.trigger_word).last
    )


def _there(story: Story, source: Draft, draft: Draft) -> bool:
    """Whether the sentence of a report names the place of a dated one ("في المواجهات التي شهدتها المديرية")."""
    if source.place is None or draft.place is not None:
        return False
    text, places = story.page.text, story.page.named.places
    here = text.sentence_of(draft.trigger_word)
    if source.trigger_word >= here.first:
        return False
    first = bisect_left(places, here.first, key=lambda p: p.first)
    said = takewhile(lambda p: p.first < here.last, places[first:])
    return any(p.entity == source.place.entity for p in said)


def _names(page: Page, draft: Draft) -> frozenset[str]:
    """The entities of a report's fillers and of the names inside them."""
    found = {draft.place.entity} if draft.place is not None else set()
    for actor in (*draft.actors, *draft.recipients):
        found.add(actor.entity)
        for number in range(actor.first, actor.last):
            found.update(a.entity for a in page.actors_at.get(number, ()) if a.inside is not None)
    return frozenset(found)
