"""Asks every page of a case as a visitor would, and prints its size and how long it takes.

For each kind of page it takes the things with most in them (the busiest actor, the event with most reports) and some in
between. Prints median and 95th percentile in milliseconds and the largest size in KB; exits with 1 where a page is
larger than 150 KB or its 95th percentile is above 200 ms. The figures of docs/scale.md come from here.
"""

import argparse
import itertools
import math
import statistics
import sys
import time
from pathlib import Path

from fastapi.testclient import TestClient

from generate import articles
from tawatur.building.build import Summary, join_case
from tawatur.building.rules import stamp
from tawatur.building.settling import settle
from tawatur.casefile.case import Case
from tawatur.casefile.storage import make_case
from tawatur.casefile.writing import ReadOutcome, write_outcomes
from tawatur.events.records import ReadArticle
from tawatur.explore.web.app import create_app
from tawatur.model.article import Article
from tawatur.model.span import Span
from vocabulary import known_names

LARGEST_KB, SLOWEST_MS = 150, 200
ASKED_FIRST = 1  # times that a page is asked before it counts: what a visit keeps for the next


def kinds(visitor: TestClient) -> dict[str, list[str]]:
    """Addresses by kind of page."""

    def rows(address: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = visitor.get(address).json()
        return found

    told, best = rows("/events.json?sort=reports"), rows("/events.json?page=3")
    actors, places, cited = rows("/actors.json"), rows("/map.json"), rows("/sources.json")
    articles, ties = rows("/articles.json?page=2"), rows("/ties.json")
    busiest = actors[0]["id"]
    return {
        "case": ["/"],
        "events": [
            "/events",
            "/events?page=7",
            f"/events?actor={busiest}",
            "/events?type=ASSAULT&sort=time",
        ],
        "ties": ["/ties"],
        "event": [f"/events/{row['id']}" for row in [*told[:6], *best[:6], *ties[:3]]],
        "article": [f"/articles/{row['id']}" for row in articles[:12]],
        "articles": ["/articles", "/articles?page=40"],
        "actor": [f"/actors/{row['id']}" for row in actors[:4] + actors[40:44]],
        "actors": ["/actors", "/actors?page=5"],
        "place": [f"/actors/{row['id']}" for row in places[:6]],
        "outlet": [f"/outlets/{row['outlet_id']}" for row in cited[:4]],
        "sources": ["/sources"],
        "network": [
            "/network",
            "/network?step=3",
            "/network?before=2015-01&after=2015-06",
            f"/network?actor={busiest}",
        ],
        "between": [f"/between/{actors[0]['id']}/{actors[1]['id']}"],
        "timeline": ["/timeline", "/timeline?page=5", f"/timeline?actor={busiest}"],
        "map": ["/map"],
        "search": ["/search?q=قصف", "/search?q=قصف+مدينة&page=3"],
        "disagreements": ["/disagreements", "/disagreements?page=2"],
        "review": ["/review", "/review?page=4"],
        "judgements": ["/judgements"],
        "guide": ["/guide"],
        "export": ["/export"],
    }


def measured(visitor: TestClient, addresses: list[str], times: int) -> tuple[list[float], list[float], int, float]:
    """Milliseconds of every answer by the clock and of the processor, the largest page, the dearest first answer."""
    taken, worked, largest, first = [], [], 0, 0.0
    for address in addresses:
        for turn in range(ASKED_FIRST + times):
            started, began = time.perf_counter(), time.process_time()
            answer = visitor.get(address)
            milliseconds = (time.perf_counter() - started) * 1000
            assert answer.status_code == 200, (address, answer.text[:300])
            work = (time.process_time() - began) * 1000
            largest = max(largest, len(answer.content))
            if turn < ASKED_FIRST:
                first = max(first, work)
            else:
                taken.append(milliseconds)
                worked.append(work)
    return taken, worked, largest, first


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]


def generate(path: Path, count: int) -> None:
    """Writes a case of generated articles with the readings that the generator knows, and joins it."""
    made = (item for item, _ in articles(count, names=known_names()))
    engine = make_case(str(path))
    while batch := list(itertools.islice(made, 1000)):
        outcomes = [ReadOutcome(article=_article(item), reading=item.reading) for item in batch]
        with engine.begin() as connection:
            write_outcomes(connection, outcomes, stamp=stamp)
    join_case(engine, Summary(case=str(path)), lambda _stage, _number: None)
    engine.dispose()


def _article(item: ReadArticle) -> Article:
    head = item.reading.article
    return Article(
        id=head.id, path=head.path, sha256=head.sha256, text=item.text, body=(Span(0, len(item.text)),),
        title=item.text[:60], outlet=head.outlet, published=head.published.edtf,
    )  # fmt: skip


def main() -> int:
    """Prints a line for each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--times", type=int, default=8, help="how often each address is asked")
    parser.add_argument("--generate", type=int, metavar="N", help="first write a case of N generated articles there")
    given = parser.parse_args()
    if given.generate:
        generate(given.case, given.generate)
    missed = []
    with Case.open(str(given.case)) as case, TestClient(create_app(case), base_url="http://localhost") as visitor:
        settle()  # as `tawatur serve` does
        counts = case.counts()
        print(f"{counts['articles']:,} articles, {counts['reports']:,} reports, {counts['events']:,} events")
        for kind, addresses in kinds(visitor).items():
            taken, worked, largest, first = measured(visitor, addresses, given.times)
            bad = largest > LARGEST_KB * 1000 or p95(worked) > SLOWEST_MS
            missed += [kind] if bad else []
            print(
                f"{kind:14} median {statistics.median(taken):7.1f} ms   p95 {p95(taken):7.1f} ms "
                f"(processor {p95(worked):6.1f} ms)   first {first:7.0f} ms   largest {largest / 1000:6.1f} KB"
                f"{'   above the limit' if bad else ''}"
            )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
