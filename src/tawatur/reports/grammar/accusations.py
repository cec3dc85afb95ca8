"""Whether words say of someone what he did, and of whom: "اتهم أ ب بقصف", "وجه الاتهام إلى ب بقصف"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import object_of, of_verb
from tawatur.reports.grammar.borders import is_participle
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import set_apart, standing_for
from tawatur.reports.grammar.purposes import named_again
from tawatur.reports.lexicon.collocates import keys_of
from tawatur.reports.lexicon.senses import accuses, accusing_words


def accuses_here(page: Page, verb: int, index: int) -> bool:
    """Whether a verb says what someone did; "وجه" does only with a charge ("وجه الاتهام إلى … بقصف")."""
    word = page.word(page.chunks[verb])
    locks = accusing_words(word)
    if not locks:
        return accuses(word)
    between = page.text.words[page.chunks[verb].last : page.chunks[index].first]
    return not locks.isdisjoint(keys_of(between))


def charges(page: Page, chunk: Chunk) -> bool:
    """ "متهما تركيا": an adverbial participle of accusing."""
    return is_participle(page, chunk) and accuses(page.word(chunk))


def accused_by(page: Page, accusing: int, index: int) -> tuple[ActorPhrase, ...]:
    """ "اتهم أ ب بقصف", "متهما ب بقصف", "وجه الاتهام إلى ب بقصف": who is accused of the noun chunk `index`."""
    chunk = page.chunks[accusing]
    if chunk.kind == "verb":
        slots = of_verb(page, accusing).slots
        own = [c.index for c in slots.get("subject", ())]
        accused = [c for c in slots.get("object", ()) if not named_again(page, own, c)]
        if not accused and (meant := standing_for(page, chunk, page.word(chunk))) is not None:
            accused = [meant]
        if all(c.actor is None for c in accused):
            accused = [c for slot in ("ل", "الي") for c in slots.get(slot, ()) if c.index < index]
    else:
        direct = object_of(page, accusing, None, index)
        accused = [set_apart(page, page.chunks[direct]) or page.chunks[direct]] if direct is not None else []
    return tuple(c.actor for c in accused if c.actor is not None)
