"""Pictures that tell: "أظهر مقطع مصور بثه ناشطون قصف السوق", "نشر ناشطون صورا تظهر استهداف المشفى"."""

from tawatur.arabic.word import Sentence
from tawatur.chains.desk import Desk
from tawatur.chains.lexicon import SpeechVerb, noun_of
from tawatur.chains.objects import past_asides
from tawatur.chains.openers import THAT, complement
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice

SHOWS = "أظهر"
BACK = 5  # words between a picture and the verb that says what it shows


def read_showing(desk: Desk, index: int, verb: SpeechVerb, sentence: Sentence) -> None:
    """What a picture shows passes through whoever put it out, else through the picture itself."""
    at, behind = _picture(desk, index, sentence)
    voice = _witness(desk, at, sentence) if at is not None else None
    if voice is None:
        return
    start = past_asides(desk, voice.last, sentence) if behind else index + 1
    word = desk.words[start] if start < sentence.last else None
    if word is None or word.pos in ("preposition", "verb", "conjunction", "relative") or word.kind != "word":
        return
    clause = word.stem_key == THAT
    opener = complement(
        desk.text, desk.quotes, "clause" if clause else "noun", start, start + 1 if clause else start, sentence
    )
    desk.ledger.add(
        Scope(
            first=opener.first,
            last=opener.last,
            voices=(voice,),
            stance=verb.stance,
            modality=verb.modality,
            cue=desk.words[index].span,
            cue_word=index,
            rule="picture_shows",
        )
    )


def _picture(desk: Desk, index: int, sentence: Sentence) -> tuple[int | None, bool]:
    """The word that names the picture, and whether it stands behind the verb."""
    if index + 1 < sentence.last and _is_text(desk, index + 1):
        return index + 1, True
    for j in range(index - 1, max(sentence.first, index - BACK) - 1, -1):
        word = desk.words[j]
        if _is_text(desk, j):
            return j, False
        if word.kind == "punctuation" or word.pos in ("preposition", "subordinator"):
            return None, False
    return None, False


def _is_text(desk: Desk, index: int) -> bool:
    noun = noun_of(desk.words[index])
    return noun is not None and noun.text


def _witness(desk: Desk, at: int, sentence: Sentence) -> Voice | None:
    writer = desk.sources.writer_of(desk.words[at])
    if writer is not None and sentence.first <= writer.first < at:
        return writer
    return desk.sources.noun_at(at, sentence.last)
