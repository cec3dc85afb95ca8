"""What stands in the clause of an act and is another: an attack told beside a loss, an attack that is answered."""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import key

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

ANSWERS = "رد"


def another_act(page: Page, loss: "Telling", other: "Telling", number: int) -> bool:
    """ "أصيب تسعة في انفجار، مع تكثيف التنظيم هجومه": an attack without preposition is no cause of the loss."""
    both = loss.sense.entry.extension in LOSSES and other.sense.entry.extension not in LOSSES
    return both and not page.chunks[number].prep and loss.roles.passive and loss.roles.subject != number


def answers_elsewhere(page: Page, verb: "Telling", noun: "Telling") -> bool:
    """ "رد المسلحون على هجوم الجيش بقصف الأحياء": whom they answer is not what they hit, if that is told."""
    if key(verb.sense.entry.lemma) != ANSWERS or noun.sense.genitive not in ("patient", "either"):
        return False
    chunk, word = page.chunks[page.chunk_of[noun.trigger.word]], page.text.words[noun.trigger.word]
    return chunk.last > word.index + 1 and not word.definite
