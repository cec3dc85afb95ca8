"""Nouns of acts whose genitive is not what it seems: whom one sets out to meet, a hold that is broken."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.asides import opening_comma
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.record import HOLDS

ACHIEVES = "حقق"
DEMANDS = frozenset({"مطالبه", "طالب"})
BACK = 8  # chunks before an attack within which stands the verb that says who threw it back
TAKEN = 6  # chunks before a hold within which the word for taking the ground stands


def meets(governor: Governor | None, slots: Slots, sense: Sense) -> bool:
    """ "وصل الوفد للقاء المسؤولين", "قرر لقاء المعارضة": another meets, so that the genitive is whom he meets.

    So too "جددت الحكومة مطالبة المسلحين": whoever demands anew is the verb's subject; "رفض" is said of another's.
    """
    if governor is None or governor.role != "actor" or not governor.actors or sense.genitive != "agent":
        return False
    if (entry := governor.entry) is not None and key(sense.entry.lemma) in DEMANDS and "object" not in slots:
        return entry.kind != "act" and entry.modality != "denied" and "ب" in slots
    aimed = governor.entry is None or governor.entry.kind == "control"
    return sense.entry.type == "CONSULT" and aimed and not {"مع", "بين"} & set(slots)


def hits(governor: Governor | None, genitive: list[Chunk]) -> bool:
    """ "استهدف هجوم قوات الأمن": what stands behind the act that hits is hit, unless another phrase is."""
    if governor is None or governor.rule != "event_verb" or governor.entry is None:
        return False
    own = {c.index for c in genitive}
    others = [c for c in governor.slots.get("object", []) if c.index not in own]
    return governor.entry.roles.get("object") == "recipient" and not others


def repelled_by(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...]:
    """ "تصدت المقاومة لهجوم", "صد الجيش هجوما": who throws an attack back is who was attacked."""
    here = page.chunk_of[word]
    if sense.entry.type != "ASSAULT" or sense.entry.extension == "repel" or page.chunks[here].prep not in ("", "ل"):
        return ()
    position = here
    while position > max(page.sentence_first[here], here - BACK):
        position -= 1
        chunk = page.chunks[position]
        if chunk.kind == "mark" and (opening := opening_comma(page, position)) is not None:
            position = opening  # "صدت المقاومة في مأرب، شرقي البلاد، هجوما"
            continue
        if not is_finite(chunk):
            if chunk.kind in ("that", "relative", "when", "mark"):
                return ()
            continue
        lemmas = [key(a.lemma) for a in page.word(chunk).analyses if a.pos == "verb"]
        entries = [e for x in lemmas for e in index().verbs.get(x, ()) if e.kind == "act"]
        subject = subject_chunk(page, position).chunk
        repels = bool(entries) and all(e.extension == "repel" for e in entries)
        return actors_of(page, subject) if repels and subject is not None and subject != here else ()
    return ()


def lost(page: Page, word: int) -> bool:
    """ "تحرير المدينة من سيطرة التنظيم": the hold from which ground is taken is no act of its own."""
    here = page.chunk_of[word]
    if page.chunks[here].prep != "من" or page.text.words[word].stem_key not in HOLDS:
        return False
    if page.text.words[word].definite:
        return False  # "تمكنت من السيطرة على المدينة"
    for position in range(here - 1, max(page.sentence_first[here], here - TAKEN) - 1, -1):
        chunk = page.chunks[position]
        words = page.text.words[chunk.first : chunk.last]
        entries = [e for w in words for a in w.analyses for e in index().verbs.get(key(a.verb or a.lemma), ())]
        if any(e.extension == "capture_ground" for e in entries):
            return True
        if chunk.kind in ("that", "relative", "when") or is_finite(chunk):
            return False
    return False


def achieved(page: Page, word: int, sense: Sense) -> bool:
    """ "تحقيق تطلعات الشعب": a noun with a thing right behind it as its genitive is an achievement, no inquiry."""
    inquiry = sense.shape == "masdar" and sense.entry.extension == "investigate"
    if not inquiry or key(sense.entry.lemma) != ACHIEVES or "ال" in page.text.words[word].prefixes:
        return False
    behind = page.text.words[word + 1] if word + 1 < page.chunks[page.chunk_of[word]].last else None
    return behind is not None and behind.pos == "noun" and not behind.preposition
