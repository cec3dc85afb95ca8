"""Brings an older case file to the schema of today, and marks a new one as of today."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, update

from tawatur.casefile import schema
from tawatur.casefile.judgements.trail import guard_trail
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

    with _transaction(engine) as connection:
        command.upgrade(_config(connection), "head")
        make_index(connection)
        guard_trail(connection)
        version = {"value": str(schema.VERSION)}
        connection.execute(update(schema.meta).where(schema.meta.c.name == "schema").values(version))
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds changes of tables too: Python's sqlite3 by itself begins one only at the first row."""
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        if isinstance(driver, sqlite3.Connection):
            before, driver.isolation_level = driver.isolation_level, None
            try:
                with connection.begin():
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    yield connection
            finally:
                driver.isolation_level = before
        else:
            with connection.begin():
                yield connection


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("tawatur.casefile").joinpath("migrations")))
    config.attributes["connection"] = connection
    return config
