"""Whether a verb that may be a passive has no object: people behind it, counted or named, would be one."""

from tawatur.reports.grammar.arguments import Arguments
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense

AGES = frozenset({"عام", "سنه", "شهر"})
LIVES = "ارواح"


def stands_alone(page: Page, sense: Sense, arguments: Arguments, *, goes_on: bool) -> bool:
    """Whether a verb has no object: a thing or word that is no one is none to a verb of losses."""
    if arguments.alone or sense.entry.extension not in ("kill", "wound"):
        return arguments.alone
    direct = arguments.slots.get("object", [])
    if direct and all(page.word(c).stem in ("آخرون", "اخرون") for c in direct):
        return True  # "أن جنديا قتل وأصيب آخرون"
    if goes_on and direct and not page.word(direct[0]).stem.endswith("ا"):
        return False  # "وقتلوا حراسه": those who are killed stand before such a verb alone
    subject = arguments.slots.get("subject", [])
    return bool(direct) and not any(
        _someone(page, c) and not (subject and _title_of(page, c, subject[0])) for c in direct
    )


def _title_of(page: Page, chunk: Chunk, subject: Chunk) -> bool:
    """ "قتل العقيد X قائد اللواء": a title without a name right behind a named person says who that person is."""
    between = page.chunks[subject.index + 1 : chunk.index]
    if subject.actor is None or subject.actor.klass != "person" or any(c.text not in closed().commas for c in between):
        return False
    own = chunk.actor is not None and chunk.actor.klass == "person"
    return page.word(chunk).stem_key in closed().commanders and not chunk.joined and not own


def _someone(page: Page, chunk: Chunk) -> bool:
    word = page.word(chunk)
    if chunk.actor is not None and chunk.actor.klass == "source":
        return False  # "قتل خمسة جراء قصف مصدره الحي"
    if word.stem_key in closed().kin and (word.enclitic or chunk.last > chunk.head + 1):
        return True  # "قتل المهاجم خاله", "قتل التنظيم أبناء أقليات"
    if word.kind == "number" and page.text.words[chunk.last - 1].stem_key.removesuffix("ا") in AGES:
        return False  # "قتل فتى يبلغ من العمر 18 عاما"
    counts = word.kind == "number" or word.pos == "number" or word.stem_key in closed().measures
    return counts or chunk.text == "pronoun" or bool(chunk.actor or chunk.owner or chunk.nationals)


def hits_others(page: Page, index: int, arguments: Arguments) -> bool:
    """ "وقتلت من فيها", "حصدت أرواحهم الغارة": whoever is there or whose lives are taken, though unnamed."""
    if any(page.word(c).stem_key == LIVES for c in arguments.slots.get("object", ())):
        return True
    words, behind = page.text.words, page.chunks[index].last
    if behind + 1 >= len(words) or words[behind].key != "من":
        return False
    return words[behind + 1].stem_key in ("في", "ب", "علي", "كان") and words[behind + 1].pos in ("preposition", "verb")
