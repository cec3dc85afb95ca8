"""Hands parts to several processes; a killed worker costs at most the article that killed it."""

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext

from tawatur.building.parts import read_part
from tawatur.casefile.writing import ReadOutcome
from tawatur.model.article import Article

PART = 32  # articles; small enough to lose little, large enough that passing them costs nothing
Part = list[Article]
Lost = type[BaseException]


def _context() -> BaseContext:
    """How workers are started: forked from one warm process where the platform can, else each from nothing."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["tawatur.building.warm"])
    return context


def leave_with_parent() -> None:
    """Makes this worker end when its build is gone, even one ended by kill -9, which says no farewell."""
    parent = parent_process()
    if parent is None:
        return

    def wait_for_end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_for_end, name="tawatur-parent", daemon=True).start()


def parts_of(articles: Iterable[Article]) -> Iterator[Part]:
    """The articles in parts of `PART`."""
    stream = iter(articles)
    while part := list(islice(stream, PART)):
        yield part


def read_in_parts(articles: Iterable[Article], *, jobs: int) -> Iterator[list[ReadOutcome]]:
    """The outcomes part by part, in the order in which they are done; memory holds a few parts at a time."""
    if jobs <= 1:
        for part in parts_of(articles):
            yield read_part(part)
        return
    parts = parts_of(articles)
    again: list[Part] = []
    while True:
        broken: list[Part] = []
        with ProcessPoolExecutor(jobs, mp_context=_context(), initializer=leave_with_parent) as pool:
            yield from drain(pool, iter(again), parts, jobs * 2, broken, BrokenProcessPool)
        if not broken:
            return
        for part in (p for p in broken if len(p) == 1):
            yield [killer(part[0])] if _kills(part) else read_part(part)
        again = halves(broken)


def drain(
    pool: Executor, ahead: Iterator[Part], parts: Iterator[Part], most: int, broken: list[Part], lost: Lost
) -> Iterator[list[ReadOutcome]]:
    """Runs parts until none is left or one is lost; then what was under way or ahead goes to `broken`.

    At most `most` parts are under way. `lost` is the error by which the pool says that a worker died.
    """
    running: dict[Future[list[ReadOutcome]], Part] = {}
    while True:
        while not broken and len(running) < most:
            part = next(ahead, None) or next(parts, None)
            if part is None:
                break
            try:
                running[pool.submit(read_part, part)] = part
            except lost:
                broken.append(part)
        if not running:
            broken.extend(ahead)
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            part = running.pop(future)
            try:
                yield future.result()
            except lost:
                broken.append(part)


def halves(broken: Iterable[Part]) -> list[Part]:
    """The lost parts of more than one article, halved: so the article that kills is closed in on."""
    return [half for part in broken if len(part) > 1 for half in (part[: len(part) // 2], part[len(part) // 2 :])]


def killer(article: Article) -> ReadOutcome:
    """The outcome of an article whose reading ends the process."""
    fault = f"{article.path}: reading it ended the process (memory, time, or a fault in a library); it is kept unread"
    return ReadOutcome(article=article, reading=None, fault=fault)


def _kills(part: Sequence[Article]) -> bool:
    """Whether reading this one article alone ends its process."""
    with ProcessPoolExecutor(1, mp_context=_context(), initializer=leave_with_parent) as pool:
        try:
            pool.submit(read_part, part).result()
        except BrokenProcessPool:
            return True
    return False
