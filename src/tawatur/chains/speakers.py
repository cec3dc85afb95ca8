"""Who is the speaker of one speech verb: behind it, before it, or the one who spoke last."""

from typing import NamedTuple

import msgspec

from tawatur.arabic.word import Word
from tawatur.chains.agreement import agrees, agrees_behind, plural, singular
from tawatur.chains.leading_subjects import MARKS, before_verb
from tawatur.chains.lexicon import SpeechVerb, keys, speech_verbs
from tawatur.chains.naming import named
from tawatur.chains.openers import COMMAS, Opener
from tawatur.chains.voice import PEOPLE, PREPOSITIONS, Voice, is_deed
from tawatur.chains.voices import GOVERNOR, Sources
from tawatur.model.phrases import ActorPhrase
from tawatur.model.span import Span
from tawatur.reports.grammar.subjects import subject_of

BETWEEN = frozenset({"ايضا", "قد", "لقد", "بدوره", "بدورها", "امس", "اليوم", "كذلك", "ذلك", "مجددا", "سابقا", "لاحقا"})
COUNTERPART = frozenset({"نظير", "زميل"})
OPENING = 3  # words into a sentence within which a verb without subject takes the speaker before it
INQUIRED = frozenset({"اولي", "اوليه", "تحقيق"})
DECLARES = frozenset({"أعلن", "أكد", "نفى"})  # cameras and days "record" too
EACH = "كل"
NEAR = 12  # words from a verb to what opens its complement; further on its subject stands in the nominative
WITHIN = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
SAYS = "قال"
PRESS = frozenset({"صحفي", "صحافي"})  # of a statement, and no man of the press
ASIDE = 7  # words of an aside between commas
TOPICS = frozenset({"عن", "حول", "بشان", "بخصوص", "شان", "خصوص", "ردا", "تعليقا"})
WHERE = frozenset({"حيث"})
FAR = 250  # words back at which nobody is still speaking
RECENT = 4  # voices back within which a dropped speaker is looked for


class Speaker(NamedTuple):
    """The voices of a speech verb, the word behind the subject, and how they were found."""

    voices: tuple[Voice, ...]
    after: int
    rule: str


def speaker_of(sources: Sources, at: int, verb: SpeechVerb, opener: Opener | None, first: int, stop: int) -> Speaker:
    """The speaker of the finite speech verb at word `at` of the sentence that begins at `first`."""
    before, word = before_verb(sources, at, first), sources.words[at]
    apart = at > first and sources.words[at - 1].text in COMMAS  # "بعد لقاء الوزير، أعلن الجيش": behind goes before
    if before and not apart:
        return Speaker(before, at + 1, "subject_before_verb")
    behind = _behind(sources, at, stop) if not (verb.accuses and word.enclitic) else None
    if before and (behind is None or behind.voices[0].first > at + 2):
        return Speaker(before, at + 1, "subject_before_verb")
    if behind is not None and verb.accuses and _alone(sources, behind.after, stop):
        return Speaker(dropped(sources, word) if word.conjunction else (), at + 1, "speaker_before")
    if behind is not None:
        return behind
    if (unnamed := _unnamed(sources, at, verb, opener, stop)) is not None:
        return unnamed
    if opener is not None and not verb.continues and _thing_behind(sources, at, verb, opener):
        return Speaker((), at + 1, "thing_behind_verb")
    if word.stem_key in keys("impersonal") and not verb.continues:
        return Speaker((), at + 1, "impersonal")
    spoke = sources.history[-1] if sources.history and sources.history[-1].first >= first else None
    beside = sources.words[at - 1].kind == "punctuation" if at else True
    if spoke is not None and beside and agrees(word, spoke):
        return Speaker(
            (spoke,), at + 1, "speaker_before"
        )  # "قال الوزير …، وأكد أن": not the subject of the act between
    behind_it = sources.words[at + 1] if at + 1 < len(sources.words) else None
    if spoke is None and not word.conjunction and behind_it is not None and behind_it.key in WITHIN:
        return Speaker((), at + 1, "relative")  # "تلقى الأمير اتصالا من الوزير أعرب فيه عن"
    found = _by_grammar(sources, at) if not verb.continues else ()
    if found:
        return Speaker(found, at + 1, "subject_of_clause")
    if _has_thing_before(sources, at, first):
        return Speaker((), at + 1, "thing_before_verb")
    return _who_goes_on(sources, at, verb, opener, first, spoke)


