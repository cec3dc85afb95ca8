"""Complements that no "أن" and no colon opens: a nominal object, a quotation before its verb, a bare clause."""

from tawatur.arabic.letters import key
from tawatur.arabic.word import Sentence, Word
from tawatur.chains.desk import MARKS, Desk
from tawatur.chains.lexicon import SpeechVerb, keys, noun_of, speech_verbs
from tawatur.chains.openers import COMMAS, SHORT_QUOTATION, Opener, complement
from tawatur.chains.outlets import medium_of
from tawatur.chains.speaker_behind import Speaker
from tawatur.chains.voice import is_deed

REPORTERS = frozenset({"media", "source", "organisation", "office", "text", "group"})
TELLS = frozenset({"أوضح", "ذكر", "أفاد", "بيّن", "أورد"})  # also with a bare verbal noun: "ذكرت مصادر مقتل ثلاثة"
OURSELVES = frozenset({"كنا", "نحن", "لقد", "اننا", "لدينا"})
THIS = frozenset({"ذلك", "هذا", "هذه", "الامر"})
CLAIMS = "تبنى"
ANSWERS = frozenset({key("مسؤولية"), key("مسئولية")})  # "مسؤوليتها"
MEASURES = frozenset({"رصد", "سجل", "سجّل", "وثق", "وثّق", "أحصى", "قدّر"})  # verbs that report only with such a subject


def direct_object(desk: Desk, index: int, verb: SpeechVerb, speaker: Speaker, sentence: Sentence) -> Opener | None:
    """A nominal object: "أعلن الائتلاف إعادة انتخاب هيئته", "نفى الجيش قصف المدينة"."""
    tells = verb.lemma in TELLS and speaker.rule == "subject_after_verb"
    if not (tells or "object" in verb.opens) or desk.words[index].enclitic or not speaker.voices:
        return None
    if speaker.rule == "speaker_before" and verb.stance != "denies" and speaker.voices[0].first < sentence.first:
        return None
    if verb.lemma == CLAIMS and speaker.rule == "speaker_before":
        return None
    if verb.lemma in MEASURES and speaker.voices[0].klass not in REPORTERS:
        return None
    first = past_asides(desk, _behind_medium(desk, speaker.after, sentence), sentence)
    if verb.lemma in MEASURES and first + 1 < sentence.last and desk.words[first].kind == "number":
        first += 1  # "أحصى المركز 40 غارة", "وثق المرصد 12 هجوما"
    if verb.stance == "denies" and first < sentence.last and desk.words[first].key == "ما":
        return _rumour(desk, first, sentence)
    if (
        first >= sentence.last
        or desk.words[first].kind != "word"
        or desk.words[first].pos in ("subordinator", "relative", "preposition", "conjunction")
    ):
        return None
    if desk.words[first].pos == "verb" and not any(a.derived == "masdar" for a in desk.words[first].analyses):
        return None
    if verb.lemma == CLAIMS and desk.words[first].stem_key not in keys("deeds"):
        return None  # "تبنى المجلس قرارا"
    if tells and not is_deed(desk.words[first]):
        return None  # "ذكرت الوكالة الرقم"
    if desk.words[first].key in THIS and not desk.words[min(first + 1, len(desk.words) - 1)].definite:
        return Opener("noun", first, first, first + 1, False)  # "ينفون ذلك ويقولون إن"
    at = first - 1 if desk.words[first - 1].text in MARKS and desk.quotes.inner(first - 1) is None else first
    return complement(desk.text, desk.quotes, "noun", at, first, sentence)


def only_the_claim(desk: Desk, index: int, verb: SpeechVerb, opener: Opener) -> Opener:
    """ "أعلنت مسؤوليتها عن الهجوم، الذي جاء في أعقاب تفجير": what is added behind a comma is no part of the claim."""
    if opener.kind != "noun":
        return opener
    for j in range(opener.first, opener.last - 1):
        if desk.words[j].text in COMMAS and desk.words[j + 1].key == "وذلك":
            return opener._replace(last=j)  # "شكك في النوايا، وذلك في أول رد على الغارات"
    between = desk.words[index + 1 : opener.first + 1]
    if verb.lemma != CLAIMS and not any(w.enclitic and w.stem_key in ANSWERS for w in between):
        return opener
    for j in range(opener.first, opener.last - 1):
        if desk.words[j].text in COMMAS and desk.words[j + 1].pos == "relative":
            return opener._replace(last=j)
    return opener


def past_asides(desk: Desk, first: int, sentence: Sentence) -> int:
    """The first word of the object: behind commas, adverbs, times, the one addressed, where and in what it was said."""
    words, start = desk.words, first
    while first < sentence.last:
        word = words[first]
        if (
            word.text in COMMAS | MARKS
            or word.pos in ("adverb", "particle")
            or (word.pos == "preposition" and word.enclitic)
        ):
            first += 1
        elif first in desk.sources.times and word.kind == "word":
            first = desk.sources.times[first]
        elif word.stem_key == "في" and word.pos == "preposition" and first + 1 in desk.sources.places:
            first = desk.sources.places[first + 1]
        elif first == start and (owner := _addressed(desk, first, sentence)) is not None:
            first = owner
        elif word.pos == "preposition" and (behind := _behind_text(desk, first, sentence)) is not None:
            return behind
        else:
            return first
    return first


