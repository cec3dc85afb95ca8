"""The speaker behind a speech verb: the first bare source, adverbs, times and asides stepped over."""

from typing import NamedTuple

import msgspec

from tawatur.arabic.word import Word
from tawatur.chains.agreement import agrees_behind
from tawatur.chains.leading_subjects import MARKS
from tawatur.chains.lexicon import speech_verbs
from tawatur.chains.naming import named
from tawatur.chains.openers import COMMAS
from tawatur.chains.voice import PREPOSITIONS, Voice
from tawatur.chains.voices import GOVERNOR, Sources
from tawatur.model.phrases import ActorPhrase
from tawatur.model.span import Span

EACH = "كل"
BETWEEN = frozenset({"ايضا", "قد", "لقد", "بدوره", "بدورها", "امس", "اليوم", "كذلك", "ذلك", "مجددا", "سابقا", "لاحقا"})
COUNTERPART = frozenset({"نظير", "زميل"})
SAYS = "قال"
PRESS = frozenset({"صحفي", "صحافي"})  # of a statement, and no man of the press
ASIDE = 7  # words of an aside between commas


class Speaker(NamedTuple):
    """The voices of a speech verb, the word behind the subject, and how they were found."""

    voices: tuple[Voice, ...]
    after: int
    rule: str


def past_initial(sources: Sources, index: int) -> int:
    """The word behind the letter and stop that shorten a title ("د. فلان", "م. فلان")."""
    words = sources.words
    letter = index + 2 < len(words) and len(words[index].key) == 1 and words[index].kind == "word"
    return index + 2 if letter and words[index + 1].text == "." else index


def speaker_behind(sources: Sources, at: int, stop: int) -> Speaker | None:
    """The first bare source after the verb, adverbs and prepositional asides stepped over."""
    words, j = sources.words, at + 1
    while j < min(stop, at + 9):
        word = words[j]
        if (past := past_initial(sources, j)) > j:
            j = past
            continue
        if (past := _past_time(sources, j)) > j and sources.phrase_at(j) is None:
            j = past
            continue
        if word.key == EACH and j + 1 < stop and words[j + 1].key == "من":
            return _behind_from(sources, at, j + 2, stop)  # "كل من الوزير والسفير"
        if word.kind == "punctuation" and word.text not in ("(", ")", '"', "«", "»", "“", "”"):
            return None
        if word.stem_key == "ان":
            return None  # "أفاد بأن الوفد باق": the complement begins
        phrase = sources.phrase_at(j)
        if word.enclitic and word.stem_key in COUNTERPART and phrase is None:
            found = next((k for k in range(j + 1, min(stop, j + 4)) if sources.phrase_at(k) is not None), j + 1)
            return _behind_from(sources, at, found, stop)  # "نظيره الروسي فلان"
        if j == at + 1 and word.text == GOVERNOR:
            return None  # no "and to": see those whom no phrase names
        if j == at + 1 and phrase is not None and _said_by(sources, at, phrase):
            whole = Span(word.span.start, phrase.span.end)
            voice = msgspec.structs.replace(sources.of(phrase), span=whole)
            return Speaker((voice,), phrase.last, "subject_after_verb")
        if word.preposition or word.stem_key in PREPOSITIONS or word.key == "ل":
            j = _past_aside(sources, j, stop)
            continue
        if phrase is not None or (word.kind == "word" and word.pos not in ("pronoun", "particle", "subordinator")):
            voices = sources.group_at(j, stop)
            if voices and agrees_behind(words[at], voices[0]):
                if not any(verb.accuses for verb, _ in speech_verbs(words[at])):  # "تتهم المعارضة فلانا": an object
                    voices = named(sources, voices, stop)
                return Speaker(voices, voices[-1].last, "subject_after_verb")
            return (
                None
                if word.stem_key not in BETWEEN and word.pos != "adverb"
                else _behind_from(sources, at, j + 1, stop)
            )
        if word.pos == "subordinator":
            return None
        j += 1
    return None


def _past_time(sources: Sources, j: int) -> int:
    """The word behind a time between a verb and its subject ("أعلن أمس الأربعاء وزير …", "أعلن، الثلاثاء، قائد …")."""
    apart = sources.words[j].text in COMMAS
    behind = sources.words[j + 1] if apart and j + 1 < len(sources.words) else None
    if behind is not None and (behind.stem_key in PREPOSITIONS or behind.preposition):  # "قال، خلال مؤتمر صحفي، فلان"
        close = (k for k in range(j + 2, min(j + 2 + ASIDE, len(sources.words))) if sources.words[k].text in COMMAS)
        return next(close, j - 1) + 1
    last = sources.times.get(j + apart, j)
    return last + (apart and last < len(sources.words) and sources.words[last].text in COMMAS)


def _said_by(sources: Sources, at: int, phrase: ActorPhrase) -> bool:
    """ "قال بسام الأحمد": nobody says "by" somebody, so the letter belongs to his name."""
    said = any(verb.lemma == SAYS for verb, _ in speech_verbs(sources.words[at]))
    named = phrase.klass == "person" and phrase.form == "name"
    return said and named and sources.words[phrase.first].preposition == "ب"


def _behind_from(sources: Sources, at: int, index: int, stop: int) -> Speaker | None:
    voices = sources.group_at(index, stop) if index < stop else ()
    return (
        Speaker(voices, voices[-1].last, "subject_after_verb")
        if voices and agrees_behind(sources.words[at], voices[0])
        else None
    )


def _past_aside(sources: Sources, j: int, stop: int) -> int:
    """The word after a prepositional phrase."""
    word = sources.words[j]
    if word.enclitic and not word.preposition:
        return j + 1
    start = j if word.preposition else j + 1
    while start < stop - 1 and sources.words[start].text in MARKS | {"("}:
        start += 1  # "لـ(الأيام)"
    if j < start < stop and sources.words[start].stem_key == "ان":
        return start  # "أشار إلى أن الوفد باق": the complement, and no aside
    phrase = sources.phrase_at(start) if start < stop else None
    last = phrase.last if phrase is not None else start + 1
    while phrase is None and last < stop and _of_noun(sources.words[last], sources.words[start]):
        last += 1  # "في تصريح صحفي", "في وقت سابق"
    while last < stop and sources.words[last].conjunction == "و" and sources.words[last].pos in ("noun", "name"):
        joined = sources.phrase_at(last)
        last = joined.last if joined is not None else last + 1  # "أمام مشرعين وناشطين"
    while last < stop and sources.words[last].text in MARKS:
        last += 1
    return last


def _of_noun(word: Word, noun: Word) -> bool:
    """Whether a word is the adjective of an indefinite noun before it."""
    like = word.pos == "adjective" or word.key in PRESS
    return like and not (word.definite or noun.definite or word.conjunction or word.preposition)
