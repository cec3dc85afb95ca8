"""What opens a sentence places all that it tells: "وفي مدينة …، تواصلت المواجهات، فيما قصفت الميليشيات الأحياء"."""

from bisect import bisect_left

from tawatur.mentions.places.gazetteer import place as record_of
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.elsewhere import BEGUN, OTHER, turns
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.items import opens_item
from tawatur.reports.reckoning import LASTING, counted_from

LABELS = frozenset({":", "..", "...", "…", "|"})  # between a headline and the place before it
CAPITALS = frozenset({"capital", "country"})  # before a colon they speak: "موسكو: لن ننسحب"
LEADING = frozenset({"في", "ب"})
ELSEWHERE = frozenset({"تزامن", "تزامنا", "متزامن", "غداه", "عشيه", "منذ", "بعدما", "قبل", "سبق", "ماضي"})


def headed_by(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """The place that opens the sentence of an act whose own clause names none."""
    index = page.chunk_of[draft.trigger_word]
    head = _head(page, index) if index >= 0 else None
    if head is None or head.place is None or head.place.entity in wide or head.index >= index:
        return None
    if _of_another_day(page, draft, index) or _placed(page, index):
        return None
    between = page.chunks[head.index + 1 : index]
    if any(c.kind == "that" or opens_item(page, c.index) for c in between):
        return None  # "وفي عدن قال المتحدث إن", "وفي مأرب قتل خمسة، وفي الجوف"
    words = page.text.words[head.last : draft.trigger_word]
    return None if any(w.stem_key in ELSEWHERE or turns(w) for w in words) else head.place


def _head(page: Page, index: int) -> Chunk | None:
    """The phrase of place at the head of a sentence: "وفي …", "أما في …"."""
    for chunk in page.chunks[page.sentence_first[index] : index]:
        if chunk.kind not in ("particle", "mark", "when"):
            return chunk if chunk.kind == "noun" and chunk.prep in LEADING and chunk.place is not None else None
    return None


def _placed(page: Page, index: int) -> bool:
    """Whether the clause of an act names a place, be it only whence or whither."""
    clause = clause_of(page, index)
    first, last = page.chunks[clause.start].first, page.chunks[clause.stop - 1].last
    places = page.named.places
    since = bisect_left(places, max(first, page.chunks[index].first), key=lambda p: p.first)
    return since < len(places) and places[since].first < last


def _of_another_day(page: Page, draft: Draft, index: int) -> bool:
    counted = counted_from(page, draft.trigger_word) and draft.extension not in LASTING
    old = page.chunks[index].prep in OTHER and page.word(page.chunks[index]).stem_key not in BEGUN
    return counted or old


def label_of(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """ "البيضاء.. مقتل قيادي حوثي": the place before a headline."""
    if len(page.chunks) < 2 or page.text.sentence_of(draft.trigger_word).first > page.chunks[1].last:
        return None
    place, mark = page.chunks[0].place, page.chunks[1]
    if place is None or page.chunks[0].kind != "noun" or mark.kind != "mark" or mark.text not in LABELS:
        return None
    record = next((record_of(e.kb) for e in page.named.entities if e.id == place.entity and e.kb), None)
    speaks_up = mark.text == ":" and record is not None and record.kind in CAPITALS
    return None if speaks_up or (place.entity in wide and mark.text == ":") else place
