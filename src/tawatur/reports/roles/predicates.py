"""What the verb that is said of an event noun tells of it: where it happened, whom it hit."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.neighbours import carries_object
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, resumes
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import deeds_of, index, key, lights_of
from tawatur.reports.roles.record import Roles

ELSEWHEN = frozenset({"بعد", "عقب", "اثر", "قبل", "خلال", "منذ", "رغم"})
OF_SIDES = frozenset({"بين", "مع", "ضد", "علي", "من قبل"})
FALLEN = frozenset({"قتلي", "قتيلا", "جرحي", "ضحايا", "خساير", "اصابات", "قتيل", "جريح"})
CROWDS = frozenset({"تجمع", "تجمعات", "حشد", "حشود", "مجموعه", "موكب", "صفوف"})
PREDICATE = 10  # chunks behind an event noun within which its verb stands
CLAIMS = frozenset({"تبني"})  # who claims a deed says that he did it
BESIDE = 4  # the same where the verb only says where it was
LOCATIVE = frozenset(
    {"في", "ب", "في محيط", "علي اطراف", "بالقرب من", "باتجاه", "في اتجاه", "علي طول", "الي داخل", "في داخل"}
)


def is_locative(slot: str) -> bool:
    """Whether a preposition says where."""
    return slot in LOCATIVE or slot in closed().place_prepositions


def happened_at(page: Page, index: int) -> list[PlacePhrase]:
    """ "إن الهجوم وقع في المدينة", "الهجوم نفذ أمام المعسكر": where the verb that is said of the noun puts it."""
    verb = _said_of(page, index)
    slots = of_verb(page, verb).slots if verb is not None else {}
    return [c.place for slot, chunks in slots.items() if is_locative(slot) for c in chunks if c.place is not None]


def take_parties(page: Page, index: int, slots: Slots) -> None:
    """ "المعارك تدور في البلدة بين أ وب", "القصف تواصل على القرى": sides stand behind the verb said of a noun."""
    verb = _said_of(page, index, sides=True)
    if verb is None:
        return
    for slot, chunks in of_verb(page, verb).slots.items():
        near = [c for c in chunks if c.text != "pronoun" and _said_with(page, verb, c)]
        if slot in OF_SIDES and slot not in slots and near:
            slots[slot] = near


def _said_with(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether nothing that happened at another time, and no other act, is told between a verb and a phrase."""
    between = page.chunks[verb + 1 : chunk.index]
    acts = any(c.kind == "noun" and c.prep != "ب" and c.actor is None and deeds_of(page.word(c)) for c in between)
    return chunk.index > verb and not acts and not any(c.prep in ELSEWHEN for c in between)


def _said_of(page: Page, index: int, *, sides: bool = False) -> int | None:
    """The verb that says of a noun that it happened or went on; `sides`: no verb of what it led to."""
    if page.chunks[index].prep:
        return None
    for position in range(index + 1, min(page.sentence_last[index], index + BESIDE)):
        verb = page.chunks[position]
        if verb.kind == "noun" and verb.bare and not verb.joined and not is_modifier(page, verb):
            return None  # "وسبقت الغارات اشتباكات استمرت"
        if verb.kind != "verb" or not is_finite(verb) or verb.text in closed().copulas:
            continue
        said = not verb.joined and subject_chunk(page, position).chunk == index
        lights = [e for e, _ in lights_of(page.word(verb), as_verb=True)]
        done = [e for e in lights if "object" in e.noun and (not sides or e.subject == "actor")]
        happens = bool(done) or any("subject" in e.noun for e in lights)
        led_to = sides and any(key(a.lemma) in closed().results for a in page.word(verb).analyses)
        return position if said and happens and not led_to else None
    return None


def amid(page: Page, index: int, slots: dict[str, list[Chunk]]) -> list[Chunk]:
    """ "وقع التفجير وسط تجمع لأنصار الحزب": in whose midst it happened."""
    told = [c for c in slots.get("وسط", ()) if c.index > index]
    for position in range(index + 1, min(page.sentence_last[index], index + BESIDE) if not told else 0):
        verb = page.chunks[position]
        if is_finite(verb):
            said = not verb.joined and subject_chunk(page, position).chunk == index
            told = of_verb(page, position).slots.get("وسط", []) if said else []
            break
    words = page.text.words
    crowds = [c for c in told if any(w.stem_key in CROWDS for w in words[c.first : c.head + 1])]
    return [msgspec.structs.replace(c, actor=c.actor or c.owner, owner=None) for c in crowds]


def predicated(page: Page, index: int) -> list[Chunk]:
    """ "الغارات التي شنها التحالف استهدفت تجمعات": the object of the verb that is said of the noun."""
    chunk = page.chunks[index]
    if chunk.prep:
        return []
    for position in range(index + 1, min(page.sentence_last[index], index + PREDICATE)):
        verb = page.chunks[position]
        if verb.kind != "verb" or not is_finite(verb) or verb.joined or subject_chunk(page, position).chunk != index:
            continue
        if page.text.words[verb.first - 1].stem_key in ("لا", "لم", "لن"):
            return []  # "العمليات لا تستهدف الأكراد"
        if any(key(a.lemma) in closed().results for a in page.word(verb).analyses):
            return _among(page, of_verb(page, position).slots)
        aimed = [e for e, _ in lights_of(page.word(verb), as_verb=True) if e.roles.get("object") == "recipient"]
        return of_verb(page, position).slots.get("object", []) if aimed else []
    return []


def _among(page: Page, slots: dict[str, list[Chunk]]) -> list[Chunk]:
    """ "خلف القصف قتلى بين المدنيين", "في صفوف المسلحين": among whom the fallen are."""
    fallen = any(page.word(c).stem_key in FALLEN for c in slots.get("object", ()))
    found = [c for slot in ("في صفوف", "بين صفوف", "بين") for c in slots.get(slot, ()) if c.text != "pronoun"]
    return found if fallen else []


def carried_out(page: Page, index: int) -> list[Chunk]:
    """ "التفجير الذي أوقع قتلى، نفذه التنظيم": who stands behind the verb whose pronoun means the noun."""
    chunk = page.chunks[index]
    if chunk.prep or not chunk.definite:
        return []
    for position in range(index + 2, min(page.sentence_last[index], index + PREDICATE)):
        verb = page.chunks[position]
        if (
            verb.kind != "verb"
            or not is_finite(verb)
            or verb.joined
            or page.chunks[position - 1].kind in ("relative", "that", "when")
        ):
            continue
        word = page.word(verb)
        if not word.enclitic or not carries_object(word) or not resumes(page, word.enclitic, chunk):
            continue
        left = page.chunks[position - 1]
        if (left.kind == "noun" and not left.definite) or _announces(word):
            return []  # "السيطرة على القاعدة قبل هدنة أعلنها التحالف"
        doers = of_verb(page, position).slots.get("subject", [])
        return [c for c in doers if c.index > position]
    return []


def _announces(verb: Word) -> bool:
    lemmas = [key(a.lemma) for a in verb.analyses if a.pos == "verb"]
    return any(x in index().speech and x not in CLAIMS for x in lemmas)


def add_places(roles: Roles, slots: dict[str, list[Chunk]], *, ground: bool) -> None:
    """Where it happened; "السيطرة على البلدة في ريف حلب" is of the town."""
    for slot, chunks in sorted(slots.items(), key=lambda item: item[0] != "علي"):
        if is_locative(slot) or (ground and slot == "علي"):
            roles.places += [c.place for c in chunks if c.place is not None and c.place not in roles.places]
