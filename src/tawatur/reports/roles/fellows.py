"""Who was killed, hurt or taken together with someone: "قتل القائد مع ثلاثة من مرافقيه", "ومعه اثنان من حراسه"."""

from tawatur.knowledge.lexicon.entries import LOSSES, Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.roles.record import Roles

WITH = frozenset({"مع", "برفقه", "بصحبه"})
OWN = frozenset({"ه", "ها", "هم", "هما"})
TAKEN = frozenset({"arrest", "abduct", "assassinate", "execute"})
FELLOWS = frozenset({"person", "armed", "civilians", "office", "group"})


def add_fellows(page: Page, roles: Roles, told: tuple[Chunk, ...], entry: Entry) -> None:
    """Adds those of a victim's own people who stand right behind him as having met the same."""
    if entry.extension not in LOSSES | TAKEN or not roles.recipients:
        return
    last = max((c.index for c in told if c.actor in roles.recipients), default=-1)
    if last < 0:
        return
    known = {a.entity for a in (*roles.recipients, *roles.actors)}
    roles.recipients += [a for a in _behind(page, last) if a.entity not in known and a.klass in FELLOWS]


def _behind(page: Page, victim: int) -> tuple[ActorPhrase, ...]:
    stop = page.sentence_last[victim]
    behind = page.chunks[victim + 1] if victim + 1 < stop else None
    if behind is None or behind.kind != "noun" or behind.prep not in WITH:
        return ()
    if behind.text == "pronoun":
        alone = behind.joined and victim + 2 < stop and page.chunks[victim + 2].bare
        return actors_of(page, victim + 2) if alone else ()
    owned = page.text.words[behind.last - 1].enclitic in OWN
    return actors_of(page, behind.index) if owned and behind.actor is not None else ()
