"""Where the parties of a clash or a meeting stand beyond an aside: "معارك في شوارع تعز، ثالث المدن، بين أ وب"."""

from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.noun_reach import lasts
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, between, prepositions
from tawatur.reports.lexicon.senses import deeds_of, lights_of

REACH = 22  # chunks behind the noun within which its parties stand
ASIDE = 9  # chunks of one aside
SIDES = frozenset({"armed", "state", "political", "office", "person", "organisation", "group"})


def add_far_parties(page: Page, index: int, slots: Slots) -> None:
    """Adds the parties of a mutual noun that stand beyond an aside or before it, where none stand nearer by."""
    if {"بين", "مع"} & set(slots):
        return
    if (far := far_parties(page, index)) is not None:
        prepositions(page, range(far, far + 1), slots)
    elif reach := _between_verb(page, index):
        before: Slots = {}
        prepositions(page, reach, before)
        slots.update({p: chunks for p, chunks in before.items() if p in ("بين", "مع")})


def _between_verb(page: Page, index: int) -> range:
    """ "دارت بين أ وب معارك": the phrases between a verb that says it broke out and the noun that is its subject."""
    chunk, position = page.chunks[index], index - 1
    while position > page.sentence_first[index] and _led(page.chunks[position]):
        position -= 1
    if position == index - 1 or not chunk.bare or chunk.joined or not is_finite(page.chunks[position]):
        return range(0)
    breaks = any(e.noun == ("subject",) for e, _ in lights_of(page.word(page.chunks[position]), as_verb=True))
    return range(position + 1, index) if breaks else range(0)


def _led(chunk: Chunk) -> bool:
    return chunk.kind == "time" or (
        chunk.kind == "noun" and (bool(chunk.prep) or (chunk.joined and bool(chunk.actor or chunk.nationals)))
    )


def far_parties(page: Page, index: int) -> int | None:
    """The chunk of "بين" or "مع" that opens the parties of the noun chunk `index` behind at least one aside."""
    position, end = index + 1, min(page.sentence_last[index], index + REACH)
    crossed = False
    while position < end:
        chunk = page.chunks[position]
        if chunk.kind == "mark":
            closing = _closing(page, position, end) if chunk.text in closed().commas else None
            if closing is None:
                return None
            crossed, position = True, closing + 1
            continue
        if crossed and _opens_parties(page, chunk):
            return position
        aimed = chunk.prep == "ل" and any(
            e.type == "ASSAULT" for e in deeds_of(page.word(chunk))
        )  # "معارك للسيطرة على"
        stays = chunk.text in closed().copulas and not chunk.text.startswith("ليس")
        if aimed or stays or lasts(page, chunk):
            crossed, position = True, position + 1
            continue  # "معارك استعادة المطار لا تزال مستمرة بين أ وب"
        if not _goes_by(page, chunk):
            return None
        position += 1
    return None


def _closing(page: Page, comma: int, end: int) -> int | None:
    """The comma that closes what another opens, unless the clause only goes on behind the first: then that itself."""
    if comma + 1 < end and _opens_parties(page, page.chunks[comma + 1]):
        return comma
    said = comma + 1 < end and is_finite(page.chunks[comma + 1])  # "، وصفت بأنها الأعنف،"
    for position in range(comma + 1, min(end, comma + ASIDE)):
        chunk = page.chunks[position]
        if chunk.kind == "mark":
            return position if chunk.text in closed().commas else None
        first = position == comma + 1
        if chunk.joined or chunk.kind == "when" or (first and _tells(page, chunk)):
            return None
        if chunk.kind == "that" and not said:
            return None
        if is_finite(chunk) and not first and page.chunks[position - 1].kind != "relative":
            return None
    return None


def _opens_parties(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase names two sides behind "بين", or one behind "مع"."""
    if chunk.joined or chunk.kind != "noun" or chunk.prep not in ("بين", "مع"):
        return False
    if chunk.prep == "مع":
        return chunk.actor is not None and chunk.actor.klass in SIDES
    sides = [c for c in between(page, chunk.index) if c.actor is not None and c.actor.klass in SIDES]
    return len(sides) > 1


def _goes_by(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase only says where, when or how, so that the parties may still come."""
    if chunk.kind in ("time", "particle"):
        return True
    if chunk.kind != "noun" or chunk.joined or _tells(page, chunk):
        return False
    return bool(chunk.prep) or is_modifier(page, chunk)


def _tells(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase tells an act of its own, whose parties they would be."""
    if chunk.kind != "noun" or chunk.actor is not None:
        return False
    return tells_itself(page, chunk) or bool(deeds_of(page.word(chunk)))
