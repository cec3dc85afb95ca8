"""Whose ground it is that is taken, besieged or hit: who holds it by the relative clause behind its name."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.neighbours import has_resumption
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.roles.record import HOLDERS, Roles

HOLDS = frozenset({"سيطر", "تمركز", "تحصن", "انتشر", "تواجد"})
TAKING = frozenset({"capture_ground", "besiege", "attack", "shelling", "air_strike"})
REACH = 6  # chunks behind the act within which the relative clause begins


def add_holders(page: Page, roles: Roles, index: int, entry: Entry) -> None:
    """ "استعادت القوات تلالا كان يسيطر عليها المسلحون": from whom they are taken."""
    if roles.recipients or entry.extension not in TAKING:
        return
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when", "mark") or (is_finite(chunk) and chunk.joined):
            return
        if not is_finite(chunk):
            continue
        held = any(key(a.lemma) in HOLDS for a in page.word(chunk).analyses if a.pos == "verb")
        before = page.chunks[position - 1]
        described = before.kind == "relative" or before.text in closed().copulas or not before.definite
        if not held or not described or not has_resumption(page, position):
            return
        subject = subject_chunk(page, position).chunk
        holder = page.chunks[subject].actor if subject is not None else None
        if holder is not None and holder.klass in HOLDERS and holder not in roles.actors:
            roles.recipients.append(holder)
        return
