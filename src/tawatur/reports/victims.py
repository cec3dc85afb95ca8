"""Whom an attack that names no one hit: those whom its toll counts, or who fell in it ("سقط مسلحون جراء غارات")."""

from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.around import verb_around
from tawatur.reports.causes import FALLEN, WITHIN, nameless
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

FALLS = key("سقط")
HUMAN = frozenset({"armed", "civilians", "group"})


def lend_victims(page: Page, told: "list[Telling]") -> None:
    """Gives attacks on no one by name, and clashes without sides, whom their tolls count ("أسفر عن مقتل جنديين")."""
    for attack in told:
        if attack.roles.recipients or (attack.sense.entry.extension == "clash" and attack.roles.actors):
            continue
        clash = attack.sense.entry.extension == "clash"
        attack.roles.recipients += [] if clash or attack.tolls else _fallen_before(page, attack)
        harmed = attack.type != "ASSAULT" or clash or attack.roles.recipients
        attack.roles.recipients += [] if harmed else _fell_in(page, attack)
        for toll in attack.tolls:
            victims = [v for v in toll.roles.recipients if v not in attack.roles.actors]
            attack.roles.recipients += [v for v in victims if not clash or not nameless(page, v)]


def _fallen_before(page: Page, attack: "Telling") -> list[ActorPhrase]:
    """ "21 قتيلا و40 جريحا في تفجير": a sentence without verb that counts those who fell in an attack."""
    index = page.chunk_of[attack.trigger.word]
    chunks = page.chunks[page.sentence_first[index] : index]
    if page.chunks[index].prep not in WITHIN or not chunks or any(c.kind not in ("noun", "mark") for c in chunks):
        return []
    found = [c.actor for c in chunks if c.bare and c.actor is not None and _fell(page, c.actor)]
    return found if chunks[0].bare and chunks[0].actor is not None and chunks[0].actor in found else []


def _fell_in(page: Page, attack: "Telling") -> list[ActorPhrase]:
    """ "سقط مسلحون حوثيون جراء غارات": those who fell in an attack that no word of death tells."""
    verb = verb_around(page, page.chunk_of[attack.trigger.word])
    if verb is None or not any(key(a.lemma) == FALLS for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"):
        return []
    subject = subject_chunk(page, verb).chunk
    found = actors_of(page, subject) if subject is not None else ()
    return [a for a in found if a.klass in HUMAN and a not in attack.roles.actors]


def _fell(page: Page, actor: ActorPhrase) -> bool:
    return page.text.words[actor.head].stem_key.removesuffix("ا") in FALLEN
