"""Forces that a predicate says are on their way: "كانت في طريقها إلى", "تعزيزات متجهة إلى"."""

from tawatur.reports.grammar.agreement import Features
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, prepositions
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, add, role_map
from tawatur.reports.roles.said_of import described_before, said_of

WHILE = frozenset({"اثناء", "خلال", "عند", "لدي"})
CLOSE = 3  # chunks from whom the pronoun means
GOAL = frozenset({"الي", "نحو", "باتجاه", "صوب", "ل", "في اتجاه"})


def fill_under_way(page: Page, word: int, sense: Sense) -> Roles:
    """Who is said to be on the way, and where to: one goal has to be told."""
    index = page.chunk_of[word]
    chunk, here = page.chunks[index], page.text.words[word]
    if sense.shape == "masdar":
        on_the_way = chunk.prep in WHILE and here.enclitic in ("ه", "ها")
    else:
        on_the_way = chunk.prep == "في" and bool(here.enclitic) if sense.shape == "noun" else not here.definite
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if not on_the_way or chunk.last > word + 1 or behind is None or behind.prep not in GOAL:
        return Roles(rule="modifier")
    side = behind.actor is not None and behind.actor.klass == "armed"
    if (behind.place is None and not side) or tells_itself(page, behind):
        return Roles(rule="modifier")  # "في طريقهم نحو تطهير المدينة"
    roles = Roles(rule="under_way")
    for one in said_of(page, index) if sense.shape != "masdar" else _meant(page, index, here.enclitic):
        add(page, roles, "actor", one, sense.entry)
    slots: Slots = {}
    prepositions(page, range(index + 1, clause_of(page, index).stop), slots)
    mapping = role_map(sense)
    for slot, chunks in slots.items():
        if slot in GOAL or mapping.get(slot) == "place":
            roles.places += [c.place for c in chunks if c.place is not None and c.place not in roles.places]
    return roles


def _meant(page: Page, index: int, pronoun: str) -> list[Chunk]:
    """ "قصف تعزيزات للحوثيين أثناء توجهها": the nearest phrase before that the pronoun may mean."""
    found = described_before(page, index, Features("f" if pronoun == "ها" else "m", "s", "3", "past", False))
    return [c for c in found if index - c.index <= CLOSE]
