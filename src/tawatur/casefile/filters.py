"""What one can ask of events and ties; the same words in Python, on the command line and in addresses of pages."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, or_

from tawatur.casefile import schema
from tawatur.errors import QueryError
from tawatur.model.days import Days, days_of

ORDERS = ("support", "time", "reports")


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that an event must all meet.

    `actor`, `place`, `outlet` and `source` are ids or parts of names in Arabic or English. `since` and `until` are EDTF
    dates; an event passes when its time may lie in the range; undated events pass only without them.
    """

    actor: str | None = None
    with_actor: str | None = None
    type: str | None = None
    extension: str | None = None
    place: str | None = None
    outlet: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    modality: str | None = None
    support: int | None = None
    disputed: bool = False
    specific: bool | None = None
    sort: str = "support"
    limit: int | None = None
    offset: int | None = None

    def plain(self) -> Iterator[ColumnElement[bool]]:
        """The conditions on the table of events itself. Raises QueryError for a date that is none."""
        table = schema.events
        if self.type:
            yield table.c.type.in_([t.strip() for t in self.type.split(",")])
        if self.extension:
            yield table.c.extension == self.extension
        if self.modality:
            yield table.c.modality == self.modality
        if self.support is not None:
            yield table.c.support >= self.support
        if self.disputed:
            yield table.c.disagreements > 0
        if self.specific is not None:
            yield table.c.specific == self.specific
        if self.since:
            yield table.c.last_day >= _days(self.since, "since").first.isoformat()
        if self.until:
            yield table.c.first_day <= _days(self.until, "until").last.isoformat()

    def order(self) -> tuple[Any, ...]:
        """The order asked for; ties of order are broken by id, so that pages never change places. Raises QueryError."""
        table = schema.events
        if self.sort not in ORDERS:
            raise QueryError(f"sort {self.sort!r}: must be one of {', '.join(ORDERS)}")
        if self.sort == "time":
            return (or_(table.c.first_day.is_(None), table.c.first_day == ""), table.c.first_day, table.c.id)
        if self.sort == "reports":
            return (table.c.reports.desc(), table.c.support.desc(), table.c.id)
        return (table.c.support.desc(), table.c.articles.desc(), table.c.reports.desc(), table.c.id)


def _days(text: str, name: str) -> Days:
    days = days_of(text)
    if days is None:
        raise QueryError(f"{name} {text!r}: no date; write 2016-11-24, 2016-11 or 2016")
    return days
