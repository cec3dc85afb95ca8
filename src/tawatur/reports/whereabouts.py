"""Places that a telling takes from what stands beside or before it, by named rules like those of times.

News places a happening once and tells its effects and what led to it without a place: "هاجم مسلحون بلدة …، واختطفوا
ثلاثة". A report of force without a place takes that of the nearest report of force before it in its sentence, else the
only one behind it; that of the local source that tells it ("قالت مصادر محلية في محافظة … إن"); that of a label before a
headline ("البيضاء.. مقتل قيادي"); or that of the last attack told shortly before, where its sentence takes that attack
up or shares a party with it and names no other place. Never where a word between begins what happened elsewhere.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from tawatur.mentions.places.gazetteer import place as record_of
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.elsewhere import GOALS, other_grounds
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grounds import ground_of
from tawatur.reports.headings import headed_by, label_of
from tawatur.reports.local_sources import OFFICES, is_local, place_before_speech
from tawatur.reports.locating import LOCATIVE
from tawatur.reports.parting import parted
from tawatur.reports.pointing import says_little
from tawatur.reports.taking_up import answers_it, takes_up
from tawatur.reports.told_after import told_after
from tawatur.reports.visits import met_there

FORCE = frozenset({"ASSAULT", "COERCE"})
GIVING = FORCE | {"RETREAT"}
HELD = ("asserted", "denied")
BACK = 2  # sentences before in which what is taken up was told
MARCHERS = frozenset({"متظاهر", "متظاهرين", "متظاهرون", "محتجين", "محتجون", "معتصمين", "معتصمون", "متظاهره"})
TURNING = frozenset({"اخري", "ثانيه", "ناحيه", "سياق", "المقابل", "غضون", "صعيد", "الصعيد", "جانب", "جهته", "جهه"})
OPENING = 5  # words of a sentence among which "من جهة أخرى" and the like turn to something else
SOURCE = 4  # chunks behind a local source among which its place stands


def take_places(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the places that they take over."""
    wide = _wide(page)
    placed = _placed(page, drafts, wide)
    found = [d if d.place is not None or not _held(d) else _taken(page, placed, d, wide) for d in drafts]
    if (more := _placed(page, found, wide)) != placed:
        found = [d if d.place is not None or not _held(d) else _taken(page, more, d, wide) for d in found]
    placed = _placed(page, found, wide)
    found = [d if d.place is not None or not _held(d) else _taken_up(page, placed, d, wide) for d in found]
    found = [d if d.place is not None or not _held(d) else _in_next(page, d, wide) for d in found]
    return met_there(page, found)


def _wide(page: Page) -> frozenset[str]:
    """The entities of countries and seas."""
    places = {p.entity for p in page.named.places if not p.locality}
    named = [(e.id, record_of(e.kb)) for e in page.named.entities if e.id in places and e.kb]
    return frozenset(number for number, record in named if says_little(record))


def _placed(page: Page, drafts: Sequence[Draft], wide: frozenset[str]) -> list[Draft]:
    """The reports of force with a place narrower than a country, and of forces that came into one, in order."""
    told = [d for d in drafts if d.kind == "event" and d.modality in HELD and (d.type in GIVING or _entered(page, d))]
    placed = [d for d in told if d.place is not None and d.place.entity not in wide and not _goal(page, d)]
    return sorted(placed, key=lambda d: d.trigger_word)


def _goal(page: Page, draft: Draft) -> bool:
    """ "الانسحاب باتجاه ذمار": whither it went, no ground of another act."""
    index = page.chunk_of[draft.place.first] if draft.place is not None else -1
    if draft.type != "RETREAT" or index < 0:
        return False
    return page.chunks[index].prep in GOALS or page.word(page.chunks[index]).stem_key == "اتجاه"


def _entered(page: Page, draft: Draft) -> bool:
    """ "دخلت القوات البلدة", "انتشروا في محيط المطار": no goal of a march ("إلى المدينة"); or marched in protest."""
    if draft.type == "PROTEST" and draft.place is not None:
        return True
    if draft.type != "MOBILIZE" or draft.extension != "deploy" or draft.place is None:
        return False
    chunk = page.chunks[page.chunk_of[draft.place.first]]
    return chunk.kind == "noun" and (chunk.bare or chunk.prep in LOCATIVE)


def _held(draft: Draft) -> bool:
    return draft.kind == "event" and draft.type in GIVING and draft.modality in HELD