def _addressed(desk: Desk, first: int, sentence: Sentence) -> int | None:
    """ "المكتب الإعلامي لـ«لواء الجبل»": the word behind whose office it is."""
    word = desk.words[first]
    if word.key != "ل" and word.preposition != "ل":
        return None
    at = first + 1 if word.key == "ل" else first
    while at < sentence.last and desk.words[at].text in MARKS:
        at += 1
    phrase = desk.sources.phrase_at(at) if at < sentence.last else None
    return phrase.last if phrase is not None else None


def _behind_text(desk: Desk, first: int, sentence: Sentence) -> int | None:
    """ "عبر معرفاته الرسمية استهداف …", "في بيان صحفي مقتل …", "على لسان ناطقه فلان قصف …": the verbal noun behind."""
    words = desk.words
    noun = words[first + 1] if first + 1 < sentence.last else None
    if noun is None or not ({noun.key, noun.stem_key} & (keys("talks") | keys("posts")) or _text(noun)):
        return None
    for j in range(first + 2, min(sentence.last, first + 12)):
        word, before = words[j], words[j - 1]
        if j in desk.covered:
            continue
        if word.pos in ("verb", "subordinator", "relative") or word.text in (":", ".", "؛"):
            return None
        if word.enclitic and word.stem_key in ANSWERS:
            return j  # "أكد التنظيم في بيان مسؤوليته عن"
        free = not word.definite and not word.preposition and not word.conjunction and before.pos != "preposition"
        if free and (any(a.derived == "masdar" for a in word.analyses) or _text(word)):
            return j
    return None


def _text(word: Word) -> bool:
    noun = noun_of(word)
    return noun is not None and noun.text


def _rumour(desk: Desk, first: int, sentence: Sentence) -> Opener | None:
    """ "نفى الجيش ما تردد عن انسحاب قواته": the act behind "عن" is denied."""
    if first + 1 >= sentence.last or any(verb.relays for verb, _ in speech_verbs(desk.words[first + 1])):
        return None  # "ما نقل عن زعيمهم": who is behind it, not what
    for j in range(first + 2, min(sentence.last - 1, first + 8)):
        if desk.words[j].stem_key in ("عن", "حول") and not desk.words[j].enclitic:
            return complement(desk.text, desk.quotes, "noun", j, j + 1, sentence)
    return None


def _behind_medium(desk: Desk, first: int, sentence: Sentence) -> int:
    """ "أكد الناطق لقناة الفجر مقتل …", "في حديث لصحيفة الأيام سقوط …": the word behind the medium spoken to."""
    medium = medium_of(desk.sources, first, min(sentence.last, first + 6))
    if medium is None:
        return first
    between = desk.words[first : medium.first]
    talks = (*keys("talks"), "ل")
    talk = all(w.kind != "word" or w.pos == "preposition" or w.stem_key in talks for w in between)
    return medium.last if talk else first


def quotation_before(desk: Desk, index: int, verb: SpeechVerb, sentence: Sentence) -> Opener | None:
    """«…»، قال فلان: the quotation stands before its verb."""
    if "quote" not in verb.opens:
        return None
    j = index - 1
    while j > sentence.first and (desk.words[j].text in COMMAS or desk.words[j].text == "."):
        j -= 1
    quotation = desk.quotes.ending.get(j)
    if quotation is None or quotation.last - quotation.first < SHORT_QUOTATION or index - j > 3:
        return None
    return Opener("quote", index, quotation.first, quotation.last, True)


def _in_own_words(desk: Desk, first: int, sentence: Sentence) -> int | None:
    """ "وقال كنا نستعد لاقتحام القاعدة": what a "we" behind the verb or its subject opens, without "إن" and marks."""
    if first + 2 >= sentence.last:
        return None
    word = desk.words[first]
    if word.key in OURSELVES:
        return first
    persons = {a.person for a in word.analyses if a.pos == "verb"}
    return first if word.pos == "verb" and persons == {"1"} else None


def bare_clause(desk: Desk, index: int, verb: SpeechVerb, speaker: Speaker, sentence: Sentence) -> Opener | None:
    """ "قال فلان في تصريح لصحيفة كذا المدينة حوصرت": a clause without "إن" behind the medium that was spoken to."""
    if verb.lemma != "قال":
        return None
    if (own := _in_own_words(desk, speaker.after, sentence)) is not None:
        return complement(desk.text, desk.quotes, "clause", own, own, sentence)
    if speaker.rule != "subject_after_verb":
        return None
    medium = medium_of(desk.sources, speaker.after, min(sentence.last, speaker.after + 8))
    if medium is None:
        return None
    first = medium.last
    while first < sentence.last and desk.words[first].text in MARKS:
        first += 1
    return complement(desk.text, desk.quotes, "clause", first, first, sentence) if first < sentence.last - 2 else None
