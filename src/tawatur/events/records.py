"""What enters the room of events and what leaves it."""

import msgspec

from tawatur.model.case import CaseActor, Citation, CopyLink, Event, NameUse
from tawatur.model.reading import Reading


class ReadArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One article with its reading. Outlet and publication date are those of `reading.article`.

    Reports that a reviewer rejected are left out and corrected ones replaced before they come here.
    """

    reading: Reading
    text: str
    counted: bool = True  # whether its names and actors are counted here: each article's once in a case


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a reviewer decided and what a user asks: pairs of report ids, ids of rejected copies, merging of camps.

    A large case is joined window by window: `part` are the reports that take part, and an event is made where one of
    `core` belongs to it. None stands for all.
    """

    must_join: tuple[tuple[str, str], ...] = ()
    cannot_join: tuple[tuple[str, str], ...] = ()
    rejected_copies: frozenset[str] = frozenset()
    across_camps: bool = False
    part: frozenset[str] | None = None
    core: frozenset[str] | None = None


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """The case as joined: all tuples sorted (events and ties most supported first, then by id)."""

    events: tuple[Event, ...]
    ties: tuple[Event, ...]
    copies: tuple[CopyLink, ...]
    actors: tuple[CaseActor, ...]
    names: tuple[NameUse, ...]
    citations: tuple[Citation, ...]
