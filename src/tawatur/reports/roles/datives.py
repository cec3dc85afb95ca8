"""What "ل" behind an event noun brings: whom it is done to, who does it, who takes part, or whose a thing is."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.purposes import is_loss
from tawatur.reports.lexicon.senses import Sense, deeds_of
from tawatur.reports.roles.genitives import indefinite_target, is_guest
from tawatur.reports.roles.record import admitted

ATTACKS = frozenset({"attack", "air_strike", "shelling", "ambush", "bombing", "suicide_attack", "raid"})
OF_A_SIDE = frozenset({"عنصر", "قناص", "جاسوس", "عميل", "اسير", "مسوول", "قائد", "قيادي", "ضابط", "طيار"})
FORCES = frozenset({"armed", "state", "political", "weapon", "office"})
BODIES = frozenset({"armed", "state", "political", "organisation"})
ARMIES = frozenset({"قوات", "قوه", "وحده", "وحدات", "شرطه", "كتيبه", "كتائب", "فصائل", "ميليشيا", "ميليشيات"})
BLOW = "ضربه"
PEOPLE = frozenset(
    {"عناصر", "عنصر", "مقاتلي", "مقاتلين", "قيادات", "قاده", "مرتزقه", "كتيبه", "طايره", "خليه", "خلايا"}
)  # among the words for targets those that act as well
GRAVE = frozenset(
    {"جديد", "موجع", "قوي", "كبير", "قاصم", "مولم", "قاس", "قاسي", "معنوي", "شديد", "ثاني", "اضافي", "مزدوج"}
)


def map_dative(
    page: Page,
    word: int,
    slots: dict[str, list[Chunk]],
    mapping: dict[str, str],
    sense: Sense,
    governor: Governor | None,
    *,
    genitive: bool,
    done: bool,
) -> None:
    """What "ل" behind the noun brings: two parties, whoever is hit or visited, or the doer."""
    index = page.chunk_of[word]
    if "party" in mapping.values() and "ل" not in mapping:
        asked = [c for c in slots.get("ل", []) if c.actor is not None]
        mapping["ل"] = "party" if len(asked) > 1 else "none"  # "الاجتماع لوزيري خارجية مصر والأردن"
    if sense.entry.extension == "repel" and deeds_of(page.text.words[min(word + 1, page.chunks[index].last - 1)]):
        mapping["ل"] = "recipient"  # "صد هجوم للحركة"
        return
    owned = page.text.words[word].enclitic != ""  # "قصفها لأحياء"
    if _new_weapon(page, index) and sense.genitive == "patient":
        mapping["ل"] = "recipient"  # "إسقاط طائرة للجيش"
        return
    patient = (owned or done) and is_dative(page, word, slots, mapping, sense)
    visited = sense.entry.extension == "visit" and "ل" in slots
    if patient or (visited and (owned or genitive or not is_guest(slots["ل"][0]))):
        mapping["ل"] = "recipient"
    elif not genitive and not owned and _at_posts(page, index, slots, sense):
        mapping["ل"] = "recipient"  # "قصف جوي لمواقع التنظيم"
    elif not genitive and not owned and _is_agents(page, index, slots, sense, governor):
        mapping["ل"] = "actor"


def _at_posts(page: Page, index: int, slots: Slots, sense: Sense) -> bool:
    """ "قصف جوي لمواقع التنظيم", "استهداف مباشر لتجمعات الجيش": posts behind "ل" that belong to someone are hit."""
    if sense.entry.extension not in ATTACKS or "ل" not in slots:
        return False
    posts = slots["ل"][0]
    between = page.chunks[index + 1 : posts.index]
    owned = posts.owner is not None or (posts.actor is not None and posts.last > posts.head + 1)
    stem = page.word(posts).stem_key
    return owned and stem in closed().target_nouns - PEOPLE and all(is_modifier(page, c) for c in between)


def is_dative(page: Page, word: int, slots: Slots, mapping: dict[str, str], sense: Sense) -> bool:
    """ "قصف الطائرات لحلب", "اعتقال القوات لمجموعة": "ل" right behind the genitive marks the patient."""
    index = page.chunk_of[word]
    if mapping.get("ل", "recipient") != "recipient" or "ل" not in slots or sense.genitive == "none":
        return False
    if mapping.get("subject") == "recipient" or is_loss(page.text.words[word]):
        return False  # "مقتل القائد ضربة للتنظيم", "استشهاد مدنيين لقصف القرية": who dies does it to no one
    if sense.genitive == "patient" and _new_weapon(page, index):
        return False  # "إسقاط طائرة للجيش": whose it is
    chunk = slots["ل"][0]
    if (sense.genitive == "patient" and indefinite_target(page, index)) or _is_theirs(page, index):
        return False  # "استهداف دورية لقوات الأمن", "مقتل قيادي للحركة"
    if sense.genitive != "agent" and _of_theirs(page, index, chunk):
        return False
    target = (
        stem := page.word(chunk).stem_key
    ) in closed().target_nouns or stem in closed().sites  # "لتجمع لهم", "لقرية"
    hit = target or chunk.place is not None
    if not all(_goes_by(page, c, hit=hit) for c in page.chunks[index + 1 : chunk.index]) or (
        chunk.actor is None and chunk.place is None and chunk.owner is None and not target
    ):
        return False
    return chunk.actor is None or admitted(page, sense.entry, "recipient", chunk.actor)


def _is_theirs(page: Page, index: int) -> bool:
    """ "قتل قيادي ميداني للحوثيين": one man of rank without article is one of those behind "ل"."""
    man = page.chunks[index].owner
    if man is None or man.definite or man.form != "role" or man.number != "s" or man.quantity is not None:
        return False
    return (stem := page.text.words[man.head].stem_key) in closed().commanders or stem in OF_A_SIDE


def _goes_by(page: Page, chunk: Chunk, *, hit: bool) -> bool:
    """Whether a phrase may stand between who acts and "ل": an adjective, and before a thing that is hit when or where.

    "اقتحام المسلحين في نوفمبر لمبنى السفارة", "قصف القوات فجر اليوم لمستشفى".
    """
    if chunk.kind == "time":
        return hit
    if chunk.kind != "noun":
        return False
    if chunk.joined and chunk.bare:
        return chunk.actor is not None  # "تحرير قوات الجيش والمقاومة لمدن المحافظة"
    when = chunk.prep == "في" and (chunk.time is not None or (chunk.place is not None and chunk.actor is None))
    return chunk.prep == "ب" or is_modifier(page, chunk) or (hit and when)


def _of_theirs(page: Page, index: int, dative: Chunk) -> bool:
    """ "قتل قائد ميداني للحركة", "أسر مقاتلين للتنظيم": people without article behind whom stands whose they are."""
    people, body = page.chunks[index].owner or page.chunks[index].actor, dative.actor
    if people is None or body is None or body.klass not in BODIES or not _is_body(page, dative):
        return False
    force = page.text.words[people.head].stem_key in ARMIES
    return people.form == "role" and not people.definite and people.klass in ("armed", "person", "office") and not force


def _new_weapon(page: Page, index: int) -> bool:
    """ "إسقاط طائرة": an indefinite arm behind a noun of hitting is what is hit; who fires is definite."""
    owner = page.chunks[index].owner
    return owner is not None and owner.klass == "weapon" and not owner.definite


def _is_agents(page: Page, index: int, slots: Slots, sense: Sense, governor: Governor | None) -> bool:
    """ "هجوم للمقاومة على المعسكر", "غارات للتحالف": "ل" right behind an indefinite noun of attack says whose it is."""
    chunk = page.chunks[index]
    if "ل" in slots and chunk.definite and governor is None and _described_owned(page, index, slots["ل"][0], sense):
        return True
    attack = sense.shape == "phrase" and sense.entry.type == "ASSAULT"  # "تفجير انتحاري لحركة الشباب"
    if "ل" not in slots or not (attack or sense.genitive in ("agent", "either")):
        return False
    if chunk.definite or _is_blow(page, chunk):
        return False
    if sense.entry.extension == "repel":
        return False  # "صد هجوم للحركة"
    behind = slots["ل"][0]
    fell = governor is not None and governor.role == "recipient"  # "وقعت الدورية في كمين للمقاومة"
    within = chunk.prep == "في" and governor is None
    harms = sense.entry.type in ("ASSAULT", "COERCE")
    laid = (
        not (fell or within or (harms and _opens(page, index, governor)))
        or page.word(behind).stem_key in closed().target_nouns
    )
    if "ل" in sense.entry.roles and (laid or (not fell and not within and not _is_body(page, behind))):
        return False  # "نصبوا كمينا للقافلة", but "قتل في كمين للمقاومة", "كمين للمقاومة يقتل جنديا"
    between = page.chunks[index + 1 : behind.index]
    adjacent = all(c.kind == "time" or is_modifier(page, c) for c in between)  # "في قصف فجر أمس للطيران"
    return adjacent and behind.actor is not None and behind.actor.klass in FORCES


def _described_owned(page: Page, index: int, behind: Chunk, sense: Sense) -> bool:
    """ "العمليات العسكرية للحركة", "الهجمات الأخيرة للتنظيم": past an adjective only "ل" can say whose a noun is."""
    chunk, own = page.chunks[index], sense.masdar is None and sense.genitive == "agent" and "ل" not in sense.entry.roles
    between = page.chunks[index + 1 : behind.index]
    described = all(is_modifier(page, c) for c in between) and (bool(between) or chunk.last > chunk.head + 1)
    forces = behind.actor is not None and behind.actor.klass in FORCES and behind.actor.definite
    return own and described and forces and sense.entry.extension in ATTACKS and not chunk.nationals


def _is_blow(page: Page, chunk: Chunk) -> bool:
    """ "في ضربة موجعة للتنظيم": a blow that is called hard or new is one to whoever stands behind it."""
    last = chunk.last if chunk.last > chunk.head + 1 or chunk.index + 1 >= page.sentence_last[chunk.index] else None
    behind = page.text.words[chunk.head + 1 : last or page.chunks[chunk.index + 1].last]
    graded = any(w.stem_key.removesuffix("ه") in GRAVE for w in behind)
    return page.word(chunk).stem_key == BLOW and graded


def _opens(page: Page, index: int, governor: Governor | None) -> bool:
    """Whether an attack opens its clause without a verb over it ("حملة اعتقالات لقوات الأمن في المدينة")."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    return governor is None and (left is None or left.kind in ("mark", "that"))


def _is_body(page: Page, chunk: Chunk) -> bool:
    """ "للجيش", "لقوات الأمن" act; "لمقاتلي الحركة", "لقيادي" may be whom it befalls."""
    word = page.text.words[chunk.actor.head] if chunk.actor is not None else page.word(chunk)
    one = chunk.actor is not None and chunk.actor.number == "s" and chunk.actor.form != "title" and chunk.definite
    many = chunk.actor is not None and chunk.actor.form in ("name", "loaded") and chunk.actor.klass == "armed"
    return word.stem_key not in closed().single_fighters and (one or many or word.stem_key == "قوات")
