"""The speech verbs, speaking nouns and closed word classes of this room, loaded once, by lemma and by key."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, TypeVar

import msgspec

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Analysis, Word
from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml
from tawatur.model.reading import Modality, Stance

Opener = Literal["clause", "colon", "quote", "object"]
WORDS = "tawatur.chains"
T = TypeVar("T")
ALIKE = frozenset({"بين", "عبر", "عقب"})
SPOKEN = frozenset({"verb", "adjective", "noun", "name", "adverb", "other"})


class SpeechVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb that reports somebody's words: what opens its complement, and how the speaker stands to it."""

    lemma: str
    pos: Literal["verb"]
    root: tuple[str, ...]
    form: int
    vowels: str = ""
    stance: Stance = "asserts"
    modality: Modality | None = None  # what its complement is, where the clause itself only asserts
    opens: frozenset[str] = frozenset()  # clause, colon, quote, object, or the key of a preposition
    continues: bool = False  # without a subject it goes on with the speaker before ("وأضاف")
    participle_only: bool = False  # only its adverbial participle opens a scope ("داعيا إلى"): as a verb it is an act
    writes: bool = False  # makes its subject the speaker of what follows, opens nothing ("نشر")
    relays: bool = False  # "نقل عن": the source stands behind "عن"
    accuses: bool = False


class SpeakingNoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text or a person without a name that may be a source ("تقارير", "مصادر")."""

    lemma: str
    pos: Literal["noun"]
    en: str
    gender: Literal["m", "f"]
    plural: tuple[str, ...] = ()
    text: bool = False  # something written or said, not a person


@cache
def verbs() -> dict[str, tuple[SpeechVerb, ...]]:
    """Speech verbs by lemma."""
    found: dict[str, tuple[SpeechVerb, ...]] = {}
    for raw in _entries("verb"):
        verb = _convert(raw, SpeechVerb)
        verb = msgspec.structs.replace(verb, opens=frozenset(key(o) for o in verb.opens))  # "إلى" is looked up as a key
        found[verb.lemma] = (*found.get(verb.lemma, ()), verb)
    return found


@cache
def nouns() -> dict[str, tuple[SpeakingNoun, bool]]:
    """Speaking nouns by the key of every form, with whether the form is plural."""
    found: dict[str, tuple[SpeakingNoun, bool]] = {}
    for raw in _entries("noun"):
        noun = _convert(raw, SpeakingNoun)
        found[key(noun.lemma)] = (noun, False)
        for plural in noun.plural:
            found[key(plural)] = (noun, True)
            if plural.endswith("ون"):
                found[key(plural[:-2] + "ين")] = (noun, True)
    return found


def noun_of(word: Word) -> SpeakingNoun | None:
    """The speaking noun that a word is a form of, in the accusative too ("بيانا")."""
    found = nouns().get(word.stem_key)
    if found is None and word.stem_key.endswith("ا") and "ال" not in word.prefixes:
        found = nouns().get(word.stem_key[:-1])
    return found[0] if found is not None else None


@cache
def classes() -> dict[str, frozenset[tuple[str, ...]]]:
    """The closed classes of cues.yml: each entry as the keys of its words."""
    content = load_yaml(WORDS, "cues.yml")
    return {
        name: frozenset(tuple(key(w) for w in entry.split()) for entry in entries) for name, entries in content.items()
    }


@cache
def keys(name: str) -> frozenset[str]:
    """The one-word entries of a closed class."""
    return frozenset(words[0] for words in classes()[name] if len(words) == 1)


@cache
def leading() -> frozenset[str]:
    """The first words of what leads to a source ("بحسب", "وفق", "كما"), without prepositions: "علي" is a name too."""
    first = (words[0] for name in ("before_source", "before_verb") for words in classes()[name])
    return frozenset(first) - {"علي", "في"}


@lru_cache(maxsize=100_000)
def _speaks(analyses: tuple[tuple[str, str, str], ...]) -> tuple[tuple[SpeechVerb, bool], ...]:
    found: dict[tuple[str, int, bool], tuple[SpeechVerb, bool]] = {}
    for lemma, derived, verb in analyses:
        participle = derived == "active"
        if derived and not participle:
            continue
        for entry in verbs().get(verb if participle else lemma, ()):
            found[entry.lemma, entry.form, participle] = (entry, participle)
    return tuple(found.values())


@by_form
def speech_verbs(word: Word) -> tuple[tuple[SpeechVerb, bool], ...]:
    """The speech verbs that a word may be, each with whether it is a participle."""
    if not word.analyses or word.pos not in SPOKEN or "ال" in word.prefixes:
        return ()
    spoken = [
        (a.lemma, a.derived, a.verb)
        for a in word.analyses
        if a.derived == "active"
        or (a.pos == "verb" and not word.preposition and a.person not in ("1", "2") and a.tense != "imperative")
    ]
    return _speaks(tuple(spoken)) if spoken else ()


@cache
def hidden_verbs() -> dict[str, tuple[tuple[SpeechVerb, bool], ...]]:
    """Speech verbs by the key of a preposition that they look like ("بيّن", "عبّر", "عقّب")."""
    return {
        key(lemma): tuple((verb, False) for verb in found) for lemma, found in verbs().items() if key(lemma) in ALIKE
    }


@cache
def _judging() -> frozenset[str]:
    return frozenset(load_yaml(WORDS, "cues.yml")["judging"])


@by_form
def judges(word: Word) -> bool:
    """Whether a word is a finite verb of judgement ("فيما دانت الحكومة …")."""
    return word.pos == "verb" and any(a.lemma in _judging() for a in word.analyses if a.pos == "verb")


def readings(word: Word) -> tuple[Analysis, ...]:
    """The finite verb readings of a word."""
    return tuple(a for a in word.analyses if a.pos == "verb" and not a.derived)


def _entries(pos: str) -> Iterable[dict[str, object]]:
    return (e for e in load_yaml("tawatur.knowledge.lexicon", "speech.yml")["entries"] if e.get("pos") == pos)


def _convert(raw: dict[str, object], kind: type[T]) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"speech.yml: entry {raw.get('lemma')}: {error}") from error
