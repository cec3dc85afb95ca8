"""Which names and verbs each outlet uses, side by side."""

from collections.abc import Iterable

from tawatur.model.case import Event, Name, NameUse
from tawatur.model.reading import Record


class ActorFrame(Record, frozen=True, kw_only=True):
    """How one outlet names one actor: every wording with its count and colour, most used first."""

    actor: str
    outlet: str
    outlet_name: Name
    uses: tuple[NameUse, ...]
    total: int
    hostile: int
    honouring: int


class Wording(Record, frozen=True, kw_only=True):
    """The words with which one report tells an event: the act, who acts, to whom it is done."""

    report: str
    article: str
    outlet_name: Name
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def frame_actor(names: Iterable[NameUse], actor: str) -> tuple[ActorFrame, ...]:
    """One frame for each outlet that names the actor, those who name it most first."""
    by_outlet: dict[str, list[NameUse]] = {}
    for use in names:
        if use.actor == actor:
            by_outlet.setdefault(use.outlet, []).append(use)
    frames = [_frame(actor, outlet, uses) for outlet, uses in sorted(by_outlet.items())]
    return tuple(sorted(frames, key=lambda f: (-f.total, f.outlet)))


def frame_event(event: Event) -> tuple[Wording, ...]:
    """The event's reports with their words for the act and for both sides, in the order of the event."""
    return tuple(
        Wording(
            report=r.id,
            article=r.article,
            outlet_name=r.outlet_name,
            act=r.quote[r.trigger[0] - r.evidence[0] : r.trigger[1] - r.evidence[0]],
            actors=r.actor_words,
            recipients=r.recipient_words,
        )
        for r in event.reports
    )


def _frame(actor: str, outlet: str, uses: list[NameUse]) -> ActorFrame:
    ordered = tuple(sorted(uses, key=lambda u: (-u.count, u.wording)))
    coloured = {colour: sum(u.count for u in uses if u.colour == colour) for colour in ("hostile", "honouring")}
    return ActorFrame(
        actor=actor,
        outlet=outlet,
        outlet_name=ordered[0].outlet_name,
        uses=ordered,
        total=sum(u.count for u in uses),
        hostile=coloured["hostile"],
        honouring=coloured["honouring"],
    )