def _unnamed(sources: Sources, at: int, verb: SpeechVerb, opener: Opener | None, stop: int) -> Speaker | None:
    """The noun right behind a verb whom no list of actors knows ("قال بوسنين"), or None."""
    word = sources.words[at]
    if opener is None and verb.lemma in DECLARES and word.pos == "verb" and not word.enclitic and singular(word):
        return _with_deed(sources, at, stop)
    if opener is None or not _adjacent_noun(sources, at, opener) or not singular(word):
        return None
    if opener.kind == "noun" and word.pos != "verb":
        return None
    each = sources.words[at + 1].key == EACH and opener.at > at + 3 and sources.words[at + 2].key == "من"
    start = _past_initial(sources, at + 3 if each else at + 1)  # "أشار كل من فلان وفلان إلى أن"
    bare = sources.words[start].pos == "name" and "ب" not in verb.opens  # "قال بوسنين": no preposition
    unnamed = sources.unnamed_at(start, opener.at, whole=bare)
    if unnamed is None:
        return None
    voices = named(sources, (unnamed,), stop)
    return Speaker(voices, voices[-1].last, "unnamed_subject")


def _past_initial(sources: Sources, index: int) -> int:
    """The word behind the letter and stop that shorten a title ("د. فلان", "م. فلان")."""
    words = sources.words
    letter = index + 2 < len(words) and len(words[index].key) == 1 and words[index].kind == "word"
    return index + 2 if letter and words[index + 1].text == "." else index


def _with_deed(sources: Sources, at: int, stop: int) -> Speaker | None:
    """ "أعلن الدفاع المدني مقتل خمسة": a definite phrase that no list knows, and the verbal noun right behind it."""
    unnamed = sources.unnamed_at(at + 1, stop) if at + 1 < stop else None
    if unnamed is None or not (sources.words[unnamed.last - 1].definite or unnamed.last - 1 in sources.places):
        return None
    after = unnamed.last
    if after + 1 < stop and sources.words[after].stem_key == "في":
        after = sources.places.get(after + 1, after)
    if after >= stop or sources.words[after].prefixes or not is_deed(sources.words[after]):
        return None
    return Speaker((unnamed,), unnamed.last, "unnamed_subject")


def _who_goes_on(
    sources: Sources, at: int, verb: SpeechVerb, opener: Opener | None, first: int, spoke: Voice | None
) -> Speaker:
    """The speaker of a verb without a subject of its own: who was named there, who spoke before, or nobody."""
    word = sources.words[at]
    speaks = verb.continues or spoke is not None or at - first <= OPENING
    speaks = speaks or (opener is not None and opener.kind != "noun")
    if speaks and at > first and sources.words[at - 1].stem_key in WHERE:
        there = _named_there(sources, at, first)
        if there:
            return Speaker(there, at + 1, "subject_of_clause")
    if opener is not None and opener.kind == "noun" and not verb.continues and not (spoke and agrees(word, spoke)):
        last = sources.history[-1] if sources.history else None
        speaks = last is not None and agrees(word, last)  # "وأعلن عن مقتل": nobody, or who has just spoken
    return Speaker(dropped(sources, word) if speaks else (), at + 1, "speaker_before")


def _named_there(sources: Sources, at: int, first: int) -> tuple[Voice, ...]:
    """ "وجاء كلام فلان خلال احتفال، حيث قال إن": the person last named in the sentence."""
    for j in range(at - 1, first - 1, -1):
        phrase = sources.phrase_at(j)
        if (
            phrase is not None
            and phrase.klass in ("person", "office")
            and agrees(sources.words[at], sources.of(phrase))
        ):
            return (sources.of(phrase),)
    return ()


