"""Places that a telling takes from what stands beside or before it, by named rules like those of times.

News places a happening once and tells its effects and what led to it without a place: "هاجم مسلحون بلدة …، واختطفوا
ثلاثة". A report of force without a place takes that of the nearest report of force before it in its sentence, else the
only one behind it; that of the local source that tells it ("قالت مصادر محلية في محافظة … إن"); or that of the last
attack told shortly before, where its sentence takes that attack up or shares a party with it and names no other place.
Never where a word between begins what happened elsewhere.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from tawatur.mentions.places.gazetteer import place
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.owning import speaks
from tawatur.reports.pointing import WIDE
from tawatur.reports.taking_up import takes_up

FORCE = frozenset({"ASSAULT", "COERCE"})
GIVING = FORCE | {"RETREAT"}
HELD = ("asserted", "denied")
PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "بعدما", "كذلك", "غداه", "عشيه"})
BACK = 2  # sentences before in which what is taken up was told
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
    }
)
TURNING = frozenset({"اخري", "ثانيه", "ناحيه", "سياق", "المقابل", "غضون", "صعيد", "الصعيد", "جانب", "جهته", "جهه"})
OPENING = 5  # words of a sentence among which "من جهة أخرى" and the like turn to something else
SOURCE = 4  # chunks behind a local source among which its place stands


def take_places(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the places that they take over."""
    wide = _wide(page)
    placed = _placed(drafts, wide)
    found = [d if d.place is not None or not _takes(d) else _taken(page, placed, d, wide) for d in drafts]
    placed = _placed(found, wide)
    return [d if d.place is not None or not _held(d) else _taken_up(page, placed, d, wide) for d in found]


def _wide(page: Page) -> frozenset[str]:
    """The entities of countries and seas."""
    places = {p.entity for p in page.named.places if not p.locality}
    named = [(e.id, place(e.kb)) for e in page.named.entities if e.id in places and e.kb]
    return frozenset(number for number, record in named if record is not None and record.kind in WIDE)


def _placed(drafts: Sequence[Draft], wide: frozenset[str]) -> list[Draft]:
    """The reports of force with a place narrower than a country, in order."""
    told = [d for d in drafts if d.kind == "event" and d.type in GIVING and d.modality in HELD]
    placed = [d for d in told if d.place is not None and d.place.entity not in wide]
    return sorted(placed, key=lambda d: d.trigger_word)


def _held(draft: Draft) -> bool:
    return draft.kind == "event" and draft.type in GIVING and draft.modality in HELD


def _takes(draft: Draft) -> bool:
    return _held(draft) and draft.specific


def _taken(page: Page, placed: Sequence[Draft], draft: Draft, wide: frozenset[str]) -> Draft:
    sentence = page.text.sentence_of(draft.trigger_word)
    beside = [d for d in placed if sentence.first <= d.trigger_word < sentence.last and not _parted(page, d, draft)]
    before = [d for d in beside if d.trigger_word < draft.trigger_word]
    behind = {d.place.entity: d for d in beside if d.trigger_word > draft.trigger_word and d.place is not None}
    source = before[-1] if before else next(iter(behind.values())) if len(behind) == 1 else None
    if source is not None:
        return _with(draft, source.place, "sentence")
    local = _of_source(page, draft, wide)
    return draft if local is None else _with(draft, local, "source")


def _parted(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether a word between two acts begins what happened elsewhere: "إلا أن", "بينما", "في حين"."""
    first, last = sorted((source.trigger_word, draft.trigger_word))
    if any(w.stem_key in PARTING for w in page.text.words[first + 1 : last]):
        return True
    chunks = page.chunks[max(page.chunk_of[draft.trigger_word], 0) + 1 : max(page.chunk_of[source.trigger_word], 0)]
    return any(speaks(page, c) for c in chunks)  # "… وقال إن": what is said behind


def _of_source(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """ "قال شهود في مخيم النصيرات إن الطائرات قصفت منزلا": where those are who saw it."""
    own = page.chunk_of[draft.trigger_word]
    if own < 0:
        return None
    for index in range(page.sentence_first[own], own):
        chunk = page.chunks[index]
        if chunk.kind != "noun" or page.word(chunk).stem_key not in LOCAL:
            continue
        for behind in page.chunks[index : min(index + SOURCE, own)]:
            if behind.kind in ("that", "verb", "mark"):
                break
            if _inside(behind) and behind.place is not None and behind.place.entity not in wide:
                return behind.place
    return None


def _inside(chunk: Chunk) -> bool:
    return (
        chunk.kind == "noun"
        and chunk.place is not None
        and (chunk.prep in ("في", "ب") or chunk.place.first > chunk.head)
    )


def _taken_up(page: Page, placed: Sequence[Draft], draft: Draft, wide: frozenset[str]) -> Draft:
    """The report with the place of one told shortly before that its sentence takes up or goes on with."""
    here = page.text.sentence_of(draft.trigger_word)
    first = here.first
    for _ in range(BACK):
        first = page.text.sentence_of(first - 1).first if first else 0
    near = [d for d in placed if first <= d.trigger_word < here.first]
    if not near or (source := near[-1].place) is None:
        return draft
    places = page.named.places
    since = bisect_left(places, near[-1].trigger_word, key=lambda p: p.first)
    until = bisect_left(places, here.last, key=lambda p: p.first)
    said = {p.entity for p in places[since:until]} - wide - {source.entity}
    if said:
        return draft
    if takes_up(page, near[-1], draft):  # "وقتل خمسة في الهجوم"
        return _with(draft, source, "taken_up")
    if not draft.specific:
        return draft
    turned = any(w.stem_key in TURNING for w in page.text.words[here.first : here.first + OPENING])
    return draft if turned or not _names(near[-1]) & _names(draft) else _with(draft, source, "goes_on")


def _names(draft: Draft) -> set[str]:
    return {a.entity for a in (*draft.actors, *draft.recipients)}


def _with(draft: Draft, place: PlacePhrase | None, rule: str) -> Draft:
    assert place is not None
    return msgspec.structs.replace(draft, place=msgspec.structs.replace(place, rule=f"inherited_place:{rule}"))
