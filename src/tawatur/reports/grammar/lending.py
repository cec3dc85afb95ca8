"""Who goes on in a verb without subject: whoever did what an earlier verb or sentence tells, or the many told last."""

from collections.abc import Callable
from functools import partial

from tawatur.reports.grammar.agreement import Features, features, may_precede, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import DOERS, driven, subject_before_border
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.neighbours import MANY, behind_alone, nearest_many
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.grammar.resuming import tells_of_deed
from tawatur.reports.grammar.speakers import speaker_before
from tawatur.reports.grammar.told_before import cause_before, hits_by_event
from tawatur.reports.grammar.topics import Subject
from tawatur.reports.lexicon.senses import speaks, suffered

INHERIT = 40  # chunks to the left within which an earlier verb may lend its subject
NONE = Subject(None, "")
RULE = "subject_of_verb_before"
Ask = Callable[[int], Subject]  # the subject of the verb that is a chunk
TOLD_OF = DOERS | MANY


def went_on(page: Page, index: int, verb: Features, ask: Ask) -> Subject:
    """The subject of the nearest earlier verb that agrees; a plural verb may reach into the sentence before."""
    start = page.sentence_first[index]
    if (cause := cause_before(page, index, verb)) is not None:
        return Subject(cause, "event_that_goes_on")
    if (speaker := speaker_before(page, index, verb, ask, partial(_lent, page, verb, ask))) is not None:
        return speaker
    if verb.number == "p" and start:
        start = page.sentence_first[start - 1]
    found, spare = _before(page, index, start, verb, ask)
    far = found is not None and found.chunk is not None and found.chunk < page.sentence_first[index]
    if far and (doers := _nominative(page, index)) is not None:
        return Subject(doers, "nearest_plural")
    if found is not None:
        return found
    if spare is not None and (described := inherited(page, spare, verb, ask, RULE)) is not None:
        return described
    if verb.number == "p":
        return nearest_plural(page, index)
    before = subject_before_border(page, index, verb, lambda n: ask(n).chunk, index)
    return Subject(before, "subject_of_sentence_before") if before is not None else NONE


def _lent(page: Page, verb: Features, ask: Ask, n: int) -> Subject | None:
    # no function within a function: compiled, such a one holds itself, and with it the whole article
    return inherited(page, n, verb, ask, RULE)


