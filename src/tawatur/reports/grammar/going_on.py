"""Who goes on over the border of a sentence: "حاصرت القوات المخيم. واعتقلت سبعة", "كما استهدفت", "وأضاف".

A verb that opens its sentence and has no subject there takes that of the nearest verb of the sentence before which told
an act, or, where it says something, which said something; both agree, and no one suffers there or is only described.
"""

from collections.abc import Callable

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import Features, gender_of, may_precede, number_of
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.neighbours import MANY, behind_alone, lender_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import SAID, index, key, lights_of, suffered

DOERS = frozenset({"armed", "weapon", "state", "political", "office", "person", "organisation"})
SPEAKERS = DOERS | {"media", "source", "group"}
SENDS = frozenset({"اوفد", "ارسل", "بعث", "نقل"})
BACK = 3  # sentences before over which "وأضاف" leads to who spoke
SENTENCES = 2  # sentences before over which a verb goes on, where the nearer only tells what came of it
OPENERS = frozenset({"كما", "فيما", "اذ", "حيث"})
OPENING = frozenset({"noun", "time", "particle", "mark", "when"})
SubjectOf = Callable[[int], int | None]


def subject_before_border(page: Page, verb_at: int, verb: Features, subject_of: SubjectOf, at: int) -> int | None:
    """The chunk of the sentence before whose actor goes on with the verb that is chunk `verb_at`, or None.

    `at` is the verb that opens the sentence: itself, or the verb of saying before "إنها".
    """
    start = page.sentence_first[at]
    if not start or verb.number == "p" or verb.person in ("1", "2") or not verb.gender or not _opens(page, at):
        return None
    if at == verb_at and _only_reports(page.word(page.chunks[at])):
        return None  # "وأضاف": who speaks is for the room of chains
    says = says_only(page.word(page.chunks[verb_at]))
    before = page.sentence_of(start - 1)
    if says and (spoken := _first_said(page, before)) is not None:
        return speaks_on(page, spoken, verb, subject_of)
    for _ in range(SENTENCES):
        acted = False
        for position in reversed(before):
            chunk = page.chunks[position]
            if not is_finite(chunk) or described(page, position) or says_only(page.word(chunk)):
                continue
            if suffered(page.word(chunk)) and behind_alone(page, position):
                continue
            found = subject_of(position)
            if found is not None and _goes_on(page, page.chunks[found], verb, says=says):
                return found
            acted = acted or (found is not None and page.chunks[found].actor is not None)
        if acted or says or not before.start or _parts(page, before.start, at):
            return None
        before = page.sentence_of(before.start - 1)  # "وأدى القصف إلى مقتل خمسة. كما ألقى"
    return None


def _parts(page: Page, first: int, at: int) -> bool:
    """Whether a paragraph ends before or in the sentence that begins at chunk `first`, ahead of chunk `at`."""
    words = page.text.words
    begins = words[max(page.chunks[first].first - 1, 0)].span.end
    return "\n" in page.text.original[begins : words[page.chunks[at].first].span.start]


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


def says_only(word: Word) -> bool:
    """Whether a verb can only say something: "اتهم", "دعا", not "هاجم", which may be words or arms."""
    lemmas = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
    acts = [e for x in lemmas for e in index().verbs.get(x, ()) if e.kind == "act"]
    said = bool(acts) and all(e.speech or (e.type in SAID and e.type != "AGREE") for e in acts)  # no deal struck
    return _reports_words(word) or (said and not lights_of(word, as_verb=True))  # "شن" carries attacks


def speaks_on(page: Page, spoken: int, verb: Features, subject_of: SubjectOf) -> int | None:
    """ "وأضاف أن القوات دخلت المدينة، ودعا", "متهما": who spoke before goes on, if it agrees."""
    found = _speaker(page, spoken, subject_of)
    who = page.chunks[found].actor if found is not None else None
    if who is not None and who.klass in ("media", "source"):
        return None  # an agency reports, and accuses or demands nothing itself
    return found if found is not None and _goes_on(page, page.chunks[found], verb, says=True) else None


def _first_said(page: Page, sentence: range) -> int | None:
    """The first verb of saying of a sentence: whoever speaks there goes on to speak, not whom he speaks of."""
    said = (
        n
        for n in sentence
        if is_finite(page.chunks[n]) and says_only(page.word(page.chunks[n])) and not described(page, n)
    )
    return next(said, None)


def _speaker(page: Page, spoken: int, subject_of: SubjectOf) -> int | None:
    """Who speaks with a verb of saying; of one that opens its sentence alone ("وأضاف أن") who spoke before."""
    for _ in range(BACK):
        if (found := subject_of(spoken)) is not None or not _opens(page, spoken):
            return found
        first = page.sentence_first[spoken]
        earlier = _first_said(page, page.sentence_of(first - 1)) if first else None
        if earlier is None:
            return None
        spoken = earlier
    return None


def _only_reports(word: Word) -> bool:
    """Whether a verb of saying is no act besides ("أضاف", not "دعا", "اتهم")."""
    acts = [e for a in word.analyses if a.pos == "verb" for e in index().verbs.get(key(a.lemma), ())]
    return _reports_words(word) and not any(e.kind == "act" and not e.with_ for e in acts)


def _reports_words(word: Word) -> bool:
    return any(key(a.lemma) in index().speech for a in word.analyses if a.pos == "verb")


def _opens(page: Page, index: int) -> bool:
    """Whether a verb opens its sentence: no verb and no bare phrase stands before it there."""
    first = page.sentence_first[index]
    before = page.chunks[first:index]
    if any(c.kind not in OPENING or c.bare for c in before):
        return False
    return not any(c.kind == "when" and c.text not in OPENERS for c in before)


def described(page: Page, verb: int) -> bool:
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
    people = page.text.words[actor.head].stem.endswith(("ون", "ين"))  # "مسلحون قصفوا", not "قصفت"
    things = verb.gender == "f" and number_of(chunk, page) == "p" and not people
    return gender_of(chunk, page) == verb.gender or things or _open(chunk)


def _open(chunk: Chunk) -> bool:
    """Whether the gender of a name does not show ("حماس", "العراق")."""
    actor = chunk.actor
    named = actor is not None and actor.form != "role" and actor.number != "p"
    return (
        named and actor is not None and actor.klass in ("armed", "political", "state") and actor.last == actor.first + 1
    )


def sent_there(page: Page, index: int, verb: Features, subject_of: SubjectOf) -> int | None:
    """ "أوفدت الحكومة نائب الوزير إلى أربيل حيث التقى": whom one sends goes on."""
    if page.chunks[index - 1].text != "حيث":
        return None
    lender = lender_of(page, index - 1, page.sentence_first[index])
    sends = lender is not None and any(key(a.lemma) in SENDS for a in page.word(page.chunks[lender]).analyses)
    subject = subject_of(lender) if sends and lender is not None else None
    if subject is None or subject + 1 >= page.sentence_last[subject]:
        return None
    sent = page.chunks[subject + 1]
    goes = sent.bare and sent.actor is not None and not sent.joined and may_precede(verb, sent, page)
    return sent.index if goes else None
