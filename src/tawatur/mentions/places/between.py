"""What lies between two places: "الحدود بين العراق وسوريا", "الطريق الواصل بين مدينتي تكريت وبيجي".

The phrase is a part of the first of them, as "طريق تكريت - بيجي" and "الحدود العراقية السورية" are.
"""

from tawatur.mentions.places.gazetteer import places
from tawatur.mentions.places.heads import Head, heads
from tawatur.mentions.places.hits import Hit, Words
from tawatur.mentions.places.index import Form, Match, forms, longest

QUALIFIERS = 3  # words between the road and "بين": "الطريق الدولي الرابط بين"


def border_between(words: Words, first: int, at: int, end: int, form: Form) -> Hit | None:
    """ "الحدود بين تركيا والعراق", "الحدود المشتركة بين محافظتي أبين ولحج"."""
    ends = _two(words, first, at, end)
    if ends is None:
        return None
    start, one, other, typed = ends
    if typed is None and not all(any(places()[kb].kind == "country" for kb in m.kbs) for m in (one, other)):
        return None
    return Hit(first=first, last=other.last, form=form, part="border", kbs=one.kbs, name=(start, one.last))


def road_between(words: Words, first: int, end: int, form: Form) -> Hit | None:
    """ "الطريق بين تكريت وبيجي"."""
    ends = _two(words, first, first + 1, end)
    if ends is None:
        return None
    start, one, other, _ = ends
    road = (heads().nouns[form.text.removeprefix("ال")],)
    return Hit(first=first, last=other.last, form=form, heads=road, kbs=one.kbs, name=(start, one.last))


def _two(words: Words, first: int, at: int, end: int) -> tuple[int, Match, Match, Head | None] | None:
    """The two known names behind "بين", where the first begins, and the place word before it."""
    while at < end and at - first <= QUALIFIERS and "ال" in words[at].prefixes and words[at].pos != "verb":
        at += 1
    if at + 2 >= end or words[at].key != "بين":
        return None
    start = at + 1
    typed = heads().nouns.get(words[start].key)
    start += typed is not None
    one = longest(words, start, clitics=False) if start < end else None
    if one is None or one.last >= end:
        return None
    behind = next((f for f in forms(words[one.last].key) if f.conjunction == "و" and not f.preposition), None)
    if behind is not None and behind.text in heads().nouns and one.last + 1 < end:
        other = longest(words, one.last + 1, clitics=False)
    else:
        other = longest(words, one.last)
        other = other if other is not None and other.form.conjunction == "و" and not other.form.preposition else None
    return None if other is None or other.last > end or not _sure(one, other, typed) else (start, one, other, typed)


def _sure(one: Match, other: Match, typed: Head | None) -> bool:
    """Whether both are names of places here: common words need the place word before them."""
    return typed is not None or all(any(places()[kb].alone != "head" for kb in m.kbs) for m in (one, other))
