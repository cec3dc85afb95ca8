"""Joins generated articles and tells seconds, memory, growth and the pair F1 against the generator's truth.

python bench/joining.py 12500 25000 50000 100000
"""

import argparse
import gc
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate import articles
from tawatur.events.reader import join_readings
from tawatur.events.records import Joined, ReadArticle


def measure(count: int) -> dict[str, float]:
    """One run in this process: seconds of generating left out, peak memory of the whole process in GB."""
    truth: dict[str, int] = {}
    making = 0.0

    def stream() -> Iterator[ReadArticle]:
        nonlocal making
        source = articles(count)
        while True:
            started = time.perf_counter()
            made = next(source, None)
            making += time.perf_counter() - started
            if made is None:
                return
            truth.update(made[1])
            yield made[0]

    started = time.perf_counter()
    joined = join_readings(stream())
    seconds = time.perf_counter() - started - making
    precision, recall = _pairs(joined, truth)
    return {
        "articles": count,
        "reports": len(truth),
        "events": len(joined.events),
        "copies": len(joined.copies),
        "seconds": round(seconds, 1),
        "generating": round(making, 1),
        "peak_gb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2),
        "pair_precision": round(precision, 4),
        "pair_recall": round(recall, 4),
        "pair_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
    }


def _pairs(joined: Joined, truth: dict[str, int]) -> tuple[float, float]:
    right = together = 0
    for event in joined.events:
        counts = Counter(truth[report.id] for report in event.reports)
        right += sum(n * (n - 1) // 2 for n in counts.values())
        together += len(event.reports) * (len(event.reports) - 1) // 2
    wanted = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    return right / max(1, together), right / max(1, wanted)


def main() -> int:
    """Runs each size in a process of its own and prints one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="+")
    before = 0.0
    for count in parser.parse_args().counts:
        gc.collect()
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.apply(measure, (count,))
        if before:
            found["growth"] = round(found["seconds"] / before, 2)
        before = found["seconds"]
        print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
