"""Whose ground it is that is taken, besieged or hit: who holds it by the relative clause behind its name."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.belonging import holders_by_name
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of, coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.resuming import has_resumption
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, key, lights_of
from tawatur.reports.roles.record import HOLDERS, Roles, admitted

OWNERS = HOLDERS | {"office", "organisation", "media"}
CARRIES = frozenset({"اقل", "قل", "حمل", "نقل"})  # "تقل" is written as "is few"
CARRIED = frozenset({"armed", "person", "civilians", "office", "political", "media"})
HOUSES = frozenset({"ضم", "اوي", "اوى"})
BELONGS = {"عاد": ("ل", "الي"), "تبع": ("ل", ""), "خص": ("",), "انتمي": ("ل", "الي")}  # how the owner is led
VEHICLES = frozenset({
    "سياره", "سيارات", "حافله", "حافلات", "قافله", "قوافل", "مركبه", "مركبات", "عربه", "عربات", "شاحنه", "شاحنات",
    "مروحيه", "طائره", "قارب", "زورق", "سفينه", "موكب", "رتل", "باص", "مدرعه", "دراجه", "ناقله",
})  # fmt: skip
HOUSING = frozenset({"قاعده", "مبني", "معسكر", "مقر", "موقع", "منزل", "مركز", "مخيم", "مدرسه", "ثكنه", "مجمع"})
TAKING = frozenset({"capture_ground", "besiege", "attack", "shelling", "air_strike", "destroy", "raid"})
STRONGHOLDS = frozenset({"معقل", "معاقل"})
SAID_TO_BE = frozenset({"اعتبر", "شكل", "مثل"})
GROUND = frozenset({"capture_ground", "besiege"})
AMBUSHES = frozenset(
    {"bombing", "car_bomb", "suicide_attack", "shooting", "ambush", "mine", "abduct", "arrest", "kill"}
)
TAKEN = frozenset({"capture_ground", "attack"})
CONTROL = frozenset({"سيطره", "نفوذ", "تمركز", "تواجد", "انتشار"})
AREAS = frozenset({"مناطق", "منطقه", "اماكن", "مواقع", "نقاط", "بلدات", "قري", "احياء"})
UNDER = frozenset({"خاضع", "خاضعه", "واقع", "واقعه"})
GRIPS = frozenset({"قبضه", "سيطره", "يد", "ايدي", "حوزه"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
REACH = 6  # chunks behind the act within which the relative clause begins
CONVEYED = TAKING | AMBUSHES


def add_holders(page: Page, roles: Roles, index: int, entry: Entry) -> None:
    """ "استعادت القوات تلالا كان يسيطر عليها المسلحون": from whom they are taken."""
    own = {a.entity for a in roles.actors}
    if all(page.text.words[r.head].stem_key in VEHICLES for r in roles.recipients):
        conveyed = _conveyed(page, index) if entry.extension in CONVEYED else []
        roles.recipients[:] = [a for a in conveyed if a.entity not in own] or roles.recipients
    if roles.recipients or entry.extension not in TAKING:
        return
    held = _holders(page, index, entry)
    roles.recipients += [a for a in held if a.klass in HOLDERS and a.entity not in own]


def add_named_holders(page: Page, roles: Roles, index: int, sense: Sense) -> None:
    """ "تدمير ثلاثة أطقم عسكرية تابعة للحوثيين": whose the things in the phrase of a deed are."""
    done = sense.genitive in ("patient", "either") and sense.masdar is not None and sense.entry.type in FORCEFUL
    held = holders_by_name(page, page.chunks[index]) if done and not roles.recipients else ()
    held = tuple(a for a in held if a.klass in OWNERS and a not in roles.actors)
    roles.recipients += [a for a in held if admitted(page, sense.entry, "recipient", a)]


def _conveyed(page: Page, index: int) -> list[ActorPhrase]:
    """ "هجوم على قافلة كانت تقل جنودا", "استهدف سيارة تقل قياديين": who sits in what is hit."""
    for position in range(index + 2, min(page.sentence_last[index], index + REACH)):
        chunk, left = page.chunks[position], page.chunks[position - 1]
        if not is_finite(chunk):
            continue
        lemmas = {key(a.lemma) for a in page.word(chunk).analyses if a.pos == "verb"}
        if left.kind == "relative" or left.text in closed().copulas:
            left = page.chunks[position - 2]
        stem = page.word(left).stem_key.removesuffix("ا")
        rides = stem in VEHICLES and lemmas & CARRIES
        if (rides or (stem in HOUSING and lemmas & HOUSES)) and not chunk.joined and not page.word(chunk).enclitic:
            riders = of_verb(page, position).slots.get("object", [])
            return [c.actor for c in riders if c.actor is not None and c.actor.klass in CARRIED]
        if not _aims(page, chunk):
            return []
    return []


def _aims(page: Page, verb: Chunk) -> bool:
    """Whether a verb only says whom the act before it hits ("غارات استهدفت")."""
    lights = [e for e, _ in lights_of(page.word(verb), as_verb=True)]
    return any("subject" in e.noun and e.roles.get("object") == "recipient" for e in lights)


def _holders(page: Page, index: int, entry: Entry) -> tuple[ActorPhrase, ...]:
    """Who holds or uses what the phrases behind an act name, by their own words."""
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if (held := _in_grip(page, position, ground=entry.extension in GROUND)) is not None:
            return held
        if stronghold := _stronghold(page, position):
            return stronghold
        if chunk.kind in ("that", "when") or (is_finite(chunk) and chunk.joined):
            return ()
        if chunk.kind == "mark" and not _stronghold(page, position + 1):
            return ()
        if chunk.prep == "من قبل":
            return ()  # "قصف مصدره مناطق سيطرة الفصائل": where it came from
        if controlled := _of_control(page, chunk, ground=entry.extension in TAKEN):
            return controlled
        said = is_finite(chunk) and not any(key(a.lemma) in SAID_TO_BE for a in page.word(chunk).analyses)
        if said and not _aims(page, chunk):
            return _said_of(page, position)
    return ()


def _of_control(page: Page, chunk: Chunk, *, ground: bool) -> tuple[ActorPhrase, ...]:
    """ "قصفت مناطق سيطرة الحوثيين", "تحرير البلدة من سيطرة المسلحين": whose ground it is by a genitive."""
    area = page.word(chunk).stem_key in AREAS
    if chunk.kind != "noun" or not (area or (ground and chunk.prep == "من" and page.word(chunk).stem_key in CONTROL)):
        return ()
    for number in range(chunk.head + area, chunk.last - 1):
        if page.text.words[number].stem_key in CONTROL and (held := page.actors_at.get(number + 1)):
            return tuple(a for a in held if not a.adjective)[:1]
    return ()


def _said_of(page: Page, position: int) -> tuple[ActorPhrase, ...]:
    """ "تلال كان يسيطر عليها المسلحون", "آليات يستخدمها التنظيم": who is said to hold the ground."""
    before, word = page.chunks[position - 1], page.word(page.chunks[position])
    if not (before.kind == "relative" or before.text in closed().copulas or not before.definite):
        return ()
    lemmas = {key(a.lemma) for a in word.analyses if a.pos == "verb"}
    if owner := _owner_led(page, position, lemmas):
        return owner
    stays = lemmas & closed().dwelling and has_resumption(page, position)
    held = stays or ((lemmas & closed().holding) - CARRIES and word.enclitic in ("ه", "ها"))
    subject = subject_chunk(page, position).chunk if held else None
    return actors_of(page, subject) if subject is not None and subject > position else ()


def _owner_led(page: Page, position: int, lemmas: set[str]) -> tuple[ActorPhrase, ...]:
    """ "مخازن تعود لقوات الدعم", "موقع يتبع الحوثيين": to whom what is hit belongs."""
    led = next((BELONGS[x] for x in lemmas if x in BELONGS), None)
    behind = page.chunks[position + 1] if position + 1 < page.sentence_last[position] else None
    verb, left = features(page.word(page.chunks[position])), page.chunks[position - 1]
    if verb.tense != "present" or verb.number == "p" or left.kind not in ("relative", "noun"):
        return ()  # "ثم عادوا لقواتهم"
    if led is None or behind is None or behind.prep not in led or behind.actor is None:
        return ()
    return actors_of(page, behind.index)


def _stronghold(page: Page, position: int) -> tuple[ActorPhrase, ...]:
    """ "مدينة الرقة معقل التنظيم", "كآخر معقل للحوثيين": whose stronghold the ground is said to be."""
    if position + 1 >= page.sentence_last[position - 1]:
        return ()
    chunk, behind = page.chunks[position], page.chunks[position + 1]
    words = page.text.words[chunk.head : chunk.last]
    if chunk.kind != "noun" or chunk.prep not in ("", "ك") or not any(w.stem_key in STRONGHOLDS for w in words):
        return ()
    if chunk.owner is not None:
        return (chunk.owner, *(a for a in actors_of(page, position) if a is not chunk.owner))
    return actors_of(page, behind.index) if behind.prep == "ل" else ()


def _in_grip(page: Page, position: int, *, ground: bool) -> tuple[ActorPhrase, ...] | None:
    """ "موقع كان في قبضة المتمردين", "بلدة خاضعة لسيطرة التنظيم": in whose hands the ground was."""
    chunk = page.chunks[position]
    if page.word(chunk).stem_key not in GRIPS or chunk.prep not in ("في", "تحت", "ل", "ب"):
        return None
    left = page.chunks[position - 1]
    under = {page.word(left).stem_key, page.text.words[left.last - 1].stem_key}
    was = not under.isdisjoint(UNDER) or (ground and (left.text in closed().copulas or left.kind == "relative"))
    if not was or (chunk.owner is None and chunk.actor is None):
        return None
    return tuple(a for c in coordinated(page, position) for a in (c.actor or c.owner,) if a is not None)
