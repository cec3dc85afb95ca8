"""Place and figures of an act: from its arguments, its clause, then its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from tawatur.model.phrases import ActorPhrase, FigurePhrase, PlacePhrase
from tawatur.reports.elsewhere import here, other_grounds, stays, told_here
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key
from tawatur.reports.locating import BESIDE, LOCATIVE, came_from, locates, struck
from tawatur.reports.owning import condemned
from tawatur.reports.pointing import is_country, narrowest, pointed_at
from tawatur.reports.reach import reach_of
from tawatur.reports.reckoning import EARLIER, LASTING, counted_from, long_ago

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

Phrase = TypeVar("Phrase", FigurePhrase, PlacePhrase, ActorPhrase)
ABOUT = frozenset({"بشان", "حول", "ازاء", "حيال"})
ABOUT_IT = 6  # words of a number before what it counts: "ما لا يقل عن ست غارات"
TOLL = 6  # words behind the trigger of a toll among which its number stands
LOCATED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT", "RETREAT", "AID", "COOPERATE"})
SPOKEN = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "AGREE", "CONCEDE"})  # done by words
BASES = frozenset({"قاعده", "قواعد", "مطار", "مطارات"})  # "سمحت بشن غارات من قاعدة …"
EVE = frozenset({"غداه", "عشيه"})  # "هجوم على القاعدة غداة خطف جندي": another day and place
PAID = frozenset(
    {"ASSAULT", "AID", "SANCTION", "COERCE", "AGREE", "COOPERATE", "REQUEST", "CONCEDE"}
)  # told in money and shares
DINARS = frozenset({"dinar", "IQD", "LYD", "JOD", "KWD", "DZD", "TND", "BHD"})
RIYALS = frozenset({"riyal", "SAR", "YER", "IRR", "QAR", "OMR"})
OTHERS = frozenset({"lira", "SYP", "LBP", "TRY", "dirham", "AED", "MAD", "pound", "EGP", "SDG", "toman", "shekel"})
MEASURES = DINARS | RIYALS | OTHERS | {"percent", "USD", "EUR", "GBP"}
ADVANCES = frozenset({"تقدم", "دخل", "توغل", "زحف"})
EXPELS = frozenset({"طرد", "دحر", "اخرج", "اجلي", "ازاح"})
PARTS_OF_STATE = frozenset({"محافظه", "ولايه", "اقليم", "منطقه"})
SEIZED = frozenset({"arrest", "abduct"})
GOALS = frozenset({"الي", "ل"})
FOLK = frozenset({"اهالي", "اهال", "ابناء", "مواليد", "وجهاء"})
NEAR = 3  # chunks behind an advance among which its goal stands
LENGTHS = frozenset({"km", "metres", "miles"})
APART = frozenset({"بعد", "مسافه", "تبعد", "يبعد", "تقع", "يقع"})
_FIRST = attrgetter("first")
GOVERNING = frozenset({"state", "office"})  # "حكومة أنقرة", "نوايا تركيا": a name of power, not where it acts


def place_of(page: Page, telling: "Telling") -> PlacePhrase | None:
    """The place of an act: an argument of its own, else the nearest that its clause locates."""
    own = page.chunks[page.chunk_of[telling.trigger.word]].place
    if telling.type in SPOKEN:  # "أيد الشرعية في اليمن": where what is spoken of happens; but "اتفاق سوتشي"
        named = telling.type == "AGREE" and own is not None and own.first == telling.trigger.last and own.locality
        return own if named else None
    if own is not None and own.first == telling.trigger.last and _is_ground(telling, own):
        return own  # "محاصرة مدينة الرمادي", read as a participle
    if (hit := _led_by_l(page, telling)) is not None:
        return hit
    told = told_here(page, telling)
    if told:
        return narrowest(page, _before_object(page, telling, told), telling.trigger.word)
    if telling.type not in LOCATED:
        return None  # where someone speaks is no place of what he says
    if (place := _in_clause(page, telling)) is not None:
        return narrowest(page, place, telling.trigger.word)
    if (place := pointed_at(page, telling, reach_of(page, telling))) is not None:
        return place
    held = [a for a in (*telling.roles.recipients, *telling.roles.actors) if a.klass not in GOVERNING]
    inside = [p for a in held for p in _places_inside(page, a.first, a.last) if not _whence(page, a, p)]
    inside = [p for p in inside if not stays(page, telling, p.first - 1 - _led_by_in(page, p))]
    led = [p for p in inside if _led_by_in(page, p)]  # "طبيبا من أهالي بعقوبة في بغداد"
    return next(iter([*led, *inside]), None)


def _led_by_l(page: Page, telling: "Telling") -> PlacePhrase | None:
    """ "استهداف لمعسكر الكرين قرب مدينة الطبقة", "قصف لبلدة سراقب": what a noun's "ل" hits."""
    own = page.chunk_of[telling.trigger.word]
    hits = telling.sense.genitive in ("patient", "either")
    if telling.sense.shape == "verb" or not hits or own + 1 >= page.sentence_last[own]:
        return None
    behind = page.chunks[own + 1]
    if page.text.words[behind.first - 1].stem_key in BESIDE:
        return None  # "تطهير المناطق المحاذية للمدينة"
    hit = behind.place if behind.kind == "noun" and behind.prep == "ل" and behind.actor is None else None
    return hit if hit is not None and hit.locality and hit.first <= behind.head else None


