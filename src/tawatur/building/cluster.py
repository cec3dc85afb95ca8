"""The same parts on many machines, through `dask.distributed`: the extra `dask`."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from typing import Any

from tawatur.building.pool import Part, drain, halves, killer, parts_of
from tawatur.casefile.writing import ReadOutcome
from tawatur.errors import CaseError, ExtraMissing
from tawatur.model.article import Article

PATIENCE = 30  # seconds to wait for the scheduler


def read_on_cluster(articles: Iterable[Article], scheduler: str) -> Iterator[list[ReadOutcome]]:
    """The outcomes part by part from the workers of a scheduler ("tcp://host:port").

    A part whose worker dies is tried on another one; a part that kills several is halved down to the article. Raises
    ExtraMissing without the extra, CaseError where no scheduler answers.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ExtraMissing("--scheduler needs dask: install it with `pip install 'tawatur[dask]'`") from error
    try:
        client: Any = Client(scheduler, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise CaseError(f"{scheduler}: no scheduler answers; start one with `dask scheduler`") from error
    with client:
        yield from _read(client.get_executor(pure=False), _most(client), parts_of(articles), KilledWorker)


def _most(client: Any) -> int:
    """Two parts a worker thread under way, and some for workers that join later."""
    return max(4, 2 * int(sum(client.nthreads().values())))


def _read(pool: Executor, most: int, parts: Iterator[Part], lost: type[BaseException]) -> Iterator[list[ReadOutcome]]:
    again: list[Part] = []
    while True:
        broken: list[Part] = []
        yield from drain(pool, iter(again), parts, most, broken, lost)
        if not broken:
            return
        yield from ([killer(part[0])] for part in broken if len(part) == 1)
        again = halves(broken)
