"""Who was killed, hurt or taken together with someone: "قتل القائد مع ثلاثة من مرافقيه", "ومعه اثنان من حراسه"."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.roles.beside import company
from tawatur.reports.roles.record import Roles

OWN = frozenset({"ه", "ها", "هم", "هما"})
TAKEN = frozenset({"arrest", "abduct", "assassinate", "execute"})
FELLOWS = frozenset({"person", "armed", "civilians", "office", "group"})


def add_fellows(page: Page, roles: Roles, told: tuple[Chunk, ...], entry: Entry) -> None:
    """Adds a victim's company, and those of his own people who stand right behind him, as having met the same."""
    if entry.extension not in LOSSES | TAKEN or not roles.recipients:
        return
    hit = [c for c in told if c.actor in roles.recipients]
    if not hit:
        return
    last = max(hit, key=lambda c: c.index)
    known = {a.entity for a in (*roles.recipients, *roles.actors)}
    fellows = (*_own_people(page, last), *company(page, last))
    roles.recipients += [a for a in fellows if a.entity not in known and a.klass in FELLOWS]


def _own_people(page: Page, victim: Chunk) -> tuple[ActorPhrase, ...]:
    """ "مع ثلاثة من مرافقيه": with the pronoun they are his."""
    behind = page.chunks[victim.index + 1] if victim.index + 1 < page.sentence_last[victim.index] else None
    if behind is None or behind.prep != "مع" or behind.actor is None:
        return ()
    return actors_of(page, behind.index) if page.text.words[behind.last - 1].enclitic in OWN else ()
