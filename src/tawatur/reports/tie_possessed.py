"""Ties told by a noun with a pronoun: "ذراعه فيلق X", "حلفاؤها الروس", "الولايات المتحدة، حليفتها"."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees, referent
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, admitted
from tawatur.reports.tie_doers import before_place
from tawatur.reports.tie_ends import clause_subject
from tawatur.reports.tie_names import names_before, referent_before
from tawatur.reports.tie_rows import nationals_behind

MUTUAL = frozenset({"allied_with", "opposes"})
UNDER = "تحت"
NEAR = 4  # words behind a possessed noun within which the name in apposition begins


def of_possessed(page: Page, word: int, sense: Sense) -> Roles | None:
    """The ends of a wing, arm, ally or enemy that a pronoun owns; None where the words around it decide."""
    here = page.text.words[word]
    if sense.shape != "noun" or not here.enclitic:
        return None
    if sense.entry.type == "part_of" and not sense.entry.unit:
        if word and page.text.words[word - 1].stem_key == UNDER:
            return Roles(rule="under_its_wing")  # "تضم تحت جناحها أحزابا": a figure of speech
        return _given(page, sense, _named_behind(page, word), _whose(page, here))  # "جناحها العسكري كتائب X"
    if sense.entry.type not in MUTUAL or sense.genitive != "patient":
        return None  # "عداؤها للحركة": the pronoun is an end itself
    if (named := _named_behind(page, word)) is not None:
        placed = any(w.stem_key == "في" for w in page.text.words[word + 1 : named.first])
        return _given(page, sense, _whose(page, here), named) if placed else None
    if not here.conjunction and (apposed := _apposed(page, word)) is not None:
        subject = next((a for a in clause_subject(page, word) if agrees(here.enclitic, a)), None)
        return _given(page, sense, subject, apposed)  # "مع الولايات المتحدة، حليفتها"
    if page.text.words[min(word + 1, len(page.text.words) - 1)].stem_key == "من":
        return None  # "وحلفاؤهم من قوات X"
    national = next((a for a in nationals_behind(page, word) if a.klass == "state"), None)
    return _given(page, sense, _whose(page, here), national)


def _given(page: Page, sense: Sense, actor: ActorPhrase | None, recipient: ActorPhrase | None) -> Roles:
    roles = Roles(rule="tie_possessed")
    if actor is None or recipient is None or actor.entity == recipient.entity:
        return roles
    if admitted(page, sense.entry, "actor", actor) and admitted(page, sense.entry, "recipient", recipient):
        roles.actors, roles.recipients = [actor], [recipient]
    return roles


def _whose(page: Page, here: Word) -> ActorPhrase | None:
    """Whom the pronoun means: the name right before a joined noun, else what the clause is about."""
    placed = before_place(page, here.index)  # "الحزب في سوريا وجناحه"
    left = names_before(page, here.index if placed is None else placed)
    if here.conjunction and left and agrees(here.enclitic, left[0]):
        return left[0]
    return referent(page, here) or referent_before(page, here)


def _named_behind(page: Page, word: int) -> ActorPhrase | None:
    """The name in apposition: right behind the noun, its adjectives, or a comma after them."""
    words, placed = page.text.words, False
    for number in range(word + 1, min(word + 1 + NEAR, len(words))):
        here = words[number]
        opens = here.stem_key == "في" and here.index + 1 in page.place_words
        placed = opens or (placed and here.index in page.place_words)
        if placed:
            continue  # "حليفها في اليمن جماعة الحوثي"
        described = "ال" in here.prefixes and not here.preposition and not here.conjunction
        named = [
            a for a in page.actors_at.get(number, ()) if not a.adjective and (a.form != "role" or a.last > number + 1)
        ]
        if named:
            free = not here.conjunction and not here.preposition
            longest = max(named, key=lambda a: a.last - a.first)
            return longest if free else None
        mark = here.kind == "punctuation" and (here.text in closed().quotes or here.text in closed().commas)
        if not mark and not described and here.stem_key != "اي":
            return None
    return None


def _apposed(page: Page, word: int) -> ActorPhrase | None:
    """The name that a comma parts from the possessed noun."""
    comma = page.text.words[word - 1] if word else None
    if comma is None or comma.text not in closed().commas:
        return None
    return next((a for a in names_before(page, word) if a.form == "name" and not a.adjective), None)
