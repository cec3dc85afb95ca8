"""Places that a telling takes from the act beside it, by the same named rules as times are taken.

News places a happening once in its sentence and tells its effects and what led to it without a place: "هاجم مسلحون
بلدة …، واختطفوا ثلاثة". A report of force without a place takes that of the nearest report of force before it in its
sentence, else the only one behind it; never where its own clause tells of a motion to or from elsewhere.
"""

from collections.abc import Sequence

import msgspec

from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.page import Page

FORCE = frozenset({"ASSAULT", "COERCE"})
HELD = ("asserted", "denied")
PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "بعدما", "كذلك"})


def take_places(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the places that they take over."""
    placed = [d for d in drafts if _gives(d)]
    return [d if d.place is not None or not _takes(d) else _taken(page, placed, d) for d in drafts]


def _gives(draft: Draft) -> bool:
    told = draft.kind == "event" and draft.type in FORCE and draft.modality in HELD
    return told and draft.place is not None and draft.place.locality  # a country says too little


def _takes(draft: Draft) -> bool:
    return draft.kind == "event" and draft.type in FORCE and draft.modality in HELD and draft.specific


def _taken(page: Page, placed: Sequence[Draft], draft: Draft) -> Draft:
    sentence = page.text.sentence_of(draft.trigger_word)
    beside = [d for d in placed if sentence.first <= d.trigger_word < sentence.last and not _parted(page, d, draft)]
    before = [d for d in beside if d.trigger_word < draft.trigger_word]
    behind = {d.place.entity: d for d in beside if d.trigger_word > draft.trigger_word and d.place is not None}
    source = before[-1] if before else next(iter(behind.values())) if len(behind) == 1 else None
    return draft if source is None else _with(draft, source.place)


def _parted(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether a word between two acts begins what happened elsewhere: "إلا أن", "بينما", "في حين"."""
    first, last = sorted((source.trigger_word, draft.trigger_word))
    return any(w.stem_key in PARTING for w in page.text.words[first + 1 : last])


def _with(draft: Draft, place: PlacePhrase | None) -> Draft:
    assert place is not None
    return msgspec.structs.replace(draft, place=msgspec.structs.replace(place, rule="inherited_place:sentence"))
