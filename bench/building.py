"""Builds a large case from generated articles, grows it, and times the queries of pages on it.

Prints throughput (articles read, joined, written a second), the time for a thousand more, peak memory, and median and
95th percentile of each query. The figures of docs/scale.md come from here.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tawatur.building.build import Summary, build_case
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.search.reader import search


def build(sources: list[Path], case: Path, jobs: int) -> tuple[Summary, float]:
    """A build and its seconds by the clock."""
    started = time.perf_counter()
    summary = build_case(sources, str(case), jobs=jobs)
    return summary, time.perf_counter() - started


def peak() -> float:
    """Peak memory of this process and its largest worker, in GB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + workers) / 1_000_000


def timings(name: str, query: Callable[[], object], times: int = 30) -> str:
    """Median and 95th percentile of a query, in milliseconds."""
    query()
    found = []
    for _ in range(times):
        started = time.perf_counter()
        query()
        found.append((time.perf_counter() - started) * 1000)
    return f"{name:42} median {statistics.median(found):8.1f} ms   p95 {sorted(found)[int(times * 0.95) - 1]:8.1f} ms"


def queries(case: Path) -> list[str]:
    """The queries behind the pages, timed."""
    with Case.open(str(case)) as opened:
        busiest = opened.actors(limit=1)[0]
        event = opened.events(sort="reports", limit=1)[0]
        lines = [f"busiest actor: {busiest.name.get('en')} in {busiest.articles:,} articles"]
        lines.append(timings("an event", lambda: opened.event(event.id)))
        lines.append(
            timings("an actor's first 60 events", lambda: opened.events(actor=busiest.id, sort="time", limit=60))
        )
        lines.append(timings("best supported events", lambda: opened.events(limit=40)))
        lines.append(timings("a search", lambda: search(opened.engine, "قصف مدينة")))
        filters = Filters(sort="time", limit=300)
        lines.append(timings("the timeline's first 300", lambda: list(opened.stream_events("event", filters))))
        lines.append(timings("counts", opened.counts))
    return lines


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="JSON Lines, as bench/generate.py writes them")
    parser.add_argument("--more", type=Path, help="a thousand articles to grow by")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--case", type=Path, help="keep the case here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = given.case or Path(folder) / "scale.tawatur"
        summary, seconds = build([given.articles], case, given.jobs)
        total = summary.articles or 1
        print(f"{total:,} articles, {summary.reports:,} reports, {summary.events:,} events in {seconds:,.0f} s")
        print(
            f"  read {total / summary.seconds_reading:,.0f}/s, joined {total / summary.seconds_joining:,.0f}/s, "
            f"written {total / summary.seconds_writing:,.0f}/s"
        )
        print(f"  peak memory {peak():.2f} GB; file {case.stat().st_size / 1e6:,.0f} MB")
        if given.more:
            grown, seconds = build([given.articles, given.more], case, given.jobs)
            print(f"{grown.read:,} more in {seconds:,.0f} s by the clock")
        print("\n".join(queries(case)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
