"""Who is meant by the pronoun on a noun of trying: "أسر الجنود ستة مسلحين أثناء محاولتهم التسلل"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.subjects import subject_chunk

WHILE = frozenset({"اثناء", "خلال", "لدي", "عند", "بعد", "عقب", "اثر", "حين"})
REACH = 9  # chunks before the noun within which stands the verb of those caught at it


def who_tries(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """Those to whom something is done while they try, else who acts before: whom the pronoun on a noun means."""
    chunk, word = page.chunks[index], page.word(page.chunks[index])
    if chunk.prep in WHILE:
        for position in range(index - 1, max(page.sentence_first[index], index - REACH) - 1, -1):
            if is_finite(page.chunks[position]):
                caught = [c.actor for c in of_verb(page, position).slots.get("object", ()) if c.actor is not None]
                fits = tuple(a for a in caught if agrees(word.enclitic, a))
                return fits or _acting(page, index)
    return _acting(page, index)


def _acting(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """The subject of the nearest verb before, if the pronoun agrees with it; no name that only stands near."""
    for position in range(index - 1, max(page.sentence_first[index], index - REACH) - 1, -1):
        if page.chunks[position].kind in ("relative", "when"):
            return ()
        if page.chunks[position].kind == "verb":
            subject = subject_chunk(page, position).chunk
            found = actors_of(page, subject) if subject is not None and subject != index else ()
            return tuple(a for a in found if agrees(page.word(page.chunks[index]).enclitic, a))
    return ()


def tries(page: Page, position: int, chunk: Chunk) -> ActorPhrase | None:
    """ "محاولة من المسلحين لاقتحام الثكنة": who stands right behind the noun of trying tries."""
    behind = page.chunks[position + 1]
    between = behind.index == chunk.index - 1 and behind.prep in ("ل", "من") and chunk.prep == "ل"
    return behind.actor if between and not page.chunks[position].definite else None