def _is_ground(telling: "Telling", place: PlacePhrase) -> bool:
    """Whether what stands right behind a noun is where it was done; "نشر تركيا قوات" tells who did it."""
    parties = (*telling.roles.actors, *telling.roles.recipients)
    if telling.type in ("AID", "COOPERATE") and any(a.first <= place.first < a.last for a in parties):
        return False  # "بمساعدة دمشق"
    if telling.type not in LOCATED or place.locality or telling.type == "CONSULT":
        return telling.type in LOCATED
    return telling.sense.genitive == "patient" and not any(a.first <= place.first < a.last for a in parties)


def _in_clause(page: Page, telling: "Telling") -> PlacePhrase | None:
    """The nearest place that the clause locates: behind a verb first, before a noun, a town before a country."""
    own = page.chunk_of[telling.trigger.word]
    reach = reach_of(page, telling)
    lemma, taken = key(telling.sense.entry.lemma), telling.sense.entry.extension == "capture_ground"
    goal = own + NEAR if taken and lemma in ADVANCES else own  # "تقدموا إلى القرية"
    located = [c for c in reach if locates(page, c) or (c.prep == "الي" and c.place and own < c.index <= goal)]
    if telling.sense.shape != "verb":
        located = sorted([*located, *(c for c in reach if struck(page, c))], key=lambda c: c.index)
    located = here(page, telling, located)
    after, before = [c for c in located if c.index > own], [c for c in located if c.index < own]
    if telling.type == "CONSULT":
        after = [c for c in after if not _talked_of(page, c)]
    aside = page.chunks[own].prep in EVE or _counted_from(page, telling) or _other_one(page, own)
    aside = (
        aside
        or other_grounds(page, own)
        or (telling.sense.shape != "verb" and condemned(page.text, telling.trigger.word))
    )
    if aside or _dated_behind(page, telling, own):
        before = []
    if (
        telling.type == "RETREAT" and telling.sense.entry.extension == "withdraw"
    ):  # "سحب مقاتليه من سوريا، خاصة بعد أنباء عن منطقة آمنة في …"
        whence = [c for c in reach if c.prep == "من" and c.index > own and c.place][:1]
        after = whence if whence and after and whence[0].index < after[0].index else after
    near = [*after[:1], *before[-1:]] if telling.sense.shape == "verb" else [*before[-1:], *after[:1]]
    if not near and (telling.type == "RETREAT" or (taken and lemma in EXPELS)):  # "سحب قواته من حلب"
        near = [c for c in reach if c.prep == "من" and c.index > own and c.place][:1]
    if not near and telling.sense.entry.extension in SEIZED:  # "اعتقلوا ستة من بلدة سلواد", none "من الكاميرون"
        near = [c for c in reach if c.prep == "من" and c.index > own and c.place and _is_part(page, c)][:1]
        near = [c for c in near if not _among_them(page, own, c.index)]
    if telling.sense.entry.extension == "visit" and not after:  # "زيارة المبعوث إلى اليمن، فلان، إلى الرياض"
        near = [c for c in reach if c.prep in GOALS and c.index > own and c.place][:1] or near
    if not near and telling.sense.entry.extension == "host_base":  # "سمحت بشن غارات انطلاقا من القاعدة"
        near = [c for c in reach if c.index > own and c.place and (came_from(page, c) or _from_base(page, c))][:1]
    places = [c.place for c in near if c.place is not None]
    return next((p for p in places if p.locality), places[0] if places else None)


