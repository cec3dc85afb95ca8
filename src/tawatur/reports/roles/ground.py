"""What is ground and no party: a capital under fire, a building, where something was made or happened."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.page import Chunk, Page

MADE_SOMEWHERE = frozenset({
    "اتفاق", "اتفاقيه", "اعلان", "بيان", "مؤتمر", "قمه", "اجتماع", "لقاء", "محادثات", "مباحثات", "مفاوضات", "مسار",
    "حوار", "وثيقه", "مخرجات", "بروتوكول", "تفاهمات", "منبر", "هجوم", "تفجير", "تفجيرات", "هجمات",
})  # fmt: skip

SIDES = frozenset({"مع", "ضد"})  # "حرب ضد الرياض", "معركة مع واشنطن": the state that is fought


def held_there(page: Page, chunk: Chunk) -> bool:
    """Whether a capital behind an agreement, a meeting or a statement only says where it was made."""
    owner, place = chunk.owner, chunk.place
    capital = owner is not None and place is not None and owner.klass == "state" and place.locality
    return capital and page.word(chunk).stem_key.removesuffix("ا") in MADE_SOMEWHERE


def is_ground(chunk: Chunk, entry: Entry) -> bool:
    """ "قصفت تل أبيب", "هجوم على الرياض": a capital that is hit is a place, and no name for its state."""
    capital = chunk.actor is not None and chunk.actor.form == "nationality" and chunk.place is not None
    return capital and entry.type == "ASSAULT" and not chunk.nationals and chunk.prep not in SIDES


def is_scene(chunk: Chunk) -> bool:
    """ "تفجير في الكويت": where it was, and no state that is hit."""
    return chunk.prep == "في" and chunk.place is not None and chunk.actor is not None and chunk.actor.klass == "state"


def is_building(chunk: Chunk, entry: Entry) -> bool:
    """ "قصفوا جامعة تعز": a body named with its place is where it is hit, not whom."""
    body = chunk.actor is not None and chunk.actor.klass == "organisation"
    return body and entry.type in ("ASSAULT", "COERCE", "RETREAT", "MOBILIZE")


def is_capital(chunk: Chunk, entry: Entry) -> bool:
    """ "قصفت الطائرات دمشق": a capital under fire is the city, not the state that it stands for."""
    named = chunk.actor is not None and chunk.place is not None and chunk.actor.klass == "state"
    if not named or chunk.prep in SIDES or entry.type != "ASSAULT" or chunk.place is None or chunk.actor is None:
        return False
    return chunk.place.locality and chunk.place.first == chunk.actor.first and chunk.place.last == chunk.actor.last
