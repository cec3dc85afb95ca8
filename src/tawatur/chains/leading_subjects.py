"""The source that stands before its verb: "المرصد قال", "وكان الناطق قد أعلن", "أما الحزب فتحدث عن"."""

import msgspec

from tawatur.chains.agreement import agrees, plural
from tawatur.chains.openers import COMMAS
from tawatur.chains.voice import PEOPLE, PREPOSITIONS, Voice
from tawatur.chains.voices import Sources
from tawatur.model.phrases import ActorPhrase
from tawatur.model.span import Span

KUNYA = frozenset({"ام", "ابو"})
MARKS = frozenset({'"', "«", "»", "“", "”"})
ONE = frozenset({"office", "source", "person"})  # "بحسب مسؤول أمني أوضح أن"
WAS = frozenset({"كان", "كانت", "قد"})
NAME = 4  # words of a name


def before_verb(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """The source before the finite verb at word `at` of the sentence that begins at `first`."""
    return _before(sources, at, first) or _preceded(sources, at, first) or _of_pluperfect(sources, at, first)


def _before(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """The source that stands before its verb: "المرصد قال", "وكان الناطق، قد أعلن", "تقارير تقول"."""
    words, j = sources.words, at
    if words[at].conjunction:
        return _contrasted(sources, at, first) if words[at].conjunction == "ف" else ()
    while j > first and (
        words[j - 1].text in COMMAS
        or words[j - 1].text in ("»", '"', "”", ")", "،")
        or words[j - 1].stem_key in ("قد", "لقد", "كان", "كانت")
    ):
        j -= 1
    phrase = sources.phrase_before(j)
    if phrase is not None and phrase.klass == "media" and words[phrase.last].text == ")":
        return ()  # "طرابلس (شينخوا) قال المتحدث"
    if phrase is not None and phrase.first > first and (described := _described(sources, phrase, first)) is not None:
        return (described,) if agrees(words[at], described) else ()
    if phrase is not None and j == at and _who_say(sources, phrase, at):
        return (sources.of(phrase),)
    if phrase is None or phrase.first < first or not _free(sources, phrase.first):
        return _indefinite_before(sources, at, j, first)
    voice = sources.of(phrase)
    joined = _with_joined(sources, phrase, first) if j == at or words[j].stem_key in WAS else ()
    if joined and not plural(words[at]):
        return (*joined, voice) if agrees(words[at], joined[0]) else ()
    return (voice,) if phrase.klass != "weapon" and agrees(words[at], voice) else ()


def _with_joined(sources: Sources, phrase: ActorPhrase, first: int) -> tuple[Voice, ...]:
    """ "وكانت الوزارة وهيئة الأركان أعلنت": the office that the one right before the verb is joined to."""
    earlier = sources.phrase_before(phrase.first)
    joined = sources.words[phrase.first].conjunction == "و" and phrase.klass in ("office", "armed", "organisation")
    fits = joined and earlier is not None and earlier.klass == "office" and earlier.first >= first
    return (sources.of(earlier),) if fits and earlier is not None and _free(sources, earlier.first) else ()


def _contrasted(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """ "أما الحزب فتحدث عن …": the subject stands behind "أما"."""
    for j in range(at - 1, max(first, at - 10) - 1, -1):
        if sources.words[j].stem_key == "اما":
            voice = sources.at(j + 1, at) or sources.unnamed_at(j + 1, at)
            return (voice,) if voice is not None and agrees(sources.words[at], voice) else ()
    return ()


def _who_say(sources: Sources, phrase: ActorPhrase, at: int) -> bool:
    """ "شهادات سكان قالوا إن": indefinite people and a verb in the plural right behind them."""
    several = plural(sources.words[at]) and phrase.number == "p"
    one = phrase.number == "s" and phrase.klass in ONE and agrees(sources.words[at], sources.of(phrase))
    return (
        (several or one)
        and not phrase.definite
        and phrase.form == "role"
        and phrase.klass in PEOPLE | {"civilians", "group"}
        and any(w.stem_key in ("ان", ":") for w in sources.words[at + 1 : at + 2])
    )


def _described(sources: Sources, phrase: ActorPhrase, first: int) -> Voice | None:
    """ "أم خالد نازحة من الحديدة تقول": who opens the sentence under a name that no phrase covers."""
    before = sources.words[first : phrase.first]
    people = phrase.klass in PEOPLE | {"civilians"} and not phrase.definite
    if not people or len(before) > NAME or before[0].key not in KUNYA:
        return None
    if any(w.kind != "word" or w.prefixes or w.pos not in ("name", "noun", "other", "conjunction") for w in before):
        return None
    voice = sources.of(phrase)
    return msgspec.structs.replace(
        voice, span=Span(before[0].span.start, before[-1].span.end), first=first, last=phrase.last
    )


def _preceded(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """ "سبق للجنة أن وثقت": the one before whose "أن" the verb stands."""
    words = sources.words
    if at - 1 <= first or words[at - 1].stem_key != "ان":
        return ()
    for j in range(at - 2, max(first, at - 16) - 1, -1):
        if words[j].stem_key == "سبق" and words[j + 1].preposition == "ل":
            voice = sources.at(j + 1, at) or sources.unnamed_at(j + 1, at, governed=True)
            return (voice,) if voice is not None else ()
    return ()


def _of_pluperfect(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """ "وكانت وحدة نزع الألغام في … قد اتهمت فلانا": the subject stands behind "كان"."""
    words = sources.words
    if at - 2 <= first or words[at - 1].stem_key != "قد":
        return ()
    for j in range(at - 2, max(first, at - 20) - 1, -1):
        if words[j].kind == "punctuation" and words[j].text not in COMMAS and words[j].text not in MARKS:
            return ()
        if words[j].stem_key in ("كان", "كانت"):
            voice = sources.at(j + 1, at) or sources.unnamed_at(j + 1, at)
            return (voice,) if voice is not None and agrees(words[at], voice) else ()
    return ()


def _free(sources: Sources, index: int) -> bool:
    """Whether a phrase is governed by nothing: no preposition, no noun or verb before it."""
    word = sources.words[index]
    if word.preposition:
        return False
    at = index - 1
    while at > 0 and sources.words[at].text in MARKS:
        at -= 1  # "وفي حديثه لـ«السفير»، كشف النائب"
    if at < index - 1 and (sources.words[at].key == "ل" or sources.words[at].pos == "preposition"):
        return False
    before = sources.words[index - 1] if index else None
    if before is None or before.kind == "punctuation":
        return True
    if word.conjunction:
        return _joined(sources, index)
    return before.pos in ("subordinator", "particle", "conjunction", "relative") or before.stem_key in (
        "كان",
        "كانت",
    )


def _joined(sources: Sources, index: int) -> bool:
    """ "الوزير والمبعوث قالا": as free as the one it is joined to; "بين أنقرة والحزب" is not."""
    earlier = sources.phrase_before(index)
    if earlier is not None:
        return _free(sources, earlier.first)
    return sources.words[index - 1].pos not in ("noun", "name", "adjective")


def _indefinite_before(sources: Sources, at: int, j: int, first: int) -> tuple[Voice, ...]:
    """ "تقارير تقول", "معلومات صحفية تفيد": an indefinite speaking noun and its relative clause without particle."""
    after = sources.words[at + 1] if at + 1 < len(sources.words) else None
    if sources.words[at].enclitic or (after is not None and after.enclitic and after.pos == "preposition"):
        return ()  # "تصريح أدلى به", "بيان نشرته": what was said, not who says it
    for k in range(j - 1, max(first, j - 7) - 1, -1):
        word = sources.words[k]
        if (word.kind == "punctuation" and word.text not in MARKS) or word.pos in ("verb", "subordinator"):
            return ()
        if (
            "ال" not in word.prefixes
            and not word.enclitic
            and not word.preposition
            and (k == first or sources.words[k - 1].stem_key not in PREPOSITIONS)  # "وفي بيان، أكدت الوزارة"
            and (voice := sources.noun_at(k, j)) is not None
            and voice.klass in ("text", "source")
        ):
            return (voice,)
    return ()
