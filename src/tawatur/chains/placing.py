"""Puts the scope of a speech verb beside those before it or inside them."""

from tawatur.arabic.word import Sentence
from tawatur.chains.desk import MARKS, Cue, Desk, cut_before, joiner_before
from tawatur.chains.openers import COMMAS, THAT
from tawatur.chains.outlets import informed, medium_of
from tawatur.chains.scopes import Scope
from tawatur.chains.speaker_behind import Speaker
from tawatur.chains.voice import Voice

PAUSES = frozenset({"؛", ";"})
INFORMS = frozenset({"أبلغ", "أخبر", "أفاد"})  # "أبلغ مسؤول وكالة كذا أن": the medium is the object


def make_room(desk: Desk, cue: Cue, speaker: Speaker, sentence: Sentence, in_relative: bool) -> list[Scope]:
    """Ends the open scopes that this verb stands beside; those it stands in stay open around it."""
    inner = desk.quotes.inner(cue.at)
    start = inner.first if inner else 0
    beside = [s for s in desk.ledger.open if s.first >= start]
    if not beside or in_relative or not _stands_beside(desk, cue, speaker, sentence, beside):
        return []
    leads = speaker.rule == "subject_before_verb" and sentence.first < speaker.voices[0].first < cue.at
    cut = cut_before(desk, speaker.voices[0].first if leads else cue.at, sentence)
    for scope in beside:
        scope.last = max(scope.first, min(scope.last, cut))
    desk.ledger.open = [s for s in desk.ledger.open if s not in beside]
    return beside


def _stands_beside(desk: Desk, cue: Cue, speaker: Speaker, sentence: Sentence, beside: list[Scope]) -> bool:
    if cue.participle or cue.verb.continues or all(s.cue_word < sentence.first for s in beside):
        return True
    at = speaker.voices[0].first if speaker.rule == "subject_before_verb" and speaker.voices else cue.at
    joiner = joiner_before(desk, at) if at > sentence.first else 0
    if not joiner:
        at, joiner = cue.at, joiner_before(desk, cue.at)
    before = desk.words[at - 1 - joiner]
    joined = bool(desk.words[cue.at].conjunction) or joiner > 0
    comma = before.text in COMMAS or before.text in MARKS or before.text in PAUSES
    return joined and (comma or speaker.rule == "subject_after_verb")


def open_scope(desk: Desk, cue: Cue, speaker: Speaker, sentence: Sentence) -> None:
    if not speaker.voices:
        return
    medium = medium_of(desk.sources, max(sentence.first, cue.at - 12), cue.opener.at) if not cue.participle else None
    if medium is None and cue.verb.lemma in INFORMS:
        medium = informed(desk.sources, speaker.after)
    if medium is not None and (medium.entity in {v.entity for v in speaker.voices} or desk.outlet.owns(medium)):
        medium = None
    elif medium is None and (cue.verb.continues or speaker.rule in ("speaker_before", "speaker_of_participle")):
        medium = desk.sources.media.get(speaker.voices[-1].entity)
    elif medium is None and _resumes(desk, speaker.voices[-1]):
        medium = desk.sources.agencies[speaker.voices[-1].entity]  # "المصادر" that spoke to an agency speak through it
    elif medium is None and not cue.participle:
        medium = desk.sources.media.get(speaker.voices[-1].entity)
    if medium is not None:
        desk.sources.media[speaker.voices[-1].entity] = medium
        if desk.outlet.agency(medium.first, medium.last):
            desk.sources.agencies[speaker.voices[-1].entity] = medium
    desk.sources.note_texts(speaker.after, cue.opener.at, speaker.voices[-1])
    opener, word = cue.opener, desk.words[cue.at]
    that = any(
        w.stem_key == THAT for w in desk.words[opener.first : opener.first + 1]
    )  # "قال: إن"; a colon may end all
    runs = opener.kind == "colon" and not opener.quoted and not that
    desk.ledger.add(
        Scope(
            first=opener.first,
            last=opener.last,
            voices=speaker.voices,
            stance=cue.verb.stance,
            modality=cue.verb.modality,
            cue=word.span,
            cue_word=cue.at,
            rule=f"speech_{opener.kind}_{speaker.rule}",
            quoted=opener.quoted,
            runs=runs,
            medium=medium,
        )
    )
    if speaker.rule not in ("speaker_before", "speaker_of_participle"):
        desk.sources.remember(speaker.voices, nested=_inside_another(desk, cue.at))


def _resumes(desk: Desk, voice: Voice) -> bool:
    """Whether these are the unnamed sources that spoke to an agency before ("المصادر")."""
    return voice.anonymous and voice.entity in desk.sources.agencies and desk.words[voice.first].definite


def end_before(desk: Desk, index: int, sentence: Sentence) -> None:
    """Ends the open scopes before a clause of somebody else; a quotation around the word stays."""
    inner = desk.quotes.inner(index)
    start = inner.first if inner else 0
    cut = cut_before(desk, index, sentence)
    for scope in desk.ledger.open:
        if start <= scope.first < cut and not (scope.quoted and scope.holds(index)):
            scope.last = min(scope.last, cut)
    desk.ledger.reach(index)


def _inside_another(desk: Desk, word: int) -> bool:
    return any(s.holds(word) for s in desk.ledger.open)
