"""A tally between two citations of one source is told by it: "قال المرصد «…». وقتل خمسة، وقال مدير المرصد إن"."""

import msgspec

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.desk import Desk, cut_before
from tawatur.chains.lexicon import judges, keys
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice

ALSO = frozenset({"كما", "كذلك"})
COUNTERS = frozenset({"organisation", "source", "media"})
OPENING = 2  # words of a sentence among which a verb that cites stands


def read_between(desk: Desk, sentence: Sentence, previous: Sentence | None) -> None:
    """Gives what opens a sentence to the source that was cited right before it and is cited again in it."""
    if previous is None or not _tallies(desk.words[sentence.first]):
        return
    scopes = desk.ledger.scopes
    if any(s.holds(sentence.first) for s in scopes):
        return
    cited = [s for s in scopes if sentence.first < s.cue_word < sentence.last]
    again = min(cited, key=lambda s: s.cue_word, default=None)
    before = [s for s in scopes if previous.first <= s.first < sentence.first and _to_end(desk, s, previous)]
    if again is None or not before or not again.voices or not before[-1].voices:
        return
    source = before[-1].voices[-1]
    end = cut_before(desk, again.cue_word, sentence)
    if before[-1].stance != "asserts" or not _same(desk, source, again.voices[-1]) or end <= sentence.first:
        return
    voices = tuple(v for v in before[-1].voices if not desk.outlet.owns(v))
    if voices:
        desk.ledger.scopes.append(
            Scope(
                first=sentence.first,
                last=end,
                voices=voices,
                stance="asserts",
                modality=None,
                cue=again.cue,
                cue_word=again.cue_word,
                rule="between_citations",
            )
        )


def read_carried(desk: Desk) -> None:
    """ "قال المرصد إن …. كما قتل خمسة. وأضاف أن": a sentence that goes on with "كما" between two citations of one.

    The losses that a monitor counts go on so without a second citation ("كما لقي ثلاثة حتفهم").
    """
    sentences = desk.text.sentences
    for previous, sentence, following in zip(sentences, sentences[1:], (*sentences[2:], None), strict=False):
        first = sentence.first
        if first + 2 >= sentence.last or desk.words[first].key not in ALSO or desk.words[first + 1].pos != "verb":
            continue
        scopes = desk.ledger.scopes
        if judges(desk.words[first + 1]) or any(s.holds(first + 1) for s in scopes):
            continue
        before = [s for s in scopes if previous.first <= s.first < first and s.voices and _to_end(desk, s, previous)]
        if not before or before[-1].stance != "asserts" or before[-1].modality or before[-1].quoted:
            continue
        voice = before[-1].voices[-1]
        counted = voice.klass in COUNTERS and desk.words[first + 1].stem_key in keys("tallies")
        if counted or (following is not None and _cited_next(desk, voice, following)):
            _carry(desk, before[-1], sentence)


def _cited_next(desk: Desk, voice: Voice, sentence: Sentence) -> bool:
    """Whether a sentence begins with words of a voice."""
    cited = (s for s in desk.ledger.scopes if sentence.first <= s.cue_word < sentence.first + OPENING and s.voices)
    return any(s.voices[-1].entity == voice.entity for s in cited)


def _carry(desk: Desk, told: Scope, sentence: Sentence) -> None:
    others = [s.cue_word for s in desk.ledger.scopes if sentence.first < s.cue_word < sentence.last]
    end = cut_before(desk, min(others), sentence) if others else sentence.last
    if end > sentence.first + 1:
        carried = msgspec.structs.replace(told, first=sentence.first, last=end, quoted=False, rule="report_carried_on")
        desk.ledger.scopes.append(carried)


def _to_end(desk: Desk, scope: Scope, sentence: Sentence) -> bool:
    return all(w.kind == "punctuation" for w in desk.words[scope.last : sentence.last])


def _tallies(word: Word) -> bool:
    return word.conjunction == "و" and word.stem_key in keys("tallies")


def _same(desk: Desk, source: Voice, again: Voice) -> bool:
    """Whether a source speaks again, itself or by an officer whose title names it ("مدير المرصد")."""
    if source.anonymous or source.klass == "text":
        return False
    held = (p.entity for p in desk.sources.named.actors if again.first <= p.first and p.last <= again.last)
    return again.entity == source.entity or source.entity in held
