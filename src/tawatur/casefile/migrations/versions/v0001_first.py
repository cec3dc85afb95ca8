"""The first schema: nothing stands before it, so there is nothing to change."""

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing: a new case is made from schema.py at once and marked with the newest revision."""
