"""What a pronoun on or behind a verb resumes, and who stands behind such a verb: the doer, a dweller or who fell."""

from tawatur.reports.grammar.agreement import Features, may_follow
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.neighbours import after, carries_object, ends_as, set_apart, stands_behind
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key

VICTIM = "ضحيت"  # with a pronoun: "ضحيتها"


def after_pronoun(page: Page, index: int, verb: Features) -> int | None:
    """ "اللقاء حضره ضباط": the pronoun is the object, so the name right behind is the subject."""
    word = page.word(page.chunks[index])
    following = index + 1
    if not word.enclitic or following >= page.sentence_last[index]:
        return None
    if set_apart(page, following) and following + 1 < page.sentence_last[index]:
        following += 1  # "صواريخ أعطتهم إياها الدولة"
    elif any(key(a.lemma) in closed().double_object for a in word.analyses):
        return None
    following = _past_manner(page, following)
    chunk = page.chunks[following]
    named = chunk.bare and not chunk.joined and chunk.actor is not None and chunk.text != "pronoun"
    if ends_as(page.word(chunk)):
        return None
    return following if named and may_follow(verb, chunk, page, adjacent=True) else None


def _past_manner(page: Page, following: int) -> int:
    """ "استهدفها بشكل مباشر التنظيم", "قصفها أمس الطيران": past what only says how or when."""
    chunk = page.chunks[following]
    manner = chunk.prep == "ب" and chunk.actor is None and chunk.owner is None and chunk.place is None
    further = following + 1 < page.sentence_last[following]
    return following + 1 if further and (manner or chunk.kind == "time") and chunk.text != "pronoun" else following


def has_resumption(page: Page, index: int) -> bool:
    """Whether a pronoun behind a preposition resumes the head ("التي سيطر عليها الجيش")."""
    following = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    return following is not None and following.kind == "noun" and bool(following.prep) and following.text == "pronoun"


def doer_behind(page: Page, index: int, verb: Features) -> int | None:
    """ "اعتداء قام به مسلحون": behind a light verb whose pronoun means the event before it stands who does it."""
    left, word = page.chunks[index - 1], page.word(page.chunks[index])
    if left.kind != "noun" or left.definite or page.chunks[index].joined:
        return None
    if word.enclitic and left.actor is None and carries_object(word):
        return after(page, index, verb)  # "هجوم نفذه ملثمون"
    if not has_resumption(page, index):
        return None
    thing = left.actor is None or left.actor.klass == "weapon"
    given = thing and bool(word.enclitic)  # "صواريخ زودتهم بها الدولة": both pronouns resume what stands before
    return after(page, index, verb) if given or stands_behind(word, page.chunks[index + 1].prep) else None


def told_behind(page: Page, index: int, verb: Features) -> int | None:
    """Who stands behind a verb of staying or falling in the thing before it."""
    fallen = fallen_behind(page, index)
    return _dweller_behind(page, index, verb) if fallen is None else fallen


def fallen_behind(page: Page, index: int) -> int | None:
    """ "غارة راح ضحيتها عشرون مدنيا": those who fell, behind the word that says so."""
    victims, end = index + 1, page.sentence_last[index]
    if victims + 1 >= end or page.word(page.chunks[victims]).stem != VICTIM or page.chunks[victims].prep:
        return None
    return victims + 1 if page.chunks[victims + 1].bare and not page.chunks[victims + 1].joined else None


def _dweller_behind(page: Page, index: int, verb: Features) -> int | None:
    """ "مواقع يتحصن فيها المسلحون", "بلدة كانت تسيطر عليها القوات": who stays in the place that the pronoun means."""
    left = page.chunks[index - 1 - (page.chunks[index - 1].text in closed().copulas)] if index > 1 else None
    if left is None or left.kind != "noun" or left.actor is not None or page.chunks[index].joined:
        return None
    stays = any(key(a.lemma) in closed().dwelling for a in page.word(page.chunks[index]).analyses if a.pos == "verb")
    who = after(page, index, verb) if stays and left.text != "pronoun" and has_resumption(page, index) else None
    return who if who is not None and page.chunks[who].actor is not None else None


def sated_relative(page: Page, verb: int) -> bool:
    """Whether a relative clause has its object in the pronoun of its verb: what follows its subject stands outside."""
    before = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    return before is not None and before.kind == "relative" and bool(page.word(page.chunks[verb]).enclitic)


def describes_noun(page: Page, verb: int) -> bool:
    """Whether a verb with a pronoun describes the indefinite noun right before it."""
    if verb <= page.sentence_first[verb] or not page.word(page.chunks[verb]).enclitic:
        return False
    left = page.chunks[verb - 1]
    return left.kind == "noun" and not left.definite and not page.chunks[verb].joined


def tells_of_deed(page: Page, left: Chunk, verb: Chunk) -> bool:
    """Whether a light verb with a pronoun only says who did the deed right before it ("لهجوم شنه التنظيم")."""
    word = page.word(verb)
    return left.kind == "noun" and not left.definite and bool(word.enclitic) and carries_object(word)
