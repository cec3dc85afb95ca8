"""What stands across articles: events, ties, support, disagreements. The contract of `tawatur events CASE --json`."""

from typing import Literal

from tawatur.model.reading import Modality, Record, Report, ReportKind, Stance
from tawatur.model.span import Span

Name = dict[str, str]  # {"ar": …, "en": …}


class Party(Record, frozen=True, kw_only=True):
    """An actor or place of the case: its id (kb id, or derived from content) and neutral name in both languages."""

    id: str
    name: Name


class ChainLink(Record, frozen=True, kw_only=True):
    """A transmitter as the case names it; `inferred` tells why where no words of the article name it (a copy)."""

    id: str
    name: Name
    stance: Stance = "asserts"
    inferred: str | None = None


class ToldReport(Record, frozen=True, kw_only=True):
    """A report as an event lists it. Ids derive from article and span; `quote` is the evidence in the original."""

    id: str
    article: str
    outlet: str | None
    trigger: Span
    evidence: Span
    quote: str
    modality: Modality
    specific: bool
    chain: tuple[ChainLink, ...]
    copied_from: str | None = None
    joined_by: tuple[str, ...] = ()  # features that joined it, in readable words
    report: Report | None = None


class Tally(Record, frozen=True, kw_only=True):
    """A figure over all reports of an event: lowest, best supported, highest."""

    unit: str | None
    low: float | int | None
    best: float | int | None
    high: float | int | None


class EventTime(Record, frozen=True, kw_only=True):
    """When it happened: the finest EDTF that no supporting report contradicts, or None."""

    edtf: str | None


class Disagreement(Record, frozen=True, kw_only=True):
    """Reports of one event that cannot all be true: the field, the report ids on each side, a note in both languages."""

    field: Literal["modality", "figures", "time", "place", "actor", "framing"]
    sides: tuple[tuple[str, ...], ...]
    note: Name


class Event(Record, frozen=True, kw_only=True):
    """What several reports are judged to tell of (kind event), or a standing tie (kind relation)."""

    id: str
    kind: ReportKind
    type: str
    extension: str | None
    title: Name
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Party, ...]
    time: EventTime
    figures: tuple[Tally, ...]
    modality: Modality
    reports: tuple[ToldReport, ...]
    support: int
    against: int
    common_links: tuple[Party, ...]
    cut: tuple[Party, ...]
    why: Name
    disagreements: tuple[Disagreement, ...] = ()
    specific: bool = True
    judged: tuple[str, ...] = ()  # ids of the judgements that shaped it
