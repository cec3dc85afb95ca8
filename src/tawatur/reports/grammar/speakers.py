"""Who goes on to speak: the subject of "متهماً", "داعيا", and of "ودعا" behind what someone said."""

from collections.abc import Callable

from tawatur.reports.grammar.agreement import Features, features, may_precede
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import described, says_only, speaks_on
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.topics import Subject
from tawatur.reports.lexicon.senses import speaks

NONE = Subject(None, "")
CITING = frozenset({"ما", "لما", "كما", "حسبما", "بما", "مما"})
Find = Callable[[int], Subject]
Lent = Callable[[int], Subject | None]


def of_participle(page: Page, index: int, find: Find) -> Subject:
    """The subject of an adverbial participle ("متهماً", "داعيا") is that of the nearest verb before it."""
    start, own = page.sentence_first[index], features(page.word(page.chunks[index]))
    says, spare, far = speaks(page.word(page.chunks[index])), NONE, NONE
    for position in range(index - 1, start - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind != "verb" or chunk.text in closed().copulas:
            continue
        if _cites(page, position):
            continue  # "وفقا لما نقلته الوكالة، معربة": who is quoted, no one who acts
        if says and described(page, position):
            told = find(position)
            who = page.chunks[told.chunk].actor if told.chunk is not None else None
            if far.chunk is None and who is not None and who.klass in ("person", "office"):
                far = Subject(told.chunk, "subject_of_main_verb")  # "في البيان الذي أصدره الأمين العام، مستنكرا"
            continue
        found, spoken = find(position), says_only(page.word(chunk))
        if says and spoken and found.chunk is None:
            before = speaks_on(page, position, own, lambda n: find(n).chunk)
            return Subject(before, "subject_of_sentence_before") if before is not None else NONE
        if found.chunk is None or found.chunk == index:
            continue
        if not says or (spoken and may_precede(own, page.chunks[found.chunk], page)):
            return Subject(found.chunk, "subject_of_main_verb")
        if spare.chunk is None and may_precede(own, page.chunks[found.chunk], page):
            spare = Subject(found.chunk, "subject_of_main_verb")
            actor = page.chunks[found.chunk].actor
            if actor is not None and actor.klass in ("person", "office"):
                return spare  # who acts in person speaks as he acts
    return spare if spare.chunk is not None else far


def _cites(page: Page, verb: int) -> bool:
    """Whether a verb only says who printed or told something ("بحسب ما أوردته", "كما ذكرت الوكالة")."""
    left = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    return left is not None and left.text in CITING and says_only(page.word(page.chunks[verb]))


def speaker_before(page: Page, index: int, verb: Features, find: Find, lent: Lent) -> Subject | None:
    """ "أكد الرئيس أن الجيش دخل المدينة، ودعا إلى …": who speaks goes on to speak, not whom he speaks of."""
    if not says_only(page.word(page.chunks[index])):
        return None
    for position in range(index - 1, page.sentence_first[index] - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind != "verb" or chunk.text in closed().copulas or not says_only(page.word(chunk)):
            continue
        if described(page, position):
            continue  # "في رسالة نشرت أمس إنه يرفض"
        told = any(page.chunks[n].kind == "that" for n in range(position, index))
        if told and not page.chunks[index].joined and page.chunks[index - 1].kind != "that":
            return NONE  # "ذكر المصدر أن شقيق الزعيم، دعا": who is spoken of does it
        if (found := lent(position)) is not None:
            return found
        before = speaks_on(page, position, verb, lambda n: find(n).chunk)
        return Subject(before, "subject_of_sentence_before") if before is not None else NONE
    return None
