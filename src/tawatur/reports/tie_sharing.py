"""Ties that share their words: "دعم وتدريب الحوثيين", "تدرب تركيا وتمول الفصائل"."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.arguments import described, of_verb
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, senses_of
from tawatur.reports.roles.record import Roles, admitted

GIVEN = frozenset({"trains", "arms", "funds"})  # whose verbal nouns tell acts where they stand alone
GIVER = 4  # words behind such a noun within which "من" shows who gives
NEXT = 3  # chunks behind a verb within which one joined to it stands


def first_of_pair(page: Page, word: int, sense: Sense) -> Sense | None:
    """The standing sense of the verbal noun right before a joined one: of "دعم" in "دعم وتدريب الحوثيين"."""
    here, left = page.text.words[word], page.text.words[word - 1] if word else None
    if sense.shape != "masdar" or here.conjunction != "و" or left is None or left.definite:
        return None
    told = senses_of(left, as_verb=False)
    return next((s for s in told if s.entry.kind == "tie" and s.masdar is not None and s.masdar.state), None)


def alone(page: Page, word: int, sense: Sense) -> bool:
    """ "تدريب القوات": the verbal noun of an act of aid tells a tie only beside another, or with "من" and the giver."""
    if sense.shape != "masdar" or sense.entry.type not in GIVEN:
        return False
    given = any(w.stem_key == "من" for w in page.text.words[word + 1 : word + 1 + GIVER])
    return not given and first_of_pair(page, word, sense) is None


def resume_object(page: Page, word: int, entry: Entry, roles: Roles) -> None:
    """ "غارات تقودها السعودية وتدعمها واشنطن": the pronoun of the second verb means what that of the first does."""
    here, index = page.text.words[word], page.chunk_of[word]
    if index < 0 or not here.enclitic or here.conjunction != "و":
        return
    for position in range(index - 1, max(page.sentence_first[index], index - NEXT) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "verb":
            head = described(page, position) if page.word(chunk).enclitic == here.enclitic else None
            if head is not None:
                named = actors_of(page, head.index) if head.actor is not None else ()
                roles.recipients = [a for a in named if admitted(page, entry, "recipient", a)]
            return
        if chunk.kind != "noun" or not chunk.bare:
            return


def share_object(page: Page, word: int, entry: Entry, roles: Roles) -> None:
    """ "تدرب تركيا وتمول الفصائل": whom the joined verb behind has as its object the first has too."""
    index = page.chunk_of[word]
    if index < 0 or roles.recipients or not roles.actors or page.text.words[word].enclitic:
        return
    for position in range(index + 1, min(index + 1 + NEXT, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.kind == "verb":
            objects = of_verb(page, position).slots.get("object", ()) if chunk.joined else ()
            named = [a for o in objects for a in actors_of(page, o.index)]
            roles.recipients = [a for a in named if admitted(page, entry, "recipient", a) and a not in roles.actors]
            return
