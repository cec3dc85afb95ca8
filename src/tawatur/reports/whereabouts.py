"""Places that a telling takes from what stands beside or before it, by named rules like those of times.

News places a happening once and tells its effects and what led to it without a place: "هاجم مسلحون بلدة …، واختطفوا
ثلاثة". A report of force without a place takes that of the nearest report of force before it in its sentence, else the
only one behind it; that of the local source that tells it ("قالت مصادر محلية في محافظة … إن"); that of a label before a
headline ("البيضاء.. مقتل قيادي"); or that of the last attack told shortly before, where its sentence takes that attack
up or shares a party with it and names no other place. Never where a word between begins what happened elsewhere.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.mentions.places.gazetteer import place as record_of
from tawatur.mentions.times.intervals import days_of
from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.elsewhere import BEGUN, GOALS, OTHER, fled_from, other_grounds, turns
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grounds import ground_of, in_scene
from tawatur.reports.headings import headed_by, label_of
from tawatur.reports.items import opens_item
from tawatur.reports.local_sources import OFFICES, is_local, place_before_speech
from tawatur.reports.locating import LOCATIVE
from tawatur.reports.owning import condemned, speaks
from tawatur.reports.pointing import says_little
from tawatur.reports.reckoning import EARLIER, LASTING, counted_from, long_ago
from tawatur.reports.taking_up import answers_it, takes_up
from tawatur.reports.told_after import told_after
from tawatur.reports.visits import met_there

FORCE = frozenset({"ASSAULT", "COERCE"})
GIVING = FORCE | {"RETREAT"}
HELD = ("asserted", "denied")
PARTING = frozenset({"الا", "لكن", "بينما", "فيما", "حين", "كما", "بعدما", "كذلك", "غداه", "عشيه", "تزامن", "تزامنا"})
FOUGHT = frozenset({"capture_ground", "repel", "clash"})  # "سيطروا على المدينة، فيما فرت الميليشيات"
DENYING = frozenset({"لا", "لم", "لن", "ليس", "ليست"})
BACK = 2  # sentences before in which what is taken up was told
MARCHERS = frozenset({"متظاهر", "متظاهرين", "متظاهرون", "محتجين", "محتجون", "معتصمين", "معتصمون", "متظاهره"})
REPELLING = frozenset({"الا", "لكن"})
BESIDE = frozenset({"فيما", "بينما"})  # "قتل ستة، فيما قتل أربعة من رجالها": losses of both sides of a fight
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
    beside = [d for d in placed if sentence.first <= d.trigger_word < sentence.last and not _parted(page, d, draft)]
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


def _parted(page: Page, source: Draft, draft: Draft) -> bool:
    """Whether a word between two acts begins what happened elsewhere: "إلا أن", "بينما", "في حين"."""
    first, last = sorted((source.trigger_word, draft.trigger_word))
    if any(counted_from(page, d.trigger_word) and d.extension not in LASTING for d in (source, draft)):
        return True  # "بعد أربعة أيام من هجوم"
    if _other_day(source, draft) or any(_of_old(page, d) or _dated_before(page, d) for d in (source, draft)):
        return True  # "تلاها في 14 يونيو اختطاف طائرة", "أعنف هجوم منذ معركة الموصل"
    if draft.trigger_word == first and draft.extension in LOSSES and in_scene(page, first, last):
        return False
    if draft.trigger_word == first and fled_from(page, source):
        return True  # "أعدم أطفالا فروا من معارك بعشيقة"
    if source.type == "COERCE" and draft.trigger_word == last and condemned(page.text, last):
        return True  # "حكمت محكمة في القاهرة على متهمين في الهجوم"
    between = page.text.words[first + 1 : last]
    if any(a.stem_key == "غير" and b.stem_key == "ان" for a, b in pairwise(between)):
        return True  # "غير أن قوة أخرى"
    if any(turns(w) for w in between) or (source.trigger_word == first and _meanwhile(page, first)):
        return True
    parting = [w for w in between if w.stem_key in PARTING]
    if draft.extension == "repel" and _attackers(source) & {a.entity for a in draft.recipients}:
        parting = [w for w in parting if w.stem_key not in REPELLING]  # "هاجموا البلدة، إلا أن الجيش تصدى لهم"
    sides = len(parting) == 1 and parting[0].stem_key in BESIDE and parting[0].index == last - 1
    told = draft.extension in LOSSES or (draft.extension == "withdraw" and source.extension in FOUGHT)
    if parting and not (sides and draft.trigger_word == last and told):
        return True
    if draft.trigger_word == first and any(w.stem_key in DENYING and w.conjunction == "و" for w in between):
        return True  # "قتل عشرة، ولا تشمل الحصيلة ضحايا المعارك في …"
    chunks = page.chunks[max(page.chunk_of[draft.trigger_word], 0) + 1 : max(page.chunk_of[source.trigger_word], 0)]
    own = range(page.chunk_of[first] + 1, page.chunk_of[last]) if page.chunk_of[first] >= 0 else ()
    if any(opens_item(page, n) for n in own):
        return True  # "قتل أربعة، وفي مأرب قتل خمسة"
    return any(speaks(page, c) for c in chunks)  # "… وقال إن": what is said behind


def _attackers(draft: Draft) -> set[str]:
    return {a.entity for a in draft.actors} if draft.type == "ASSAULT" else set()


def _dated_before(page: Page, draft: Draft) -> bool:
    """ "… بعد هجوم وقع الشهر الماضي": with a date of its own it was elsewhere."""
    index = page.chunk_of[draft.trigger_word]
    own = draft.time is not None and not draft.time.rule.startswith("inherited") and draft.rule == "noun"
    if not own or draft.time is None or draft.time.span.start < draft.trigger.start or index < 0:
        return False
    return page.chunks[index].prep in EARLIER and long_ago(page, draft.time.edtf)


def _meanwhile(page: Page, word: int) -> bool:
    """Whether an act opens its sentence behind "فيما": the main clause tells another; "بينما كانوا" sets its scene."""
    index = page.chunk_of[word]
    start = clause_of(page, index).start if index >= 0 else 0
    if index < 0 or start <= page.sentence_first[index]:
        return False
    link = page.chunks[start - 1]
    opens = link.index == page.sentence_first[index] and link.kind == "when" and link.text in BESIDE
    return opens and page.chunks[start].text not in closed().copulas


def _of_old(page: Page, draft: Draft) -> bool:
    index = page.chunk_of[draft.trigger_word]
    return index >= 0 and page.chunks[index].prep in OTHER and page.word(page.chunks[index]).stem_key not in BEGUN


def _other_day(source: Draft, draft: Draft) -> bool:
    """Whether each of two acts has a date of its own, and no day is common to both."""
    times = [d.time for d in (source, draft) if d.time is not None and not d.time.rule.startswith("inherited")]
    one, *more = [days_of(t.edtf or "") for t in times] or [None]
    other = more[0] if more else None
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)


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
