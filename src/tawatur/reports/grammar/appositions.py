"""Phrases that only name, title or single out whoever stands before them, and so take no place in the clause."""

from tawatur.reports.grammar.agreement import ONE_OF
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.openings import ABOVE_ALL
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import most_of_them


def titles(page: Page, chunk: Chunk, before: Chunk) -> bool:
    """ "أبو بكر، القائد في التنظيم": the title of the one just named is no one else."""
    one, other = before.actor or before.owner, chunk.actor
    if one is None or other is None or one.klass != "person" or one.form == "role":
        return False
    one_of = page.text.words[other.first].stem_key in ONE_OF  # "قتل سعيد أحد شيوخ العشائر"
    told = other.form == "role" or (other.form == "title" and other.entity == one.entity)  # "تمام سلام قائد الجيش"
    return one_of or (told and other.number == "s" and other.definite)


def explains(page: Page, chunk: Chunk, before: Chunk) -> bool:
    """Whether a phrase right behind a genitive names the same one ("هروب قائدهم سعيد", "مقتل سعيد القائد")."""
    one, other = before.actor or before.owner, chunk.actor
    named = other is not None and other.klass == "person" and one is not None
    return titles(page, chunk, before) or (named and one is not None and one.form == "role" and one.number == "s")


def explained_behind(page: Page, chunk: Chunk, before: Chunk) -> bool:
    """Whether a phrase behind a comma is the name or the title of the one named before it."""
    comma = page.chunks[chunk.index - 1]
    between = page.chunks[before.index + 1 : chunk.index - 1]  # "دعا الناطق باسم الحركة في إب، حيدر سعيد، الجيش إلى"
    if comma.text not in closed().commas or not chunk.bare or chunk.joined or not all(c.prep for c in between):
        return False
    one, person = before.actor, chunk.actor is not None and chunk.actor.klass == "person"
    held = one is not None and one.form in ("role", "title") and one.number == "s" and one.klass != "person"
    last = page.sentence_last[chunk.index]
    aside = chunk.actor is None and chunk.index + 1 < last and page.chunks[chunk.index + 1].text in closed().commas
    return (titles(page, chunk, before) and not person) or (held and (aside or explains(page, chunk, before)))


def named_behind(page: Page, chunk: Chunk) -> bool:
    """ "عقب هروب قائدهم سعيد", "بقاذفة صواريخ": what stands right behind a phrase with a preposition belongs to it."""
    left = page.chunks[chunk.index - 1] if chunk.index > page.sentence_first[chunk.index] else None
    if left is not None and chunk.bare and chunk.actor is None and left.prep and left.last == chunk.first:
        return left.actor is not None and not left.actor.definite and not chunk.joined
    if chunk.actor is None or chunk.actor.klass != "person" or chunk.index <= page.sentence_first[chunk.index]:
        return False
    left = page.chunks[chunk.index - 1]
    return left.kind == "noun" and bool(left.prep) and bool(page.text.words[left.last - 1].enclitic)


def is_included(page: Page, chunk: Chunk) -> bool:
    """ "عشرة مدنيين بينهم طفلان، معظمهم نساء": who is only one of those told before takes no place in the clause."""
    if chunk.kind != "noun" or chunk.index <= page.sentence_first[chunk.index]:
        return False
    left, word = page.chunks[chunk.index - 1], page.word(chunk)
    if left.kind == "particle" and left.text in ABOVE_ALL:
        return True  # "يتهم خصومه، لا سيما الحزب، برفض التعيين"
    among = left.text == "pronoun" and left.prep == "بين" and not left.joined
    among = among or (word.pos == "pronoun" and not chunk.prep and chunk.text != "pronoun")  # "هم ضابط وجنديان"
    return among or most_of_them(word) or (most_of_them(page.word(left)) and left.kind == "noun")
