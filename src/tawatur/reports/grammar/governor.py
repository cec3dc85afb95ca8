"""The record of what governs an event noun, and what the words on the way to it may be."""

from typing import NamedTuple

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.collocates import folded, keys_of
from tawatur.reports.lexicon.senses import key


class Governor(NamedTuple):
    """The governing entry, its subject's actors and the role they play, the other slots of a light verb."""

    entry: Entry | None
    word: int
    role: str
    actors: tuple[ActorPhrase, ...]
    subject: int | None
    slots: Slots
    rule: str
    noun: int  # the event noun's word


def stands_in(entry: Entry, slot: str) -> bool:
    """Whether the event of a light entry may stand in a slot; an entry without slots takes its object."""
    slots = entry.noun or ("object", "clause")
    return slot in {key(s) for s in slots} or slot in slots or ("clause" in slots and slot == "object")


def not_its_own(page: Page, entry: Entry, index: int) -> bool:
    """ "نفى الحزب مقتل قائده": nouns of which the subject of the verb would be no doer."""
    return bool(entry.without) and not folded(entry.without).isdisjoint(keys_of([page.word(page.chunks[index])]))


def accompanies(page: Page, chunk: Chunk) -> bool:
    """ "بقيادة", "بدعم من": what only says with whom."""
    return chunk.prep == "ب" and page.word(chunk).stem_key in closed().accompaniments


def counts(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase only says how many ("عددا", "سلسلة جديدة", "المزيد")."""
    stem = page.word(chunk).stem_key
    known = stem in closed().measures or stem.removesuffix("ا") in closed().measures
    return chunk.kind == "noun" and chunk.actor is None and chunk.owner is None and known


def is_place(chunk: Chunk) -> bool:
    """ "شهدت محافظة ديالى هجمات", "قضاء بيجي": the place word is no verbal noun."""
    return chunk.place is not None and chunk.place.first <= chunk.head < chunk.place.last


def someone_tries(governor: Governor) -> bool:
    """ "ويتناوب معها على قصف المدنيين": whoever it is, the verb says that its subject does it."""
    entry = governor.entry
    return entry is not None and entry.kind == "control" and governor.rule.startswith("control_verb")
