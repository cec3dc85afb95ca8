"""Cuts the words of an article into chunks. One pass; every word is looked at a bounded number of times."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from tawatur.arabic.word import Text, Word
from tawatur.model.phrases import ActorPhrase, Named, PlacePhrase, TimePhrase
from tawatur.reports.grammar.closed import Closed, closed
from tawatur.reports.grammar.page import Chunk, ChunkKind, Page

Phrase = TypeVar("Phrase", ActorPhrase, PlacePhrase, TimePhrase)
LONGEST_NOUN = 9  # words of a noun phrase without a name
LONGEST_ASIDE = 14  # words between brackets that are stepped over


class _Starts(NamedTuple):
    """Phrases by the word at which they begin; the longest outermost one only."""

    actors: dict[int, ActorPhrase]
    places: dict[int, PlacePhrase]
    times: dict[int, TimePhrase]


class Cursor:
    """Where the cutting stands: the words, the phrases by start, the preposition that waits for its noun."""

    def __init__(self, text: Text, named: Named) -> None:
        self.text, self.words, self.known = text, text.words, closed()
        outer = [a for a in named.actors if a.inside is None]
        self.starts = _Starts(_longest(outer), _longest(named.places), _longest(named.times))
        self.chunks: list[Chunk] = []
        self.prep, self.prep_first, self.joined = "", -1, False

    def put(self, kind: ChunkKind, first: int, last: int, *, head: int | None = None, **more: object) -> int:
        """Adds a chunk, takes the waiting preposition, and gives the word after it."""
        start = self.prep_first if self.prep_first >= 0 else first
        self.chunks.append(
            Chunk(
                index=len(self.chunks),
                kind=kind,
                first=start,
                last=last,
                head=first if head is None else head,
                prep=self.prep,
                joined=self.joined,
                **more,
            )
        )  # type: ignore[arg-type]
        self.prep, self.prep_first, self.joined = "", -1, False
        return last


def _longest(phrases: Iterable[Phrase]) -> dict[int, Phrase]:
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        kept = found.get(phrase.first)
        if kept is None or phrase.last > kept.last:
            found[phrase.first] = phrase
    return found


def cut(text: Text, named: Named) -> Page:
    """The page of an article."""
    cursor = Cursor(text, named)
    firsts: list[int] = []
    for sentence in text.sentences:
        start, position = len(cursor.chunks), sentence.first
        while position < sentence.last:
            position = _next(cursor, position, sentence.last)
        cursor.prep, cursor.prep_first, cursor.joined = "", -1, False
        firsts += [start] * (len(cursor.chunks) - start)
    chunk_of = [-1] * len(text.words)
    for chunk in cursor.chunks:
        chunk_of[chunk.first : chunk.last] = [chunk.index] * (chunk.last - chunk.first)
    starts: dict[int, list[ActorPhrase]] = {}
    for actor in named.actors:
        starts.setdefault(actor.first, []).append(actor)
    return Page(
        text=text,
        named=named,
        chunks=tuple(cursor.chunks),
        chunk_of=tuple(chunk_of),
        sentence_first=tuple(firsts),
        sentence_last=_lasts(firsts),
        actors_at={k: tuple(v) for k, v in starts.items()},
        subjects={},
    )


def _lasts(firsts: list[int]) -> tuple[int, ...]:
    lasts = [0] * len(firsts)
    end = len(firsts)
    for index in range(len(firsts) - 1, -1, -1):
        lasts[index] = end
        if firsts[index] == index:
            end = index
    return tuple(lasts)


def _next(cursor: Cursor, i: int, end: int) -> int:
    word, known = cursor.words[i], cursor.known
    if word.kind == "punctuation":
        return _mark(cursor, i, end)
    if (word.conjunction and not cursor.prep) or word.key in ("و", "او", "أو", "ام"):
        cursor.joined = True
        if word.key in ("و", "او", "ام"):
            return i + 1
    time = cursor.starts.times.get(i)
    if time is not None:
        return cursor.put("time", i, time.last, time=time)
    if (stop := _phrase(cursor, i)) is not None:
        return stop
    stem = word.stem_key
    if (width := _compound(cursor, i, end)) or (stem in known.prepositions and _governs(cursor, i, end)):
        return _preposition(cursor, i, width)
    if word.pos == "verb" or stem in known.copulas:
        return cursor.put("verb", i, i + 1, text=stem)
    if (kind := _link(word, known, cursor, i)) is not None:
        return cursor.put(kind, i, i + 1, text=stem)
    if stem in known.particles or word.pos in ("particle", "adverb"):
        return cursor.put("particle", i, i + 1, text=stem) if not cursor.prep else i + 1
    if stem in known.demonstratives or word.pos == "demonstrative":
        return _demonstrative(cursor, i, end)
    return _noun(cursor, i, end)


def _mark(cursor: Cursor, i: int, end: int) -> int:
    mark = cursor.words[i].text
    if mark in cursor.known.quotes:
        return i + 1
    if mark in ("(", "[", "-", "–", "—"):
        close = {"(": ")", "[": "]"}.get(mark, mark)
        for j in range(i + 1, min(end, i + LONGEST_ASIDE)):
            if j in cursor.starts.times and not cursor.prep and mark == "(":
                cursor.put("time", j, cursor.starts.times[j].last, time=cursor.starts.times[j])
            if cursor.words[j].text == close:
                return j + 1
    cursor.prep, cursor.prep_first, cursor.joined = "", -1, False
    return cursor.put("mark", i, i + 1, text=mark)


def _governs(cursor: Cursor, i: int, end: int) -> bool:
    """A preposition governs what follows; "من" and "ما" before a verb are relatives, "بعد أن" is a link."""
    word = cursor.words[i]
    if word.enclitic:
        return True
    following = cursor.words[i + 1] if i + 1 < end else None
    return following is not None and following.pos != "verb"


def _compound(cursor: Cursor, i: int, end: int) -> int:
    if i + 1 >= end:
        return 0
    word, after = cursor.words[i], cursor.words[i + 1]
    pair = f"{word.key.removeprefix('و')} {after.key}"
    return (
        2
        if pair in cursor.known.compound_prepositions
        and not (after.stem_key == "قبل" and i + 2 in cursor.starts.times)
        else 0
    )


def _preposition(cursor: Cursor, i: int, width: int) -> int:
    word, known = cursor.words[i], cursor.known
    if width:
        cursor.prep = f"{word.key.removeprefix('و')} {cursor.words[i + 1].key}"
        cursor.prep = "من قبل" if cursor.prep in known.agent_prepositions else cursor.prep
    else:
        cursor.prep = word.stem_key
    cursor.prep_first = i
    if word.enclitic:
        return cursor.put("noun", i, i + 1, text="pronoun", definite=True)
    return i + (width or 1)


def _link(word: Word, known: Closed, cursor: Cursor, i: int) -> ChunkKind | None:
    stem = word.stem_key
    following = cursor.words[i + 1] if i + 1 < len(cursor.words) else None
    if stem in ("من", "ما") or word.key in ("مما", "ممن"):
        return "relative" if following is not None and following.pos == "verb" else None
    if stem in known.relatives or word.pos == "relative":
        return "relative"
    if stem in known.complementizers or word.key in known.complementizers:
        return "that"
    if stem in known.subordinators or word.pos == "subordinator":
        return "when"
    return None


def _demonstrative(cursor: Cursor, i: int, end: int) -> int:
    """ "هذا اللقاء" is one phrase; a demonstrative alone stands for a noun."""
    following = cursor.words[i + 1] if i + 1 < end else None
    if following is not None and "ال" in following.prefixes:
        if cursor.prep_first < 0 and (lead := cursor.words[i].preposition):
            cursor.prep, cursor.prep_first = lead, i
        return i + 1
    return cursor.put("noun", i, i + 1, text="demonstrative", definite=True)


def _phrase(cursor: Cursor, i: int) -> int | None:
    """A chunk of a named actor or place that begins at word i."""
    actor, place = cursor.starts.actors.get(i), cursor.starts.places.get(i)
    if actor is not None and actor.adjective:
        actor = None
    if actor is None and place is None:
        return None
    _take_preposition(cursor, i)
    if actor is not None and (place is None or actor.last >= place.last):
        return cursor.put(
            "noun",
            i,
            max(actor.last, i + 1),
            head=actor.head,
            actor=actor,
            place=place if place is not None and place.last == actor.last else None,
            definite=actor.definite,
        )
    assert place is not None
    return cursor.put("noun", i, max(place.last, i + 1), place=place, definite=True)


def _take_preposition(cursor: Cursor, i: int) -> None:
    if not cursor.prep and (lead := cursor.words[i].preposition):
        cursor.prep, cursor.prep_first = lead, i


def _noun(cursor: Cursor, i: int, end: int) -> int:
    """A noun phrase without a name of its own: head, adjectives, genitives up to the name that owns it."""
    words = cursor.words
    _take_preposition(cursor, i)
    j, owner, place, nationals = i + 1, None, None, []
    while j < end and j - i < LONGEST_NOUN:
        word = words[j]
        if (
            word.kind == "punctuation"
            and word.text in cursor.known.quotes
            and j + 1 < end
            and words[j + 1].kind != "punctuation"
        ):
            j += 1
            continue
        actor = cursor.starts.actors.get(j)
        if actor is not None and actor.adjective and not word.conjunction:
            nationals.append(actor)
            j = max(actor.last, j + 1)
            continue
        if j in cursor.starts.times or not _extends(cursor, words[j - 1], word):
            break
        if actor is not None or j in cursor.starts.places:
            if _closed_by_article(words[j - 1]):
                break
            owner, place = actor, cursor.starts.places.get(j)
            j = max(owner.last if owner else 0, place.last if place else 0, j + 1)
            break
        if not _agrees_or_owns(words[j - 1], word):
            break
        j += 1
    while words[j - 1].kind == "punctuation" and j > i + 1:
        j -= 1
    return cursor.put(
        "noun",
        i,
        j,
        owner=owner,
        place=place,
        nationals=tuple(nationals),
        definite=words[i].definite or owner is not None or place is not None,
    )


def _closed_by_article(word: Word) -> bool:
    return "ال" in word.prefixes or bool(word.enclitic)


def _extends(cursor: Cursor, before: Word, word: Word) -> bool:
    known = cursor.known
    if word.kind == "punctuation" or word.conjunction or word.preposition or word.key in ("و", "او", "ام"):
        return False
    if word.pos in (
        "verb",
        "preposition",
        "relative",
        "subordinator",
        "conjunction",
        "particle",
        "demonstrative",
        "pronoun",
    ):
        return False
    stem = word.stem_key
    return not (
        stem in known.prepositions
        or stem in known.copulas
        or stem in known.particles
        or stem in known.relatives
        or stem in known.complementizers
        or stem in known.subordinators
        or stem in known.demonstratives
    )


def _agrees_or_owns(before: Word, word: Word) -> bool:
    """Whether a noun goes on: a genitive after an open noun, or an adjective of the same definiteness."""
    if not before.definite:
        return True
    if not word.definite:
        return False
    return (
        word.pos == "adjective"
        or word.stem_key.endswith(("ي", "يه", "يين", "يات"))
        or any(a.derived in ("active", "passive") for a in word.analyses)
    )
