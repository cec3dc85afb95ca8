"""Nouns of acts whose genitive is not what it seems: whom one sets out to meet, a hold that is broken."""

from tawatur.reports.grammar.arguments import Slots
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.governors import Governor
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.record import HOLDS

TAKEN = 6  # chunks before a hold within which the word for taking the ground stands


def meets(governor: Governor | None, slots: Slots, sense: Sense) -> bool:
    """ "وصل الوفد للقاء المسؤولين", "قرر لقاء المعارضة": another meets, so that the genitive is whom he meets."""
    if governor is None or governor.role != "actor" or not governor.actors or sense.genitive != "agent":
        return False
    aimed = governor.entry is None or governor.entry.kind == "control"
    return sense.entry.type == "CONSULT" and aimed and not {"مع", "بين"} & set(slots)


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
