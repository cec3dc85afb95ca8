"""Whom a relative clause means of several nouns that are joined."""

from tawatur.reports.grammar.page import Page


def first_of_many(page: Page, relative: int, head: int) -> int:
    """ "التركمان والأكراد الذين": where all that are joined are people in the plural, the relative means them all."""
    first = head
    while first > page.sentence_first[head] and page.chunks[first].joined and _many(page, first - 1):
        first -= 1
    told = page.word(page.chunks[relative]).stem_key == "الذين" and _many(page, head) and not page.chunks[first].joined
    return first if told and page.chunks[first].prep == page.chunks[head].prep else head


def _many(page: Page, index: int) -> bool:
    actor = page.chunks[index].actor
    return actor is not None and actor.number == "p" and actor.gender == "m" and actor.klass in ("group", "armed")
