"""Opens the scope of a speech verb or of a participle that speaks."""

import msgspec

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.agreement import agrees, agrees_in_number
from tawatur.chains.asides import says_nothing
from tawatur.chains.desk import MARKS, Cue, Desk
from tawatur.chains.judging import judge_before, opening_person, unknown_judge
from tawatur.chains.lexicon import ALIKE, SpeechVerb, hidden_verbs, keys, nouns, speech_verbs, verbs
from tawatur.chains.objects import CLAIMS, REPORTERS, bare_clause, direct_object, only_the_claim, quotation_before
from tawatur.chains.openers import COMMAS, THAT, Opener, find_opener
from tawatur.chains.placing import make_room, open_scope
from tawatur.chains.relays import read_relay
from tawatur.chains.showing import SHOWS, read_showing
from tawatur.chains.speaker_behind import Speaker
from tawatur.chains.speakers import dropped, protagonist, speaker_of
from tawatur.chains.subordinate import PROMISES, before_aside_ends, before_main_clause, before_occasion
from tawatur.chains.voice import Voice
from tawatur.reports.grammar.subjects import subject_of

ANSWERED = "ورد"  # "ورد الوزير بأن": "و" and "رد", which looks like "to arrive"
LEARNS = "علم"
DENIED = "نفى"
BOUND = frozenset({"حيث", "كان", "كانت"})  # a verb behind these tells what was so besides
BEFORE = 30  # words before a participle of speech among which the verb of its speaker stands
EXCLUDES = "استبعد"
NEGATIONS = frozenset({"لم", "لا", "لن", "ما"})


def read_verb(desk: Desk, index: int, found: tuple[tuple[SpeechVerb, bool], ...], sentence: Sentence) -> None:
    before = desk.words[index - 1] if index > sentence.first else None
    if says_nothing(desk.words, index, sentence.last):
        return
    if before is not None and before.stem_key in NEGATIONS and found[0][0].lemma == EXCLUDES:
        found = ((msgspec.structs.replace(found[0][0], stance="asserts"), False),)  # "لم يستبعد": he holds it possible
    elif before is not None and (
        before.stem_key in NEGATIONS or before.key in ("ما", "مما") or before.stem_key in keys("impersonal")
    ):
        return
    for verb, participle in found:
        if verb.lemma == SHOWS:
            if not participle:
                read_showing(desk, index, verb, sentence)
            continue
        if (verb.participle_only and not participle) or (participle and not _adverbial_participle(desk.words[index])):
            continue
        if not participle and desk.words[index].enclitic and desk.words[index].pos != "verb":
            continue  # "ذكره", "قوله" as nouns
        if (verb.relays and not participle and read_relay(desk, index, verb, sentence)) or _speech(
            desk, index, verb, participle, sentence, before
        ):
            return


def _speech(
    desk: Desk, index: int, verb: SpeechVerb, participle: bool, sentence: Sentence, before: Word | None
) -> bool:
    opener = find_opener(desk.text, desk.quotes, index, verb, sentence, covered=desk.covered)
    in_relative = before is not None and (before.pos == "relative")
    if in_relative and not _relative_speaks(desk, index, opener):
        return False
    stop = opener.at if opener else min(sentence.last, index + 12)
    speaker = _speaker(desk, index, verb, participle, opener, sentence, stop)
    if opener is not None and opener.kind == "noun" and "object" in verb.opens and not participle:
        told = direct_object(desk, index, verb, speaker, sentence)  # "أكد المتحدث مقتل ثلاثة في هجوم على حاجز"
        more = told is not None and desk.words[told.first].pos == "adjective"  # "أعلنت الحركة المنضوية في … عن"
        opener = told if told is not None and not more and told.first < opener.at else opener
    opener = (
        opener
        or direct_object(desk, index, verb, speaker, sentence)
        or quotation_before(desk, index, verb, sentence)
        or bare_clause(desk, index, verb, speaker, sentence)
    )
    if opener is not None and opener.kind == "quote" and opener.at == index:
        speaker = _behind_quotation(desk, index, speaker, sentence)
    if opener is not None and opener.kind == "noun" and not participle and not _surely(desk, index, speaker, sentence):
        opener = None  # "كشف", "نقل", "رد" as nouns: only a clause, colon or quotation shows that they speak
    if (
        opener is not None
        and participle
        and any(s.first == opener.first and s.cue_word < index for s in desk.ledger.scopes)
    ):
        return True  # "وأوضح قائلاً:": the main verb has opened it
    if opener is None:
        if verb.writes and speaker.voices and speaker.rule != "speaker_before":
            desk.sources.remember(speaker.voices)
            desk.sources.note_texts(speaker.after, min(sentence.last, speaker.after + 3), speaker.voices[-1])
        return False
    opener = before_main_clause(desk.words, index, opener, sentence) if not participle else opener
    opener = before_occasion(desk.words, opener) if verb.lemma in PROMISES else opener
    opener = only_the_claim(desk, index, verb, opener)
    opener = before_aside_ends(desk.words, opener) if in_relative else opener
    if verb.lemma == LEARNS:
        speaker = _taught(desk, speaker, opener)
    cue = Cue(index, verb, participle, opener)
    ended = make_room(desk, cue, speaker, sentence, in_relative)
    if participle or speaker.rule == "speaker_before":
        main = next(
            (s for s in ended if s.voices and (verb.continues or participle or s.cue_word >= sentence.first)),
            None,
        )
        speaker = speaker._replace(voices=main.voices[-1:]) if main is not None else speaker
    open_scope(desk, cue, speaker, sentence)
    return True


