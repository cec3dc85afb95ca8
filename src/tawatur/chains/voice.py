"""One who speaks, and the shape of the noun phrases that name him."""

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.chains.lexicon import leading
from tawatur.model.span import Span

PREPOSITIONS = frozenset(
    key(w)
    for line in (
        "من إلى عن على في مع بين بعد قبل عند لدى حتى منذ خلال حول ضد",
        "نحو فوق تحت أمام وراء خلف عبر دون إثر جراء بسبب رغم أثناء عقب",
    )
    for w in line.split()
)
PEOPLE = frozenset({"person", "office", "source", "organisation", "political", "media"})
ANSWERABLE = frozenset({key("مسؤولية"), key("مسئولية")})
LONGEST = 7  # words of a source that no phrase names


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks: entity and words, with what agreement needs. Words `first` to `last` exclusive."""

    entity: str
    span: Span
    first: int
    last: int
    klass: str = ""
    gender: str = ""
    number: str = ""
    anonymous: bool = False


def phrase_end(words: tuple[Word, ...], index: int, stop: int) -> int:
    """The word behind a noun phrase without a name: head, adjectives, genitives."""
    last = index + 1
    while last < min(stop, index + LONGEST):
        word = words[last]
        if (
            not noun_like(word)
            or (word.preposition and word.pos != "name")
            or word.conjunction
            or word.stem_key in PREPOSITIONS
        ):
            break
        if word.key in leading() or circumstance(word) or (word.enclitic and word.stem_key in ANSWERABLE):
            break  # "قال صالح بحسب موقع كذا إن", "قال المتحدث مهددا", "أعلنت مجموعة مسلحة مسؤوليتها عن"
        if (words[last - 1].definite and not word.definite and last > index + 1) or (
            word.pos == "noun" and finite_only(word)
        ):
            break
        last += 1
    return last


def finite_only(word: Word) -> bool:
    """Whether the lexicon knows a word as a finite verb only ("تحدث" behind "تقارير")."""
    return (
        bool(word.analyses)
        and any(a.pos == "verb" and not a.derived for a in word.analyses)
        and not word.definite
        and all(a.derived != "active" for a in word.analyses)
        and not any(a.pos == "noun" and not a.derived for a in word.analyses)
    )


def circumstance(word: Word) -> bool:
    """Whether a word tells how somebody speaks ("مهددا", "قائلا"): an active participle in the accusative."""
    bare = not (word.definite or word.enclitic or word.preposition or word.conjunction)
    return bare and word.text.rstrip("ً").endswith("ا") and any(a.derived == "active" for a in word.analyses)


def is_deed(word: Word) -> bool:
    """Whether a word is an indefinite verbal noun, and no woman's office ("مساعدة الرئيس")."""
    masdar = any(a.derived == "masdar" for a in word.analyses)
    return masdar and not word.definite and word.stem_key != "مساعده"


def noun_like(word: Word) -> bool:
    """Whether a word may belong to a noun phrase."""
    return word.kind == "word" and word.pos in ("noun", "adjective", "name", "other", "number")
