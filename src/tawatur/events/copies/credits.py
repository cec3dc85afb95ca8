"""Agency credits at the head or foot of an article."""

from tawatur.model.case import Party
from tawatur.model.span import Span


def read_credit(text: str) -> tuple[Party, Span] | None:
    """The agency that the article as a whole is credited to, with the words that say so."""
    return None
