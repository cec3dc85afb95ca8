"""What stands across articles: events, ties, support, disagreements. The contract of `tawatur events CASE --json`."""

from typing import Literal

from tawatur.model.reading import EntityKind, Modality, Record, ReportKind, Stance
from tawatur.model.span import Span

Name = dict[str, str]  # {"ar": …, "en": …}


class Party(Record, frozen=True, kw_only=True):
    """An actor or place of the case: its id (kb id, or derived from content) and neutral name in both languages."""

    id: str
    name: Name


class ChainLink(Record, frozen=True, kw_only=True):
    """A transmitter as the case names it; `inferred` tells why where no words of the article name it (a copy).

    One that is `beside` tells the same by itself ("according to the Observatory and the brigade"): a second way to the
    outlet, not one link more on the way.
    """

    id: str
    name: Name
    stance: Stance = "asserts"
    inferred: str | None = None
    anonymous: bool = False
    camp: str | None = None  # the side it belongs to by the knowledge base (kb id of a state, group or coalition)
    beside: bool = False


class ToldReport(Record, frozen=True, kw_only=True):
    """A report as an event lists it. Ids derive from article and span; `quote` is the evidence in the original.

    `chain` is outermost first and ends at the origin; the outlet is apart (`outlet_id` is a node of the article where
    the outlet is unknown). `copied_from` is the id of the earlier report whose words or content it repeats, `copy` the
    id of the CopyLink that says why.
    """

    id: str
    article: str  # the article's path
    article_id: str = ""
    outlet: str | None
    trigger: Span
    evidence: Span
    quote: str
    modality: Modality
    specific: bool
    chain: tuple[ChainLink, ...]
    outlet_id: str = ""
    outlet_name: Name = {}
    camp: str | None = None  # the camp of the outlet
    published: str | None = None
    copied_from: str | None = None
    copy: str | None = None
    joined_by: tuple[str, ...] = ()  # features that joined it, in readable words
    actor_words: tuple[str, ...] = ()  # the outlet's own wording for those who act
    recipient_words: tuple[str, ...] = ()
    extension: str | None = None
    edtf: str | None = None  # when this report says it happened
    place: str | None = None  # case id of the place it names
    rule: str = ""
    flags: tuple[str, ...] = ()  # what makes its words doubtful: media.pdf for a PDF, media.page for a page in doubt


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
    """Reports that cannot all be true: the field, the reports on each side, a note in both languages.

    All are reports of the event, but where a denial contradicts it under another type: `elsewhere` are the reports of
    the other event.
    """

    field: Literal["modality", "figures", "time", "place", "actor", "framing"]
    sides: tuple[tuple[str, ...], ...]
    note: Name
    elsewhere: tuple[ToldReport, ...] = ()


class CopyLink(Record, frozen=True, kw_only=True):
    """An inference that a passage repeats another article or an agency; a reviewer can reject it by its id.

    `reports` are the reports that the passage tells, `from_reports` those of the earlier passage (empty where the
    source is an agency or outlet that the case does not hold: then `source` names it). `direction` says what
    decided who came first: `earlier` publication, a `citation`, a `credit`, or `unknown` (then neither is called
    the original).
    """

    id: str
    kind: Literal["words", "retelling", "citation", "credit"]
    article: str
    span: Span
    reports: tuple[str, ...]
    from_article: str | None = None
    from_span: Span | None = None
    from_reports: tuple[str, ...] = ()
    source: Party | None = None
    direction: Literal["earlier", "citation", "credit", "unknown"] = "unknown"
    likeness: float = 0.0  # share of the passage's shingles that stand in the other
    rule: str = ""
    reason: Name = {}


class NameUse(Record, frozen=True, kw_only=True):
    """How one outlet names one actor: the wording, its colour, how often, and where it stands first."""

    actor: str
    outlet: str  # outlet id
    outlet_name: Name
    wording: str
    form: str
    colour: str | None
    count: int
    article: str
    span: Span


class Citation(Record, frozen=True, kw_only=True):
    """How often one outlet passes on one source, and for how many events nobody else in the case does (`alone`)."""

    outlet: str
    outlet_name: Name
    source: str
    source_name: Name
    anonymous: bool
    reports: int
    events: int
    alone: int
    example: str  # a report id


class CaseActor(Record, frozen=True, kw_only=True):
    """An actor or place of the case over all articles: its neutral name, kind, and the side it belongs to.

    One that is `generic` is no one in particular ("civilians", "the army"): no article names it, and it is of no side.
    """

    id: str
    kind: EntityKind
    name: Name
    kb: str | None = None
    ids: dict[str, str] = {}
    side: str | None = None
    articles: int = 0
    mentions: int = 0
    generic: bool = False


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
    admissions: tuple[str, ...] = ()  # reports in which a camp says what its own side would rather not
    judged: tuple[str, ...] = ()  # ids of the judgements that shaped it
