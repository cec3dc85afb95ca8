"""What was decided about a thing, newest first."""

import msgspec

from tawatur.casefile.case import Case
from tawatur.casefile.judgements.records import Judgement
from tawatur.casefile.judgements.storing import all_judgements, standing


class Past(msgspec.Struct, frozen=True):
    """A decision and whether it still stands."""

    made: Judgement
    stands: bool


def history_of(case: Case, ids: set[str], reports: set[str]) -> list[Past]:
    """The decisions about things of these ids, about their reports, or about an event that held one of the reports."""
    everything = all_judgements(case.engine)
    if not everything:
        return []
    stand = {made.id for made in standing(case.engine)}
    about = {
        made.id
        for made in everything
        if made.id in ids or made.target in ids or made.target in reports or reports.intersection(made.anchors)
    }
    about |= {made.id for made in everything if made.target in about}
    return [Past(made, made.id in stand) for made in reversed(everything) if made.id in about]
