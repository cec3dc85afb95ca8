"""Of whom a bare number of dead is: "قتل 13 وأصيب 85 من عناصر الحركة" counts both among them."""

from bisect import bisect_left

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of, counted_people
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import suffered

SIDES = frozenset({"طرفين", "جانبين", "جهتين", "فريقين"})


def shared_toll(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """Those whom the joined verb of loss right behind a bare number counts."""
    last = page.sentence_last[index]
    if index + 3 >= last or not _bare_number(page, page.chunks[index + 1]):
        return ()
    verb, counted = page.chunks[index + 2], page.chunks[index + 3]
    if not is_finite(verb) or not verb.joined or not suffered(page.word(verb)):
        return ()
    people = counted_people(page, counted)
    if people is not None:
        return actors_of(page, people.index)
    first = _among(page, counted)
    return (*first, *actors_of(page, counted.index)[1:]) if first else ()


def _among(page: Page, counted: Chunk) -> tuple[ActorPhrase, ...]:
    """The side inside a phrase that counts some of it ("85 من عناصر الحركة"), no number of other people."""
    actor = counted.actor
    if actor is None or actor.quantity is None or actor.klass != "armed":
        return ()
    if not any(w.key == "من" for w in page.text.words[actor.first : actor.head]):
        return ()
    inner = [a for a in page.actors_at.get(actor.head, ()) if a.quantity is None and a.last == actor.last]
    return (inner[0] if inner else actor,)


def whole_of(page: Page, chunk: Chunk, meant: ActorPhrase | None) -> ActorPhrase | None:
    """Of whom "منهم" takes a number: a part is no more than its whole, and people counted in between are nearer.

    "اختطف المسلحون 40 مدنيا وقتل 29 منهم": of the 40; "أصيب خمسة جنود … وقتل تسعة منهم": not of the five.
    """
    part = _value_at(page, chunk.head)
    if meant is None or part is None:
        return meant
    for position in range(chunk.index - 1, page.sentence_first[chunk.index] - 1, -1):
        actor = page.chunks[position].actor
        if actor is None or actor.first <= meant.first:
            continue
        whole = _value_of(page, actor)
        if whole is not None and whole >= part:
            return actor
    whole = _value_of(page, meant)
    return None if whole is not None and whole < part else meant


def _value_of(page: Page, actor: ActorPhrase) -> float | None:
    """How many a phrase counts ("40 مدنيا")."""
    return _value_at(page, actor.first) if actor.quantity is not None else None


def _value_at(page: Page, word: int) -> float | None:
    figures = page.named.figures
    at = bisect_left(figures, word, key=lambda f: f.first)
    return figures[at].value if at < len(figures) and figures[at].first == word else None


def counts_of_them(page: Page, chunk: Chunk) -> bool:
    """ "جرح أربعة منهم", "وأصيب سبعة آخرون منهم": a number of those whom the pronoun behind it means."""
    counted = _bare_number(page, chunk) or (chunk.actor is not None and chunk.actor.quantity is not None)
    behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
    return behind is not None and behind.text == "pronoun" and behind.prep == "من" and counted


def of_both(page: Page, chunk: Chunk) -> bool:
    """ "أصيب العشرات من الطرفين", "عشرات آخرون منهم": among whom people fell, not at whose hands."""
    return chunk.text == "pronoun" or page.word(chunk).stem_key in SIDES


def _bare_number(page: Page, chunk: Chunk) -> bool:
    word = page.word(chunk)
    return chunk.bare and chunk.last == chunk.head + 1 and (word.kind == "number" or word.pos == "number")
