"""What the room of chains hands to the pipeline: every report with the chain it comes through."""

import msgspec

from tawatur.model.reading import Entity, Issue, Report


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Reports sorted by trigger with ids r1…, and every entity they name (sources that are no actor included)."""

    entities: tuple[Entity, ...]
    reports: tuple[Report, ...]
    issues: tuple[Issue, ...] = ()
