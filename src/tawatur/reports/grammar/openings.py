"""Which phrase opens the clause of a verb: the nearest to its left, or the topic that asides part from it."""

from collections.abc import Callable

from tawatur.reports.grammar.agreement import Features, may_precede
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.lead_ins import (
    REACH,
    before_aside,
    before_belief,
    before_included,
    before_relative,
    how,
    of_field,
)
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.neighbours import after, before_verb
from tawatur.reports.grammar.objects import acts
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.topics import Subject, across_indefinite, governed_group, judge_topic

Find = Callable[[int], Subject]
PAST_ASIDES = "topic_past_asides"
ABOVE_ALL = frozenset({"خصوصا", "خاصه", "لاسيما", "سيما", "تحديدا"})
OWN = frozenset({"topic_opens_clause", "topic_across_relative_clause", PAST_ASIDES})


def topic_of(page: Page, index: int, start: int, verb: Features, find: Find) -> Subject | None:
    """The phrase that opens the clause of the verb that is chunk `index`, or None."""
    return _past_asides(page, index, start, verb, find) or _nearest(page, index, start, verb, find)


def _past_asides(page: Page, index: int, start: int, verb: Features, find: Find) -> Subject | None:
    """ "إن الوزير، فلان، الذي وصل أمس، اتهم": the topic has its verb behind the comma that ends asides."""
    comma = before_verb(page, index, start)
    if comma is None or not _is_comma(page, comma):
        return None
    first = _waiting(page, comma, start, verb)
    if first is None:
        return None
    beside = after(page, index, verb)
    if page.chunks[first].actor is None and beside == index + 1 and acts(page, beside):
        return None  # "إن التدخل، في رأيه، حاسم، يعرب المحلل"
    taken = any(is_finite(page.chunks[n]) and _has(find(n), first) for n in range(first + 1, comma))
    return None if taken else Subject(first, PAST_ASIDES)


def _has(found: Subject, topic: int) -> bool:
    """Whether a verb between has the topic as its subject already, and is no relative of it."""
    return found.chunk == topic and found.rule in OWN


def _is_comma(page: Page, position: int) -> bool:
    return page.chunks[position].kind == "mark" and page.chunks[position].text in ("،", ",")


def _waiting(page: Page, comma: int, start: int, verb: Features) -> int | None:
    """The nearest phrase behind a "that", or at the start of the sentence, that still waits for a verb."""
    for position in range(comma - 1, max(start, comma - REACH) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "mark" and chunk.text in closed().stops:
            return None
        if chunk.kind == "that" and not page.word(chunk).enclitic and _is_topic(page, position + 1, comma, verb):
            return position + 1  # "أنها" within an aside is stepped over
    opens = comma - REACH <= start and _aside_begins(page, start, comma)
    return start if opens and _is_topic(page, start, comma, verb) else None


def _aside_begins(page: Page, first: int, comma: int) -> bool:
    """Whether the sentence begins with who acts and an aside behind it ("الجيش، الذي …،", "الجيش، المدعوم من …،")."""
    if first + 2 >= comma or not _is_comma(page, first + 1) or not acts(page, first):
        return False
    behind = page.chunks[first + 2]
    above_all = behind.kind == "particle" and behind.text in ABOVE_ALL  # "الدول الغربية، خصوصا أميركا،"
    return behind.kind == "relative" or is_modifier(page, behind) or bool(behind.prep) or above_all


def _is_topic(page: Page, first: int, comma: int, verb: Features) -> bool:
    """Whether a phrase may wait for a verb: bare, of its gender and number, an aside or a relative clause behind it."""
    topic = page.chunks[first]
    if not topic.bare or topic.joined or not (topic.definite or topic.actor is not None):
        return False
    behind = first + 1
    while behind < comma and page.chunks[behind].kind in ("noun", "time", "particle"):
        behind += 1
    parted = behind < comma and (_is_comma(page, behind) or page.chunks[behind].kind == "relative")
    return parted and may_precede(verb, topic, page)


def _nearest(page: Page, index: int, start: int, verb: Features, find: Find) -> Subject | None:
    """The phrase that opens the clause, with its relative clauses stepped over ("الجيش، الذي …، قصف")."""
    position, crossed = index - 1, False
    while position >= max(start, index - REACH):
        chunk = page.chunks[position]
        if chunk.kind in ("particle", "time") or (chunk.kind == "noun" and chunk.prep) or of_field(page, chunk):
            position -= 1
            continue
        if chunk.kind == "mark" and chunk.text in closed().commas:
            jump = before_aside(page, position, start)
            jump = before_relative(page, position, start) if jump is None else jump
            crossed = True
            position = jump if jump is not None else position - 1
            continue
        if chunk.kind == "verb":
            if chunk.text in closed().copulas and position == before_verb(page, index, start):
                position -= 1  # "إيران كانت تستهدف", "كان قد أعدم"
                continue
            if chunk.text in closed().copulas:
                return None
            if (far := across_indefinite(page, position, find(position), verb)) is not None:
                return far
            jump = before_relative(page, position + 1, start)
            if jump is None:
                return None
            position = jump
            continue
        if chunk.bare and chunk.joined and (lead := governed_group(page, position, start)) is not None:
            position = lead - 1  # "من الجيش والشرطة، قطعت": all of it stands behind the preposition
            continue
        if chunk.bare and position > start and page.chunks[position - 1].kind == "noun" and how(page, position):
            position -= 1  # "القوات مدعومة بغطاء جوي استعادت مواقع"
            continue
        if chunk.bare and verb.number == "p" and (told := before_included(page, position, start)) is not None:
            if page.chunks[told].prep:
                return Subject(told, "head_of_indefinite_relative")  # "على عشرة بينهم أجنبي حاولوا"
            position = told  # "57 مدنيا بينهم 12 طفلا وست نساء قتلوا"
            continue
        if (told := _leader_told(page, position, start, find)) is not None:
            position = told
            continue
        left = _describing(page, position, start)
        if left is not None and (far := across_indefinite(page, left, find(left), verb)) is not None:
            return far  # "تعزيزات تتضمن آليات وصلت": the phrase between is the object of what describes
        if chunk.bare:
            position = before_belief(page, position, start)
            return judge_topic(page, index, position, start, verb, crossed)
        return None
    return None


def _leader_told(page: Page, position: int, start: int, find: Find) -> int | None:
    """ "من التحالف الذي تقوده السعودية": before whom a relative clause names, the phrase behind a preposition ends."""
    if position - 3 < start or page.chunks[position - 2].kind != "relative":
        return None
    within = is_finite(page.chunks[position - 1]) and find(position - 1).chunk == position
    return position - 3 if within and page.chunks[position - 3].prep else None


def _describing(page: Page, position: int, start: int) -> int | None:
    """The verb whose object a thing before the next verb may be, things that are joined to one another with it."""
    while position > start and page.chunks[position].bare and page.chunks[position].actor is None:
        if not page.chunks[position].joined:
            return position - 1 if page.chunks[position - 1].kind == "verb" else None
        position -= 1
    return None
