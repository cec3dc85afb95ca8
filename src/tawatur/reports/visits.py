"""Meetings at the goal of a visit: "وصل المبعوث إلى صنعاء والتقى قادة الحوثيين" places the meeting in the city."""

from collections.abc import Sequence

import msgspec

from tawatur.model.draft import Draft
from tawatur.reports.grammar.page import Page
from tawatur.reports.owning import speaks

LINKS = frozenset({"حيث", "خلالها"})
NOT_THERE = frozenset({"phone"})
PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "قبل", "بعدما", "هاتفيا"})


def met_there(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the places that meetings take over from visits of their sentence."""
    visits = [d for d in drafts if d.type == "CONSULT" and d.extension == "visit" and d.place is not None]
    if not visits:
        return list(drafts)
    return [_placed(page, visits, d) if _may_take(page, d) else d for d in drafts]


def _may_take(page: Page, draft: Draft) -> bool:
    """Whether a report is that of a meeting without a place, told by a verb that goes on."""
    if draft.type != "CONSULT" or draft.place is not None or draft.extension in NOT_THERE:
        return False
    word, before = page.text.words[draft.trigger_word], page.text.words[max(draft.trigger_word - 1, 0)]
    return draft.extension != "visit" and (bool(word.conjunction) or before.stem_key in LINKS)


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
