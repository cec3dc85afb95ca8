"""Sources who tell of what is where they are: "شهود", "محافظ", "مسؤول محلي", "المتحدث باسم المقاومة"."""

from tawatur.mentions.places.gazetteer import WARS
from tawatur.mentions.places.gazetteer import place as record_of
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.items import adverbial
from tawatur.reports.locating import locates
from tawatur.reports.owning import speaks
from tawatur.reports.pointing import narrowest

ARMED = frozenset({"armed", "office", "person"})

LOCAL = frozenset(
    {
        "مصدر",
        "مصادر",
        "شهود",
        "شاهد",
        "سكان",
        "اهالي",
        "اهال",
        "ناشطون",
        "ناشطين",
        "ناشط",
        "مراسل",
        "مراسلنا",
        "مراسلون",
        "قاده",
        "قيادي",
        "مدير",
        "طبيب",
        "اطباء",
        "مسعف",
        "مسعفون",
        "مستشفي",
    }
)
NEAR_BY = frozenset({"محلي", "امني", "طبي", "صحي", "ميداني"})
FIGHTING = frozenset({"مقاومه", "شرطه", "دفاع", "عمليات", "كتائب", "لواء", "الويه"})
QUALIFIED = {
    "مسوول": NEAR_BY,
    "مسوولون": NEAR_BY | {"محليون", "امنيون"},
    "مركز": frozenset({"اعلامي"}),
} | dict.fromkeys(("متحدث", "ناطق"), FIGHTING)
OFFICES = frozenset({"حاكم", "محافظ", "والي", "عمده", "قائد"})


def is_local(page: Page, chunk: Chunk) -> bool:
    """ "شهود", "محافظ", "مسؤول محلي", "المتحدث باسم المقاومة": who tells of what is where he is."""
    head = page.word(chunk).stem_key
    if head in LOCAL or head in OFFICES:
        return True
    kinds = QUALIFIED.get(head)
    return kinds is not None and any(w.stem_key in kinds for w in page.text.words[chunk.head + 1 : chunk.head + 4])


def place_before_speech(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """ "وفي تعز، قالت مصادر محلية إن الحوثيين قصفوا حيا": what the sentence opens with is where those are who tell it.

    Who commands there tells of it too ("وفي الموصل، أعلن قائد الشرطة أن"), in a capital he may tell of anywhere.
    """
    own = page.chunk_of[draft.trigger_word]
    first = at = page.sentence_first[own] if own >= 0 else 0
    while at < own and (page.chunks[at].text in closed().commas or adverbial(page, page.chunks[at])):
        at += 1
    if own < 0 or not first < at < own or page.chunks[at - 1].text not in closed().commas:
        return None
    if not speaks(page, page.chunks[at]):
        return None
    found = [c for c in page.chunks[first:at] if locates(page, c)]
    who = subject_chunk(page, at).chunk
    if not found or found[-1].place is None or who is None:
        return None
    place = narrowest(page, found[-1].place, -1)
    local = is_local(page, page.chunks[who])
    return place if place.entity not in wide and (local or _commands(page, page.chunks[who], place)) else None


def _commands(page: Page, chunk: Chunk, place: PlacePhrase) -> bool:
    known = next((e.kb for e in page.named.entities if e.id == place.entity and e.kb), None)
    record = record_of(known) if known is not None else None
    abroad = record is not None and (record.kind == "capital" or record.country not in WARS)
    return not abroad and chunk.actor is not None and chunk.actor.klass in ARMED
