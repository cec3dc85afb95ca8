"""Processes and cluster workers may die; the build goes on, and the article that killed one is named."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import tawatur
from tawatur.articles.reader import read_articles
from tawatur.building import parts, pool
from tawatur.building.build import build_case
from tawatur.building.cluster import read_on_cluster
from tawatur.building.pool import drain, halves, killer, read_in_parts
from tawatur.casefile.case import Case
from tawatur.casefile.writing import ReadOutcome
from tawatur.errors import CaseError
from tawatur.model.article import Article

DEMO = Path(tawatur.__file__).parent / "demo" / "articles"


def articles() -> list[Article]:
    return [a for a in read_articles([DEMO]) if isinstance(a, Article)]


def test_lost_parts_are_halved_down_to_the_article() -> None:
    one, two, three = articles()[:3]
    assert halves([[one, two, three]]) == [[one], [two, three]]
    assert halves([[one]]) == []


def test_article_that_ends_its_process_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "read_part", deadly_part)
    monkeypatch.setattr(pool, "PART", 4)
    outcomes = [o for part in read_in_parts(repeated(), jobs=2) for o in part]
    failed = [o for o in outcomes if o.reading is None]
    assert len(outcomes) == 16
    assert {o.article.path[:8] for o in failed} == {"03_sahil"}
    assert all("ended the process" in str(o.fault) for o in failed)


def deadly_part(given: list[Article]) -> list[ReadOutcome]:
    """Reads like the real one, but one article ends the process that reads it."""
    if any(article.path.startswith("03_sahil") for article in given):
        os.kill(os.getpid(), signal.SIGKILL)
    return parts.read_part(given)


def repeated() -> Iterator[Article]:
    """Sixteen articles: the eight twice, under other names."""
    for number in range(2):
        for article in articles():
            yield msgspec.structs.replace(article, path=f"{article.path}{number}", id=f"{article.id[:-1]}{number}")


@pytest.mark.slow
def test_cluster_reads_the_same_case_though_a_worker_is_killed_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(pool, "PART", 1)
    one, two = tmp_path / "one.tawatur", tmp_path / "two.tawatur"
    build_case([DEMO], str(one))
    killed: list[int] = []
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:

        def kill_after_the_first_part(stage: str, _number: int) -> None:
            if stage == "reading" and not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        summary = build_case([DEMO], str(two), scheduler=cluster.scheduler_address, progress=kill_after_the_first_part)
    assert killed
    assert (summary.read, summary.failed) == (8, [])
    assert whole(one) == whole(two)


def whole(case: Path) -> list[bytes]:
    with Case.open(str(case)) as opened:
        parts = (opened.events(), opened.ties(), opened.actors(), opened.copies(), opened.articles())
        return [msgspec.json.encode(part) for part in parts]


def test_scheduler_that_is_not_there_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.building.cluster.PATIENCE", 1)
    with pytest.raises(CaseError, match="no scheduler answers"):
        list(read_on_cluster(articles(), "tcp://127.0.0.1:9"))


def test_pool_that_refuses_further_parts_loses_none() -> None:
    from concurrent.futures import Executor, Future
    from concurrent.futures.process import BrokenProcessPool

    class Broken(Executor):
        """A pool that is broken already."""

        def submit(self, *_arguments: object, **_named: object) -> Future[list[ReadOutcome]]:  # type: ignore[override]
            raise BrokenProcessPool

    broken: list[list[Article]] = []
    given = [[a] for a in articles()]
    left = iter(given)
    assert list(drain(Broken(), iter(()), left, 4, broken, BrokenProcessPool)) == []
    assert broken + list(left) == given


def test_killer_is_named() -> None:
    outcome = killer(articles()[0])
    assert outcome.reading is None
    assert articles()[0].path in str(outcome.fault)


def test_reader_of_parts_is_the_one_that_builds_use() -> None:
    assert parts.read_part(articles()[:1])[0].reading is not None


ENDLESS = """
from itertools import count
from pathlib import Path
import msgspec
import sys
from tawatur.articles.reader import read_articles
from tawatur.building.pool import read_in_parts

if __name__ == "__main__":
    (article, *_) = read_articles([Path(sys.argv[1])])
    many = (msgspec.structs.replace(article, id=f"{n:016x}") for n in count())
    for _part in read_in_parts(many, jobs=2):
        print("read", flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see which processes are left")
def test_no_worker_outlives_a_build_ended_by_kill_9(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    build = subprocess.Popen(
        [sys.executable, str(script), str(DEMO)], stdout=subprocess.PIPE, start_new_session=True, text=True
    )
    assert build.stdout is not None
    assert build.stdout.readline() == "read\n"
    assert len(session(build.pid)) >= 3, "the build and its workers"
    build.kill()
    build.wait()
    build.stdout.close()
    deadline = time.monotonic() + 30
    while session(build.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert session(build.pid) == []


def session(leader: int) -> list[int]:
    """The processes of a session, those waiting for their parent to take note of their end left out."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
