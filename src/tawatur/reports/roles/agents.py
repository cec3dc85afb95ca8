"""Who does what an event noun tells where "من" names him: "هجوم من الجبهة", "تم صده من الجيش"."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.datives import FORCES
from tawatur.reports.roles.genitives import is_part
from tawatur.reports.roles.predicates import CLAIMS
from tawatur.reports.roles.record import Roles, admitted

DIRECTIONS = frozenset({"جهات", "جهه", "محاور", "محور", "اتجاهات", "جوانب"})
BLAME = frozenset({"لوم", "لائمه", "مسؤوليه", "مسوليه", "تبعه"})
LAYS = frozenset({"القي", "انحي", "رمي"})
TAKES_PART = frozenset({"شارك", "اشترك", "ساهم", "اسهم"})


def agents_of_noun(
    page: Page,
    word: int,
    roles: Roles,
    slots: Slots,
    mapping: dict[str, str],
    sense: Sense,
    governor: Governor | None,
) -> None:
    """ "هجوم من الجبهة", "تم صده من الجيش": a force behind "من" acts, where the sense does not say otherwise."""
    over = governor.entry if governor is not None and governor.role == "actor" and governor.actors else None
    aimed = governor is not None and governor.rule == "aim_of_subject" and bool(governor.actors)
    bidden = governor.entry if governor is not None else None
    done = aimed or (bidden is not None and bidden.roles.get("object") == "actor")  # "كلفه باستعادتها منه"
    done = done or (over is not None and not tells(over))  # "هجوما لاستعادة المدينة من التنظيم"
    if sense.entry.extension in LOSSES and not roles.recipients and (some := _some_of_them(page, word, slots)):
        roles.recipients += [a for c in some if (a := c.actor) is not None and a not in roles.actors]
        return
    if (
        roles.actors
        or done  # "تمكنت القوات من استعادة البلدة من التنظيم", "من قتل العديد منهم"
        or mapping.get("من", "actor") != "actor"
        or not (sense.genitive in ("agent", "either") or governor is not None)
    ):
        return
    for chunk in slots.get("من", []):
        own = page.chunk_of[word]
        if page.word(chunk).stem_key in DIRECTIONS:
            continue  # "محاصرتهم من جميع الجهات"
        if sense.entry.extension in LOSSES and chunk.text == "pronoun":
            known = chunk.actor is not None and not roles.recipients
            roles.recipients += [chunk.actor] if known and chunk.actor is not None else []
            continue  # "مقتل ثلاثين منهم"
        if (
            (sense.genitive != "agent" and _counted_of(page, own, chunk))
            or is_part(page, chunk)
            or any(is_finite(c) for c in page.chunks[own + 1 : chunk.index])
        ):
            continue  # "قصف المناطق الجنوبية من السعودية"
        if (
            chunk.actor is not None
            and (chunk.actor.klass in FORCES or sense.entry.speech)
            and admitted(page, sense.entry, "actor", chunk.actor)
        ):
            roles.actors.append(chunk.actor)


def _some_of_them(page: Page, word: int, slots: Slots) -> list[Chunk]:
    """ "تمكن الجنود من قتل أربعة منهم": whom the pronoun behind a bare number means."""
    own = page.chunks[page.chunk_of[word]]
    last = page.text.words[own.last - 1]
    counts = own.last > word + 1 and (last.kind == "number" or last.pos == "number")
    return [c for c in slots.get("من", []) if counts and c.index == own.index + 1 and c.text == "pronoun"]


def _counted_of(page: Page, own: int, chunk: Chunk) -> bool:
    """ "أسر عدد آخر من المقاتلين": of whom a number is told."""
    told = page.text.words[page.chunks[own].head + 1 : chunk.first]
    return any(w.stem_key in closed().measures for w in told)


def tells(entry: Entry | None) -> bool:
    """Whether a governing entry reports words ("أعلن"); "واصل" and "تابع" before a verbal noun go on with it."""
    told = entry is not None and entry.kind == "light" and key(entry.lemma) in index().speech
    return told and entry is not None and key(entry.lemma) not in CLAIMS


def agents_by_means(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "قتل برصاص مسلحين", "أصيب بنيران الجيش": whose shots they are is who did it."""
    if roles.actors:
        return
    for chunk in slots.get("ب", ()):
        by = chunk.owner if chunk.actor is None and page.word(chunk).stem_key in closed().shots else None
        if by is not None and by not in roles.recipients and admitted(page, entry, "actor", by):
            roles.actors.append(by)


def blamed_for(page: Page, index: int, sense: Sense) -> bool:
    """ "ألقى باللوم في الهجوم على الحركة", "هجمات ألقي باللوم فيها على الحركة": behind "على" stands who did it."""
    if sense.entry.type != "ASSAULT":
        return False
    near = page.chunks[max(page.sentence_first[index], index - 3) : min(index + 3, page.sentence_last[index])]
    laid = (c.index for c in near if c.kind == "verb" and any(key(a.lemma) in LAYS for a in page.word(c).analyses))
    at = next(laid, None)
    if at is None:
        return False
    between = page.chunks[at + 1 : index + 1] if at < index else page.chunks[at + 1 : at + 2]
    words = [page.text.words[c.head] for c in between]
    return any(w.stem_key in BLAME for w in words)


def taking_part(page: Page, governor: Governor, sense: Sense) -> list[ActorPhrase]:
    """ "شاركت طائرات إلى جانب التحالف في قصف المدينة": beside whom one takes part does it too."""
    lemma = key(governor.entry.lemma) if governor.entry is not None else ""
    if lemma not in TAKES_PART or sense.entry.type not in ("ASSAULT", "COERCE", "MOBILIZE"):
        return []
    beside = [c for slot in ("مع", "الي جانب") for c in governor.slots.get(slot, ()) if c.text != "pronoun"]
    found = [c.actor for c in beside if c.actor is not None]
    return [a for a in found if a.klass in FORCES and admitted(page, sense.entry, "actor", a)]


def enjoyed(governor: Governor | None, sense: Sense) -> bool:
    """ "حظيت المبادرة بتأييد فرنسا", "نالت دعم إيران": whose backing one has is who backs."""
    light = governor.entry if governor is not None else None
    helps = sense.entry.type in ("SUPPORT", "AID") and sense.genitive != "patient"
    return helps and light is not None and light.subject == "recipient"
