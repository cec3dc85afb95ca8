"""Words of measure before a number ("أكثر من مئة", "ما لا يقل عن 12 مدنيا"): they govern nothing."""

from functools import cache

from tawatur.reports.grammar.cursor import Cursor

ABOUT = frozenset({"نحو", "حوالي", "حوالى", "قرابه", "زهاء"})
MOST = 6  # words of a clause that only measures
OPENING = ABOUT | {"اكثر", "اقل", "ما", "لا", "كل", "كلا", "بين"}  # stems or whole words with which a measure begins


def measured(cursor: Cursor, i: int, end: int) -> int | None:
    """The word at which the counted phrase begins behind words of measure, or None."""
    word = cursor.words[i]
    if word.stem_key not in OPENING and word.key not in OPENING:
        return None
    if (between := _range(cursor, i, end)) is not None or (between := _each(cursor, i, end)) is not None:
        return between
    stem = word.stem_key
    if (step := _at_least(cursor, i, end)) is None:
        if stem in ("اكثر", "اقل") and i + 1 < end and cursor.words[i + 1].key == "من":
            step = 2
        elif stem in ABOUT:
            step = 1
        else:
            return None
    after = i + step
    actor = cursor.starts.actors.get(after)
    counted = after < end and (
        cursor.words[after].kind == "number"
        or cursor.words[after].pos == "number"
        or (actor is not None and actor.quantity is not None)
    )
    return after if counted else None


def _at_least(cursor: Cursor, i: int, end: int) -> int | None:
    """ "قتل ما لا يقل عن 12 مدنيا": clauses that only measure, as wide as their words."""
    if cursor.words[i].stem_key not in ("ما", "لا"):
        return None
    stems = [word.stem_key for word in cursor.words[i : min(end - 1, i + MOST)]]
    for parts in _at_least_parts(cursor.known.at_least):
        if stems[: len(parts)] == parts:
            return len(parts)
    return None


@cache
def _at_least_parts(phrases: frozenset[str]) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in phrases)


def _each(cursor: Cursor, i: int, end: int) -> int | None:
    """ "كل من روسيا وإيران", "كلا من الوزير ونظيره": those named behind stand in the clause themselves."""
    if cursor.words[i].stem_key not in ("كل", "كلا") or i + 2 >= end or cursor.words[i + 1].key != "من":
        return None
    if i + 2 not in cursor.starts.actors and i + 2 not in cursor.starts.places and not cursor.words[i + 2].definite:
        return None
    return None if cursor.is_verb[i + 2] else i + 2


def _range(cursor: Cursor, i: int, end: int) -> int | None:
    """ "ما بين 20 و25 شخصا", "بين 20 و25 قتيلا": the first number and its words stand before the counted phrase."""
    step = 2 if cursor.words[i].key == "ما" and i + 1 < end and cursor.words[i + 1].key == "بين" else 1
    if step == 1 and cursor.words[i].key != "بين":
        return None
    first, last = i + step, i + step + 1
    if last + 1 >= end or cursor.words[first].kind != "number":
        return None
    last += cursor.words[last].key == "و"
    actor = cursor.starts.actors.get(last)
    return last if actor is not None and actor.quantity is not None else None
