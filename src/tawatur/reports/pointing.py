"""Places that words point back to: "فيها", "داخلها", "عليها", "حيث"; and which of two adjoining places is meant."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from tawatur.mentions.places.gazetteer import PlaceRecord
from tawatur.mentions.places.gazetteer import place as record_of
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.locating import SIDES, came_from
from tawatur.reports.lying import apart

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

POINTING = frozenset({"في", "علي", "داخل", "الي داخل", "في داخل", "قرب", "حول", "في محيط", "بداخل", "وسط", "عند"})
RICH = frozenset({"غني", "غنيه"})
THERE = "هناك"  # "وقتل هناك عشرة"; before a noun it only says that there is something
LEAVING = frozenset({"من"})  # "انسحبوا منها"
REACH = 16  # chunks to the left among which the place was named, in the same sentence
WITHIN = frozenset({"في", "ب"})
WIDE = frozenset({"country", "continent", "sea"})  # say too little
APART = frozenset({"بين", "عن"})
TAKEN = frozenset({"capture_ground", "besiege"})  # "التي يحاصرها"; "خرقها" may be a truce
GROUND = frozenset({"capture_ground", "besiege", "attack", "shelling", "air_strike", "raid"})  # done to places


def narrowest(page: Page, place: PlacePhrase, word: int) -> PlacePhrase:
    """ "على قريتي الحويجة والزيارة في سهل الغاب": what stands in a place is told before it and is where it happened."""
    at = page.chunk_of[place.first]
    chosen = place
    while at > 0 and page.chunks[at].kind == "noun" and (page.chunks[at].joined or _holds(page.chunks[at])):
        before = page.chunks[at - 1]
        if before.place is None or before.first <= word or before.kind != "noun" or _elsewhere(page, before):
            break
        listed = page.chunks[at].joined and not page.chunks[at].prep
        if before.actor is not None and before.actor.form == "nationality" and not listed:
            break
        if before.place.first > before.head and not before.place.locality:
            break  # "ترفع علم ليبيريا في خليج عدن"
        if not listed and apart(page, before.place, chosen):
            break  # "سوريا من مدينة حماة في إسطنبول"
        at, chosen = at - 1, before.place
    return chosen


def _holds(chunk: Chunk) -> bool:
    """ "في بلدة … بريف حلب", "على أطراف حي جوبر شرق دمشق": what follows a place says in or beside which it lies."""
    return chunk.prep in WITHIN or chunk.prep in SIDES


def _elsewhere(page: Page, chunk: Chunk) -> bool:
    """ "الواقعة بين مأرب وشبوة في مديرية …", "قادمة من بيحان في …": not what lies in the place behind."""
    came = came_from(page, chunk)
    while chunk.joined and not chunk.prep and page.chunks[chunk.index - 1].place is not None:
        chunk = page.chunks[chunk.index - 1]  # "بين مأرب وشبوة"
    return came or chunk.prep in APART


def pointed_at(page: Page, telling: "Telling", reach: Sequence[Chunk]) -> PlacePhrase | None:
    """The place that a pronoun of the act's clause, or "حيث" before it, takes up."""
    doers = frozenset(a.entity for a in telling.roles.actors)
    drives = telling.sense.entry.extension in ("capture_ground", "repel")  # "طردوهم منها"
    leaves = telling.type == "RETREAT" or drives
    preps = POINTING | LEAVING if leaves else POINTING
    if drives:
        doers |= {a.entity for a in telling.roles.recipients}  # "طرد المليشيات منها": no one is driven from himself
    for chunk in reach:
        if chunk.text == "pronoun" and chunk.prep in preps and (place := _meant(page, chunk, doers)) is not None:
            return msgspec.structs.replace(place, rule="pronoun")
    return _where(page, telling) or _there(page, telling) or _held(page, telling, doers)


def _there(page: Page, telling: "Telling") -> PlacePhrase | None:
    """ "يعيشون في المدينة حصارا، وقتل هناك عشرة": the last locality before, in its sentence or the one before."""
    word, words = telling.trigger.word, page.text.words
    if telling.sense.shape != "verb" or word + 1 >= len(words) or words[word + 1].stem_key != THERE:
        return None
    here = page.text.sentence_of(word).first
    first = page.text.sentence_of(here - 1).first if here else 0
    places = [p for p in page.named.places if first <= p.first < word and p.locality]
    return msgspec.structs.replace(places[-1], rule="there") if places else None


