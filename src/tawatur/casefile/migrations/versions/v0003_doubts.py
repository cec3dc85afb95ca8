"""The review queue reads what is most doubtful from an index: events say why and how much, copies how alike.

Actors say whether they are no one in particular; what stood before says so after the next joining.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import op

from tawatur.casefile.doubting import certainty_of, why_doubtful
from tawatur.model.case import CopyLink, Event

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    """Adds the columns and fills them from events and copies as they stand."""
    op.add_column("events", sa.Column("doubt", sa.String))
    op.add_column("events", sa.Column("certainty", sa.Float))
    op.add_column("copies", sa.Column("likeness", sa.Float))
    op.add_column("actors", sa.Column("generic", sa.Boolean))
    op.execute(sa.update(sa.table("actors", sa.column("generic"))).values(generic=sa.false()))
    _fill("events", Event, lambda event: {"doubt": why_doubtful(event), "certainty": certainty_of(event)})
    _fill("copies", CopyLink, lambda copy: {"likeness": copy.likeness})
    op.create_index("events_by_doubt", "events", ["doubt", "certainty", "id"])
    op.create_index("copies_by_likeness", "copies", ["likeness", "id"])


def _fill(name: str, kind: Any, values: Callable[[Any], dict[str, object]]) -> None:
    table = sa.table(name, *map(sa.column, ("id", "data", "doubt", "certainty", "likeness")))
    connection, decoder, last = op.get_bind(), msgspec.json.Decoder(kind), ""
    chosen = sa.select(table.c.id, table.c.data).order_by(table.c.id).limit(_AT_ONCE)
    while rows := connection.execute(chosen.where(table.c.id > last)).all():
        for row in rows:
            connection.execute(sa.update(table).where(table.c.id == row.id).values(values(decoder.decode(row.data))))
        last = rows[-1].id
