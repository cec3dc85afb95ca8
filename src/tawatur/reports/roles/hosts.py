"""Who took part in a meeting or fight that opens a sentence, or speaks of his meeting: whom the clause is about."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb, tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import says_only, speaks_on
from tawatur.reports.grammar.groups import actors_of, coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import deeds_of, key, suffered
from tawatur.reports.roles.record import Roles

WHEN = frozenset({"في", "خلال", "اثناء", "عقب", "بعد", "اثر", "قبل", "قبيل", "غداه"})
PEOPLE = frozenset({"person", "office", "political", "state", "armed", "organisation"})
SPEAKERS = frozenset({"person", "office", "political", "armed", "state", "weapon"})
VISIT = "زياره"
WELCOME = "استقبال"
GOES_WITH = frozenset({"رافق", "صاحب", "اصطحب", "استقبل"})
ARRIVES = "وصل"
TALKS = "تحدث"
COMES = frozenset({"verb:verb_then_subject", "verb:topic_opens_clause", "verb:topic_past_asides"})
AHEAD = 9  # chunks behind the meeting within which the main verb stands


def met_by(page: Page, index: int, slots: Slots) -> list[ActorPhrase]:
    """ "وفي اتصال مع نظيره الروسي، شدد الوزير التركي على": he phoned; of "في لقاء تناول الأزمة" no one is known.

    "وأضاف خلال زيارة إلى بغداد": whoever spoke before.
    """
    before = page.chunks[page.sentence_first[index] : index]
    opens = all(c.kind in ("particle", "time", "mark") for c in before)
    if page.chunks[index].prep not in WHEN or not (slots.get("مع") or _travels(page, index, slots)):
        return []
    if len(before) == 1 and is_finite(before[0]) and says_only(page.word(before[0])):
        verb = features(page.word(before[0]))
        spoke = speaks_on(page, before[0].index, verb, lambda n: subject_chunk(page, n).chunk)
        return [a for a in actors_of(page, spoke) if a.klass in PEOPLE] if spoke is not None else []
    if not opens:
        return []
    for position in range(index + 1, min(index + AHEAD, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when"):
            return []
        if is_finite(chunk):
            subject = subject_chunk(page, position).chunk
            if subject is None or subject < position:
                return []
            return [a for a in actors_of(page, subject) if a.klass in PEOPLE]
    return []


def fought_by(page: Page, index: int, slots: Slots) -> list[ActorPhrase]:
    """ "وبعد اشتباكات مع الحوثيين، سيطرت المقاومة على": whoever the clause behind a fight is about fought it."""
    opens = all(c.kind in ("particle", "time", "mark") for c in page.chunks[page.sentence_first[index] : index])
    if not opens or page.chunks[index].prep not in WHEN or not (slots.get("مع") or slots.get("ضد")):
        return []
    stop = min(index + AHEAD, page.sentence_last[index])
    comma = next((n for n in range(index + 1, stop) if page.chunks[n].text in closed().commas), index)
    for position in range(comma + 1, min(comma + 3, page.sentence_last[index])):
        if is_finite(page.chunks[position]):
            subject = subject_chunk(page, position).chunk
            word = page.word(page.chunks[position])
            if subject is None or subject < position or suffered(word) or says_only(word):
                return []
            return [a for a in actors_of(page, subject) if a.klass in ("armed", "state")]
    return []


def _travels(page: Page, index: int, slots: Slots) -> bool:
    """ "وخلال زيارة إلى باكو، قال الرئيس": a visit of no one by name to a place behind "to"."""
    chunk = page.chunks[index]
    if page.word(chunk).stem_key != VISIT or chunk.owner is not None or not (slots.get("الي") or slots.get("ل")):
        return False
    behind = page.text.words[chunk.head + 1 : chunk.last]
    return all(w.stem.endswith("ة") for w in behind)  # "زيارة رسمية", not "زيارة كارتر"


def welcomers(page: Page, index: int) -> list[Chunk]:
    """ "كان في استقبال الوفد لدى وصوله وزير الداخلية": the first bare phrase behind whoever is received."""
    if not welcomed(page, index) or page.word(page.chunks[index]).stem_key != WELCOME:
        return []
    for position in range(index + 1, min(index + AHEAD, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.kind in ("verb", "that", "relative"):
            return []
        if chunk.bare and not chunk.joined and chunk.actor is not None:
            return list(coordinated(page, position))
    return []


def welcomed(page: Page, index: int) -> bool:
    """ "كان في استقباله المحافظ": who stands behind the pronoun received the one whom it means."""
    chunk, left = page.chunks[index], page.chunks[index - 1] if index > page.sentence_first[index] else None
    return chunk.prep == "في" and left is not None and left.text in closed().copulas


def speaker_near(page: Page, word: Word) -> Chunk | None:
    """ "قال الوزير إن …، خلال لقائه": a pronoun on a meeting means the person who speaks or acts nearest."""
    index = page.chunk_of[word.index]
    if not word.enclitic:
        return None
    for position in range(index - 1, page.sentence_first[index] - 1, -1):
        if not is_finite(page.chunks[position]):
            continue
        subject = subject_chunk(page, position).chunk
        if (guest := _guest_of(page, position, word)) is not None:
            return guest
        actor = page.chunks[subject].actor if subject is not None else None
        meets = actor is not None and actor.klass in SPEAKERS and agrees(word.enclitic, actor)
        if subject is not None and meets:
            return page.chunks[subject]
    return None


def _guest_of(page: Page, verb: int, word: Word) -> Chunk | None:
    """ "يرافقون الوزير في زيارته", "استقبل الملك الوزير خلال زيارته": whom one goes with or receives is who visits."""
    lemmas = {key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"}
    if lemmas.isdisjoint(GOES_WITH) or not any(e.extension == "visit" for e in deeds_of(word)):
        return None
    found = (c for c in of_verb(page, verb).slots.get("object", ()) if c.index < page.chunk_of[word.index])
    return next((c for c in found if c.actor is not None and agrees(word.enclitic, c.actor)), None)


def only_titled(roles: Roles, entry: Entry) -> None:
    """ "وصل وزير الدفاع خالد العبيدي إلى أربيل" is a visit; a man without office may have come for good."""
    if key(entry.lemma) != ARRIVES or entry.extension != "visit" or entry.with_:
        return
    told = roles.rule in COMES
    roles.actors[:] = [a for a in roles.actors if told and (a.klass != "person" or a.form == "title")]


def talked_with(page: Page, verb: int, slots: Slots, entry: Entry) -> None:
    """ "تحدث الوزير مع نظيره عن القصف": with whom he talked stands before what was talked about, and behind no deed."""
    if key(entry.lemma) != TALKS or "مع" not in slots:
        return
    first = slots["مع"][0].index
    between = page.chunks[verb + 1 : first]
    if any(c.prep in ("عن", "خلال", "ل") or tells_itself(page, c) for c in between if c.actor is None):
        del slots["مع"]
