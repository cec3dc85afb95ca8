"""Meetings at the goal of a visit: "وصل المبعوث إلى صنعاء والتقى قادة الحوثيين" places the meeting in the city."""

from collections.abc import Sequence

import msgspec

from tawatur.model.draft import Draft
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import key
from tawatur.reports.owning import speaks

GOING = frozenset({"وصل", "توجه", "ارسل", "اوفد", "سافر", "عاد", "قدم", "ذهب", "انتقل", "طار", "غادر", "حضر", "بعث"})
LINKS = frozenset({"حيث", "خلالها"})
NOT_THERE = frozenset({"phone"})
PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "قبل", "بعدما", "هاتفيا"})


def met_there(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the places that meetings take over from visits of their sentence."""
    visits = [d for d in drafts if d.type == "CONSULT" and d.extension == "visit" and d.place is not None]
    found = [_with_goal(page, d) if _is_meeting(d) else d for d in drafts]
    return [_placed(page, visits, d) if _may_take(page, d) else d for d in found] if visits else found


def _is_meeting(draft: Draft) -> bool:
    return draft.type == "CONSULT" and draft.place is None and draft.extension not in {*NOT_THERE, "visit"}


def _with_goal(page: Page, draft: Draft) -> Draft:
    """ "أوفد وزيرا إلى بغداد للقاء القادة": one meets at the place to which one is sent for it."""
    index = page.chunk_of[draft.trigger_word]
    first = page.sentence_first[index] if index >= 0 else 0
    if index <= first or page.chunks[index].prep != "ل":
        return draft
    left = index - 1
    while left > first and (page.chunks[left].kind in ("mark", "time") or page.chunks[left].text in closed().commas):
        left -= 1
    goal = page.chunks[left]
    if goal.kind != "noun" or goal.prep != "الي" or goal.place is None:
        return draft
    verbs = [page.chunks[i] for i in range(first, left) if is_finite(page.chunks[i])]
    goes = bool(verbs) and any(key(a.lemma) in GOING for a in page.word(verbs[-1]).analyses if a.pos == "verb")
    if not goes:
        return draft
    return msgspec.structs.replace(draft, place=msgspec.structs.replace(goal.place, rule="inherited_place:visit"))


def _may_take(page: Page, draft: Draft) -> bool:
    """Whether a report is that of a meeting without a place, told by a verb that goes on."""
    if not _is_meeting(draft):
        return False
    word, before = page.text.words[draft.trigger_word], page.text.words[max(draft.trigger_word - 1, 0)]
    return bool(word.conjunction) or before.stem_key in LINKS


def _placed(page: Page, visits: Sequence[Draft], draft: Draft) -> Draft:
    first = page.text.sentence_of(draft.trigger_word).first
    near = [v for v in visits if first <= v.trigger_word < draft.trigger_word and v.modality == draft.modality]
    doers = {a.entity for a in draft.actors}
    if not near or (doers and not {a.entity for a in near[-1].actors} & doers):
        return draft
    visit, place = near[-1], near[-1].place
    between = page.text.words[visit.trigger_word + 1 : draft.trigger_word]
    chunks = page.chunks[max(page.chunk_of[visit.trigger_word], 0) + 1 : max(page.chunk_of[draft.trigger_word], 0)]
    if place is None or any(w.stem_key in PARTING for w in between) or any(speaks(page, c) for c in chunks):
        return draft
    return msgspec.structs.replace(draft, place=msgspec.structs.replace(place, rule="inherited_place:visit"))
