"""Deeds of force that need no neighbour to be believed: all senses are of one type, and forces do them to someone."""

from tawatur.reports.gate import DEEDS, FORCES
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles


def one_type(senses: tuple[Sense, ...]) -> bool:
    """Whether all senses of a trigger are deeds of force of one type, so that no neighbour is needed to choose."""
    plain = [s.entry for s in senses if not s.entry.turn]
    types = {e.type for e in plain}
    return len(types) == 1 and types <= DEEDS and all(e.kind == "act" for e in plain)


def between_forces(roles: Roles) -> bool:
    """Whether forces or states act on someone or at a place: then an act needs no locking neighbour."""
    return any(a.klass in FORCES for a in roles.actors) and bool(roles.recipients or roles.places)
