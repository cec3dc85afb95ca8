"""What the room of reports hands to the room of chains: an act or tie found, before it is known who says so."""

import msgspec

from tawatur.model.phrases import ActorPhrase, FigurePhrase, PlacePhrase
from tawatur.model.reading import Modality, ReportKind, ReportTime
from tawatur.model.span import Span


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An act or tie with its roles. Word indexes are those of `Text.words`; spans those of the article's text.

    `trigger_word` is the first word of the trigger; `first` and `last` bound the clause that tells it (its evidence).
    `modality` is what its own clause says (tense, negation, purpose); what its speakers say is added in chains.
    `speech` names the trigger of a report that is itself a speech act (ACCUSE, REQUEST, REJECT, THREATEN, SUPPORT, a
    promise): its speaker is its actor and no link of its own chain. `ours` names what a speaker says that "we" do.
    """

    kind: ReportKind
    type: str
    trigger_word: int
    trigger: Span
    first: int
    last: int
    evidence: Span
    extension: str | None = None
    mode: str | None = None
    actors: tuple[ActorPhrase, ...] = ()
    recipients: tuple[ActorPhrase, ...] = ()
    place: PlacePhrase | None = None
    time: ReportTime | None = None
    figures: tuple[FigurePhrase, ...] = ()
    modality: Modality = "asserted"
    specific: bool = True
    speech: bool = False
    ours: bool = False
    cues: tuple[Span, ...] = ()
    rule: str = ""
