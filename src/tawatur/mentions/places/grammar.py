"""Reads, at one word, the longest phrase that may name a place: place words, directions, a name, adjectives."""

from functools import cache

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Text, Word
from tawatur.mentions.places.between import road_between
from tawatur.mentions.places.gazetteer import places
from tawatur.mentions.places.heads import TRANSPARENT, Head, heads
from tawatur.mentions.places.hits import CLOSING, Hit, Words
from tawatur.mentions.places.index import Form, longest, longest_of, splits, trie
from tawatur.mentions.places.nationality import nationalities
from tawatur.mentions.places.resuming import read_land, read_resuming
from tawatur.mentions.places.sides import one_side, part_of, sides_after
from tawatur.mentions.places.unknown import NUMBERED, area_name, goes_on, numbered, unknown_name


class Ways(msgspec.Struct, frozen=True):
    """The readings of a word with which a place phrase may open: as a place word or direction, as a known name.

    `nation` is the country of a nation's adjective, empty for other words.
    """

    place_words: tuple[Form, ...] = ()
    names: tuple[Form, ...] = ()
    nation: str = ""


NO_WAY = Ways()


def ways_of(text: Text) -> list[Ways]:
    """The ways in which a place phrase may open with each word, and its nation; of most words `NO_WAY`."""
    return answers(_ways, text.told)


@by_form
def _ways(word: Word) -> Ways:
    opening, root, nation = _opening(), trie(), nationalities().get(word.key, "")
    place_words: list[Form] = []
    names: list[Form] = []
    for conjunction, preposition, text in splits(word.key):
        if text in opening and preposition != "ك":
            place_words.append(Form(conjunction, preposition, text))
        if text in root:
            names.append(Form(conjunction, preposition, text))
    return Ways(tuple(place_words), tuple(names), nation) if place_words or names or nation else NO_WAY


def read_at(words: Words, first: int, end: int, ways: Ways) -> Hit | None:
    """The longest phrase that begins at word `first`, in one of some ways, and stays before `end`."""
    headed = None
    for form in ways.place_words:
        if headed := _headed(words, first, end, form):
            break
    match = longest_of(words, first, ways.names) if ways.names else None
    if match is None or match.last > end or (headed and headed.last > match.last):
        return headed
    if headed and headed.last == match.last and match.last == first + 1:
        return headed
    part, last = "", match.last
    if _takes_sides(words, last, first, match.form):
        part, last = sides_after(words, last, end)
    return Hit(
        first=first,
        last=last,
        form=match.form,
        kbs=match.kbs,
        name=(first, match.last),
        part=part,
        heads=_own_head(match.form.text, match.last - first),
    )


SETTLEMENTS = frozenset(("town", "village"))


@cache
def _opening() -> frozenset[str]:
    """The words that a place phrase may open with, names apart."""
    known = heads()
    return frozenset[str]().union(
        known.lands, known.nouns, known.cardinals, known.resuming, known.compounds, known.roads
    )


def _own_head(text: str, length: int) -> tuple[Head, ...]:
    """The place word that a known name of several words opens with: "سهل الغاب" needs no other."""
    head = heads().nouns.get(text) if length > 1 else None
    return (head,) if head is not None else ()


def _takes_sides(words: Words, last: int, first: int, form: Form) -> bool:
    return last < len(words) and (form.text == "ريف" or (last == first + 1 and words[last].key.endswith("يه")))


def _headed(words: Words, first: int, end: int, form: Form) -> Hit | None:
    found = heads()
    if form.text in found.lands and (land := read_land(words, first, end, form)):
        return land
    if form.text in found.resuming:
        return read_resuming(words, first, end, form)
    if form.text in found.roads:
        return road_between(words, first, end, form)
    sides: list[str] = []
    seen: list[Head] = []
    at, text = first, form.text
    while at < end:
        if seen and seen[-1].kind in SETTLEMENTS and seen[-1].found and text in found.components:
            break  # "قرية قصر البريج": the second place word opens the name
        if at > first and text in found.nouns and (name := longest(words, at, clitics=False)) and name.last > at + 1:
            break  # "ريف جسر الشغور": the second place word belongs to the name
        if text in found.compounds and at + 1 < end and (pair := found.nouns.get(f"{text} {words[at + 1].key}")):
            seen.append(pair)  # "نقطة تفتيش"
            at += 1
        elif text in found.cardinals:
            sides.append(found.cardinals[text])
        elif text in found.nouns and not (text == "وادي" and "أ" in words[at].text):  # "وأدى": and led to
            seen.append(found.nouns[text])
        elif not (sides and text[:1] == "و" and text[1:] in found.cardinals):
            break
        at += 1
        text = words[at].key if at < end else ""
    if at == first or at >= end:
        return None
    return _named(words, first, end, form, tuple(seen), at, one_side(sides))


