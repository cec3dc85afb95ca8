"""The audit trail: the database itself refuses to change or remove a judgement."""

from sqlalchemy import Connection

_SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS judgements_stand_{change.lower()} BEFORE {change} ON judgements "
    "BEGIN SELECT RAISE(ABORT, 'judgements are only ever added; take one back with a new one'); END"
    for change in ("UPDATE", "DELETE")
)
_POSTGRES = (
    "CREATE OR REPLACE FUNCTION judgements_stand() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'judgements are only ever added; take one back with a new one'; END $$",
    "CREATE OR REPLACE TRIGGER judgements_stand BEFORE UPDATE OR DELETE ON judgements "
    "FOR EACH ROW EXECUTE FUNCTION judgements_stand()",
)


def guard_trail(connection: Connection) -> None:
    """Makes the rows of judgements last."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.exec_driver_sql(statement)
