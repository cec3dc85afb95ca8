"""Sources that are a sentence of their own behind what they tell: "…. وذلك بحسب المرصد.", "…. هذا ما أعلنه الجيش."."""

from tawatur.arabic.word import Sentence
from tawatur.chains.adverbials import Adverbial
from tawatur.chains.desk import MARKS, Desk
from tawatur.chains.lexicon import speech_verbs
from tawatur.chains.openers import COMMAS
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice

LEADS = frozenset({"وذلك", "ذلك", "وهذا", "هذا"})
THIS = frozenset({"هذا", "ذلك"})
REST = 3  # words of a sentence besides the source
TELLING = frozenset({"أفاد", "ذكر", "أعلن", "صرّح", "قال", "نقل", "كشف", "أورد", "أوضح"})


def read_standing_source(
    desk: Desk, sentence: Sentence, previous: Sentence | None, found: tuple[Adverbial, ...]
) -> bool:
    """Gives the sentence before to the source that this sentence consists of, unless it has one already."""
    if previous is None or previous.paragraph != sentence.paragraph:
        return False
    voices = _adverbial_alone(desk, sentence, found) or _this_is_what(desk, sentence)
    if not voices or any(
        previous.first <= s.cue_word < previous.last or s.holds(previous.first) for s in desk.ledger.scopes
    ):
        return False
    told = tuple(v for v in voices if not desk.outlet.owns(v))
    desk.sources.remember(voices)
    if told:
        desk.ledger.scopes.append(
            Scope(
                first=previous.first,
                last=previous.last,
                voices=told,
                stance="asserts",
                modality=None,
                cue=desk.text.span(sentence.first, voices[-1].last),
                cue_word=sentence.first,
                rule="source_stands_alone",
            )
        )
    return True


def _adverbial_alone(desk: Desk, sentence: Sentence, found: tuple[Adverbial, ...]) -> tuple[Voice, ...]:
    if len(found) != 1 or found[0].doubts:
        return ()
    start = sentence.first + (desk.words[sentence.first].key in LEADS)
    if found[0].first != start or sentence.last - found[0].last > REST + 1:
        return ()
    rest = desk.words[found[0].last : sentence.last]
    return () if any(w.pos == "verb" for w in rest) else found[0].voices


def _this_is_what(desk: Desk, sentence: Sentence) -> tuple[Voice, ...]:
    """ "هذا ما أعلنه الجيش", "وهذا ما أفادت به مصادر محلية"."""
    words, first = desk.words, sentence.first
    if first + 3 >= sentence.last or words[first].stem_key not in THIS or words[first + 1].key != "ما":
        return ()
    if not any(verb.lemma in TELLING for verb, _ in speech_verbs(words[first + 2])):
        return ()
    at = first + 3
    while at < sentence.last and (words[at].text in MARKS or (words[at].pos == "preposition" and words[at].enclitic)):
        at += 1
    voices = desk.sources.group_at(at, sentence.last) if at < sentence.last else ()
    rest = words[voices[-1].last : sentence.last] if voices else ()
    return voices if not any(w.text in COMMAS or w.pos == "verb" for w in rest) else ()
