"""The agency that a whole article retells: its unnamed sources speak through it."""

from tawatur.arabic.word import Text
from tawatur.chains.outlets import Outlet
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice

LEAD = 2  # sentences in which the agency must speak first
AGAIN = 3  # scopes it must have in all


def retold_agency(text: Text, scopes: list[Scope], outlet: Outlet) -> Voice | None:
    """The medium that speaks in the lead and again and again after it ("رويترز تكشف …", "وأضافت الوكالة"), or None."""
    if not text.sentences:
        return None
    lead = text.sentences[min(LEAD, len(text.sentences)) - 1].last
    for scope in scopes:
        voice = scope.voices[0] if scope.voices else None
        if voice is None or scope.cue_word >= lead or not outlet.agency(voice.first, voice.last) or outlet.owns(voice):
            continue
        if sum(any(v.entity == voice.entity for v in s.voices) for s in scopes) >= AGAIN:
            return voice
    return None
