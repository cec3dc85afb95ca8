"""Large cases are joined in stretches: events and copies name theirs; what was joined before is joined anew.

Pages list events in the order of an index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables of stretches; events keep their rows until the next joining puts them into one."""
    op.create_table(
        "cells",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("overhang", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "spread",
        sa.Column("article_id", sa.String, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
    )
    op.create_index("ix_spread_day", "spread", ["day"])
    for table in ("events", "copies"):
        op.add_column(table, sa.Column("cell", sa.String))
        op.create_index(f"ix_{table}_cell", table, ["cell"])
    op.drop_index("events_by_support", "events")
    most = [sa.text(f"{name} DESC") for name in ("support", "articles", "reports")]
    op.create_index("events_by_support", "events", ["kind", *most, "id"])
    op.create_index("events_by_reports", "events", ["kind", most[2], most[0], "id"])
    op.create_index("events_by_time", "events", ["kind", "first_day", "id"])
    op.add_column("judgement_states", sa.Column("cells", sa.Text))