def _before(page: Page, index: int, start: int, verb: Features, ask: Ask) -> tuple[Subject | None, int | None]:
    """Whom an earlier verb lends, nearest first, and the verb that lends last because it only describes someone."""
    spare: int | None = None
    harmed = suffered(page.word(page.chunks[index]))
    for position in range(index - 1, max(start, index - INHERIT) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "that" and (topic := topic_behind(page, position, index, verb)) is not None:
            return Subject(topic, "topic_of_clause_before"), spare
        if chunk.kind != "verb" or chunk.text in closed().copulas:
            if chunk.kind == "verb" and spare is not None and position + 1 < spare and _said_of(page, position, verb):
                # "ظلت تركيا شريكا في تحالف تقوده X وتمسكت"
                return Subject(position + 1, "subject_of_copula_before"), spare
            continue
        if not harmed and suffered(page.word(chunk)) and chunk.kind == "verb" and behind_alone(page, position):
            continue  # "قتل جندي في هجوم … واستهدف": the victim does not go on
        left = page.chunks[position - 1] if position > start else None
        if verb.number == "p" and _describes_one(page, position, index):
            spare = position if spare is None else spare  # "هاجموا رتلا يضم تعزيزات. وتمكنوا من تدميره"
            continue
        if page.chunks[index].joined and left is not None and tells_of_deed(page, left, chunk):
            if hits_by_event(page, index, left, verb):
                return Subject(left.index, "event_that_goes_on"), spare
            spare = position if spare is None else spare  # "تصدت القوات لهجوم شنه التنظيم وقتلت"
            continue
        if left is not None and left.kind == "relative" and left.text.startswith("ال"):
            if _same_object(page, position, index) and (doer := inherited(page, position, verb, ask, RULE)) is not None:
                return doer, spare  # "القوات التي دربتها الدولة ونشرتها"
            head = None if page.chunks[index].joined or position == index - 1 else head_of_relative(page, left.index)
            if head is not None and may_precede(verb, page.chunks[head], page):
                return Subject(head, "topic_across_relative_clause"), spare  # "الموقع الذي يحاصره الثوار تعرض"
            spare = position if spare is None else spare  # what only describes a noun lends its subject last
            continue
        found = inherited(page, position, verb, ask, RULE)
        if found is not None:
            return found, spare
        own = ask(position)
        if own.rule == "event_before_verb":
            continue  # "نفذوا عمليات استهدفت القادة وتمكنوا": it only describes what they did
        if (object_ := driven(page, position, own.chunk, verb)) is not None:
            return Subject(object_, "object_of_verb_before"), spare
    return None, spare


def topic_behind(page: Page, link: int, index: int, verb: Features) -> int | None:
    """ "قال الشيخ إن المتطوعين لهم دور بعد أن نجحوا": of whom a clause speaks that has no verb of its own."""
    if link + 1 >= index or link < page.sentence_first[index] or page.word(page.chunks[link]).enclitic:
        return None  # "بتهمة أنهم مسلحون": what they are said to be
    topic = page.chunks[link + 1]
    alone = len(coordinated(page, link + 1)) == 1
    if alone and ((verb.number == "p" and number_of(topic, page) == "s") or verb.number == "d"):
        return None
    told = topic.bare and topic.actor is not None and topic.actor.klass in TOLD_OF and not topic.joined
    return link + 1 if told and may_precede(verb, topic, page) else None


def _nominative(page: Page, index: int) -> int | None:
    """ "بعد أن أوغل المسلحون فيها ودمروا": the nearest many in the nominative, whose verb is not known as one."""
    for position in range(index - 1, page.sentence_first[index] - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when"):
            return None
        who = chunk.actor or chunk.owner  # a nominative is no genitive: what stands before it would be its verb
        if chunk.bare and who is not None and who.klass in MANY and page.text.words[who.head].stem.endswith("ون"):
            return position
    return None


def _same_object(page: Page, relative: int, index: int) -> bool:
    """Whether a joined verb has the pronoun of the relative clause before it: both are done to its head, by one."""
    pronoun = page.word(page.chunks[index]).enclitic
    return bool(pronoun) and page.chunks[index].joined and pronoun == page.word(page.chunks[relative]).enclitic


def _describes_one(page: Page, position: int, index: int) -> bool:
    """Whether a verb only says what one thing or unit without article is like, beside which the plural is of others."""
    left, verb = page.chunks[position - 1], page.word(page.chunks[position])
    if position == index - 1 or left.kind != "noun" or left.definite or page.chunks[position].joined or speaks(verb):
        return False
    return features(verb).tense == "present" and number_of(left, page) == "s"


def _said_of(page: Page, copula: int, verb: Features) -> bool:
    """Whether an actor with whom a verb agrees stands right behind a copula."""
    chunk = page.chunks[copula + 1]
    return chunk.bare and chunk.actor is not None and not chunk.joined and may_precede(verb, chunk, page)


def nearest_plural(page: Page, index: int) -> Subject:
    """The nearest phrase of many, for a verb in the plural."""
    found = nearest_many(page, index)
    return Subject(found, "nearest_plural") if found is not None else NONE


def inherited(page: Page, lender: int, verb: Features, ask: Ask, rule: str) -> Subject | None:
    """The subject of the verb that lends it, if the verb that borrows agrees with it."""
    found = ask(lender)
    if found.chunk is None:
        return None
    chunk = page.chunks[found.chunk]
    several = len(coordinated(page, found.chunk)) > 1
    if verb.number == "d" and not several and number_of(chunk, page) != "d":
        return None  # "تقدم الجيش والمقاومة وسيطرا"
    if may_precede(verb, chunk, page) or (several and verb.number in ("p", "d")):
        return Subject(found.chunk, rule)
    return None
