"""What stands before a verb: whether a phrase opens its clause, is claimed by another verb, or only counts."""

import msgspec

from tawatur.reports.grammar.agreement import Features, may_precede
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.lead_ins import before_relative, leads_in, says_how
from tawatur.reports.grammar.neighbours import after
from tawatur.reports.grammar.objects import acts
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of, lights_of


class Subject(msgspec.Struct, frozen=True):
    """The chunk that is the subject of a verb (None where none is found) and the rule that found it."""

    chunk: int | None
    rule: str


def counts(page: Page, index: int) -> bool:
    """ "وقتلت أكثر من مئة": a bare quantity behind a joined verb is rather its object."""
    chunk = page.chunks[index]
    word = page.word(chunk)
    if chunk.actor is not None:
        return chunk.actor.rule == "bare_count"
    return word.stem_key in ("اكثر", "نحو", "حوالي", "قرابه", "زهاء") or word.kind == "number"


def is_aspect(page: Page, index: int) -> bool:
    chunk = page.chunks[index]
    entries = lights_of(page.word(chunk), as_verb=True) if chunk.kind == "verb" else ()
    return any(entry.kind == "aspect" for entry, _ in entries)


def begins_with(page: Page, index: int, verb: Features) -> bool:
    """ "الجيش الذي بدأ يحشد قواته": an aspect verb right before an imperfect, both of one subject."""
    return verb.tense == "present" and not page.word(page.chunks[index]).enclitic and is_aspect(page, index)


def governed_group(page: Page, position: int, start: int) -> int | None:
    """The prepositional phrase that a joined phrase continues, if one stands right before it."""
    while position > start and page.chunks[position].joined and page.chunks[position].bare:
        position -= 1
    chunk = page.chunks[position]
    return position if chunk.kind == "noun" and chunk.prep else None


def first_of_group(page: Page, position: int, start: int) -> int:
    """The first of phrases that stand in a row up to `position`: joined by "و", or explaining one another."""
    while position > start and page.chunks[position - 1].bare:
        left, chunk = page.chunks[position - 1], page.chunks[position]
        if not chunk.joined and chunk.actor is not None and not _apposed(left, chunk):
            break
        position -= 1
    return position


def _apposed(left: Chunk, right: Chunk) -> bool:
    """ "الضابط المسؤول عن …": a definite role right behind another describes it."""
    one, other = left.actor, right.actor
    if one is None or other is None or other.form not in ("role", "title") or other.quantity is not None:
        return False
    return one.definite and other.definite and one.number == other.number == "s" and left.last == right.first


def opens(page: Page, position: int, start: int) -> bool:
    """Whether a phrase opens its clause: first of the sentence, after a link, a colon, a stop or a copula."""
    before = position - 1
    while before >= start and page.chunks[before].kind in ("particle", "time"):
        before -= 1
    if before < start:
        return True
    chunk = page.chunks[before]
    if chunk.kind in ("that", "when"):
        return True
    if chunk.kind == "verb":
        return chunk.text in closed().copulas
    return chunk.kind == "mark" and (chunk.text not in closed().commas or page.chunks[position].joined)


def free(page: Page, position: int, start: int) -> bool:
    """Whether no verb on its left claims a phrase."""
    before = position - 1
    while before >= start and (page.chunks[before].kind in ("particle", "time") or page.chunks[before].kind == "noun"):
        before -= 1
    return before < start or page.chunks[before].kind != "verb"


def judge_topic(page: Page, index: int, position: int, start: int, verb: Features, crossed: bool) -> Subject | None:
    """Whether the phrase that a walk to the left of a verb has found is its subject; `crossed`: behind a comma."""
    chunk = page.chunks[position]
    if (crossed and says_how(page, chunk)) or leads_in(page, position, start):
        return None
    first = first_of_group(page, position, start)
    at_start = opens(page, first, start)
    if (
        not at_start
        and (jump := before_relative(page, position, start)) is not None
        and page.chunks[position - 1].kind != "mark"
    ):
        outer = page.chunks[jump]
        if outer.kind == "noun" and may_precede(verb, outer, page) and not outer.prep:
            return Subject(jump, "topic_across_relative_clause")
    if not may_precede(verb, chunk, page) and first == position:
        return None
    if at_start:
        return Subject(first, "topic_opens_clause")
    if crossed:
        return None
    if position == index - 1 and verb.tense == "present" and first and is_aspect(page, first - 1):
        return Subject(first, "subject_of_aspect_verb")  # "أخذت المدفعية تقصف"
    definite = chunk.definite or page.text.words[chunk.last - 1].definite  # "حبر الاتفاق"
    definite = definite or (page.chunks[first].definite and page.chunks[first].actor is not None)
    if position == index - 1 or not definite:
        return Subject(first, "phrase_before_verb") if free(page, first, start) or not definite else None
    return None


def beside_instead(page: Page, index: int, topic: Subject, verb: Features) -> Subject | None:
    """ "الهجوم الذي أوقع 32 قتيلا أمس، تبنت الحركة قتل": who stands right behind the verb."""
    beside = after(page, index, verb) if topic.rule == "phrase_before_verb" else None
    if beside == index + 1 and topic.chunk == index - 1 and _of_opening(page, index - 1):
        told = page.chunks[beside].definite and acts(page, beside)
        return Subject(beside, "verb_then_subject") if told else None
    named = page.chunks[topic.chunk].actor if topic.chunk is not None else None
    if beside != index + 1 or topic.chunk is None or topic.chunk == index - 1:
        return None
    if named is None and not page.word(page.chunks[topic.chunk]).stem.endswith("ا"):
        return None  # but "بعد تفجيره مسجدا في المدينة قام التنظيم": an accusative is no topic
    told = page.chunks[beside].definite and acts(page, beside)
    return Subject(beside, "verb_then_subject") if told else None


def _of_opening(page: Page, index: int) -> bool:
    """ "وخلال استقباله وفدا من الكونغرس شدد الملك": the object of a verbal noun in the phrase that opens a sentence."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or not left.prep or page.chunks[index].prep or left.actor is not None:
        return False
    return bool(page.text.words[left.last - 1].enclitic) and bool(deeds_of(page.text.words[left.last - 1]))


def across_indefinite(page: Page, index: int, found: Subject, verb: Features) -> Subject | None:
    """ "مقاتلات أقلعت من القاعدة أصابت أهدافا": the first verb only describes the indefinite topic, its subject."""
    if found.chunk is None or found.rule != "topic_opens_clause" or page.chunks[index].joined:
        return None
    topic = page.chunks[found.chunk]
    if topic.definite or not may_precede(verb, topic, page):
        return None
    return Subject(found.chunk, "topic_across_indefinite_relative")
