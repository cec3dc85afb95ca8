"""Which acts of an article are definite happenings, the nouns included that take up what the article tells itself."""

from collections.abc import Sequence

import msgspec

from tawatur.arabic.word import Text
from tawatur.model.draft import Draft
from tawatur.model.phrases import Named
from tawatur.reports.modality.anew import told_anew
from tawatur.reports.modality.words import lemmas_of

NEAR = 8  # words around a campaign within which it is said that it goes on
ONGOING = frozenset({"مستمره", "جاريه", "متواصله", "بدء", "انطلاق", "استيناف", "قبيل", "تزال", "يزال", "مرحله"})
BEGINNING = frozenset({"بدأ", "انطلق", "أطلق", "واصل", "تواصل", "استمر", "استأنف", "توقف", "تطلب", "نصح", "دعا"})
GROUND = "capture_ground"
CAMPAIGNS = frozenset({"معركه", "معارك", "عمليه", "عمليات", "حمله"})


def definite(text: Text, named: Named, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that only point at some act made unspecific: what the article tells elsewhere stays."""
    drafts = _fought_for(text, drafts)
    told = [d.specific and told_anew(text, named, d) for d in drafts]
    firm = [d for d, anew in zip(drafts, told, strict=True) if anew]
    return [
        d if anew or not d.specific or _resumes(text, d, firm) else msgspec.structs.replace(d, specific=False)
        for d, anew in zip(drafts, told, strict=True)
    ]


def _fought_for(text: Text, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, "معركة تحرير المدينة" made an aim of the fighting unless the article tells that it was reached."""
    aims = [_aim_of_battle(text, d) for d in drafts]
    reached = {
        d.place.entity
        for d, aim in zip(drafts, aims, strict=True)
        if not aim and d.extension == GROUND and d.modality == "asserted" and d.place is not None
    }
    return [
        msgspec.structs.replace(d, modality="planned") if aim and d.place and d.place.entity not in reached else d
        for d, aim in zip(drafts, aims, strict=True)
    ]


def _aim_of_battle(text: Text, draft: Draft) -> bool:
    """Whether a capture is only what a battle or campaign is fought for."""
    told = draft.extension == GROUND and draft.modality == "asserted" and draft.place is not None
    word = text.words[draft.trigger_word]
    before = text.words[draft.trigger_word - 1] if draft.trigger_word else word
    carried = before.stem_key in CAMPAIGNS and not before.definite and not word.preposition and not word.definite
    return told and word.pos != "verb" and carried and _under_way(text, draft)


def _under_way(text: Text, draft: Draft) -> bool:
    """Whether the campaign has only begun or still goes on: "بدأت", "تتواصل", "مستمرة"."""
    sentence = text.sentence_of(draft.trigger_word)
    near = range(max(sentence.first, draft.trigger_word - NEAR), min(sentence.last, draft.trigger_word + NEAR))
    return any(text.words[j].stem_key in ONGOING or lemmas_of(text.words[j]) & BEGINNING for j in near)


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
