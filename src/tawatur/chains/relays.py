"""Sources that stand behind a verb of another kind: "نقل المرصد عن سكان قولهم", "جاء في البيان", "اكتفى بالقول"."""

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.desk import ANY, Cue, Desk, joiner_before
from tawatur.chains.lexicon import SpeechVerb, classes, noun_of
from tawatur.chains.openers import PRONOUNS_OF_SPEECH, STOPS, THAT, Opener, complement, long_enough
from tawatur.chains.placing import end_before, make_room, open_scope
from tawatur.chains.scopes import Scope
from tawatur.chains.speaker_behind import Speaker
from tawatur.chains.speakers import speaker_of
from tawatur.chains.voice import Voice
from tawatur.chains.voices import ISSUED

WITHIN = frozenset({"فيه", "فيها"})
TEXT_ITSELF = frozenset({"نصه", "نصها"})
LONG_TITLE = 14  # words of what a text is about
BACK = 5  # words between a text and the verb that says what stands in it
ASCRIBES = "نسب"  # "نسبت الصحيفة إلى مسؤول قوله"


def read_relay(desk: Desk, index: int, verb: SpeechVerb, sentence: Sentence) -> bool:
    words = desk.words
    end = min(sentence.last, index + 20)
    towards = "الي" if verb.lemma == ASCRIBES else "عن"
    off = next((j for j in range(index + 1, end) if words[j].stem_key == towards), None)
    if off is None:
        return False
    after, origin = off + 1, _origin(desk, off, sentence)
    if not words[off].enclitic and origin:
        after = origin[-1].last
    opener = opener_after(desk, after, verb, sentence) if origin else None
    if opener is None and origin:
        desk.sources.remember(origin)  # "نقلت الوكالة عن فلان نفيه الهجوم": "واتهم" behind it is his
    if opener is None and origin and joiner_before(desk, index):
        end_before(desk, index, sentence)  # "…، فيما نقلت عن مصدر نفيه ذلك"
    if opener is None or (verb.lemma == ASCRIBES and not _as_words(desk, after, opener.at)):
        return False
    stop = off if not words[off].enclitic else opener.at
    speaker = speaker_of(desk.sources, index, verb, opener, sentence.first, stop)
    make_room(desk, Cue(index, verb, False, opener), speaker, sentence, False)
    relayed = tuple(v for v in speaker.voices if v.entity not in {o.entity for o in origin} and not desk.outlet.owns(v))
    desk.ledger.add(
        Scope(
            first=opener.first,
            last=opener.last,
            voices=(*relayed, *origin),
            stance="asserts",
            modality=None,
            cue=words[index].span,
            cue_word=index,
            rule="relayed_from",
            quoted=opener.quoted,
        )
    )
    desk.sources.remember((*relayed, *origin))
    if relayed and desk.outlet.agency(relayed[0].first, relayed[0].last):
        desk.sources.agencies.update({v.entity: relayed[0] for v in origin if v.anonymous})
    return True


def _origin(desk: Desk, off: int, sentence: Sentence) -> tuple[Voice, ...]:
    """Who stands behind "عن"; "عنه قوله" is the last man who spoke."""
    words = desk.words
    if not words[off].enclitic:
        return desk.sources.group_at(off + 1, sentence.last)
    if not _as_words(desk, off + 1, min(sentence.last, off + 8)):
        return ()
    people = [v for v in desk.sources.history[-3:] if v.klass in ("person", "office", "source")]
    return tuple(people[-1:])


def _as_words(desk: Desk, first: int, last: int) -> bool:
    """Whether "قوله" or "القول" stands among words: what follows are somebody's words."""
    return any(w.key in PRONOUNS_OF_SPEECH for w in desk.words[first:last])


def opener_after(desk: Desk, index: int, verb: SpeechVerb, sentence: Sentence, *, said: bool = False) -> Opener | None:
    """What opens the words of a source; a bare quotation only where they are `said` to be words."""
    words = desk.words
    for j in range(index, min(sentence.last, index + 14)):
        if words[j].text in STOPS and words[min(j + 1, len(words) - 1)].key not in PRONOUNS_OF_SPEECH:
            return None
        if words[j].text == ":":
            return complement(desk.text, desk.quotes, "colon", j, j + 1, sentence)
        if words[j].stem_key == THAT and not words[j].conjunction:
            return complement(desk.text, desk.quotes, "clause", j, j + 1, sentence)
        said = said or words[j].key in PRONOUNS_OF_SPEECH
        if said and j in desk.quotes.starting and long_enough(desk.quotes.starting[j]):
            return complement(desk.text, desk.quotes, "quote", j, j, sentence)
    return None


