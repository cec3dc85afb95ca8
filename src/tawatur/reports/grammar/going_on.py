"""Who goes on over the border of a sentence: "حاصرت القوات المخيم. واعتقلت سبعة", "كما استهدفت", "وأضاف".

A verb that opens its sentence and has no subject there takes that of the nearest verb of the sentence before which told
an act, or, where it says something, which said something; both agree, and no one suffers there or is only described.
"""

from collections.abc import Callable

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import Features, gender_of, may_precede, number_of
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.neighbours import MANY, behind_alone
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import SAID, index, key, lights_of, suffered

DOERS = frozenset({"armed", "weapon", "state", "political", "office", "person", "organisation"})
SPEAKERS = DOERS | {"media", "source", "group"}
OPENING = frozenset({"noun", "time", "particle", "mark", "when"})
SubjectOf = Callable[[int], int | None]


def subject_before_border(page: Page, verb_at: int, verb: Features, subject_of: SubjectOf, at: int) -> int | None:
    """The chunk of the sentence before whose actor goes on with the verb that is chunk `verb_at`, or None.

    `at` is the verb that opens the sentence: itself, or the verb of saying before "إنها".
    """
    start = page.sentence_first[at]
    if not start or verb.number == "p" or verb.person in ("1", "2") or not verb.gender or not _opens(page, at):
        return None
    if at == verb_at and _reports_words(page.word(page.chunks[at])):
        return None  # "وأضاف": who speaks is for the room of chains
    says = _says(page.word(page.chunks[verb_at]))
    for position in range(start - 1, page.sentence_first[start - 1] - 1, -1):
        chunk = page.chunks[position]
        if not is_finite(chunk) or _described(page, position) or _says(page.word(chunk)) != says:
            continue
        if suffered(page.word(chunk)) and behind_alone(page, position):
            continue
        found = subject_of(position)
        if found is not None and _goes_on(page, page.chunks[found], verb, says=says):
            return found
    return None


def driven(page: Page, verb_at: int, driver: int | None, verb: Features) -> int | None:
    """ "ما أجبر المسلحين على الفرار، وهاجموا": whom something that is no one drove goes on."""
    acted = driver is not None and page.chunks[driver].actor is not None
    if verb.number != "p" or acted or verb_at + 1 >= page.sentence_last[verb_at]:
        return None
    object_ = page.chunks[verb_at + 1]
    many = object_.bare and object_.actor is not None and object_.actor.klass in MANY
    return verb_at + 1 if many and number_of(object_, page) == "p" else None


def resumes_speaker(page: Page, verb_at: int, said: int | None) -> bool:
    """Whether "إنه" means who speaks ("قال التحالف إنه استهدف"), and is not empty ("إنه تم", "بأنه قصف الطيران")."""
    speaker = page.chunks[said].actor if said is not None else None
    if speaker is None or speaker.klass in ("media", "source"):
        return False
    word = page.word(page.chunks[verb_at])
    empty = any("subject" in e.noun for e, _ in lights_of(word, as_verb=True))
    return not empty or any(key(a.lemma) in index().verbs for a in word.analyses if a.pos == "verb")


def _says(word: Word) -> bool:
    """Whether a verb can only say something: "اتهم", "دعا", not "هاجم", which may be words or arms."""
    lemmas = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
    acts = [e for x in lemmas for e in index().verbs.get(x, ()) if e.kind == "act"]
    return _reports_words(word) or (bool(acts) and all(e.speech or e.type in SAID for e in acts))


def _reports_words(word: Word) -> bool:
    return any(key(a.lemma) in index().speech for a in word.analyses if a.pos == "verb")


def _opens(page: Page, index: int) -> bool:
    """Whether a verb opens its sentence: no verb and no bare phrase stands before it there."""
    first = page.sentence_first[index]
    before = page.chunks[first:index]
    if any(c.kind not in OPENING or c.bare for c in before):
        return False
    return not any(c.kind == "when" and c.text not in ("كما", "فيما") for c in before)


def _described(page: Page, verb: int) -> bool:
    """Whether a verb only describes the noun before it ("الطائرة التي أقلعت", "غارة استهدفت")."""
    left = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    if left is None or page.chunks[verb].joined:
        return False
    return left.kind == "relative" or (left.kind == "noun" and not left.definite and left.actor is None)


def _goes_on(page: Page, chunk: Chunk, verb: Features, *, says: bool) -> bool:
    actor = chunk.actor
    if actor is None or actor.klass not in (SPEAKERS if says else DOERS):
        return False
    if not may_precede(verb, chunk, page):
        return False
    return (
        gender_of(chunk, page) == verb.gender or (verb.gender == "f" and number_of(chunk, page) == "p") or _open(chunk)
    )


def _open(chunk: Chunk) -> bool:
    """Whether the gender of a name does not show ("حماس", "العراق")."""
    actor = chunk.actor
    return actor is not None and actor.klass in ("armed", "political", "state") and actor.last == actor.first + 1
