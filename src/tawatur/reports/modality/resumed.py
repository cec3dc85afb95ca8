"""Which acts of an article are definite happenings, the nouns included that take up what the article tells itself."""

from collections.abc import Sequence

import msgspec

from tawatur.arabic.word import Text
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.reports.modality.anew import told_anew


def definite(text: Text, named: Named, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that only point at some act made unspecific: what the article tells elsewhere stays."""
    told = [d.specific and told_anew(text, named, d) for d in drafts]
    firm = [d for d, anew in zip(drafts, told, strict=True) if anew]
    return [
        d if anew or not d.specific or _resumes(text, d, firm) else msgspec.structs.replace(d, specific=False)
        for d, anew in zip(drafts, told, strict=True)
    ]


def _resumes(text: Text, draft: Draft, firm: Sequence[Draft]) -> bool:
    """ "إحدى الغارات في الجفينة", "الهجومان": a noun with the article takes up such an act of another sentence."""
    if "ال" not in text.words[draft.trigger_word].prefixes or draft.modality != "asserted":
        return False
    ours, here = _held(draft), text.sentence_of(draft.trigger_word)
    return any(
        (d.type, d.extension, d.modality) == (draft.type, draft.extension, draft.modality)
        and not here.first <= d.trigger_word < here.last
        and not ours.isdisjoint(_held(d))
        for d in firm
    )


def _held(draft: Draft) -> frozenset[str]:
    place = frozenset({draft.place.entity}) if draft.place is not None and draft.place.locality else frozenset()
    return place | {a.entity for a in (*draft.actors, *draft.recipients)}
