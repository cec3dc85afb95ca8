"""The whole build on one page: find, read what changed, join, write; a second run reads only what changed."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
from sqlalchemy import Engine

from tawatur.articles.metadata import MetadataTable
from tawatur.articles.reader import Refused, read_articles
from tawatur.building.cluster import read_on_cluster
from tawatur.building.joining import join_case
from tawatur.building.pool import read_in_parts
from tawatur.building.rules import stamp
from tawatur.casefile.contents import held_articles
from tawatur.casefile.storage import belongs_to_case, kept_whole, make_case, sole_writer
from tawatur.casefile.writing import (
    ReadOutcome,
    mark_removed,
    restore,
    write_outcomes,
    write_refusals,
)
from tawatur.model.article import Article

Progress = Callable[[str, int], None]
Readers = Callable[[Iterable[Article]], Iterator[list[ReadOutcome]]]


__all__ = ["Progress", "Summary", "build_case", "join_case"]


class Summary(msgspec.Struct, kw_only=True):
    """What a build did and what the case now holds."""

    case: str
    read: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[str] = []
    refused: list[Refused] = []
    dated: int = 0
    articles: int = 0
    reports: int = 0
    events: int = 0
    ties: int = 0
    copies: int = 0
    one_foot: int = 0
    disputed: int = 0
    judgements: int = 0
    judgements_lost: int = 0
    seconds_reading: float = 0.0
    seconds_joining: float = 0.0
    seconds_writing: float = 0.0


def build_case(
    sources: Sequence[Path],
    case: str,
    *,
    metadata: MetadataTable | None = None,
    jobs: int = 1,
    scheduler: str | None = None,
    progress: Progress | None = None,
    columns: Mapping[str, str] | None = None,
) -> Summary:
    """Builds or grows the case at `case` from files and folders.

    `columns` says which columns of CSV sheets hold which fields.
    `jobs` processes of this machine read, or the workers of a dask `scheduler` where its address is given.
    An article that its folder or file no longer holds is shown as removed; articles of other sources stay.
    Raises CaseError where the case cannot be used or written; articles that cannot be used are counted in the summary.
    """
    report = progress or (lambda stage, number: None)
    summary = Summary(case=case)
    with sole_writer(case), kept_whole(case):
        engine = make_case(case)
        try:
            readers = partial(read_on_cluster, scheduler=scheduler) if scheduler else partial(read_in_parts, jobs=jobs)
            found = read_articles(sources, metadata=metadata, columns=columns, skip=partial(_no_article, metadata))
            _read_all(engine, sources, found, readers, summary, report)
            join_case(engine, summary, report)
            _count(summary, engine)
        finally:
            engine.dispose()
    return summary


def _no_article(metadata: MetadataTable | None, path: Path) -> bool:
    """Whether a file in a folder of articles is none of them: a case, or the metadata of the others."""
    return belongs_to_case(path) or (metadata is not None and metadata.stands_in(path))


def _read_all(
    engine: Engine,
    sources: Sequence[Path],
    articles: Iterable[Article | Refused],
    readers: Readers,
    summary: Summary,
    report: Progress,
) -> None:
    started = time.perf_counter()
    with engine.connect() as connection:
        held = held_articles(connection)
    seen: set[str] = set()
    paths: set[str] = set()
    returned: list[str] = []

    def fresh() -> Iterator[Article]:
        for found in articles:
            if isinstance(found, Refused):
                summary.refused.append(found)
                continue
            if found.id in seen:
                continue
            seen.add(found.id)
            paths.add(found.path)
            known = held.get(found.id)
            if known is None or known.rules != stamp(found) or known.fault:
                yield found
                continue
            summary.unchanged += 1
            if known.state == "removed":
                returned.append(found.id)

    for outcomes in readers(fresh()):
        with engine.begin() as connection:
            write_outcomes(connection, outcomes, stamp=stamp)
        summary.read += len(outcomes)
        summary.failed += [o.fault for o in outcomes if o.fault]
        report("reading", summary.read + summary.unchanged)
    roots = {source.as_posix() for source in sources}
    # the end tells, and no part before it: what stands must not depend on how articles fell into parts
    gone = [h.id for h in held.values() if h.id not in seen and (h.origin in roots or h.path in paths)]
    gone = [id for id in gone if held[id].state != "removed"]
    with engine.begin() as connection:
        mark_removed(connection, gone)
        restore(connection, returned)
        write_refusals(connection, summary.refused)
    summary.removed = sum(held[id].path not in paths for id in gone)
    summary.seconds_reading = time.perf_counter() - started


def _count(summary: Summary, engine: Engine) -> None:
    with engine.connect() as connection:
        standing = [h for h in held_articles(connection).values() if h.state == "read"]
    summary.articles = len(standing)
    summary.dated = sum(h.published is not None for h in standing)