def _taken(page: Page, placed: Sequence[Draft], draft: Draft, wide: frozenset[str]) -> Draft:
    if (ground := ground_of(page, draft, wide)) is not None:
        return _with(draft, ground, "ground")
    if not draft.specific:
        return draft
    sentence = page.text.sentence_of(draft.trigger_word)
    beside = [d for d in placed if sentence.first <= d.trigger_word < sentence.last and not parted(page, d, draft)]
    beside = [d for d in beside if d.type in GIVING or _goes_in(page, d, draft)]
    before = [d for d in beside if d.trigger_word < draft.trigger_word and not _others(page, draft)]
    behind = {d.place.entity: d for d in beside if d.trigger_word > draft.trigger_word and d.place is not None}
    source = before[-1] if before else next(iter(behind.values())) if len(behind) == 1 else None
    if not before and source is not None and _at_site(page, draft):
        source = None  # "قصف سيارة في الحي الشرقي، وقتل اثنان في قصف حي الزهراء"
    if source is not None:
        return _with(draft, source.place, "sentence")
    if not _at_site(page, draft) and (head := headed_by(page, draft, wide)) is not None:
        return _with(draft, head, "heading")
    local = _of_source(page, draft, wide) or place_before_speech(page, draft, wide)
    if local is not None:
        return _with(draft, local, "source")
    label = label_of(page, draft, wide)
    return draft if label is None else _with(draft, label, "label")


def _at_site(page: Page, draft: Draft) -> bool:
    """Whether the clause of an act places it in a site whose name no list knows."""
    index = page.chunk_of[draft.trigger_word]
    clause = [page.chunks[i] for i in clause_of(page, index) if i > index] if index >= 0 else []
    led = [c for c in clause if c.kind == "noun" and c.prep == "في" and c.place is None and c.definite]
    return any(page.word(c).stem_key in closed().sites and c.last > c.head + 1 for c in led)


def _others(page: Page, draft: Draft) -> bool:
    """ "… في مدينة سروج والهجمات الأخرى", "هجمات على مناطق أخرى": other attacks were elsewhere."""
    own = page.chunk_of[draft.trigger_word]
    if own >= 0 and other_grounds(page, own):
        return True
    behind = page.text.words[draft.trigger_word + 1 : draft.trigger_word + 3]
    return draft.rule.startswith("noun") and any(w.stem_key == "اخري" for w in behind)


def _goes_in(page: Page, entry: Draft, draft: Draft) -> bool:
    """ "دخلت القوات البلدة وخاضت معارك", "تظاهر العمال في الميدان وأطلقت الشرطة النار عليهم": it goes on there."""
    if entry.type == "PROTEST":
        fired_at = any(page.text.words[a.head].stem_key in MARCHERS for a in draft.recipients)
        return fired_at or bool({a.entity for a in entry.actors} & {a.entity for a in draft.recipients})
    same = {a.entity for a in entry.actors} & {a.entity for a in draft.actors}
    return entry.trigger_word < draft.trigger_word and bool(same)


def _of_source(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """ "قال شهود في مخيم النصيرات إن الطائرات قصفت منزلا": where those are who saw it."""
    own = page.chunk_of[draft.trigger_word]
    if own < 0:
        return None
    for index in range(page.sentence_first[own], own):
        chunk = page.chunks[index]
        if chunk.kind != "noun" or not is_local(page, chunk):
            continue
        if any(c.kind == "relative" for c in page.chunks[index:own]):
            return None  # "… أن الحوثيين الذين انقلبوا"
        held = _within(page, chunk) if page.word(chunk).stem_key in OFFICES else ()
        if (office := next((p for p in held if p.entity not in wide), None)) is not None:
            return office  # "محافظ كركوك"
        for behind in page.chunks[index : min(index + SOURCE, own)]:
            if behind.kind in ("that", "verb", "mark"):
                break
            if _inside(behind) and behind.place is not None and behind.place.entity not in wide:
                return behind.place
    return None


def _within(page: Page, chunk: Chunk) -> Sequence[PlacePhrase]:
    """The places that the words of a phrase behind its head name."""
    places = page.named.places
    since = bisect_left(places, chunk.head + 1, key=lambda p: p.first)
    return places[since : bisect_left(places, chunk.last, key=lambda p: p.first)]


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
    if not draft.specific or answers_it(page, near[-1], draft):
        return draft
    if any(w.stem_key == "منذ" for w in page.text.words[here.first : draft.trigger_word]):
        return draft  # "ومنذ توليه الحكم قتل أكثر من 700 شخص": a sum of many places
    turned = any(w.stem_key in TURNING for w in page.text.words[here.first : here.first + OPENING])
    return draft if turned or not _names(near[-1]) & _names(draft) else _with(draft, source, "goes_on")


def _in_next(page: Page, draft: Draft, wide: frozenset[str]) -> Draft:
    """The report with the place that the next sentence gives its attack, where its own names none."""
    here = page.text.sentence_of(draft.trigger_word)
    places = page.named.places
    since = bisect_left(places, here.first, key=lambda p: p.first)
    until = bisect_left(places, here.last, key=lambda p: p.first)
    place = told_after(page, draft)[0] if not {p.entity for p in places[since:until]} - wide else None
    return draft if place is None or place.entity in wide else _with(draft, place, "taken_up")


def _names(draft: Draft) -> set[str]:
    return {a.entity for a in (*draft.actors, *draft.recipients)}


def _with(draft: Draft, place: PlacePhrase | None, rule: str) -> Draft:
    assert place is not None
    return msgspec.structs.replace(draft, place=msgspec.structs.replace(place, rule=f"inherited_place:{rule}"))