def _alone(sources: Sources, index: int, stop: int) -> bool:
    """ "واتهمت القوات كذلك بارتكاب": who stands alone behind a verb of accusing is the accused."""
    between = sources.words[index:stop]
    return not any(w.pos in ("noun", "name", "adjective", "other") or w.kind != "word" for w in between)


def _thing_behind(sources: Sources, at: int, verb: SpeechVerb, opener: Opener) -> bool:
    """ "ويشير تقديم النصح إلى أن", "ترجح أعمال العنف أن": a verbal noun or a thing is the subject."""
    if opener.at <= at + 1 or (opener.kind == "noun" and "object" in verb.opens):
        return False
    word = sources.words[at + 1]
    if word.stem_key in keys("things"):
        return True
    return word.pos == "noun" and not word.prefixes and is_deed(word)


def _has_thing_before(sources: Sources, at: int, first: int) -> bool:
    """ "كل الدلائل تشير إلى أن": the verb has a subject of its own, which is nobody."""
    word, before = sources.words[at], sources.words[at - 1]
    if sources.words[first].stem_key in TOPICS:
        return False  # "وعن حجم الجرائم قال": the one who is asked
    return at > first and not word.conjunction and before.definite and before.pos in ("noun", "adjective")


def _by_grammar(sources: Sources, at: int) -> tuple[Voice, ...]:
    """What the grammar takes for the subject, if it stands before the verb and in no quotation apart from it."""
    found = tuple(sources.of(p) for p in subject_of(sources.page, at))
    if not found or found[0].first >= at or any(v.klass == "weapon" for v in found):
        return ()
    if sources.words[found[-1].last].stem_key in INQUIRED:
        return ()  # "العناصر الأولى للتحقيق تفيد بأن"
    if (
        len(found) == 1
        and found[0].number == "s"
        and found[0].klass in ("person", "office")
        and plural(sources.words[at])
    ):
        return ()
    if len(found) == 1 and not agrees(sources.words[at], found[0]):
        return ()
    return found if sources.quotes.inner(found[0].first) in (None, sources.quotes.inner(at)) else ()


def protagonist(sources: Sources, first: int, last: int, *, doers: bool = False) -> tuple[Voice, ...]:
    """The subject of the verb that opens a sentence ("طالب المبعوث …"): a "وقال" after it means him.

    `doers` takes armed groups and states as well ("هاجم المسلحون …، مؤكدين أن").
    """
    if sources.words[first].pos != "verb":
        return ()
    found = _behind(sources, first, last)
    told = doers or bool(speech_verbs(sources.words[first]))
    return found.voices if found is not None and (told or all(v.klass in PEOPLE for v in found.voices)) else ()


def _behind(sources: Sources, at: int, stop: int) -> Speaker | None:
    """The first bare source after the verb, adverbs and prepositional asides stepped over."""
    words, j = sources.words, at + 1
    while j < min(stop, at + 9):
        word = words[j]
        if (past := _past_initial(sources, j)) > j:
            j = past
            continue
        if (past := _past_time(sources, j)) > j and sources.phrase_at(j) is None:
            j = past
            continue
        if word.key == EACH and words[j + 1].key == "من":
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


def _adjacent_noun(sources: Sources, at: int, opener: Opener | None) -> bool:
    if opener is None or opener.at <= at + 1:
        return False
    near = opener.at - at <= NEAR
    return near or (opener.kind != "noun" and not sources.words[at + 1].text.rstrip("ً").endswith("ا"))


def dropped(sources: Sources, word: Word) -> tuple[Voice, ...]:
    """The last speaker that agrees with a verb without subject."""
    recent = (sources.history or sources.heard)[-RECENT:]
    inner = sources.heard[-RECENT:] if sources.quotes.inner(word.index) else []  # "أعربوا …، لكنهم أضافوا أن"
    for voice in (*reversed([v for v in recent if v.klass != "text"]), *reversed(recent), *reversed(inner)):
        if agrees(word, voice) and word.index - voice.last <= FAR:
            return (voice,)
    return ()
