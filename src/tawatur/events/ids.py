"""Ids that derive from content: the same input has the same ids, whatever the order of files."""

import hashlib
from collections.abc import Iterable

from tawatur.arabic.letters import key
from tawatur.model.reading import ArticleHead, Entity, Report


def report_id(article: ArticleHead, report: Report) -> str:
    """The id of a report in a case: from the article's id (path and content), kind, type and the trigger's range."""
    return "r" + _short(article.id, article.sha256, report.kind, report.type, *map(str, report.trigger))


def event_id(kind: str, type_: str, first_report: str) -> str:
    """The id of an event or tie: from its type and the report published first (by date, path, place in the text).

    It stays when later articles join the event, and changes only when an earlier report does.
    """
    return ("e" if kind == "event" else "t") + _short(kind, type_, first_report)


def actor_id(entity: Entity) -> str:
    """The id of an actor or place in a case: the knowledge base's, or one from the kind and the name as folded."""
    if entity.kb:
        return entity.kb
    name = entity.name.get("ar") or entity.name.get("en") or entity.id
    return named_id("place" if entity.kind == "place" else "actor", name)


def named_id(kind: str, name: str) -> str:
    """The id of an actor or place known by its name alone."""
    return "x" + _short(kind, " ".join(key(name).casefold().split()))


def anonymous_id(article: ArticleHead, entity: Entity) -> str:
    """The id of a source without a name: one of this article, never merged with another."""
    return "a" + _short(article.id, article.sha256, entity.id)


def copy_id(parts: Iterable[str]) -> str:
    """The id of an inferred copy."""
    return "c" + _short(*parts)


def _short(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
