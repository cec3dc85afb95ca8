"""Who does it: the one place where the subject of a verb is decided. Every rule that needs a subject asks here."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import Features, features, may_precede, number_of
from tawatur.reports.grammar.going_on import resumes_speaker, sent_there, subject_before_border
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.joined_losses import fell_apart
from tawatur.reports.grammar.lending import NONE, Ask, inherited, nearest_plural, topic_behind, went_on
from tawatur.reports.grammar.neighbours import (
    after,
    before_verb,
    beside_verb,
    carrier_behind,
    carries,
    counts_victims,
    late_subject,
    lender_of,
    takes_no_object,
    title_behind,
)
from tawatur.reports.grammar.objects import (
    acts,
    behind_place,
    controlled,
    inert_object,
    lone_object,
    some_object,
    speaks_up,
    talked_of,
)
from tawatur.reports.grammar.openings import topic_of
from tawatur.reports.grammar.ourselves import we_did
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.relatives import first_of_many, head_of_relative
from tawatur.reports.grammar.resuming import after_pronoun, doer_behind, has_resumption, told_behind
from tawatur.reports.grammar.speakers import of_participle
from tawatur.reports.grammar.told_before import (
    accused_before,
    doer_within,
    event_left,
    granted_to,
    indefinite_event,
    indefinite_owner,
    is_source,
    resumed_later,
    sender_left,
    things_that_act,
)
from tawatur.reports.grammar.topics import Subject, begins_with, beside_instead, counts
from tawatur.reports.lexicon.senses import key, speaks

INFLICTS, LOSSES_OF = "كبد", frozenset({"خساير", "خساره", "هزيمه"})


def subject_of(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """The actors that are the subject of the verb or participle at a word, coordinated ones together."""
    chunk = page.chunk_of[word]
    if chunk < 0:
        return ()
    found = subject_chunk(page, chunk).chunk
    return actors_of(page, found) if found is not None else ()


def subject_chunk(page: Page, index: int, depth: int = 0) -> Subject:
    """The subject of the verb that is chunk `index`: kept, since many rules ask for the same verb."""
    kept = page.subjects.get(index)
    if isinstance(kept, Subject):
        return kept
    found = _decide(page, index, depth) if depth < 6 else NONE
    if found.chunk is not None and is_source(page, index, found.chunk):
        found = nearest_plural(page, index)  # "تحدثت المصادر": sources do nothing in the plural of men
    page.subjects[index] = found
    return found


def _decide(page: Page, index: int, depth: int) -> Subject:
    """What binds the verb to words before it decides first, then who stands before it, behind it, or went on."""
    chunk, start = page.chunks[index], page.sentence_first[index]
    if chunk.kind != "verb":
        return of_participle(page, index, lambda n: subject_chunk(page, n, depth + 1))
    verb = features(page.word(chunk))
    if verb.person == "1" or we_did(page, index):
        return NONE
    before = before_verb(page, index, start)
    if (there := told_behind(page, index, verb)) is not None:
        return Subject(there, "subject_in_relative_clause")
    found = _bound(page, index, before, verb, depth) or _standing_before(page, index, before, verb)
    if found is not None:
        return found
    right = after(page, index, verb)
    if (control := controlled(page, index)) is not None:
        carried = subject_chunk(page, control, depth + 1)
        if carried.chunk is not None:
            return Subject(carried.chunk, "subject_of_control_verb")
    if right is not None:
        return _standing_behind(page, index, right, verb, depth)
    lends = before is not None and not chunk.joined and page.chunks[before].kind in ("verb", "that", "when")
    if before is not None and _is_masdar_there(page, before, lender_of(page, before, start), verb):
        return NONE
    if before is not None and lends and (lent := lender_of(page, before, start)) is not None:
        if (topic := _topic_between(page, lent, before, verb)) is not None:
            return Subject(topic, "topic_of_clause_before")
        lent_by = inherited(page, lent, verb, _asker(page, depth), "subject_of_governing_verb")
        return lent_by or (nearest_plural(page, index) if verb.number == "p" else NONE)
    if before == index - 1 and things_that_act(page, index, verb):
        return Subject(before, "things_before_verb")
    return went_on(page, index, verb, _asker(page, depth))


def _bound(page: Page, index: int, before: int | None, verb: Features, depth: int) -> Subject | None:
    """The subject that a verb beside, a relative pronoun or the pronoun on "أن" gives to the verb."""
    apart = fell_apart(page, index)
    if (
        beside_verb(page, index)
        and not apart
        and (shared := subject_chunk(page, index - 1, depth + 1)).chunk is not None
    ):
        return Subject(shared.chunk, "subject_of_verb_beside")
    if before is None:
        return None
    if before == index - 1 and begins_with(page, before, verb):
        begun = subject_chunk(page, before, depth + 1)
        return Subject(begun.chunk, "subject_of_aspect_verb") if begun.chunk is not None else None
    if page.chunks[before].kind == "relative":
        return _in_relative(page, index, before, verb, depth)
    if (granted := granted_to(page, before, verb)) is not None:
        return Subject(granted, "granted_to")
    return _after_pronoun_link(page, index, before, page.sentence_first[index], verb, depth)


def _standing_before(page: Page, index: int, before: int | None, verb: Features) -> Subject | None:
    """The phrase that the verb describes ("في تفجيرات استهدفت الحي"), or the topic that opens its clause."""
    chunk, start = page.chunks[index], page.sentence_first[index]
    if (resumed := after_pronoun(page, index, verb)) is not None:
        return Subject(resumed, "subject_behind_object_pronoun")
    if (there := doer_within(page, index, verb)) is not None:
        return Subject(there, "verb_then_subject")
    if (sender := sender_left(page, index)) is not None:
        return Subject(sender, "sender_of_message")
    if (owner := indefinite_owner(page, index, verb)) is not None:
        return Subject(owner, "head_of_indefinite_relative")
    if not chunk.joined and indefinite_event(page, index, verb):
        return Subject(index - 1, "event_before_verb")
    if before == index - 1 and (doer := doer_behind(page, index, verb)) is not None:
        return Subject(doer, "subject_in_relative_clause")
    if not chunk.joined and (hitting := event_left(page, index, verb)) is not None:
        return Subject(hitting, "event_before_verb")
    left = page.chunks[index - 1] if index > start else None
    joined = chunk.joined or (
        left is not None and (left.text == "ثم" or (left.kind == "particle" and _led_by_and(page, left)))
    )
    topic = topic_of(page, index, start, verb, lambda n: subject_chunk(page, n)) if not joined else None
    return topic and (beside_instead(page, index, topic, verb) or topic)


def _led_by_and(page: Page, particle: Chunk) -> bool:
    """ "ولم تقصف تركيا", "وقد": a particle with "و" joins the verb behind it; "ولا" may stand before a noun."""
    return page.word(particle).conjunction == "و" and page.word(particle).stem_key in ("لم", "قد")


def _standing_behind(page: Page, index: int, right: int, verb: Features, depth: int) -> Subject:
    """The phrase behind the verb, unless it is the object: then whoever stands behind that, or went on."""
    word = page.word(page.chunks[index])
    if (
        word.enclitic
        and page.word(page.chunks[right]).stem_key in LOSSES_OF
        and any(key(a.lemma) == INFLICTS for a in word.analyses)
    ):
        return went_on(page, index, verb, _asker(page, depth))  # "صد الهجوم وكبدهم خسائر"
    led = index > page.sentence_first[index] and page.chunks[index - 1].kind == "when"  # "فيما اعتقل 15 خياطا"
    if (page.chunks[index].joined or led) and counts(page, right) and not counts_victims(page, index, verb):
        counted = went_on(page, index, verb, _asker(page, depth))
        if counted.chunk is not None:
            return counted
    if talked_of(page, index, right):
        return went_on(page, index, verb, _asker(page, depth))  # "وبحث معه الأزمة"
    if inert_object(page, index, right):
        if (late := behind_place(page, index, right, verb)) is not None:
            return Subject(late, "subject_behind_object")
        earlier = went_on(page, index, verb, _asker(page, depth))
        if earlier.chunk is not None and acts(page, earlier.chunk):
            return earlier
    if lone_object(page, index, right, verb) or some_object(page, index, right):
        sent = sent_there(page, index, verb, lambda n: subject_chunk(page, n).chunk)
        driven = None if sent is None else Subject(sent, "object_of_verb_before")
        earlier = driven or went_on(page, index, verb, _asker(page, depth))
        who = earlier.chunk
        if who is not None and (acts(page, who) or speaks_up(page, index, who)):
            return earlier
    if (behind := carrier_behind(page, index, right, verb)) is not None:
        return Subject(behind, "subject_behind_object")
    aimed = "ل" in page.word(page.chunks[index]).prefixes and page.chunks[right].actor is None
    if aimed or carries(page, index, right):  # "نزل الأهالي ليدحضوا المزاعم"
        return went_on(page, index, verb, _asker(page, depth))
    if speaks(page.word(page.chunks[index])) and (title := title_behind(page, right)) is not None:
        return Subject(title, "title_of_subject")
    late = late_subject(page, index, right)
    return Subject(right, "verb_then_subject") if late is None else Subject(late, "subject_behind_object")


def _after_pronoun_link(page: Page, index: int, link: int, start: int, verb: Features, depth: int) -> Subject | None:
    """ "ذكرت الوزارة أنها كثفت حملة": the pronoun on "أن" is the subject, most often that of the verb of saying."""
    chunk = page.chunks[link]
    pronoun = page.word(chunk).enclitic
    if chunk.kind != "that" or pronoun not in ("ه", "ها", "هم", "هما", "هن"):
        return None
    lent = lender_of(page, link, start)
    if (accused := accused_before(page, lent, link, verb, lambda n: subject_chunk(page, n).chunk)) is not None:
        return Subject(accused, "accused_of")
    said = inherited(page, lent, verb, _asker(page, depth), "subject_of_governing_verb") if lent is not None else None
    if pronoun == "ه" and (
        verb.gender != "m" or not resumes_speaker(page, index, said.chunk if said is not None else None)
    ):
        return None
    if said is None and lent is not None and pronoun == "ها":
        before = subject_before_border(page, index, verb, lambda n: subject_chunk(page, n, depth + 1).chunk, lent)
        return Subject(before, "subject_of_sentence_before") if before is not None else None
    if said is None and lent is None and pronoun == "هم":
        earlier = went_on(page, index, verb, _asker(page, depth + 1))
        if earlier.chunk is not None and number_of(page.chunks[earlier.chunk], page) != "s":
            return earlier
        many = nearest_plural(page, link)  # "القبض على عشرة، مدعيا أنهم تلقوا تدريبات"
        return many if many.chunk is not None else None
    if said is None or said.chunk is None or pronoun in ("ه", "ها"):
        return said
    return said if number_of(page.chunks[said.chunk], page) != "s" else nearest_plural(page, link)


def _in_relative(page: Page, index: int, relative: int, verb: Features, depth: int) -> Subject:
    """In "القرية التي قصفتها القوات" what follows is the subject; in "القوات التي قصفت القرية" the head is."""
    head, one = head_of_relative(page, relative), verb.number == "s"
    people = one and page.word(page.chunks[relative]).stem_key == "الذين"  # "الذين ألقت الشرطة القبض عليهم"
    if (
        people
        or page.word(page.chunks[index]).enclitic
        or has_resumption(page, index)
        or resumed_later(page, index)
        or takes_no_object(page, index)
        or head is None
        or not may_precede(verb, page.chunks[head], page)
    ) and (right := after(page, index, verb)) is not None:
        return Subject(right, "subject_in_relative_clause")
    resumed = page.word(page.chunks[index]).enclitic in ("هم", "هن") and verb.number == "p"
    plural = page.word(page.chunks[relative]).stem_key == "الذين"
    if plural and verb.number == "p" and head == relative - 1 and _their_own(page, head):
        return Subject(head, "head_of_relative_clause")  # "بزملائهم الذين انشقوا"
    if plural and verb.number == "s" and page.word(page.chunks[index]).enclitic:
        return went_on(page, relative, verb, _asker(page, depth + 1))  # "أفرجت الحركة عن الجنود الذين أسرتهم"
    if head is not None and not resumed and may_precede(verb, page.chunks[head], page):
        return Subject(first_of_many(page, relative, head), "head_of_relative_clause")
    if resumed:
        many = nearest_plural(page, relative)  # "الرهائن الذين يحتجزونهم"
        return NONE if many.chunk == head else many
    return went_on(page, relative, verb, _asker(page, depth + 1)) if verb.number == "p" else NONE


def _their_own(page: Page, index: int) -> bool:
    """ "زملائهم", "رفاقه": people who are only said to be someone's."""
    chunk = page.chunks[index]
    alone = chunk.actor is None and chunk.owner is None and chunk.last == chunk.head + 1
    return alone and bool(page.word(chunk).enclitic)


def _is_masdar_there(page: Page, link: int, lender: int | None, verb: Features) -> bool:
    """ "أكد على أن استهدف المصلين جريمة": behind the "that" of a verb of saying stands a noun, misprinted, no verb."""
    that = page.chunks[link]
    said = that.kind == "that" and that.prep in ("", "علي", "ب") and not page.word(that).enclitic
    return said and verb.tense == "past" and (lender is None or speaks(page.word(page.chunks[lender])))


def _topic_between(page: Page, lender: int, before: int, verb: Features) -> int | None:
    """The topic of the nearest clause behind "that" between a verb that lends its subject and another link."""
    for position in range(before - 1, lender, -1):
        if page.chunks[position].kind != "that":
            continue
        if (topic := topic_behind(page, position, before, verb)) is not None:
            return topic
    return None


def _asker(page: Page, depth: int) -> Ask:
    return lambda n: subject_chunk(page, n, depth + 1)
