"""What a form says by itself, before its neighbours are heard: parts, candidates, readings. Kept by form."""

from functools import cache

import msgspec

from tawatur.arabic.closed.reader import ClosedWord, closed_word
from tawatur.arabic.cut.candidates import Split, restored
from tawatur.arabic.cut.reader import split
from tawatur.arabic.forms import analyses_of
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.letters import fold
from tawatur.arabic.names import is_name_word
from tawatur.arabic.numerals import is_number_word
from tawatur.arabic.shape import listed_plural
from tawatur.arabic.tag.features import may_be_verb
from tawatur.arabic.tag.reader import FormScores, form_scores
from tawatur.arabic.word import Analysis
from tawatur.knowledge.lexicon.entries import entries

MARCH = "مارس"  # the month, or "he practised"
_LONG, _IN_USE, _FAR_RARER, _NEAR = 5, 20, 25, 5  # letters; tenths of zipf


class Known(msgspec.Struct, frozen=True, gc=False):
    """A form's key, parts, lexicon readings and scores. `nominal` and `verbal` are its stem's key as either.

    `torn` marks a form that is a verb of the lexicon or else a noun, `dual` one whose verb would be a dual,
    `takes_event` a verb whose object is an event ("واصل", "شن").
    """

    key: str
    parts: Split
    closed: ClosedWord | None
    nominal: str
    verbal: str
    scores: FormScores
    readings: tuple[Analysis, ...]
    torn: bool = False
    dual: bool = False
    takes_event: bool = False
    verb_known: bool = False  # the lexicon has a verb of this form


def known_form(text: str) -> Known:
    """Everything that a light word form says by itself; analyse.py keeps it."""
    folded = fold(text)
    parts, closed = split(text, folded), closed_word(text, folded)
    written = _stem_key(parts, closed, folded)
    nominal = verbal = written
    if parts.enclitic:
        nominal, verbal = _alone(parts, written, noun=True), _alone(parts, written, noun=False)
    readings = _readings(parts, nominal, verbal)
    tags = _tags(parts, closed, written, readings)
    scores = form_scores(folded, parts.prefixes, written, parts.enclitic, readings, tags)
    verbs = [a for a in readings if a.pos == "verb" and a.person == "3"]
    if not verbs:
        return Known(folded, parts, closed, nominal, verbal, scores, readings)
    return Known(
        folded,
        parts,
        closed,
        nominal,
        verbal,
        scores,
        readings,
        verb_known=True,
        torn=len(tags) > 1 and "verb" in tags,
        dual=all(a.number == "d" for a in verbs),
        takes_event=not parts.enclitic and any(a.lemma in _event_takers() for a in verbs),
    )


def _stem_key(parts: Split, closed: ClosedWord | None, folded: str) -> str:
    """The key of a stem, which ends where the pronoun begins; that of a function word may be written otherwise."""
    if closed is not None:
        return fold(parts.stem)
    last = len(folded) - len(parts.enclitic)
    return folded[last - len(parts.stem) : last]


@cache
def _event_takers() -> frozenset[str]:
    """The light, aspect and control verbs whose object is the event."""
    kinds = ("light", "aspect", "control")
    return frozenset(e.lemma for e in entries() if e.kind in kinds and e.pos == "verb" and "object" in e.noun)


def _readings(parts: Split, nominal: str, verbal: str) -> tuple[Analysis, ...]:
    """The lexicon's readings that the clitics and the writer's hamza admit."""
    found = analyses_of(nominal)
    if not found and nominal == verbal:
        return ()
    prefixes = parts.prefixes
    article = "ال" in prefixes
    nouns = (
        []
        if "س" in prefixes
        else [
            a
            for a in found
            if a.pos != "verb"
            and _same_hamza(a.lemma, parts.stem, a.derived)
            and not (article and _construct(a, nominal))
        ]
    )
    if article or (prefixes and prefixes[-1] in ("ب", "ك")):
        return tuple(nouns)
    return tuple([a for a in analyses_of(verbal) if a.pos == "verb"] + nouns)


