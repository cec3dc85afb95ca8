"""Reads one part of a build: a few articles, in this process, whatever befalls one of them."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import parent_process
from types import FrameType

from tawatur.casefile.writing import ReadOutcome
from tawatur.model.article import Article
from tawatur.pipeline import read_article

SECONDS = 30.0  # of processor for one article; the longest of 2,200 news articles takes well under one
PATIENCE = 4.0  # times the seconds by the clock: a busy machine must not decide which articles are read
GRACE = 2.0  # times the patience, after which a worker that no longer listens is ended


class Stalled(Exception):
    """An article took longer than the time allowed."""


def read_part(articles: Sequence[Article], *, seconds: float | None = None) -> list[ReadOutcome]:
    """An outcome for each article, in order; a fault of the reader on one is that one's outcome."""
    return [_read(article, seconds or SECONDS) for article in articles]


def _read(article: Article, seconds: float) -> ReadOutcome:
    try:
        with _end_of_worker(seconds * PATIENCE * GRACE), time_limit(seconds):
            return ReadOutcome(article=article, reading=read_article(article))
    except Stalled:
        fault = f"{article.path}: the reader took more than {seconds:g} seconds; the article is kept unread"
    except (KeyboardInterrupt, SystemExit):
        raise
    except Exception as error:  # a fault in a rule must cost its article, not the case
        fault = f"{article.path}: the reader failed ({type(error).__name__}: {str(error)[:200]}); please report it"
    return ReadOutcome(article=article, reading=None, fault=fault)


@contextmanager
def _end_of_worker(seconds: float) -> Iterator[None]:
    """Ends this worker process after `seconds`, for a library that stalls inside one call hears no signal.

    The build then finds the article as one that ended its process. The process of the build itself is never ended.
    """
    if parent_process() is None:
        yield
        return
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises Stalled after `seconds` of processor or `PATIENCE` times as many by the clock.

    Only where the platform has timers and this is the main thread.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Stalled

    timers = (
        (signal.SIGPROF, signal.ITIMER_PROF, seconds),
        (signal.SIGALRM, signal.ITIMER_REAL, seconds * PATIENCE),
    )
    before = [signal.signal(number, ring) for number, _, _ in timers]
    for _, timer, after in timers:
        signal.setitimer(timer, after)
    try:
        yield
    finally:
        for (number, timer, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
