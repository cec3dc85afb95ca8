"""Whose ground it is that is taken, besieged or hit: who holds it by the relative clause behind its name."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.neighbours import has_resumption
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.roles.record import HOLDERS, Roles

HOLDS = frozenset({"سيطر", "تمركز", "تحصن", "انتشر", "تواجد"})
TAKING = frozenset({"capture_ground", "besiege", "attack", "shelling", "air_strike"})
GROUND = frozenset({"capture_ground", "besiege"})
UNDER = frozenset({"خاضع", "خاضعه", "واقع", "واقعه"})
GRIPS = frozenset({"قبضه", "سيطره", "يد", "ايدي", "حوزه"})
REACH = 6  # chunks behind the act within which the relative clause begins


def add_holders(page: Page, roles: Roles, index: int, entry: Entry) -> None:
    """ "استعادت القوات تلالا كان يسيطر عليها المسلحون": from whom they are taken."""
    if roles.recipients or entry.extension not in TAKING:
        return
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if entry.extension in GROUND and (held := _in_grip(page, position)) is not None:
            roles.recipients += [a for a in held if a.klass in HOLDERS and a not in roles.actors]
            return
        if chunk.kind in ("that", "when", "mark") or (is_finite(chunk) and chunk.joined):
            return
        if not is_finite(chunk):
            continue
        holds = any(key(a.lemma) in HOLDS for a in page.word(chunk).analyses if a.pos == "verb")
        before = page.chunks[position - 1]
        described = before.kind == "relative" or before.text in closed().copulas or not before.definite
        if not holds or not described or not has_resumption(page, position):
            return
        subject = subject_chunk(page, position).chunk
        holder = page.chunks[subject].actor if subject is not None else None
        if holder is not None and holder.klass in HOLDERS and holder not in roles.actors:
            roles.recipients.append(holder)
        return


def _in_grip(page: Page, position: int) -> tuple[ActorPhrase, ...] | None:
    """ "موقع كان في قبضة المتمردين", "بلدة خاضعة لسيطرة التنظيم": in whose hands the ground was."""
    chunk = page.chunks[position]
    if page.word(chunk).stem_key not in GRIPS or chunk.prep not in ("في", "تحت", "ل", "ب"):
        return None
    left = page.chunks[position - 1]
    was = left.text in closed().copulas or left.kind == "relative" or page.word(left).stem_key in UNDER
    if not was or (chunk.owner is None and chunk.actor is None):
        return None
    return tuple(a for c in coordinated(page, position) for a in (c.actor or c.owner,) if a is not None)
