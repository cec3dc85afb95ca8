"""Reviewers' decisions: rows that are only ever added, replayed over every build."""

from sqlalchemy import Engine

from tawatur.events.records import Settings


def joining_settings(engine: Engine) -> Settings:
    """What the decisions that stand ask of the joining."""
    return Settings()
