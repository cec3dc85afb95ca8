"""Source adverbials: "بحسب المرصد", "نقلاً عن مصادر", "كما ذكرت الوكالة", "على حد قوله"."""

from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import NamedTuple

from tawatur.arabic.word import Word
from tawatur.chains.lexicon import classes, keys, speech_verbs
from tawatur.chains.naming import named
from tawatur.chains.voice import PREPOSITIONS, Voice, is_deed
from tawatur.chains.voices import Sources

NOT_TOLD = frozenset(
    {
        "وعد",
        "شهد",
        "زاد",
        "واصل",
        "تابع",
        "مضى",
        "رد",
        "كرر",
        "جدّد",
        "ختم",
        "اختتم",
        "رفض",
        "استبعد",
        "نفى",
        "أنكر",
        "تبنى",
        "أظهر",
    }
)  # verbs that no source adverbial holds: "كما يعد الجسر", "كما واصل الجيش"
THEREOF = frozenset({"بذلك", "به", "بها", "عنه", "عنها", "ذلك"})
TAIL = 3  # words between the verb of "كما ذكرت" and its subject


class Adverbial(NamedTuple):
    """Words `first` to `last` exclusive that name a source; `doubts` where the speaker calls it a mere claim."""

    first: int
    last: int
    voices: tuple[Voice, ...]
    inner: bool  # "نقلاً عن" names the source of whoever speaks; "بحسب" may name the medium around the speaker
    doubts: bool
    rule: str


class Lead(NamedTuple):
    """The words that open an adverbial."""

    words: tuple[str, ...]
    verb: bool


@cache
def leads() -> dict[str, tuple[Lead, ...]]:
    """Adverbial leads by the key of their first word, longest first."""
    found: dict[str, list[Lead]] = {}
    for name, verb in (("before_source", False), ("before_verb", True)):
        for words in classes()[name]:
            found.setdefault(words[0], []).append(Lead(words, verb))
    return {k: tuple(sorted(v, key=lambda lead: (-len(lead.words), lead.verb))) for k, v in found.items()}


@cache
def _openings() -> dict[str, tuple[Lead, ...]]:
    """The same by every key that a first word may have, with "و" or "ف" before it too."""
    return {lead + key: found for lead in ("و", "ف", "") for key, found in leads().items()}


def read_adverbials(sources: Sources, first: int, last: int) -> Iterator[Adverbial]:
    """The source adverbials of a sentence, left to right."""
    told, table, past = sources.text.keys, _openings(), first
    for position in compress(range(first, last), map(table.__contains__, told[first:last])):
        if position < past:
            continue
        found = _at(sources, position, last, table[told[position]])
        if found is not None:
            yield found
            past = found.last


def _at(sources: Sources, index: int, stop: int, found_leads: tuple[Lead, ...]) -> Adverbial | None:
    for lead in found_leads:
        after = _match(sources.words, index, lead.words, stop)
        if after is None:
            continue
        found = _verbal(sources, index, after, stop) if lead.verb else _nominal(sources, index, after, stop, lead)
        if found is not None:
            return found
    return None


def _match(words: tuple[Word, ...], index: int, lead: tuple[str, ...], stop: int) -> int | None:
    """The word after a lead, or None; a last "ل" is the preposition on the next word."""
    for offset, part in enumerate(lead[1:], start=1):
        at = index + offset
        if at >= stop:
            return None
        if part == "ل" and offset == len(lead) - 1:
            return at if words[at].preposition == "ل" else at + 1 if words[at].key == "ل" else None
        if words[at].key != part:
            return None
    return index + len(lead)


