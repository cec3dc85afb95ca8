"""Where the cutting of an article into chunks stands."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from tawatur.arabic.word import Text
from tawatur.model.phrases import ActorPhrase, Named, PlacePhrase, TimePhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.homographs import verbs_of
from tawatur.reports.grammar.page import Chunk, ChunkKind

TITLED = frozenset({"state", "person", "office"})
Phrase = TypeVar("Phrase", ActorPhrase, PlacePhrase, TimePhrase)


class _Starts(msgspec.Struct, frozen=True):
    """Phrases by the word at which they begin; the longest outermost one only."""

    actors: dict[int, ActorPhrase]
    places: dict[int, PlacePhrase]
    times: dict[int, TimePhrase]


class Cursor:
    """Where the cutting stands: the words, the phrases by start, the preposition that waits for its noun."""

    def __init__(self, text: Text, named: Named) -> None:
        self.text, self.words, self.known = text, text.words, closed()
        outer = [a for a in named.actors if a.inside is None]
        self.starts = _Starts(longest(outer), longest(named.places), longest(named.times))
        self.title_ends = frozenset(a.last for a in named.actors if a.inside is not None and _is_title(a))
        people = (a.first for a in named.actors if a.inside is not None and a.klass == "person" and not a.adjective)
        names = frozenset(self.starts.actors) | frozenset(self.starts.places) | frozenset(people)
        ends = {a.last - 1 for a in named.actors if a.definite} | {p.last - 1 for p in named.places}
        ends |= {t.last - 1 for t in named.times}
        self.is_verb = verbs_of(text, names, frozenset(self.starts.times), frozenset(ends))
        _free_verbs(self.starts.actors, named, self.is_verb)
        self.chunks: list[Chunk] = []
        self.prep, self.prep_first, self.joined = "", -1, False

    def put(
        self,
        kind: ChunkKind,
        first: int,
        last: int,
        *,
        head: int | None = None,
        actor: ActorPhrase | None = None,
        owner: ActorPhrase | None = None,
        nationals: tuple[ActorPhrase, ...] = (),
        place: PlacePhrase | None = None,
        time: TimePhrase | None = None,
        definite: bool = False,
        text: str = "",
    ) -> int:
        """Adds a chunk, takes the waiting preposition, and gives the word after it."""
        chunks, start = self.chunks, self.prep_first if self.prep_first >= 0 else first
        head = first if head is None else head
        prep, joined, index = self.prep, self.joined, len(chunks)
        chunks.append(
            Chunk(index, kind, start, last, head, prep, joined, actor, owner, nationals, place, time, definite, text)
        )
        self.prep, self.prep_first, self.joined = "", -1, False
        return last

    def take_preposition(self, i: int) -> None:
        """Lets the preposition attached to word i govern the coming chunk, unless one waits already."""
        word = self.words[i]
        lead = word.preposition
        if not lead or self.prep:
            return
        name = self.starts.actors.get(i) if lead == "ب" else None
        if name is not None and name.klass == "person" and name.span.start == word.span.start:
            return  # "بان كي مون": the letter belongs to the name
        self.prep, self.prep_first = lead, i


def _is_title(actor: ActorPhrase) -> bool:
    return actor.klass in ("person", "office") and actor.form != "name" and actor.number == "s"


def _free_verbs(starts: dict[int, ActorPhrase], named: Named, is_verb: tuple[bool, ...]) -> None:
    """ "حشد الجيش قواته": a verb that a phrase took for its head is given back, the name behind it stays.

    Titles of persons keep theirs ("ملك الأردن"): nobody owns a state.
    """
    for inner in named.actors:
        outer = starts.get(inner.first - 1)
        if outer is not None and outer.klass in TITLED:
            continue
        if outer is not None and inner.inside is not None and outer.head == outer.first and is_verb[outer.first]:
            starts.pop(outer.first)
            starts.setdefault(inner.first, inner)


def longest(phrases: Iterable[Phrase]) -> dict[int, Phrase]:
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        kept = found.get(phrase.first)
        if kept is None or phrase.last > kept.last:
            found[phrase.first] = phrase
    return found
