"""Asks a case what its pages ask, and prints median and 95th percentile of each query in milliseconds by the clock.

Exit code 1 where a 95th percentile is above 100 ms. The months of the network are each asked for the first time; making
the network itself, once after each joining, is told apart. The figures of docs/scale.md come from here.
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.search.reader import search
from tawatur.events.network.reader import Network
from tawatur.explore.web.pages.network import _steps

LIMIT = 100.0


def asked(question: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each time but the first, which loads what the process keeps."""
    question()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        question()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def months(network: Network) -> list[float]:
    """Milliseconds of each month's links and measures, asked for the first time."""
    taken = []
    for month in _steps(network)[1:]:
        started = time.perf_counter()
        network.at(month)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def told(name: str, taken: list[float]) -> bool:
    """Prints a line; whether it keeps the limit."""
    high = sorted(taken)[math.ceil(len(taken) * 0.95) - 1]
    print(f"{name:44} median {statistics.median(taken):7.1f} ms   p95 {high:7.1f} ms", flush=True)
    return high <= LIMIT


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
        actor = case.actors(limit=1)[0].id
        first = Filters(sort="time", limit=300)
        queries: dict[str, Callable[[], object]] = {
            "the event with most reports": lambda: case.event(told_most),
            "60 events of the busiest actor": lambda: case.events(actor=actor, limit=60),
            "the 40 best supported events": lambda: case.events(limit=40),
            "a search for two words": lambda: search(case.engine, "قصف مدينة", limit=20),
            "a search for a common word": lambda: search(case.engine, "مدينة", limit=20),
            "the first 300 events of the timeline": lambda: list(case.stream_events("event", first)),
            "counts": case.counts,
        }
        kept = [told(name, asked(question, given.times)) for name, question in queries.items()]
        started = time.process_time()
        network = case.network()
        print(f"making the network: {time.process_time() - started:.1f} s of processor; {len(network.bonds):,} bonds")
        months(network)  # the first turn loads what the process keeps
        network._drawn.clear()
        kept.append(told("the links of a month with their measures", months(network)))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