def _from_base(page: Page, chunk: Chunk) -> bool:
    return chunk.prep == "من" and page.word(chunk).stem_key in BASES


def _other_one(page: Page, own: int) -> bool:
    """ "تفجير في سروج والهجمات الأخرى": other attacks were elsewhere."""
    chunk = page.chunks[own]
    return chunk.joined and any(w.stem_key == "اخري" for w in page.text.words[chunk.head + 1 : chunk.last])


def _counted_from(page: Page, telling: "Telling") -> bool:
    """ "بعد أربعة أيام من هجوم": another day and place; "بعد شهور من القتال" went on there till then."""
    return telling.sense.entry.extension not in LASTING and counted_from(page, telling.trigger.word)


def _among_them(page: Page, own: int, index: int) -> bool:
    """ "أسروا خمسة بينهم قيادي من بلدة سلواد": whence one of them comes."""
    return any(c.text == "pronoun" and c.prep in ("بين", "من بين") for c in page.chunks[own + 1 : index])


def _is_part(page: Page, chunk: Chunk) -> bool:
    named = chunk.place is not None and page.word(chunk).stem_key in PARTS_OF_STATE
    return named or (chunk.place is not None and chunk.place.locality)


def _dated_behind(page: Page, telling: "Telling", own: int) -> bool:
    """ "اعتقلوا في بنزرت عشرة بعد هجوم وقع الشهر الماضي": with a date of its own it was not there."""
    if page.chunks[own].prep not in EARLIER or telling.sense.shape == "verb":
        return False
    behind = page.chunks[own + 1 : page.sentence_last[own]]
    told = takewhile(lambda c: c.kind not in ("mark", "that", "when"), behind)
    return any(c.time is not None and long_ago(page, c.time.edtf) for c in told)


def _talked_of(page: Page, chunk: Chunk) -> bool:
    """ "بحث مع نظيره الأزمة السياسية في ليبيا": what is talked of is there, not the talk."""
    if chunk.prep in ABOUT or page.text.words[chunk.first].key in ABOUT:
        return True  # "جلسة بشأن السودان"
    return any(w.stem_key in closed().talked_of for w in page.text.words[max(chunk.first - 2, 0) : chunk.first])


def _before_object(page: Page, telling: "Telling", places: Sequence[PlacePhrase]) -> PlacePhrase:
    """ "سيطر على المعسكر بعد خسارة الجيش مدينة إدلب": what a preposition ties goes before a bare place."""
    first, trigger = places[0], telling.trigger.word
    if telling.sense.entry.extension == "capture_ground":  # "السيطرة على البلدة … في محافظة أبين"
        taken = [p for p in places if p.first > trigger and page.chunks[page.chunk_of[p.first]].prep == "علي"]
        first = taken[0] if taken else first
    if telling.sense.shape != "verb" or page.chunks[page.chunk_of[first.first]].prep:
        return first
    between = [p for p in places if trigger < p.first < first.first]
    tied = [p for p in between if page.chunks[page.chunk_of[p.first]].prep in LOCATIVE]
    return tied[0] if tied and (tied[0].locality or not first.locality) else first


def _places_inside(page: Page, first: int, last: int) -> list[PlacePhrase]:
    inside = [p for p in _between(page.named.places, first + 1, last) if p.last <= last or _led_by_in(page, p)]
    inside = [p for p in inside if not _side(page, p) and not _leads(page, p)]
    return [p for p in inside if not is_country(page, p)]  # "طائرات الولايات المتحدة", "الجماعة المتحالفة مع إيران"


