"""From a draft and its chain to the report of the reading contract."""

from tawatur.model.draft import Draft
from tawatur.model.phrases import ActorPhrase, FigurePhrase
from tawatur.model.reading import Figure, Filler, Link, Modality, Report
from tawatur.model.span import Span


def report_of(
    draft: Draft,
    number: int,
    *,
    chain: tuple[Link, ...] = (),
    modality: Modality | None = None,
    cues: tuple[Span, ...] = (),
    speaker: Filler | None = None,
) -> Report:
    """The report number `number`: the draft with its chain, the modality that its speakers leave it, and its doer.

    Who says "نطالب" is the one who demands: the `speaker` of such a speech act is its actor.
    """
    place = draft.place
    return Report(
        id=f"r{number}",
        kind=draft.kind,
        type=draft.type,
        trigger=draft.trigger,
        evidence=draft.evidence,
        extension=draft.extension,
        mode=draft.mode,
        actors=_fillers(draft.actors) or ((speaker,) if speaker is not None else ()),
        recipients=_fillers(draft.recipients),
        place=Filler(entity=place.entity, span=place.span) if place else None,
        time=draft.time,
        figures=tuple([_figure(f) for f in draft.figures]),
        modality=modality or draft.modality,
        specific=draft.specific,
        attribution=chain,
        rule=draft.rule,
        cues=draft.cues + cues,
    )


def _fillers(phrases: tuple[ActorPhrase, ...]) -> tuple[Filler, ...]:
    return tuple([Filler(entity=p.entity, span=p.span) for p in phrases])


def _figure(figure: FigurePhrase) -> Figure:
    return Figure(
        span=figure.span,
        value=figure.value,
        min=figure.min,
        max=figure.max,
        unit=figure.unit,
        rule=figure.rule,
    )
