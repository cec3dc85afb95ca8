"""Brings an older case file to the schema of today, and marks a new one as of today."""

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, update

from tawatur.casefile import schema
from tawatur.casefile.search.index import make_index

if TYPE_CHECKING:
    from alembic.config import Config


def mark_newest(connection: Connection) -> None:
    """Notes in a new case that it is of the newest revision."""
    from alembic import command

    command.stamp(_config(connection), "head")


def upgrade_case(engine: Engine) -> None:
    """Runs the migrations that an older case lacks, in one transaction: it is whole or as it was."""
    from alembic import command

    with engine.begin() as connection:
        command.upgrade(_config(connection), "head")
        make_index(connection)
        version = {"value": str(schema.VERSION)}
        connection.execute(update(schema.meta).where(schema.meta.c.name == "schema").values(version))
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("tawatur.casefile").joinpath("migrations")))
    config.attributes["connection"] = connection
    return config
