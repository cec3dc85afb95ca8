"""Of whom a predicate without a verb is said: "باتوا محاصرين", "كانت في طريقها", "تعزيزات متجهة إلى"."""

import msgspec

from tawatur.reports.grammar.agreement import Features, features, may_precede
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk

LINKED = 5  # chunks from a copula to the predicate of its subject
NEAR = 6  # chunks before a copula among which stands whom it describes
CONDITIONS = frozenset({"اذا", "ان", "لو"})
REMAINS = frozenset({"تبقى", "بقي"})


def said_of(page: Page, index: int) -> list[Chunk]:
    """The subject of the copula before it, or the phrase right before it."""
    if (copula := copula_before(page, index)) is not None:
        return _of_copula(page, copula, index)
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is not None and left.bare and left.actor is not None and not left.joined:
        return list(coordinated(page, left.index))
    if left is not None and left.kind == "that" and page.word(left).enclitic == "هم":
        return _thought(page, left.index)
    if left is not None and left.prep == "من" and left.actor is not None and _remain(page, left.index):
        return [left]
    return []


def _thought(page: Page, that: int) -> list[Chunk]:
    """ "عشرون شخصا يقال إنهم محتجزون": of whom it is said, right before the verb."""
    verb = page.chunks[that - 1] if that > page.sentence_first[that] + 1 else None
    people = page.chunks[that - 2] if verb is not None and verb.kind == "verb" and not verb.joined else None
    return [people] if people is not None and people.kind == "noun" and people.actor is not None else []


def _of_copula(page: Page, copula: int, index: int) -> list[Chunk]:
    """Who stands between it and the predicate, whom its relative clause describes, or its topic."""
    verb = features(page.word(page.chunks[copula]))
    before = page.chunks[copula - 1] if copula > page.sentence_first[copula] else None
    if before is not None and before.text in CONDITIONS:
        return []
    if copula + 1 < index and before is not None and before.kind in ("particle", "mark", "when"):
        before = None  # "لا يزال الطلاب محتجزين"
    beside, joined = copula + 1 == index, page.chunks[copula].joined
    if beside and not joined and before is not None and before.kind in ("noun", "mark"):
        return described_before(page, copula, verb)  # "رتل كان متوجها إلى", "تعزيزات، كانت في طريقها"
    if beside and verb.number in ("p", "d") and (before is None or before.kind != "relative"):
        return []
    subject = subject_chunk(page, copula).chunk
    return list(coordinated(page, subject)) if subject is not None and subject != index else []


def described_before(page: Page, index: int, verb: Features) -> list[Chunk]:
    """The nearest phrase of people or forces before a word that agrees with it, within the clause."""
    for position in range(index - 1, max(page.sentence_first[index], index - NEAR) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind not in ("noun", "time", "mark") or (position == index - 1 and _thing(page, chunk)):
            return []
        if chunk.kind == "noun" and chunk.text != "pronoun" and (one := chunk.actor or chunk.owner) is not None:
            if chunk.actor is not None and may_precede(verb, chunk, page):
                return [page.chunks[position - 1]] if _owned(page, chunk) else _with_peers(page, chunk)
            if chunk.actor is None and one.klass == "armed" and one.form == "role":
                return [_with_owner(chunk)]
    return []


def _thing(page: Page, chunk: Chunk) -> bool:
    """ "هجوم على حملة كانت متجهة إلى": an indefinite thing that no list knows is what is described."""
    word = page.word(chunk)
    known = chunk.actor is not None or chunk.owner is not None or chunk.place is not None or chunk.text == "pronoun"
    return chunk.kind == "noun" and not known and not word.definite and word.pos != "adjective"


def _with_peers(page: Page, chunk: Chunk) -> list[Chunk]:
    """ "الحوثيين وقوات صالح باتوا": all who are joined before."""
    first = chunk.index
    while first > page.sentence_first[first] and page.chunks[first].joined and page.chunks[first - 1].actor is not None:
        first -= 1
    return list(coordinated(page, first))


def _owned(page: Page, chunk: Chunk) -> bool:
    """ "تعزيزات للحوثيين كانت": the thing, whose it is stands behind it."""
    left = page.chunks[chunk.index - 1] if chunk.index > page.sentence_first[chunk.index] else None
    return chunk.prep == "ل" and left is not None and left.kind == "noun" and left.actor is not None


def _with_owner(chunk: Chunk) -> Chunk:
    """ "القضاء على تعزيزات كانت": of a verbal noun the one it is done to."""
    return msgspec.structs.replace(chunk, actor=chunk.owner, owner=None, place=None)


def _remain(page: Page, index: int) -> bool:
    """ "من تبقى من المسلحين": whoever is left of them."""
    verb = page.chunks[index - 1] if index > page.sentence_first[index] else None
    return verb is not None and any(a.lemma in REMAINS for a in page.word(verb).analyses)


def copula_before(page: Page, index: int) -> int | None:
    """The copula of whose subject the predicate is said, only nouns between."""
    for position in range(index - 1, max(page.sentence_first[index], index - LINKED) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "verb":
            return position if chunk.text in closed().copulas else None
        if chunk.kind != "noun" or (position == index - 1 and chunk.prep and chunk.text != "pronoun"):
            return None
    return None
