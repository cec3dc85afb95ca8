"""Who is the speaker of one speech verb: behind it, before it, or the one who spoke last."""

from tawatur.arabic.word import Word
from tawatur.chains.agreement import agrees, plural, singular
from tawatur.chains.leading_subjects import before_verb
from tawatur.chains.lexicon import SpeechVerb, keys, speech_verbs
from tawatur.chains.naming import named
from tawatur.chains.openers import COMMAS, Opener
from tawatur.chains.speaker_behind import EACH, Speaker, past_initial, speaker_behind
from tawatur.chains.voice import PEOPLE, Voice, is_deed
from tawatur.chains.voices import Sources
from tawatur.reports.grammar.subjects import subject_of

OPENING = 3  # words into a sentence within which a verb without subject takes the speaker before it
INQUIRED = frozenset({"اولي", "اوليه", "تحقيق"})
DECLARES = frozenset({"أعلن", "أكد", "نفى"})  # cameras and days "record" too
NEAR = 12  # words from a verb to what opens its complement; further on its subject stands in the nominative
WITHIN = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
TOPICS = frozenset({"عن", "حول", "بشان", "بخصوص", "شان", "خصوص", "ردا", "تعليقا"})
WHERE = frozenset({"حيث"})
DRAWS, LOOKS = "لفت", frozenset({"انتباه", "نظر"})
FAR = 250  # words back at which nobody is still speaking
RECENT = 4  # voices back within which a dropped speaker is looked for


def speaker_of(sources: Sources, at: int, verb: SpeechVerb, opener: Opener | None, first: int, stop: int) -> Speaker:
    """The speaker of the finite speech verb at word `at` of the sentence that begins at `first`."""
    before, word = before_verb(sources, at, first), sources.words[at]
    apart = at > first and sources.words[at - 1].text in COMMAS  # "بعد لقاء الوزير، أعلن الجيش": behind goes before
    if before and not apart:
        return Speaker(before, at + 1, "subject_before_verb")
    behind = speaker_behind(sources, at, stop) if not (verb.accuses and word.enclitic) else None
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
    start = past_initial(sources, at + 3 if each else at + 1)  # "أشار كل من فلان وفلان إلى أن"
    bare = sources.words[start].pos == "name" and "ب" not in verb.opens  # "قال بوسنين": no preposition
    unnamed = sources.unnamed_at(start, opener.at, whole=bare)
    if unnamed is None:
        return None
    voices = named(sources, (unnamed,), stop)
    return Speaker(voices, voices[-1].last, "unnamed_subject")


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
    if verb.lemma == DRAWS and word.stem_key in LOOKS and sources.words[opener.at - 1].stem_key == "الي":
        return False  # "ولفت الانتباه إلى أن": who has spoken goes on
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
    found = speaker_behind(sources, first, last)
    told = doers or bool(speech_verbs(sources.words[first]))
    return found.voices if found is not None and (told or all(v.klass in PEOPLE for v in found.voices)) else ()


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
