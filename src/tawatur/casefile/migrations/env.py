"""Alembic's door: runs migrations on the connection that `upgrading.py` hands over."""

from alembic import context

from tawatur.casefile import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.metadata)
with context.begin_transaction():
    context.run_migrations()
