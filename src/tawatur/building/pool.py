"""Hands parts to several processes; a killed worker costs at most the article that killed it."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from tawatur.building.parts import read_part
from tawatur.casefile.writing import ReadOutcome
from tawatur.model.article import Article

PART = 32  # articles; small enough to lose little, large enough that passing them costs nothing


def parts_of(articles: Iterable[Article], size: int = PART) -> Iterator[list[Article]]:
    """The articles in parts of `size`."""
    stream = iter(articles)
    while part := list(islice(stream, size)):
        yield part


def read_in_parts(articles: Iterable[Article], *, jobs: int) -> Iterator[list[ReadOutcome]]:
    """The outcomes part by part, in the order in which they are done; memory holds a few parts at a time."""
    if jobs <= 1:
        for part in parts_of(articles):
            yield read_part(part)
        return
    yield from _with_pool(parts_of(articles), jobs)


def _with_pool(parts: Iterator[list[Article]], jobs: int) -> Iterator[list[ReadOutcome]]:
    broken: list[list[Article]] = []
    while True:
        ahead = iter(broken)
        broken = []
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
        try:
            done = _drain(pool, ahead, parts, jobs, broken)
            yield from done
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        if not broken:
            return
        for part in [p for p in broken if len(p) == 1]:
            yield [_killer(part[0])] if _kills(part) else read_part(part)
        broken = [half for part in broken if len(part) > 1 for half in (part[: len(part) // 2], part[len(part) // 2 :])]


def _drain(
    pool: Executor,
    ahead: Iterator[list[Article]],
    parts: Iterator[list[Article]],
    jobs: int,
    broken: list[list[Article]],
) -> Iterator[list[ReadOutcome]]:
    """Runs parts until none is left or the pool breaks; what was under way when it broke goes to `broken`."""
    running: dict[Future[list[ReadOutcome]], list[Article]] = {}
    while True:
        while not broken and len(running) < jobs * 2:
            part = next(ahead, None) or next(parts, None)
            if part is None:
                break
            running[pool.submit(read_part, part)] = part
        if not running:
            broken.extend(ahead)
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            part = running.pop(future)
            try:
                yield future.result()
            except BrokenProcessPool:
                broken.append(part)


def _kills(part: Sequence[Article]) -> bool:
    """Whether reading this one article alone ends its process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            pool.submit(read_part, part).result()
        except BrokenProcessPool:
            return True
    return False


def _killer(article: Article) -> ReadOutcome:
    fault = (
        f"{article.path}: reading it ended the process (memory, or a fault in a library); the article is kept unread"
    )
    return ReadOutcome(article=article, reading=None, fault=fault)