def _names_quarter(typed: Head | None, text: str) -> bool:
    """Whether a building named with its article names a quarter or road, and resumes no building: "حي المستشفى"."""
    inner = heads().definite.get(text)
    return typed is not None and typed.kind in ("quarter", "road") and inner is not None and inner.kind == "site"


def _names_a_quarter(seen: tuple[Head, ...], kbs: tuple[str, ...]) -> bool:
    """ "حي بري": the quarter of that name behind its own word, whatever else the word means."""
    return bool(seen) and seen[-1].kind == "quarter" and any(places()[kb].kind == "quarter" for kb in kbs)


def _other_end(words: Words, last: int, end: int) -> int:
    """Where a road ends: "طريق حلب - دمشق", "طريق كركوك بغداد"."""
    at = last + (last < end and words[last].text in ("-", "–", "ـ", "/"))
    match = longest(words, at, clitics=False) if at < end else None
    if match is None or match.last > end:
        return last
    return match.last if any(places()[kb].alone != "head" for kb in match.kbs) else last


def _named(words: Words, first: int, end: int, form: Form, seen: tuple[Head, ...], at: int, side: str) -> Hit | None:
    marks = CLOSING.get(words[at].text, frozenset())
    quoted = bool(marks) and any(w.text in marks for w in words[at + 2 : min(at + 6, end)])
    if words[at].text in CLOSING and (not quoted or not seen):
        return None
    start = at + quoted
    match = longest(words, start, clitics=False)
    if match and match.last == start + 1 and words[start].key in heads().components and start + 1 < end:
        match = None if goes_on(words[start + 1]) else match  # "مسجد بني أمية": half a name
    if match and match.last == start + 1 and words[start].key in heads().not_names:
        common = all(places()[kb].alone == "head" for kb in match.kbs) and not _names_a_quarter(seen, match.kbs)
        if words[start].pos == "adjective" or common:
            match = None  # "جبهة جديدة" is new, though a town is called so; "مسجد مقر القوات"
    typed = next((h for h in reversed(seen) if h.kind not in TRANSPARENT), None)
    last, kbs = (match.last, match.kbs) if match and match.last <= end else (start, ())
    if last <= start + 1 and words[start].key in heads().resuming and not _names_quarter(typed, words[start].key):
        inner = read_resuming(words, start, end, Form("", "", words[start].key))
        return msgspec.structs.replace(inner, first=first, form=form, part=side or inner.part) if inner else None
    if not kbs:
        counted = first > 0 and words[first - 1].kind == "number"  # "13 محافظة شهدت"
        told = (
            start > 0 and words[start - 1].pos == "adjective" and words[start - 1].key.endswith("ي")
        )  # "منتج جبلي نادر"
        found = typed is not None and typed.found and not counted and not told
        last = unknown_name(words, start, end) if found else start
        last = max(last, numbered(words, start, end)) if typed is not None and typed.noun in NUMBERED else last
        last = area_name(words, start, end) if typed is not None and typed.kind == "area" and last == start else last
    if last == start:
        return None
    if words[at].text == "(" and (last >= end or words[last].text != ")"):
        return None  # "محافظة (جنوب العاصمة)" tells where it lies
    name = (start, last)
    if typed is not None and typed.noun == "طريق" and kbs:
        last = _other_end(words, last, end)
    last += quoted and last < end and words[last].text in marks
    after, last = sides_after(words, last, end) if seen else ("", last)
    while seen and last < end and words[last].key in heads().tails:
        last += 1
    part = part_of(typed, after or side)
    return Hit(first=first, last=last, form=form, heads=seen, part=part, kbs=kbs, name=name)