def _nominal(sources: Sources, index: int, after: int, stop: int, lead: Lead) -> Adverbial | None:
    if after >= stop:
        return None
    while after < stop - 1 and sources.words[after].text in ('"', "«", "“", "”", "("):
        after += 1
    word = sources.words[after]
    if word.key in keys("doubting_sources"):
        return Adverbial(index, after + 1, (), True, True, "mere_claim")
    inner = lead.words[0] == "نقلا" or lead.words[-1] == "لسان"
    if word.key in ("ما",):
        return None
    voices = sources.group_at(after, stop)
    if not voices:
        return None
    if lead.words[-1] in ("تعبير", "ذكر", "زعم", "وصف", "قول") and not voices:
        return None
    voices = named(sources, voices, stop)
    return Adverbial(index, voices[-1].last, voices, inner, "زعم" in lead.words, "source_adverbial")


def _verbal(sources: Sources, index: int, after: int, stop: int) -> Adverbial | None:
    """ "كما ذكرت الوكالة": a speech verb and its subject, without a complement of its own."""
    words = sources.words
    spoken = (
        [v for v, participle in speech_verbs(words[after]) if not participle and not v.participle_only]
        if after < stop
        else []
    )
    if not spoken or any(v.lemma in NOT_TOLD for v in spoken) or words[after].stem_key in keys("impersonal"):
        return None
    relays = any(v.relays for v in spoken)
    if relays and (found := _relayed(sources, index, after + 1, stop, ())) is not None:
        return found  # "كما نقل عن المرصد"
    for j in range(after + 1, min(stop, after + 1 + TAIL)):
        if words[j].key in THEREOF:
            continue  # "كما أفاد بذلك ناشطون"
        if words[j].stem_key == "ان":
            return None  # "كما أوضحت أن جنديا …": a clause of its own
        if words[j].preposition or (words[j].stem_key in PREPOSITIONS and not words[j].enclitic):
            return None
        voices = sources.group_at(j, stop)
        if not voices and j == after + 1 and (unnamed := sources.unnamed_at(j, stop)) is not None:
            voices = (unnamed,)
        if voices:
            end = voices[-1].last
            if relays and (found := _relayed(sources, index, end, stop, voices)) is not None:
                return found
            if _turns_to_that(words, end, stop) or (words[index].stem_key == "كما" and _has_object(sources, end, stop)):
                return None
            return Adverbial(index, end, voices, False, False, "speech_adverbial")
        if is_deed(words[j]) or (words[j].kind == "punctuation" and words[j].text not in ('"', "«", "“")):
            return None  # "كما أكد سقوط بعض القتلى": an object
    return None


def _relayed(sources: Sources, index: int, off: int, stop: int, relay: tuple[Voice, ...]) -> Adverbial | None:
    """ "كما نقلت الوكالة عن مصادر": the source behind "عن" is the innermost voice."""
    if off + 1 >= stop or sources.words[off].stem_key != "عن" or sources.words[off].enclitic:
        return None
    origin = sources.group_at(off + 1, stop)
    if not origin or _turns_to_that(sources.words, origin[-1].last, stop):
        return None
    return Adverbial(index, origin[-1].last, (*relay, *origin), False, False, "relayed_adverbial")


def _has_object(sources: Sources, end: int, stop: int) -> bool:
    """ "كما جددت القوات قصفها", "كما أعلن مصدر أمس عن مقتل": what is said follows, so it is a clause of its own."""
    words = sources.words
    while end < stop and (words[end].kind == "punctuation" or end in sources.times or words[end].pos == "adverb"):
        if words[end].text in (".", "؛") or (words[end].text in ("،", ",") and words[end + 1 : end + 2] == ()):
            return False
        end = sources.times.get(end, end + 1)
    if end >= stop:
        return False
    word = words[end]
    if word.stem_key == "عن" and not word.enclitic:
        return True
    return word.pos in ("noun", "adjective") and not word.preposition and not word.conjunction and word.kind == "word"


def _turns_to_that(words: tuple[Word, ...], end: int, stop: int) -> bool:
    """ "كما أعلنت الوكالة أمس أن", "كما أشارت إلى أن": a clause of its own, no adverbial."""
    for word in words[end : min(stop, end + 6)]:
        if word.kind == "punctuation" or word.conjunction:
            return False
        if word.stem_key == "ان":
            return True
    return False
