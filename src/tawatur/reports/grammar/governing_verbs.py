"""Which verb carries an event noun: the one before it, one around a clause, one whose object has it as aim."""

from tawatur.reports.grammar.accusations import accuses_here, blamed_for
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import of_verb, tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.governor import Governor, accompanies, counts, not_its_own, stands_in
from tawatur.reports.grammar.groups import actors_of, targets_of
from tawatur.reports.grammar.means import of_accusation
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.purposes import is_aim, is_used
from tawatur.reports.grammar.resuming import sated_relative
from tawatur.reports.grammar.since import counts_from
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.uncarried import with_whose_help
from tawatur.reports.lexicon.senses import deeds_of, lights_of

SENT = frozenset({"armed", "weapon", "group"})
REACH = 7  # chunks between a light verb and its noun


def aim_of_carried(page: Page, verb: int, index: int) -> Governor | None:
    """ "سارعت أنقرة إلى حشد قواتها لضرب المسلحين", "قررت الحكومة إرسال قوات لقتالهم": who does what has the aim."""
    chunk, carried = page.chunks[index], page.chunks[index - 1]
    if (
        chunk.prep != "ل"
        or not is_aim(page, verb, chunk)
        or not tells_itself(page, carried)
        or accompanies(page, carried)
    ):
        return None
    outer = verb_over(page, verb, carried.index)
    if outer is None or outer.entry is None or outer.entry.kind == "light" or outer.role != "actor" or not outer.actors:
        return None
    owner = carried.owner
    gives = any(e.type in ("AID", "MOBILIZE") for e in deeds_of(page.word(carried)))
    if gives and owner is not None and owner.klass in SENT and not page.text.words[owner.last - 1].enclitic:
        return outer._replace(entry=None, actors=(owner,), rule="aim_of_sent", noun=chunk.head, slots={})
    hits = any(e.type in ("ASSAULT", "COERCE") for e in deeds_of(page.word(carried)))
    if not hits and carried.last > carried.head + 1 and not page.text.words[carried.last - 1].enclitic:
        return None  # "تشكيل لجنة لمحاربة الفساد"
    return outer._replace(entry=None, rule="aim_of_subject", noun=chunk.head, slots={})


def around_relative(page: Page, verb: int, index: int) -> Governor | None:
    """ "تعرضت القاعدة التي تضم جنودا لقصف", "قام التحالف الذي تقوده فرنسا بدعم": the light verb before the clause."""
    relative, start, chunk = verb - 1, page.sentence_first[verb], page.chunks[index]
    if relative <= start or page.chunks[relative].kind != "relative" or not chunk.prep:
        return None
    sated = sated_relative(page, verb) and page.chunks[relative].text.startswith("ال")
    if chunk.prep != "ل" and (not sated or (chunk.prep == "في" and is_used(page, verb, chunk))):
        return None
    for position in range(relative - 1, max(start - 1, relative - REACH), -1):
        if is_finite(page.chunks[position]):
            found = verb_over(page, position, index)
            return found if found is None or chunk.prep == "ل" or (found.role == "actor" and found.actors) else None
        if page.chunks[position].kind not in ("noun", "time", "particle"):
            return None
    return None


def _slot(page: Page, verb: int, index: int) -> str:
    chunk = page.chunks[index]
    while chunk.joined and not chunk.prep and chunk.index > verb + 1 and page.chunks[chunk.index - 1].kind == "noun":
        chunk = page.chunks[chunk.index - 1]  # "من التقدم ودحر": joined nouns stand in one slot
    if chunk.prep == "من" and counts_from(page, verb, chunk.index):
        return ""
    if chunk.prep == "من" and chunk.index - 1 > verb and counts(page, page.chunks[chunk.index - 1]):
        chunk = page.chunks[chunk.index - 1]  # "سلسلة من الغارات" stands where its quantity does
    if chunk.prep:
        return chunk.prep
    index = chunk.index
    return "subject" if subject_chunk(page, verb).chunk == index else "object"


def verb_over(page: Page, verb: int, index: int) -> Governor | None:
    if not is_finite(page.chunks[verb]):
        return None
    slot = _slot(page, verb, index)
    if slot == "object" and page.word(page.chunks[verb]).enclitic:
        return None  # "الذي تقوده": its object is the pronoun
    if blamed_for(page, verb, index):
        return of_accusation(page, verb, index)._replace(rule="blamed_for")
    if slot == "ب" and accuses_here(page, verb, index):
        return of_accusation(page, verb, index)
    if slot == "ب" and with_whose_help(page, verb, index):
        return None
    for entry, shape in lights_of(page.word(page.chunks[verb]), as_verb=True):
        if shape != "verb" or not stands_in(entry, slot) or not_its_own(page, entry, index):
            continue
        if slot == "subject":
            return Governor(
                entry,
                page.chunks[verb].head,
                "none",
                (),
                None,
                of_verb(page, verb).slots,
                "event_verb",
                page.chunks[index].head,
            )
        subject = subject_chunk(page, verb)
        borne = entry.subject == "recipient"
        chosen = targets_of if borne else actors_of
        actors = chosen(page, subject.chunk) if subject.chunk is not None else ()
        if (classes := entry.admits.get("actor")) is not None:
            actors = tuple(a for a in actors if a.klass in classes)
        if not actors and subject.chunk is not None and subject.rule.startswith("head_of"):
            actors = tuple(a for a in (page.chunks[subject.chunk].owner,) if a is not None)
        passive = features(page.word(page.chunks[verb])).passive
        return Governor(
            entry,
            page.chunks[verb].head,
            "none" if passive else entry.subject or "actor",
            actors,
            subject.chunk,
            of_verb(page, verb).slots,
            f"{entry.kind}_verb:{subject.rule}",
            page.chunks[index].head,
        )
    return None
