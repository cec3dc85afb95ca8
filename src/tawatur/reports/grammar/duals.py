"""Whom a dual pronoun means: "بينهما", "لقائهما": the two who were named together last."""

from bisect import bisect_left
from collections.abc import Iterator

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page

PARTIES = frozenset({"state", "armed", "political", "office", "person", "organisation"})
REACH = 60  # words back


def both(page: Page, word: Word) -> tuple[ActorPhrase, ...]:
    """The two parties that "هما" on a word means, in the order of the text; empty where no two stand together."""
    return two_before(page, word) if word.enclitic == "هما" else ()


def two_before(page: Page, word: Word) -> tuple[ActorPhrase, ...]:
    """The two parties that stood together last before a word ("… وقصفا", "بينهما"), in the order of the text."""
    here = page.text.sentence_of(word.index)
    first = page.text.sentence_of(here.first - 1).first if here.first else 0
    run: list[ActorPhrase] = []
    for party in _before(page, word.index, max(first, word.index - REACH)):
        if run and party.rule == run[0].rule == "both_sides" and party.first == run[0].first:
            return party, run[0]
        if run and not _joined(page, party, run[-1]):
            break
        run.append(party)
    else:
        party = None
    if len(run) == 1 and party is not None and _met(page, party, run[0]):
        run.append(party)
    return (run[1], run[0]) if len({p.entity for p in run}) == len(run) == 2 else ()


def _before(page: Page, word: int, first: int) -> Iterator[ActorPhrase]:
    """The parties named before a word, nearest first, without the names inside them."""
    actors = page.named.actors
    for number in range(bisect_left(actors, word, key=lambda a: a.first) - 1, -1, -1):
        actor = actors[number]
        if actor.first < first:
            return
        twin = actor.rule == "both_sides"
        if actor.last > word or actor.klass not in PARTIES or (actor.inside is not None and not twin):
            continue
        if (stay := page.chunk_of[actor.first]) >= 0 and page.chunks[stay].prep == "في" and page.chunks[stay].place:
            continue  # "التقى لافروف ظريف في موسكو": where they met
        peer = actor.adjective and actor.first and page.text.words[actor.first - 1].stem_key.startswith("نظير")
        if not actor.adjective or peer:
            yield actor


def _joined(page: Page, earlier: ActorPhrase, later: ActorPhrase) -> bool:
    """Whether "و" joins a phrase to the one before it."""
    return page.text.words[later.first].conjunction == "و" and 0 <= later.first - earlier.last <= 1


def _met(page: Page, earlier: ActorPhrase, later: ActorPhrase) -> bool:
    """Whether one meets the other in a sentence ("اجتماع أ مع ب", "التقى أ ب")."""
    chunk = page.chunk_of[later.first]
    if chunk < 0 or page.text.sentence_of(earlier.first) != page.text.sentence_of(later.first):
        return False
    here = page.chunks[chunk]
    before = page.chunks[chunk - 1]
    return here.prep in ("مع", "بين", "ب") or (here.bare and not here.joined and before.last > earlier.first)
