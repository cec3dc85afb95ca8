"""Whom a relative clause means: the head that its pronoun agrees with, of several that are joined all or the last."""

import msgspec

from tawatur.reports.grammar.agreement import features, gender_of, may_precede, number_of, shows_oblique
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page

WHO = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "اللواتي"})
FREE = frozenset({"هو", "هي", "هم"})
FORMS = frozenset({"الذي", "التي", "الذين"})
JOINED = 12  # chunks between two relative pronouns that "و" joins


def head_of_relative(page: Page, relative: int) -> int | None:
    """The noun chunk that a relative pronoun belongs to: the nearest before it that agrees."""
    start, word = page.sentence_first[relative], page.word(page.chunks[relative])
    feminine, plural = word.stem_key in ("التي", "اللتان", "اللتين", "اللواتي"), word.stem_key == "الذين"
    for position in range(relative - 1, max(start, relative - 6) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("verb", "that", "when", "relative"):
            return _head_gone_on_from(page, relative)
        alone = chunk.last == chunk.head + 1 and page.word(chunk).stem_key in FREE
        if chunk.kind != "noun" or chunk.text == "pronoun" or alone or _of_place(page, position):
            continue  # "إيران هي التي زودت", "إيران، وهي التي": whom the free pronoun stands for
        actor = chunk.actor
        gender = gender_of(chunk, page)
        if actor is None and feminine and page.word(chunk).stem_key in closed().place_prepositions:
            continue  # "الحكومة في شمال العراق التي": the directions are masculine
        if actor is None and chunk.definite and word.stem_key in WHO and is_modifier(page, chunk):
            continue  # "قائده الميداني الذي قتل"
        if actor is not None and gender and word.stem_key not in ("من", "ما"):
            thing = number_of(chunk, page) == "p"
            people = (
                plural and thing and actor.last == actor.first + 1 and actor.klass in ("civilians", "group")
            )  # "الرهائن الذين"
            if feminine != (gender == "f") and not (feminine and thing) and not people:
                continue
            if plural and actor.number == "s":
                continue
            if word.stem_key == "الذي" and chunk.prep == "من" and shows_oblique(page.text.words[actor.head]):
                continue  # "الرقيب فلان من منسوبي الحرس، الذي": one of them is meant
        further = _head_gone_on_from(page, relative) if actor is None else None
        return position if further is None or page.chunks[further].actor is None else further
    return None


def _head_gone_on_from(page: Page, relative: int) -> int | None:
    """The head of the relative pronoun from which a joined one goes on, unless it is meant by a pronoun behind it."""
    verb = page.chunks[relative + 1] if relative + 1 < page.sentence_last[relative] else None
    if verb is None or verb.kind != "verb" or page.word(verb).enclitic:
        return None
    first = _goes_on_from(page, relative)
    return head_of_relative(page, first) if first is not None else None


def _goes_on_from(page: Page, relative: int) -> int | None:
    """ "التحالف الذي تقوده واشنطن والذي يقصف": the relative pronoun from which a joined one goes on."""
    own = page.word(page.chunks[relative])
    if not page.chunks[relative].joined or page.chunks[relative].text not in FORMS:
        return None
    for position in range(relative - 1, max(page.sentence_first[relative], relative - JOINED) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "that" or (chunk.kind == "relative" and page.word(chunk).stem_key == own.stem_key):
            return position if chunk.kind == "relative" else None
    return None


def _of_place(page: Page, index: int) -> bool:
    """ "مدينة بيجي الاستراتيجية التي": an adjective cut off from the place that it describes."""
    chunk, left = page.chunks[index], page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.place is None or left.last != chunk.first or chunk.last != chunk.head + 1:
        return False
    plain = chunk.bare and not chunk.joined and chunk.actor is None and chunk.place is None and chunk.definite
    return plain and page.word(chunk).stem.endswith(("ية", "ي"))


def first_of_many(page: Page, relative: int, head: int) -> int:
    """ "التركمان والأكراد الذين": where all that are joined are people in the plural, the relative means them all."""
    first = head
    while first > page.sentence_first[head] and page.chunks[first].joined and _many(page, first - 1):
        first -= 1
    told = page.word(page.chunks[relative]).stem_key == "الذين" and _many(page, head) and not page.chunks[first].joined
    return first if told and page.chunks[first].prep == page.chunks[head].prep else head


def named_at_end(page: Page, verb: int) -> Chunk | None:
    """ "متشددون موالون لتنظيم الدولة الذي سيطر": the name at the end of a phrase that a singular relative means."""
    relative = verb - 1
    if relative <= page.sentence_first[verb] or page.word(page.chunks[relative]).stem_key not in ("الذي", "التي"):
        return None
    left, form = page.chunks[relative - 1], page.word(page.chunks[verb])
    if left.kind != "noun" or left.last != page.chunks[relative].first or form.enclitic:
        return None
    inner = [
        a
        for n in range(left.first + 1, left.last)
        for a in page.actors_at.get(n, ())
        if a.last == left.last and not a.adjective
    ]
    for actor in inner:
        chunk = msgspec.structs.replace(left, actor=actor, owner=None, place=None, prep="")
        one = actor.number == "s" or actor.gender == "f"  # "المتحدث باسم القوات التي تقاتل"
        if one and actor.klass == "armed" and may_precede(features(form), chunk, page):
            return chunk
    return None


def _many(page: Page, index: int) -> bool:
    actor = page.chunks[index].actor
    return actor is not None and actor.number == "p" and actor.gender == "m" and actor.klass in ("group", "armed")
