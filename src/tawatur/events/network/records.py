"""The network between actors: links with their time and evidence, a picture of a day, what changed between two."""

from typing import Literal

from tawatur.model.case import EventTime, Name, Party
from tawatur.model.reading import Record


class Bond(Record, frozen=True, kw_only=True, gc=False):
    """A link between two actors over a time, from one event or tie.

    `first` and `last` are days (ISO) between which it is known to stand; `dated` is False where no report says since
    when. `direct` is False for a link that only stands among more than two parties ("four-party coordination"),
    `disputed` is True where a report denies it.
    """

    one: str
    two: str
    kind: str
    type: str
    event: str
    first: str | None
    last: str | None
    dated: bool
    direct: bool = True
    disputed: bool = False
    support: int = 1
    reports: tuple[str, ...] = ()


class Told(Record, frozen=True, kw_only=True):
    """What the network asks of a report."""

    id: str
    published: str | None = None


class Linking(Record, frozen=True, kw_only=True):
    """What the network asks of an event or tie: the quotes and chains of its reports, most of it, are not needed."""

    id: str
    kind: str
    type: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    time: EventTime
    modality: str
    reports: tuple[Told, ...]
    support: int
    against: int


class Edge(Record, frozen=True, kw_only=True, gc=False):
    """All bonds of a pair at one time: their kinds, and the events and reports that show them."""

    one: Party
    two: Party
    kinds: tuple[str, ...]
    direct: bool
    disputed: bool
    support: int
    events: tuple[str, ...]
    reports: tuple[str, ...]


class Node(Record, frozen=True, kw_only=True, gc=False):
    """An actor in the network with the measures of the field.

    `degree`: how many it is linked to; `betweenness`: share of shortest paths that pass it (0 to 1), None where it was
    not computed because the network is large; `brokerage`: pairs of its neighbours that have no link of their own. One
    that is `generic` ("fighters") is no one in particular, and hardly one.
    """

    party: Party
    degree: int
    betweenness: float | None
    brokerage: int
    generic: bool = False


class Indirect(Record, frozen=True, kw_only=True):
    """Two actors without a direct link, and the go-betweens that reports name for them (`told`) or that link both."""

    one: Party
    two: Party
    through: tuple[Party, ...]
    told: bool
    reports: tuple[str, ...]


class Snapshot(Record, frozen=True, kw_only=True):
    """The network on one day (or in a range): nodes, links, and pairs linked only through others by report."""

    at: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    indirect: tuple[Indirect, ...]


class Change(Record, frozen=True, kw_only=True):
    """What one pair of actors gained, lost or changed between two days."""

    kind: Literal["came", "went", "changed"]
    one: Party
    two: Party
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: Name
    reports: tuple[str, ...]


class GoBetween(Record, frozen=True, kw_only=True):
    """An actor through whom a pair was linked on the first day and that they no longer need on the second.

    `told` where reports call it the go-between; otherwise it was linked with both while they were not with one another.
    """

    party: Party
    one: Party
    two: Party
    reports: tuple[str, ...]
    told: bool = True


class Comparison(Record, frozen=True, kw_only=True):
    """The network on two days set side by side."""

    before: str
    after: str
    changes: tuple[Change, ...]
    ceased: tuple[GoBetween, ...]
    brokerage: tuple[tuple[Party, int, int], ...]  # actor, brokerage before, after; where it changed
