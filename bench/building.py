"""Builds a large case from generated articles, grows it, and times the queries of pages on it.

python bench/generate.py 101000 FOLDER, then split the last thousand off: head -100000, tail -1000.
python bench/building.py FIRST.jsonl --more MORE.jsonl --case big.tawatur

Prints throughput (articles read, joined, written a second), the time for a thousand more, processor seconds, peak
memory of all processes together, and median and 95th percentile of each query: the figures of docs/scale.md. A
run that was stopped goes on where it was when it is started again with the same --case.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from sqlalchemy import func, select

from tawatur.building.build import Summary, build_case
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.filters import Filters
from tawatur.casefile.search.reader import search
from tawatur.events.network.reader import Network
from watching import Watch

ROLES = ("actor", "recipient")
SHOWN, MONTH = 100, "2014-03"  # actors of the network, and when


def build(name: str, sources: list[Path], case: Path, jobs: int) -> Summary:
    """A build, with what it took."""
    started = time.perf_counter()
    with Watch() as watch:
        summary = build_case(sources, str(case), jobs=jobs, progress=_tell)
        spent = watch.cpu
    seconds = time.perf_counter() - started
    print(
        f"{name}: {summary.read:,} articles read, {summary.unchanged:,} unchanged; {summary.articles:,} in the case, "
        f"{summary.reports:,} reports, {summary.events:,} events"
    )
    print(
        f"  {seconds:,.0f} s by the clock, {spent:,.0f} s of processor ({spent / 2:,.0f} s on two cores); "
        f"peak memory {watch.peak:.2f} GB; file {case.stat().st_size / 1e6:,.0f} MB"
    )
    for verb, number, took in (
        ("read", summary.read, summary.seconds_reading),
        ("joined", summary.articles, summary.seconds_joining),
        ("written as joined", summary.articles, summary.seconds_writing),
    ):
        print(f"  {verb}: {number / max(0.01, took):,.0f} articles a second ({took:,.0f} s)")
    return summary


def _tell(stage: str, number: int) -> None:
    if stage != "reading" or number % 3200 == 0:
        print(f"  … {stage} {number:,}", file=sys.stderr, flush=True)


def timings(name: str, query: Callable[[], object], times: int = 30) -> str:
    """Median and 95th percentile of a query in milliseconds, by the clock and by processor."""
    query()
    clock, spent = [], []
    for _ in range(times):
        started, before = time.perf_counter(), time.process_time()
        query()
        clock.append((time.perf_counter() - started) * 1000)
        spent.append((time.process_time() - before) * 1000)
    at = int(times * 0.95) - 1
    return (
        f"{name:44} median {statistics.median(clock):7.1f} ms   p95 {sorted(clock)[at]:7.1f} ms   "
        f"processor p95 {sorted(spent)[at]:7.1f} ms"
    )


def queries(case: Path) -> list[str]:
    """The queries behind the pages, timed."""
    with Case.open(str(case)) as opened:
        actor, told = _with_events(opened, 2000)
        event = opened.events(sort="reports", limit=1)[0]
        started = time.perf_counter()
        network = opened.network()
        made = time.perf_counter() - started
        lines = [
            timings("an event", lambda: opened.event(event.id)),
            timings(f"60 events of an actor with {told:,}", lambda: opened.events(actor=actor, sort="time", limit=60)),
            timings("40 best supported events", lambda: opened.events(limit=40)),
            timings("a search, two words", lambda: search(opened.engine, "اعتقل عناصر", limit=20)),
            timings("a search, a common word", lambda: search(opened.engine, "منطقة", limit=20)),
            timings("the timeline's first 300", lambda: list(opened.stream_events("event", _first()))),
            timings("counts", opened.counts),
            timings(f"the network of the {SHOWN} busiest", lambda: busiest(network)),
            f"{'the network, made once after each joining':44} {made:7.1f} s",
        ]
    return lines


def _first() -> Filters:
    return Filters(sort="time", limit=300)


def _with_events(case: Case, least: int) -> tuple[str, int]:
    """The actor whose number of events is nearest to `least` from above, else the busiest."""
    parts = schema.parts
    told = func.count(parts.c.event_id.distinct())
    query = select(parts.c.party_id, told).where(parts.c.role.in_(ROLES)).group_by(parts.c.party_id)
    with case.engine.connect() as connection:
        found = [(number, id) for id, number in connection.execute(query)]
    number, id = min((f for f in found if f[0] >= least), default=max(found))
    return id, number


def busiest(network: Network) -> object:
    """What a page draws of a month: the actors with most links, and the links between them."""
    month = network.at(MONTH, hostile=True)
    shown = {node.party.id for node in month.nodes[:SHOWN]}
    return [edge for edge in month.edges if edge.one.id in shown and edge.two.id in shown]


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
        build("build", [given.articles], case, given.jobs)
        if given.more:
            build("growth", [given.more], case, given.jobs)
        print("\n".join(queries(case)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
