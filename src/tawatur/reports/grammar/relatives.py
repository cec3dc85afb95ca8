"""Whom a relative clause means of several nouns that are joined."""

import msgspec

from tawatur.reports.grammar.agreement import features, may_precede
from tawatur.reports.grammar.page import Chunk, Page


def first_of_many(page: Page, relative: int, head: int) -> int:
    """ "التركمان والأكراد الذين": where all that are joined are people in the plural, the relative means them all."""
    first = head
    while first > page.sentence_first[head] and page.chunks[first].joined and _many(page, first - 1):
        first -= 1
    told = page.word(page.chunks[relative]).stem_key == "الذين" and _many(page, head) and not page.chunks[first].joined
    return first if told and page.chunks[first].prep == page.chunks[head].prep else head


def named_at_end(page: Page, verb: int) -> Chunk | None:
    """ "متشددون موالون لتنظيم الدولة الذي سيطر": the name at the end of a phrase that a singular relative means."""
    relative = verb - 1
    if relative <= page.sentence_first[verb] or page.word(page.chunks[relative]).stem_key not in ("الذي", "التي"):
        return None
    left, form = page.chunks[relative - 1], page.word(page.chunks[verb])
    if left.kind != "noun" or left.last != page.chunks[relative].first or form.enclitic:
        return None
    inner = [
        a
        for n in range(left.first + 1, left.last)
        for a in page.actors_at.get(n, ())
        if a.last == left.last and not a.adjective
    ]
    for actor in inner:
        chunk = msgspec.structs.replace(left, actor=actor, owner=None, place=None, prep="")
        if actor.number == "s" and actor.klass == "armed" and may_precede(features(form), chunk, page):
            return chunk
    return None


def _many(page: Page, index: int) -> bool:
    actor = page.chunks[index].actor
    return actor is not None and actor.number == "p" and actor.gender == "m" and actor.klass in ("group", "armed")
