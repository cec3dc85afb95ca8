"""What the program reads in one article: the contract of `tawatur read --json`, schema tawatur/reading/1.

These structs encode straight to the contract. Field names and meanings are those of docs/reading.md; spans are
half-open ranges of code points of the article's text. Fields may be added to the contract, none changes its meaning.
"""

from typing import Literal

import msgspec

from tawatur.model.article import Published
from tawatur.model.span import Span

EntityKind = Literal["person", "armed_group", "state", "office", "organisation", "group", "media", "place", "other"]
Modality = Literal["asserted", "denied", "planned", "possible"]
Stance = Literal["asserts", "denies", "doubts"]
ReportKind = Literal["event", "relation"]
SCHEMA = "tawatur/reading/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Root of the frozen records."""


class Title(Record, frozen=True, kw_only=True):
    """The headline; without a span where it comes from metadata (such a title is not read)."""

    text: str
    span: Span | None = None


class ArticleHead(Record, frozen=True, kw_only=True):
    """The article as a reading names it: everything but its text."""

    id: str
    path: str
    sha256: str
    title: Title | None
    outlet: str | None
    published: Published
    url: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """An actor or place of this article: `kb` is its id in the knowledge base, None for one found in the text.

    `group` is a kind for people named by role or quality only ("ضباط روس", "مدنيون"). `affiliation` is the kb id of
    the side that the words themselves name (russia for "ضباط روس"). `anonymous` marks sources without a name.
    """

    id: str
    kind: EntityKind
    name: dict[str, str]
    kb: str | None = None
    ids: dict[str, str] = {}
    mentions: tuple[Span, ...] = ()
    affiliation: str | None = None
    anonymous: bool = False


class TimeMention(Record, frozen=True, kw_only=True):
    """A time that the words name: EDTF (None where it cannot be resolved), its anchor and rule."""

    span: Span
    edtf: str | None
    anchor: str  # none | published | text | event
    rule: str


class PlaceMention(Record, frozen=True, kw_only=True):
    """A span that names a place."""

    span: Span
    entity: str
    rule: str = ""


class Figure(Record, frozen=True, kw_only=True):
    """A number or range with what it counts: `value` for an exact or rounded one, `min` and `max` for a range."""

    span: Span
    value: float | int | None = None
    min: float | int | None = None
    max: float | int | None = None
    unit: str | None = None
    rule: str = ""


class ActorMention(Record, frozen=True, kw_only=True):
    """A span that names an actor, with the wording's colour (neutral, hostile, honouring) and the rule that read it."""

    span: Span
    entity: str
    form: str = "name"  # name | role | title | nationality | anaphor | loaded
    colour: str | None = None
    rule: str = ""


class Mentions(Record, frozen=True, kw_only=True):
    """Everything that the words name."""

    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    actors: tuple[ActorMention, ...] = ()


class Filler(Record, frozen=True, kw_only=True):
    """Who or what fills a role, and the words that do."""

    entity: str
    span: Span


class ReportTime(Record, frozen=True, kw_only=True):
    """When the reported act happened; the span may stand in another sentence, the rule then says why."""

    edtf: str | None
    span: Span
    anchor: str
    rule: str


class Link(Record, frozen=True, kw_only=True):
    """One transmitter of a chain, outermost first, with its stance and the words that make it one (`cue`)."""

    entity: str
    span: Span
    stance: Stance = "asserts"
    cue: Span | None = None
    rule: str = ""


class Report(Record, frozen=True, kw_only=True):
    """One telling of an act (kind event) or a standing tie (kind relation)."""

    id: str
    kind: ReportKind
    type: str
    trigger: Span
    evidence: Span
    extension: str | None = None
    mode: str | None = None
    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    place: Filler | None = None
    time: ReportTime | None = None
    figures: tuple[Figure, ...] = ()
    modality: Modality = "asserted"
    specific: bool = True
    attribution: tuple[Link, ...] = ()
    rule: str = ""
    cues: tuple[Span, ...] = ()  # further words that decided modality or specific


class Issue(Record, frozen=True, kw_only=True):
    """Something the reader noticed and left to a person."""

    code: str
    message: str
    span: Span | None = None


class Reading(Record, frozen=True, kw_only=True):
    """One article read: one line of `tawatur read --json`."""

    article: ArticleHead
    entities: tuple[Entity, ...] = ()
    mentions: Mentions = Mentions()
    reports: tuple[Report, ...] = ()
    issues: tuple[Issue, ...] = ()
    schema: str = SCHEMA
