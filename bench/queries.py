"""Asks a case what its pages ask: median and 95th percentile of each query, by the clock and of processor.

Exit code 1 where a 95th percentile of processor is above 100 ms. The months of the network are each asked for the first
time; making the network itself, once after each joining, is told apart. The figures of docs/scale.md come from here.
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from tawatur.building.settling import settle
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.queue import doubts
from tawatur.casefile.search.reader import search
from tawatur.events.network.reader import Network
from tawatur.explore.web.pages.network import _steps

LIMIT = 100.0


Taken = list[tuple[float, float]]


def timed(question: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock and of processor."""
    started, began = time.perf_counter(), time.process_time()
    question()
    return (time.perf_counter() - started) * 1000, (time.process_time() - began) * 1000


def asked(question: Callable[[], object], times: int) -> Taken:
    """Each time but the first, which loads what the process keeps."""
    question()
    return [timed(question) for _ in range(times)]


def months(network: Network) -> Taken:
    """Each month's links and measures, asked for the first time."""
    return [timed(partial(network.at, month)) for month in _steps(network)[1:]]


def actor_with(case: Case, events: int) -> str:
    """The id of an actor that takes part in about so many events."""
    parts = schema.parts
    number = func.count()
    query = select(parts.c.party_id).where(parts.c.role.in_(("actor", "recipient"))).group_by(parts.c.party_id)
    with case.engine.connect() as connection:
        return str(connection.execute(query.order_by(func.abs(number - events), parts.c.party_id)).scalar())


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]


def told(name: str, taken: Taken) -> bool:
    """Prints a line; whether it keeps the limit."""
    clock, work = ([pair[n] for pair in taken] for n in (0, 1))
    print(
        f"{name:40} clock: median {statistics.median(clock):6.1f} p95 {p95(clock):6.1f} ms   "
        f"processor: median {statistics.median(work):6.1f} p95 {p95(work):6.1f} ms",
        flush=True,
    )
    return p95(work) <= LIMIT


def main() -> int:
    """Prints a line for each query."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    with Case.open(str(given.case)) as case:
        counts = case.counts()
        print(f"{counts['articles']:,} articles, {counts['reports']:,} reports, {counts['events']:,} events")
        told_most = case.events(sort="reports", limit=1)[0].id
        actor = actor_with(case, 2_000)
        first = Filters(sort="time", limit=300)
        queries: dict[str, Callable[[], object]] = {
            "the event with most reports": lambda: case.event(told_most),
            "60 events of an actor with 2,000": lambda: case.events(actor=actor, limit=60),
            "the 40 best supported events": lambda: case.events(limit=40),
            "a search for two words": lambda: search(case.engine, "قتيلا بلدة", limit=20),
            "a search for a common word": lambda: search(case.engine, "بلدة", limit=20),
            "the first 300 events of the timeline": lambda: list(case.stream_events("event", first)),
            "counts": case.counts,
            "the review queue": lambda: doubts(case),
        }
        settle()  # as `tawatur serve` does
        kept = [told(name, asked(question, given.times)) for name, question in queries.items()]
        started = time.process_time()
        network = case.network()
        print(f"making the network: {time.process_time() - started:.1f} s of processor; {len(network.bonds):,} bonds")
        network.at("2015")  # loads what the process keeps
        settle()
        kept.append(told("the links of a month with their measures", months(network)))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
