"""One act is told once in a clause: which of two triggers of the same act stays."""

from typing import TYPE_CHECKING

from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.collocates import folded, keys_of

if TYPE_CHECKING:
    from tawatur.reports.events import Telling


def without_repeats(page: Page, found: "list[Telling]") -> "list[Telling]":
    """The tellings without those that a noun or another verb of the same clause already tells."""
    nouns = {page.chunk_of[t.trigger.word]: t for t in found if t.sense.shape != "verb" and t.kind == "event"}
    kept: list[Telling] = []
    for telling in found:
        if telling.sense.shape == "verb" and telling.kind == "event":
            if _noun_tells(page, telling, nouns):
                continue
            subject = nouns.get(telling.roles.subject) if telling.roles.subject is not None else None
            if subject is not None and subject.type == telling.type and subject is not telling:
                _lend(telling, subject)
                continue
        kept.append(telling)
    return kept


def _noun_tells(page: Page, telling: "Telling", nouns: "dict[int, Telling]") -> bool:
    """ "شن هجوما": the verb is locked by a noun which is itself the trigger."""
    locks = folded(telling.sense.entry.with_)
    for index in telling.clause:
        other = nouns.get(index)
        if (
            other is not None
            and other.trigger.word > telling.trigger.word
            and locks
            and not locks.isdisjoint(keys_of([page.text.words[other.trigger.word]]))
        ):
            return True
    return False


def _lend(verb: "Telling", noun: "Telling") -> None:
    """ "الغارات استهدفت مقرا": what the verb found belongs to the noun."""
    noun.roles.recipients += [
        r for r in verb.roles.recipients if r not in noun.roles.recipients + noun.roles.actors
    ]
    noun.roles.places += verb.roles.places