def _behind_quotation(desk: Desk, index: int, speaker: Speaker, sentence: Sentence) -> Speaker:
    """«…»، تقول أم خالد: whom no list of actors knows stands right behind the verb."""
    if speaker.voices and speaker.rule != "speaker_before":
        return speaker
    unnamed = desk.sources.unnamed_at(index + 1, sentence.last) if index + 1 < sentence.last else None
    singular = unnamed is not None and desk.words[index].pos == "verb"
    return Speaker((unnamed,), unnamed.last, "unnamed_subject") if unnamed is not None and singular else speaker


def _taught(desk: Desk, speaker: Speaker, opener: Opener) -> Speaker:
    """ "علمت الأيام من مصادر مطلعة أن": those it learnt it from are the inner voice."""
    for j in range(speaker.after, opener.at - 1):
        if desk.words[j].stem_key == "من" and not desk.words[j].enclitic:
            return speaker._replace(voices=(*speaker.voices, *desk.sources.group_at(j + 1, opener.at)))
    return speaker


def _surely(desk: Desk, index: int, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a word that may be a noun is a verb: it opens the sentence and one who reports stands behind it."""
    if desk.words[index].pos == "verb" or desk.words[index].stem_key in ALIKE:
        return True
    if desk.words[index].text.endswith(DENIED) and speaker.rule == "subject_before_verb":
        return True  # "لكن الجيش نفى قصف القرية": the noun is spelt "نفي"
    if desk.words[index].conjunction == "ف" and speaker.rule == "subject_before_verb":
        return True  # "أما الحزب فتحدث عن"
    if (
        index == sentence.first
        and speaker.rule == "subject_after_verb"
        and any(v.stance == "denies" or v.lemma == CLAIMS for v, _ in speech_verbs(desk.words[index]))
    ):
        return True
    return (
        _opens(desk, index, sentence)
        and speaker.rule == "subject_after_verb"
        and speaker.voices[0].klass in REPORTERS | {"person"}
    )


def _opens(desk: Desk, index: int, sentence: Sentence) -> bool:
    """Whether a word opens its sentence, or what follows its opening phrase ("من جهة أخرى، كشف العقيد فلان")."""
    if index <= sentence.first + 1:
        return True
    lead = desk.words[sentence.first : index]
    opening = lead[0].pos == "preposition" or lead[0].preposition
    return lead[-1].text in COMMAS and bool(opening) and not any(w.pos == "verb" for w in lead)


def _relative_speaks(desk: Desk, index: int, opener: Opener | None) -> bool:
    """ "…، الذي أعلن أن «…»" speaks; "الذي أعلن مسؤوليته" and a relative clause inside a phrase do not."""
    if opener is None or opener.kind not in ("clause", "quote"):
        return False
    if opener.quoted or (index >= 2 and desk.words[index - 2].text in COMMAS):
        return True
    voices = desk.sources.group_at(index + 1, opener.at)
    return bool(voices) and voices[-1].last == opener.at  # "البلدة التي يقول ناشطون إن الجيش قصفها"


def _speaker(
    desk: Desk,
    index: int,
    verb: SpeechVerb,
    participle: bool,
    opener: Opener | None,
    sentence: Sentence,
    stop: int,
) -> Speaker:
    if participle:
        return Speaker(_of_participle(desk, index, sentence), index + 1, "speaker_of_participle")
    found = speaker_of(desk.sources, index, verb, opener, sentence.first, stop)
    if found.rule == "subject_of_clause" and (told := _who_told_of(desk, index, found.voices, sentence)):
        return Speaker(told, index + 1, "speaker_before")
    return found


def _who_told_of(desk: Desk, index: int, voices: tuple[Voice, ...], sentence: Sentence) -> tuple[Voice, ...]:
    """ "قال المسؤولون إن قوة هاجمت البلدة. وأشاروا إلى": who spoke of the force, and not the force itself."""
    if not voices or voices[0].first >= sentence.first:
        return ()
    around = [s for s in desk.ledger.scopes[-3:] if s.holds(voices[0].first) and s.voices]
    spoke = around[0].voices[-1:] if around and not desk.quotes.inner(index) else ()
    return spoke if spoke and spoke[0].klass != "text" and agrees(desk.words[index], spoke[0]) else ()


def _of_participle(desk: Desk, index: int, sentence: Sentence) -> tuple[Voice, ...]:
    """The subject of the verb before an adverbial participle, where it has not spoken yet ("مضى المتحدث قائلا")."""
    for j in range(index - 1, max(sentence.first, index - 8) - 1, -1):
        if desk.words[j].kind == "punctuation" and desk.words[j].text not in MARKS:
            break
        if desk.words[j].pos == "verb" or (desk.words[j].analyses and j == sentence.first):
            voices = desk.sources.group_at(j + 1, index)
            return voices or dropped(desk.sources, desk.words[index])
    if not any(v.first >= sentence.first for v in desk.sources.history[-3:]):
        found = protagonist(desk.sources, sentence.first, index, doers=True) or judge_before(desk, index, sentence)
        found = found or unknown_judge(desk, sentence) or opening_person(desk, sentence)
        if found and agrees_in_number(desk.words[index], found[-1]):
            return found  # "أثنى شهود على …، مؤكدين أن"
        if found := _who_acts_before(desk, index, sentence):
            return found
    return dropped(desk.sources, desk.words[index])


def _who_acts_before(desk: Desk, index: int, sentence: Sentence) -> tuple[Voice, ...]:
    """ "انتهزت الجماعة الفرصة وبثت صورا، زاعمة أن": the subject of the last verb, in no clause that only describes."""
    told = any(sentence.first <= s.cue_word < index or s.holds(index) for s in desk.ledger.scopes[-6:])
    if told or desk.words[index - 1].text not in COMMAS:
        return ()
    spoken = (s for w in desk.words[sentence.first : index] if w.pos == "verb" for s in speech_verbs(w))
    if any(not participle and verb.lemma != CLAIMS and not verb.writes for verb, participle in spoken):
        return ()  # who says it is not known
    for j in range(index - 1, max(sentence.first, index - BEFORE) - 1, -1):
        word, before = desk.words[j], desk.words[j - 1]
        if desk.quotes.inner(j) is not None and desk.quotes.inner(j) is not desk.quotes.inner(index):
            continue
        if word.pos != "verb" or before.pos in ("relative", "subordinator") or before.stem_key in BOUND:
            continue
        found = tuple(desk.sources.of(p) for p in subject_of(desk.sources.page, j))
        if not found:
            continue
        alone = len(found) == 1 and found[0].klass != "weapon" and found[0].first >= sentence.first
        return found if alone and agrees(desk.words[index], found[0]) else ()
    return ()


def may_speak(desk: Desk, index: int, sentence: Sentence) -> bool:
    """Inside a phrase a speaking noun does, or a verb that opens the sentence and was taken for a noun."""
    if desk.words[index].stem_key in nouns():
        return True
    spoken = speech_verbs(desk.words[index])
    if not spoken:
        return False
    after = desk.words[index + 1].stem_key if index + 1 < sentence.last else ""
    if any(participle and after in verb.opens for verb, participle in spoken):
        return True  # "مشيرا إلى": also a rank
    return index == sentence.first and any(w.stem_key == THAT for w in desk.words[index + 1 : index + 4])


def hidden(desk: Desk, index: int, sentence: Sentence) -> tuple[tuple[SpeechVerb, bool], ...]:
    """ "وبيّن أن": what looks like a preposition is a verb where "أن" follows, or where it opens the sentence."""
    word, after = desk.words[index], desk.words[index + 1] if index + 1 < sentence.last else None
    if word.key == ANSWERED and any(w.key == "بان" for w in desk.words[index + 1 : min(sentence.last, index + 10)]):
        return tuple((verb, False) for verb in verbs()["رد"])
    if word.stem_key not in ALIKE or word.pos != "preposition" or after is None or word.enclitic:
        return ()
    if after.stem_key == THAT or (index == sentence.first and not after.enclitic):
        return hidden_verbs().get(word.stem_key, ())
    return ()


def _adverbial_participle(word: Word) -> bool:
    """ "مؤكداً", "لافتة", "مشيرين": indefinite and in the accusative."""
    return (
        "ال" not in word.prefixes
        and not word.enclitic
        and not word.preposition
        and word.stem.endswith(("ا", "ة", "ين", "ات"))
    )
