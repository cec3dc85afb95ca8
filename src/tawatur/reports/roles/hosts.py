"""Who took part in a meeting that opens a sentence: whoever the clause behind it is about."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.subjects import subject_chunk

WHEN = frozenset({"في", "خلال", "اثناء", "عقب", "بعد", "اثر", "قبل", "قبيل", "غداه"})
PEOPLE = frozenset({"person", "office", "political", "state", "armed", "organisation"})
VISIT = "زياره"
AHEAD = 9  # chunks behind the meeting within which the main verb stands


def met_by(page: Page, index: int, slots: Slots) -> list[ActorPhrase]:
    """ "وفي اتصال مع نظيره الروسي، شدد الوزير التركي على": he phoned; of "في لقاء تناول الأزمة" no one is known."""
    opens = all(c.kind in ("particle", "time", "mark") for c in page.chunks[page.sentence_first[index] : index])
    if not opens or page.chunks[index].prep not in WHEN or not (slots.get("مع") or _travels(page, index, slots)):
        return []
    for position in range(index + 1, min(index + AHEAD, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when"):
            return []
        if is_finite(chunk):
            subject = subject_chunk(page, position).chunk
            if subject is None or subject < position:
                return []
            return [a for a in actors_of(page, subject) if a.klass in PEOPLE]
    return []


def _travels(page: Page, index: int, slots: Slots) -> bool:
    """ "وخلال زيارة إلى باكو، قال الرئيس": a visit of no one by name to a place behind "to"."""
    chunk = page.chunks[index]
    return page.word(chunk).stem_key == VISIT and chunk.owner is None and bool(slots.get("الي") or slots.get("ل"))


def welcomed(page: Page, index: int) -> bool:
    """ "كان في استقباله المحافظ": who stands behind the pronoun received the one whom it means."""
    chunk, left = page.chunks[index], page.chunks[index - 1] if index > page.sentence_first[index] else None
    return chunk.prep == "في" and left is not None and left.text in closed().copulas