def read_standing_text(desk: Desk, index: int, sentence: Sentence) -> bool:
    """ "جاء في البيان أن": a text that speaks."""
    words = desk.words
    at = index + 1
    while at < sentence.last and (words[at].pos == "adverb" or words[at].stem_key in ("ايضا", "كذلك")):
        at += 1
    leads = (e[1:] for e in classes()["stands_in"] if e[0] == words[index].stem_key)
    lead = next((e for e in leads if e == tuple(w.key for w in words[at : at + len(e)])), ())
    at += len(lead)
    if not lead or at >= sentence.last:
        return False
    voices = desk.sources.group_at(at, sentence.last)
    if not voices and (text := desk.sources.unnamed_at(at, sentence.last, governed=True)) is not None:
        voices = (text,)  # "جاء في لائحة الاتهام أن"
    if not voices:
        return False
    opener = opener_after(desk, voices[-1].last, ANY, sentence, said=True)
    if opener is None:
        return False
    speaker = Speaker(voices, voices[-1].last, "subject_after_verb")
    cue = Cue(index, ANY, False, opener)
    make_room(desk, cue, speaker, sentence, False)
    open_scope(desk, cue, speaker, sentence)
    return True


def read_inside_text(desk: Desk, index: int, sentence: Sentence) -> bool:
    """ "أصدرت الوزارة بيانا جاء فيه أن", "صدر عن القيادة بيان فيما يلي نصه:": the text's writer speaks."""
    words = desk.words
    within = index + 1 < sentence.last and words[index + 1].key in WITHIN and words[index].key not in TEXT_ITSELF
    back = BACK if within else LONG_TITLE
    at = next((j for j in range(index - 1, max(sentence.first, index - back) - 1, -1) if is_text(words[j])), None)
    if at is None or not (within or words[index].key in TEXT_ITSELF):
        return False
    opener = opener_after(desk, index + 1, ANY, sentence, said=True)
    if words[index].key in TEXT_ITSELF and words[sentence.last - 1].text == ":":
        opener = Opener("colon", sentence.last - 1, sentence.last, len(words), False)  # the text is what follows
    voices = _writer(desk, at, index, sentence)
    if opener is None or not voices or opener.at > index + BACK:
        return False
    cue = Cue(index, ANY, False, opener)
    speaker = Speaker(voices, index + 1, "writer_of_text")
    make_room(desk, cue, speaker, sentence, True)
    open_scope(desk, cue, speaker, sentence)
    return True


def _writer(desk: Desk, at: int, stop: int, sentence: Sentence) -> tuple[Voice, ...]:
    """Who wrote the text at a word: behind "صدر عن", told before, or named with it; else the text itself."""
    for j in range(sentence.first, at - 1):
        if desk.words[j].stem_key in ISSUED and desk.words[j + 1].stem_key == "عن":
            return desk.sources.group_at(j + 2, at)
    writer = desk.sources.writer_of(desk.words[at]) or desk.sources.noun_at(at, stop)
    return (writer,) if writer is not None else ()


def is_text(word: Word) -> bool:
    """Whether a word names something written or said."""
    noun = noun_of(word)
    return noun is not None and noun.text


def read_saying(desk: Desk, index: int, sentence: Sentence) -> None:
    """ "اكتفى الناطق بالقول إن", "ختم كلامه بقوله": the subject of the verb before it speaks."""
    opener = opener_after(desk, index + 1, ANY, sentence)
    if opener is None or opener.at > index + 6:
        return
    at = next(
        (j for j in range(index - 1, max(sentence.first, index - 14) - 1, -1) if desk.words[j].pos == "verb"),
        None,
    )
    if at is None or any(s.cue_word == at for s in desk.ledger.scopes):
        return
    speaker = speaker_of(desk.sources, at, ANY, opener, sentence.first, index)
    cue = Cue(at, ANY, False, opener)
    make_room(desk, cue, speaker, sentence, False)
    open_scope(desk, cue, speaker, sentence)