def _whence(page: Page, actor: ActorPhrase, place: PlacePhrase) -> bool:
    """ "قيادي من أهالي الفلوجة": where a fighter is from."""
    if actor.klass != "armed" or place.first < actor.first + 2:
        return False
    of, people = page.text.words[place.first - 2 : place.first]
    return of.stem_key == "من" and people.stem_key in FOLK


def _led_by_in(page: Page, place: PlacePhrase) -> bool:
    return page.text.words[place.first - 1].stem_key == "في"


def _leads(page: Page, place: PlacePhrase) -> bool:
    """ "مقاتلات التحالف بقيادة السعودية": who leads them."""
    return page.text.words[place.first - 1].stem_key in closed().accompaniments


def _side(page: Page, place: PlacePhrase) -> bool:
    """ "مقاتلون مدعومون من تركيا", "مسلحون موالون لروسيا": whose side they are on, not where they act."""
    word, before = page.text.words[place.first], page.text.words[place.first - 1]
    tied = word.preposition == "ل" or (not word.preposition and before.stem_key in ("من", "ل"))
    return tied and any(a.first == place.first for a in _between(page.named.actors, place.first, place.first + 1))


def figures_of(page: Page, telling: "Telling", triggers: Sequence[int]) -> tuple[FigurePhrase, ...]:
    """The figures inside its fillers, in its clause where no other trigger is nearer, and in the tolls it caused."""
    roles, figures, own = telling.roles, page.named.figures, telling.trigger.word
    found: dict[int, FigurePhrase] = {}
    if not figures:
        return ()
    here = page.text.sentence_of(own)
    for actor in (a for a in (*roles.actors, *roles.recipients) if here.first <= a.first < here.last):
        around = _between(figures, actor.first - 3, actor.last)  # "نحو" and "أكثر من" stand before the phrase
        found |= {f.first: f for f in around if f.last > actor.first}
    for clause in (telling.clause, *(toll.clause for toll in telling.tolls)):
        near = _between(figures, *_words(page, clause))
        found |= {f.first: f for f in near if f.first <= own < f.last or _nearest(f.first, triggers) == own}
    counted = _between(figures, max(here.first, own - ABOUT_IT), own + 1)  # "حوالي ست غارات"
    found |= {f.first: f for f in counted if own < f.last}
    for toll in telling.tolls:
        found |= {f.first: f for f in _between(figures, toll.trigger.word, toll.trigger.word + TOLL)}
    if not found:
        return ()
    times = [c for i in page.sentence_of(max(page.chunk_of[own], 0)) if (c := page.chunks[i]).time is not None]
    kept = (f for first, f in sorted(found.items()) if not any(c.first <= first < c.last for c in times))
    return tuple(f for f in kept if not _distance(page, f) and (telling.type in PAID or f.unit not in MEASURES))


def _distance(page: Page, figure: FigurePhrase) -> bool:
    """ "على بعد مائة كيلومتر", "تبعد 30 كلم": where something lies counts nothing of an act."""
    before = page.text.words[max(0, figure.first - 3) : figure.first]
    return figure.unit in LENGTHS and any(w.stem_key in APART for w in before)


def _between(phrases: Sequence[Phrase], first: int, last: int) -> Sequence[Phrase]:
    """The phrases, sorted by their first words, that begin in a range of words."""
    start = end = bisect_left(phrases, first, key=_FIRST)
    while end < len(phrases) and phrases[end].first < last:
        end += 1
    return phrases[start:end]


def _words(page: Page, clause: range) -> tuple[int, int]:
    return page.chunks[clause.start].first, page.chunks[clause.stop - 1].last


def _nearest(word: int, triggers: Sequence[int]) -> int:
    """The trigger that a figure belongs to: the last before it, else the first behind."""
    here = bisect_right(triggers, word)
    return triggers[here - 1] if here else triggers[0] if triggers else -1
