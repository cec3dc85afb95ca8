"""The one door to roles: the shape of a trigger decides who fills them."""

from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.held import fill_held
from tawatur.reports.roles.nouns import fill_noun
from tawatur.reports.roles.participles import fill_participle
from tawatur.reports.roles.record import Roles
from tawatur.reports.roles.under_way import fill_under_way
from tawatur.reports.roles.verbs import fill_verb


def fill(page: Page, word: int, sense: Sense) -> Roles:
    """The roles of one sense of the word."""
    index = page.chunk_of[word]
    if sense.shape == "verb" or (sense.shape == "phrase" and page.chunks[index].kind == "verb"):
        return fill_verb(page, index, sense)
    if sense.entry.predicate and sense.entry.type == "COERCE":
        return fill_held(page, word, sense) or Roles(rule="modifier")
    if sense.entry.predicate and sense.entry.type == "MOBILIZE":
        return fill_under_way(page, word, sense)
    if sense.shape in ("noun", "masdar", "phrase"):
        return fill_noun(page, word, sense)
    return fill_participle(page, word, sense)
