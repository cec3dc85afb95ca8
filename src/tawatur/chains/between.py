"""A tally between two citations of one source is told by it: "قال المرصد «…». وقتل خمسة، وقال مدير المرصد إن"."""

from tawatur.arabic.word import Sentence, Word
from tawatur.chains.desk import Desk, cut_before
from tawatur.chains.lexicon import keys
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice


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
