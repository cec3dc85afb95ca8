"""Reads articles once and keeps what joining needs: rows, passages, words, names."""

from collections.abc import Iterable

import msgspec

from tawatur.events.copies.credits import Credit, read_credit
from tawatur.events.copies.shingles import shingles
from tawatur.events.intervals import days_of
from tawatur.events.records import ReadArticle
from tawatur.events.registry import Registry, source_node
from tawatur.events.rows import Row, Source, rows_of
from tawatur.events.words import WordCounts, stems_of
from tawatur.model.span import Span

_UNKNOWN_DAY = 10**7


class Gathered(msgspec.Struct, frozen=True):
    """All articles in short. Rows are sorted by their order; passages are those that tell something.

    `registry` knows the names of all; `counted` counts those of the articles that are counted here (often the same).
    """

    rows: list[Row]
    registry: Registry
    counted: Registry
    words: WordCounts
    passages: dict[tuple[int, Span], bytes]  # article number and range -> hashed runs of words
    credits: dict[int, Credit]  # article number -> the agency that it credits as a whole
    sources: list[Source]


def gather(items: Iterable[ReadArticle], *, whole: bool = True) -> Gathered:
    """The case in short. An article that comes twice (same path, same text) is taken once.

    `whole` says that every article is counted here.
    """
    registry = Registry()
    found = Gathered([], registry, registry if whole else Registry(), WordCounts(), {}, {}, [])
    seen: set[str] = set()
    for item in items:
        if item.reading.article.id not in seen:
            seen.add(item.reading.article.id)
            _take(item, found)
    found.rows.sort(key=lambda row: row.order)
    return found


def _take(item: ReadArticle, found: Gathered) -> None:
    head = item.reading.article
    days = days_of(head.published.edtf)
    source = Source(
        number=len(found.sources),
        id=head.id,
        path=head.path,
        outlet=head.outlet,
        node=source_node(head.outlet, head.id),
        published=head.published.edtf,
        days=days,
        counted=item.counted,
        place=(days.first if days else _UNKNOWN_DAY, head.path + "\x1f" + head.id),
        flags=tuple(issue.code for issue in item.reading.issues if issue.code.startswith("media.")),
    )
    found.sources.append(source)
    rows = rows_of(item, source, found.registry)
    if item.counted:
        if found.counted is not found.registry:
            found.counted.enter(item)
        found.counted.count_names(item, source.node)
    for span in {row.passage for row in rows}:
        found.passages[source.number, span] = shingles(stems_of(span.of(item.text)))
    found.words.add(word for row in rows for word in row.words)
    credit = read_credit(item.text)
    if credit is not None:
        found.credits[source.number] = credit
    found.rows.extend(rows)
