"""What the fields of filters suggest: the types, outlets, actors and places that the case holds."""

from typing import Any

from fastapi import Request
from sqlalchemy import Select, func, select

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.explore.web.answers import case_of
from tawatur.explore.web.keeping import kept
from tawatur.explore.web.language import Language, language_of

MOST = 80  # names that a field suggests; others can be written


def known_of(request: Request) -> dict[str, list[str]]:
    """Names to choose from, most frequent first, by what they name."""
    language = language_of(request)
    return kept(request, f"known:{language}", lambda: _known(request, language))


def types_of(request: Request) -> dict[str, list[str]]:
    """The types that events, and that ties, of the case have."""
    return kept(request, "types", lambda: _types(case_of(request)))


def _known(request: Request, language: Language) -> dict[str, list[str]]:
    case = case_of(request)
    return {
        "actors": _names([actor.name for actor in case.actors(limit=MOST)], language),
        "outlets": _outlets(case),
        "places": _places(case, language),
        "sources": _sources(case, language),
    }


def _names(found: list[dict[str, str]], language: Language) -> list[str]:
    shown = (name.get(language) or name.get("en") or name.get("ar") for name in found)
    return list(dict.fromkeys(name for name in shown if name))


def _outlets(case: Case) -> list[str]:
    table = schema.articles
    query = select(table.c.outlet).where(table.c.outlet.is_not(None)).group_by(table.c.outlet)
    with case.engine.connect() as connection:
        return list(connection.execute(query.order_by(func.count().desc(), table.c.outlet).limit(MOST)).scalars())


def _places(case: Case, language: Language) -> list[str]:
    table = schema.actors
    query = select(table.c.name_ar, table.c.name_en).where(table.c.kind == "place")
    return _both(case, query.order_by(table.c.mentions.desc(), table.c.id).limit(MOST), language)


def _sources(case: Case, language: Language) -> list[str]:
    """Those that most reports cite, each once however many outlets do."""
    table = schema.citations
    query = select(func.max(table.c.source_ar), func.max(table.c.source_en)).where(table.c.anonymous.is_(False))
    query = query.group_by(table.c.source_id).order_by(func.sum(table.c.reports).desc(), table.c.source_id)
    return _both(case, query.limit(MOST), language)


def _both(case: Case, query: Select[Any], language: Language) -> list[str]:
    """The names that a query finds in Arabic and in English."""
    with case.engine.connect() as connection:
        return _names([{"ar": row[0] or "", "en": row[1] or ""} for row in connection.execute(query)], language)


def _types(case: Case) -> dict[str, list[str]]:
    table = schema.events
    with case.engine.connect() as connection:
        rows = connection.execute(select(table.c.kind, table.c.type).distinct().order_by(table.c.type)).all()
    return {kind: [row.type for row in rows if row.kind == kind] for kind in ("event", "relation")}
