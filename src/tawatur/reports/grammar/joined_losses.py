"""Two verbs of losses that "و" joins, each of its own people: "إن جنديا قتل وجرح اثنان"."""

from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.neighbours import beside_verb
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import suffered

FALLEN = frozenset({"armed", "civilians", "person", "group", "media", "office"})


def fell_apart(page: Page, index: int) -> bool:
    """ "إن جنديا قتل وجرح اثنان": of two joined verbs of losses the first is of someone before it, the other of others.

    `index` is the second verb. Who is definite may well have done both ("إن الجيش قتل وجرح عشرة").
    """
    if not beside_verb(page, index) or index - 2 < page.sentence_first[index] or index + 1 >= len(page.chunks):
        return False
    one, others = page.chunks[index - 2], page.chunks[index + 1]
    fallen = one.bare and one.actor is not None and not one.definite and one.actor.klass in FALLEN
    second = page.word(page.chunks[index])
    both = suffered(page.word(page.chunks[index - 1])) and suffered(second) and features(second).number != "p"
    return both and fallen and others.bare and not others.joined and not page.word(others).stem.endswith("ا")
