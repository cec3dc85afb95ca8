"""Whom an attached pronoun means: the nearest name that agrees, subjects of the clause before first."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.neighbours import APART
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk

GROUP = 4  # chunks before a joined phrase within which the first of its group stands
REACH = 24  # chunks to the left, over one sentence border at most
OTHERS = frozenset({"اخرون", "اخرين"})
TELLERS = frozenset({"source", "media"})
THINGS = frozenset({"armed", "weapon", "group", "organisation", "political", "civilians"})


def referent(page: Page, word: Word, but: frozenset[str] = frozenset()) -> ActorPhrase | None:
    """The actor that the pronoun attached to a word means, or None; `but` are entities that it cannot mean."""
    chunk = page.chunk_of[word.index]
    if chunk < 0 or word.enclitic not in ("ه", "ها", "هم", "هما", "هن"):
        return None
    start = page.sentence_first[chunk]
    if (subject := _subject_before(page, chunk, start, word.enclitic)) is not None and subject.entity not in but:
        return subject
    first = page.sentence_first[start - 1] if start else start
    found: ActorPhrase | None = None
    for position in range(chunk - 1, max(first, chunk - REACH) - 1, -1):
        candidate = page.chunks[position]
        actor = candidate.actor or candidate.owner
        if candidate.kind == "noun" and actor is not None and agrees(word.enclitic, actor):
            nameless = actor.rule == "bare_count" or page.text.words[actor.head].stem_key in OTHERS
            if actor.klass in TELLERS or actor.entity in but or nameless:
                continue  # "قتل جنود وجرح آخرون في كمين لهم"
            if word.enclitic in ("ه", "هم") and candidate.place is not None and candidate.prep:
                continue  # "أطلقوا النار على شاب عند حاجز فقتلوه"
            if not candidate.prep or word.conjunction == "ف":
                return actor  # "أطلقوا النار على سعيد فقتلوه"
            found = found or actor
        if position == start and found is not None:
            return found
    return found


def _subject_before(page: Page, chunk: int, start: int, pronoun: str) -> ActorPhrase | None:
    """The subject of the nearest verb before, if it agrees: what a clause is about is what its pronouns mean."""
    for position in range(chunk - 1, max(start, chunk - 10) - 1, -1):
        candidate = page.chunks[position]
        if candidate.kind == "relative":
            return None
        if candidate.kind == "verb" and page.word(candidate).enclitic and page.chunks[position - 1].kind == "relative":
            return None if position - 1 <= start else _subject_before(page, position - 1, start, pronoun)
        if candidate.kind == "verb":
            found = subject_chunk(page, position)
            actor = page.chunks[found.chunk].actor if found.chunk is not None and found.chunk != chunk else None
            if actor is not None and actor.klass in TELLERS:
                return None  # "كشفت مصادر عن تمرد في القوات بعد رفضها الأوامر"
            fits = actor is not None and (agrees(pronoun, actor) or _things_there(page, candidate, pronoun, actor))
            return actor if fits else None
    return None


def _things_there(page: Page, verb: Chunk, pronoun: str, actor: ActorPhrase) -> bool:
    """ "كثفت عناصر المقاومة هجماتها": many of whom a feminine verb speaks are "she" to the pronouns as well."""
    return pronoun == "ها" and actor.number == "p" and features(page.word(verb)).gender == "f"


def agrees(pronoun: str, actor: ActorPhrase) -> bool:
    """Whether a pronoun may stand for a phrase: "ها" also for the plural of what is no person."""
    if pronoun == "ه":
        return actor.number in ("s", "") and actor.gender in ("m", "")
    if pronoun == "ها":
        return actor.gender == "f" or (actor.number == "p" and actor.klass in THINGS and actor.gender != "m")
    if pronoun == "هما":
        return actor.number in ("d", "")
    return actor.number == "p" or (actor.number == "" and actor.klass in ("armed", "group", "civilians"))


def set_apart(page: Page, chunk: Chunk, but: frozenset[str] = frozenset()) -> Chunk | None:
    """ "متهما إياها": whom an object pronoun that stands by itself means, in the place of its chunk."""
    word = page.word(chunk)
    if not chunk.bare or chunk.text != "pronoun" or not word.stem_key.startswith(APART):
        return None
    return standing_for(page, chunk, msgspec.structs.replace(word, enclitic=word.stem_key[len(APART) :]), but)


def standing_for(page: Page, chunk: Chunk, word: Word, but: frozenset[str] = frozenset()) -> Chunk | None:
    """A chunk that names what the pronoun at a word means, in the place of chunk `chunk`."""
    actor = referent(page, word, but)
    if actor is None:
        return None
    return Chunk(
        index=chunk.index,
        kind="noun",
        first=chunk.first,
        last=chunk.last,
        head=chunk.head,
        prep=chunk.prep,
        actor=actor,
        definite=True,
        text="pronoun",
    )


def all_standing_for(page: Page, chunk: Chunk, word: Word) -> list[Chunk]:
    """Chunks that name all whom a pronoun means: "زرعت الميليشيات وقوات صالح ألغاما قبل انسحابها" is of both."""
    first = standing_for(page, chunk, word)
    if first is None or first.actor is None:
        return []
    many = word.enclitic == "هم" or (word.enclitic == "ها" and first.actor.number == "p")
    named = page.chunks[page.chunk_of[first.actor.first]]
    if not many or named.actor is not first.actor:
        return [first]
    group = [c.actor for c in _group_of(page, named) if c.actor is not None and c.index < chunk.index]
    joined = [a for a in group if a.klass != "state" or first.actor.klass == "state"]  # "مقاتلين من العراق وتونس"
    return [msgspec.structs.replace(first, actor=a) for a in joined] or [first]


def _group_of(page: Page, named: Chunk) -> tuple[Chunk, ...]:
    """The phrases that "و" joins to one, be it the first of them or a later one."""
    if named.joined:
        for position in range(named.index - 1, max(page.sentence_first[named.index], named.index - GROUP) - 1, -1):
            group = coordinated(page, position) if page.chunks[position].actor is not None else ()
            if any(c.index == named.index for c in group):
                return group
    return coordinated(page, named.index)
