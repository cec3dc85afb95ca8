"""Whose a thing is by the words behind it: "دبابة للجيش", "مستودعا للذخائر تابعا للمتمردين"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page

BELONGING = {
    "ل": frozenset({"تابع", "تابعه", "تابعين", "تابعتين", "تابعتان", "تابعان", "عايد", "عايده", "مملوك", "مملوكه"}),
    "ب": frozenset({"خاص", "خاصه", "خاصين"}),
}
NEAR = 3  # chunks behind a thing within which a bare "ل" names its owner
REACH = 6  # the same where a participle says that it belongs to someone


def owner_behind(page: Page, chunk: Chunk) -> ActorPhrase | None:
    """The first of those whose the arms without article are."""
    return next(iter(owners_behind(page, chunk)), None)


def owners_behind(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "دبابة ومدرعتين للجيش", "طائرة مسيرة للحوثيين وقوات صالح": whose the arms without article are."""
    return _led(page, chunk) if chunk.definite else _led(page, chunk) or _behind(page, chunk)


def holders_by_name(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "مخازن أسلحة تابعة للحركة", "محطة وقود عائدة للميليشيات": to whom a participle says that a thing belongs."""
    return _inside(page, chunk) if chunk.actor is not None else _led(page, chunk)


def _inside(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "عددا من الحواجز التابعة للحزب", "خمس آليات تابعة للجيش": the owner inside the phrase of a thing."""
    words = page.text.words
    arms = chunk.actor is not None and chunk.actor.klass == "weapon"
    if words[chunk.head].stem_key not in closed().strongholds and not arms:
        return ()
    for number in range(chunk.head + 1, chunk.last - 1):
        if words[number].stem_key.removesuffix("ا") in BELONGING["ل"]:
            return page.actors_at.get(number + 1, ())[:1]
    return ()


def _behind(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    position, end = chunk.index + 1, page.sentence_last[chunk.index]
    while position < min(end, chunk.index + NEAR) and (
        is_modifier(page, page.chunks[position]) or _goes_on(page, position)
    ):
        position += 1
    if position >= end or page.chunks[position].prep != "ل" or page.chunks[position].joined:
        return ()
    return actors_of(page, position)


def _led(page: Page, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """Past what else is said of the thing, the participle and whom it leads to."""
    position, end = chunk.index + 1, page.sentence_last[chunk.index]
    arms = chunk.actor is not None and chunk.actor.klass == "weapon"  # "دبابة خاصة بالمسلحين"
    leads = _participle(page, chunk) if chunk.actor is None or arms else ""
    while position < min(end, chunk.index + REACH):
        here = page.chunks[position]
        if leads:
            owned = here.prep == leads and not here.joined
            held = actors_of(page, position) or ((here.owner,) if here.owner is not None else ())
            return held if owned else ()
        leads = "" if here.prep or here.joined else _participle(page, here)
        if not leads and not (is_modifier(page, here) or _goes_on(page, position) or _says_more(here)):
            return ()
        position += 1
    return ()


def _participle(page: Page, chunk: Chunk) -> str:
    """The preposition with which the participle at the end of a phrase leads to an owner; empty for none."""
    if chunk.kind == "particle" and chunk.text in BELONGING["ب"]:
        return "ب"  # "آلية خاصة بالجيش", where the word elsewhere is "especially"
    if chunk.kind != "noun":
        return ""
    stem = page.text.words[chunk.last - 1].stem_key.removesuffix("ا")
    return next((lead for lead, forms in BELONGING.items() if stem in forms), "")


def _says_more(chunk: Chunk) -> bool:
    """ "مستودعا للذخائر", "معسكرا في الصحراء": what a thing is for and where it lies, no name of anybody."""
    return (
        chunk.kind == "noun" and chunk.prep in ("ل", "في", "ب") and chunk.text != "pronoun" and not chunk.joined
    ) and (chunk.actor is None and chunk.owner is None)


def _goes_on(page: Page, position: int) -> bool:
    """Whether a bare phrase without a name is another thing, or says of what kind the one before is ("طائرة مسيرة")."""
    chunk, left = page.chunks[position], page.chunks[position - 1]
    beside = left.last == chunk.first and chunk.last == chunk.first + 1
    return chunk.bare and chunk.owner is None and (chunk.joined or (beside and not chunk.definite))