def _same_hamza(lemma: str, stem: str, derived: str) -> bool:
    """Whether a noun's first letter agrees with the written one: "أفراد" is no form of "إفراد"."""
    return derived in ("active", "passive") or {lemma[0], stem[0]} != {"أ", "إ"}


def _construct(reading: Analysis, form: str) -> bool:
    """Whether a form is a plural before a genitive, which takes no article: "العالمي" is no "those who know"."""
    return reading.number == "p" and form.endswith(("ي", "و"))


def tags_of(known: Known) -> tuple[str, ...]:
    """The parts of speech that a form may have, before any weight is heard."""
    return _tags(known.parts, known.closed, fold(known.parts.stem), known.readings)


def _as_accusative(written: str) -> int:
    """How common a form is as a noun's accusative: "تاجرا" is rather of "التاجر" than two who traded."""
    noun = written.removesuffix("ا")
    common = commonness("ال" + noun)
    return common if common + _NEAR >= commonness(noun) else 0


def _tags(parts: Split, closed: ClosedWord | None, written: str, readings: tuple[Analysis, ...]) -> tuple[str, ...]:
    if closed is not None:
        return (closed.pos,)
    if is_number_word(written) and not parts.enclitic:
        return ("number",)
    if "س" in parts.prefixes:
        return ("verb",)
    tags: tuple[str, ...] = ("noun", "adjective", "name")
    if not parts.prefixes and not parts.enclitic:
        tags = (*tags, "adverb")
    verbal = [a for a in readings if a.pos == "verb"]
    plain = [a for a in verbal if a.person == "3"]
    if listed_plural(written) or (readings and all(a.pos == "noun" for a in readings)):
        tags = tuple([tag for tag in tags if tag != "adjective"])
    if plain and any(a.number != "d" for a in plain):
        tags = tuple([tag for tag in tags if tag != "adverb"])  # "دعا" is no accusative
    noun_like, named = commonness("ال" + written), is_name_word(written, article=False) or written == MARCH
    if verbal and len(verbal) == len(readings) and plain and all(a.number == "d" for a in plain):
        noun_like = max(noun_like, _as_accusative(written))
    if verbal and len(verbal) == len(readings) and not noun_like and len(written) >= 4 and not named:
        return ("verb",)
    if plain and not parts.enclitic and not named:  # "قال", though "قال" is also "who hates"
        rare_noun = noun_like + _FAR_RARER <= commonness(written)
        if rare_noun and not any(a.derived in ("", "masdar") for a in readings if a.pos != "verb"):
            return ("verb",)
    if not parts.enclitic and not named and _plain_verb(written, noun_like):
        return ("verb",)
    return (*tags, "verb") if verbal or may_be_verb(parts.prefixes, written) else tags


def _plain_verb(written: str, noun_like: int) -> bool:
    """Whether the shape leaves only a verb: "يقاتلون", or "تحررت" where "التحررت" and "تحرره" are not in use."""
    if len(written) >= _LONG and written[0] == "ي" and written.endswith(("ون", "وا")):
        return True
    return (
        len(written) >= _LONG
        and written.endswith("ت")
        and not written.endswith("ات")
        and not noun_like
        and commonness(written[:-1]) >= _IN_USE
        and not commonness("ال" + written[:-1] + "ه")
    )


def _alone(parts: Split, written: str, *, noun: bool) -> str:
    """The key of the stem as it is written without its pronoun: "سيطرت" is "سيطرة", "قتلو" is "قتلوا"."""
    choices = [c for c in restored(parts.stem, written) if not (c.endswith("ه") and not noun)]
    for candidate in choices:
        if any((a.pos == "verb") != noun for a in analyses_of(candidate)):
            return candidate
    return choices[0] if noun or parts.stem.endswith("و") else written