def _held(page: Page, telling: "Telling", doers: frozenset[str]) -> PlacePhrase | None:
    """ "تتجه نحو المدينة لاقتحامها": the pronoun of the act itself is the ground it is done to."""
    word, sense = page.text.words[telling.trigger.word], telling.sense
    chunk = page.chunk_of[word.index]
    verb = sense.shape == "verb" and sense.entry.extension in TAKEN
    done = verb or (sense.shape != "verb" and sense.genitive == "patient")
    if not word.enclitic or not done or sense.entry.extension not in GROUND or chunk < 0:
        return None
    loser = sense.entry.extension == "capture_ground" and sense.entry.roles.get("من", "recipient") == "recipient"
    if telling.roles.recipients and not loser:
        return None  # "تحريرها من الحوثيين" tells from whom
    place = _meant(page, page.chunks[chunk], doers, word.enclitic)
    return None if place is None else msgspec.structs.replace(place, rule="pronoun")


def _meant(page: Page, pronoun: Chunk, doers: frozenset[str], form: str = "") -> PlacePhrase | None:
    """The nearest place before that a pronoun may mean, unless a name that agrees with it stands nearer."""
    form = form or page.text.words[pronoun.last - 1].enclitic
    first = max(page.sentence_first[pronoun.index], pronoun.index - REACH)
    for index in range(pronoun.index - 1, first - 1, -1):
        chunk = page.chunks[index]
        actor = chunk.actor or chunk.owner
        if chunk.kind == "noun" and chunk.place is None and page.word(chunk).stem_key in closed().sites:
            return None  # "منطقة يحاولون السيطرة عليها": a place without a name
        if chunk.place is not None and chunk.kind == "noun" and _fits(page, form, chunk.place):
            return None if is_country(page, chunk.place) else narrowest(page, chunk.place, -1)
        if chunk.kind == "noun" and actor is not None and actor.entity not in doers and agrees(form, actor):
            return None
    return None


def is_country(page: Page, place: PlacePhrase) -> bool:
    """Whether a place is a country or sea: it says too little of an act."""
    if place.locality:
        return False
    kb = next((e.kb for e in page.named.entities if e.id == place.entity), None)
    return kb is not None and says_little(record_of(kb))


def says_little(record: PlaceRecord | None) -> bool:
    """A country, a sea or a part of the world ("الشرق الأوسط") says too little of an act."""
    return record is not None and (record.kind in WIDE or record.kb.startswith("x-"))


def _fits(page: Page, form: str, place: PlacePhrase) -> bool:
    """Towns are feminine; a place word with "ة" or none takes "ها", another one "ه"."""
    head = page.text.words[place.first].stem_key
    return form == "ها" or (form == "ه" and head in MASCULINE)


MASCULINE = frozenset(
    {
        "حي",
        "مطار",
        "معسكر",
        "مخيم",
        "جبل",
        "معبر",
        "ميناء",
        "ريف",
        "قضاء",
        "سجن",
        "مسجد",
        "موقع",
        "مستشفي",
        "سوق",
        "طريق",
    }
)


def _where(page: Page, telling: "Telling") -> PlacePhrase | None:
    """ "وصل إلى أربيل حيث التقى …": "حيث" opens what happened at the place right before it, described or not."""
    start = telling.clause.start
    for at in (start, start - 1):
        first = page.sentence_first[start]
        if at <= first or page.chunks[at].text != "حيث":
            continue
        before = page.chunks[at - 1]
        if before.kind == "time" or (before.text == "،" and at - 2 >= first):
            before = page.chunks[at - 2]
        if before.prep == "عن":  # "قرب مارع التي تبعد عشرين كيلومترا عن الحدود، حيث …"
            found = range(before.index - 1, first - 1, -1)
            before = next((page.chunks[i] for i in found if page.chunks[i].place is not None), before)
        while before.index > first and _only_describes(page, before):
            before = page.chunks[before.index - 1]
        return before.place if before.kind == "noun" else None
    return None


def _only_describes(page: Page, chunk: Chunk) -> bool:
    """ "مدينة المكلا الساحلية حيث", "مأرب الغنية بالنفط حيث": what is said of a place before "حيث"."""
    if chunk.kind != "noun" or chunk.place is not None or chunk.actor is not None or chunk.owner is not None:
        return False
    left = page.chunks[chunk.index - 1]
    said = chunk.bare and not chunk.joined and chunk.definite and page.word(chunk).stem.endswith(("ية", "ي"))
    rich = chunk.prep == "ب" and left.bare and left.last == left.head + 1 and page.word(left).stem_key in RICH
    return (said and left.place is not None) or rich or (chunk.bare and page.word(chunk).stem_key in RICH)
