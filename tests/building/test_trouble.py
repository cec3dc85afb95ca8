"""Full disks, two builds at once, articles that stall: a build says so in one line, loses nothing, and resumes."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

import tawatur
from tawatur.building import parts, pool
from tawatur.building.build import build_case
from tawatur.building.pool import read_in_parts
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.casefile.storage import sole_writer
from tawatur.casefile.writing import ReadOutcome
from tawatur.errors import CaseBusy
from tawatur.model.article import Article
from tawatur.model.reading import Reading

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import kills

DEMO = Path(tawatur.__file__).parent / "demo" / "articles"
NARROW = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from tawatur.explore.cli.main import run
sys.argv = ["tawatur", *sys.argv[2:]]
run()
"""


def contents(case: Path) -> list[bytes]:
    with Case.open(str(case)) as opened:
        assert list(check_case(opened.engine)) == []
        parts = (opened.events(), opened.ties(), opened.actors(), opened.copies(), opened.articles())
        return [msgspec.json.encode(part) for part in parts]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files to be set")
@pytest.mark.parametrize("room", [200_000, 300_000, 400_000])
def test_full_disk_is_one_line_and_the_next_build_goes_on(tmp_path: Path, room: int) -> None:
    whole, case = tmp_path / "whole.tawatur", tmp_path / "full.tawatur"
    build_case([DEMO], str(whole))
    command = [sys.executable, "-c", NARROW, str(room), "build", str(DEMO), "-o", str(case), "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("tawatur: ")
    assert done.stderr.count("\n") == 1, done.stderr
    assert "cannot be written" in done.stderr
    build_case([DEMO], str(case))
    assert contents(case) == contents(whole)


def test_second_build_at_once_says_so_and_leaves(tmp_path: Path) -> None:
    case = tmp_path / "a.tawatur"
    build_case([DEMO], str(case))
    before = contents(case)
    with sole_writer(str(case)):
        with pytest.raises(CaseBusy, match="another build is at work") as told:
            build_case([DEMO / "01_madar_2016-08-16.txt"], str(case))
        command = [sys.executable, "-m", "tawatur.explore.cli.main", "build", str(DEMO), "-o", str(case)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"tawatur: {told.value}\n")
    assert contents(case) == before


def test_article_that_stalls_is_named_and_the_others_are_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, case = parts.read_article, tmp_path / "a.tawatur"

    def stall_on_one(article: Article) -> Reading:
        if article.path.startswith("03"):
            time.sleep(60)
        return real(article)

    monkeypatch.setattr(parts, "read_article", stall_on_one)
    monkeypatch.setattr(parts, "SECONDS", 5.0)
    monkeypatch.setattr(parts, "PATIENCE", 1.0)
    summary = build_case([DEMO], str(case))
    assert (summary.read, len(summary.failed), summary.articles) == (8, 1, 7)
    assert "03_sahil" in summary.failed[0]
    assert "more than 5 seconds" in summary.failed[0]
    monkeypatch.undo()
    build_case([DEMO], str(case))
    whole = tmp_path / "whole.tawatur"
    build_case([DEMO], str(whole))
    assert contents(case) == contents(whole)


def test_article_that_stalls_a_library_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.articles.reader import read_articles

    articles = [a for a in read_articles([DEMO]) if isinstance(a, Article)]
    monkeypatch.setattr(pool, "read_part", stalling_part)
    outcomes = [o for part in read_in_parts(articles, jobs=2) for o in part]
    assert len(outcomes) == len(articles)
    (failed,) = [o for o in outcomes if o.reading is None]
    assert failed.article.path.startswith("03_sahil")
    assert "time" in str(failed.fault)


def stalling_part(given: list[Article]) -> list[ReadOutcome]:
    """Reads like the real one, but one article keeps a library busy for ever inside one call."""
    real, patch = parts.read_article, pytest.MonkeyPatch()

    def stall_on_one(article: Article) -> Reading:
        if article.path.startswith("03_sahil"):
            sum(iter(int, 1))  # never ends, and hears no signal
        return real(article)

    with patch.context() as patched:
        patched.setattr(parts, "read_article", stall_on_one)
        patched.setattr(parts, "PATIENCE", 1.0)
        return parts.read_part(given, seconds=3.0)


def test_parts_that_were_written_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PART", 3)
    real, case, done = pool.read_part, tmp_path / "a.tawatur", []

    def ends_in_the_third(given: list[Article]) -> list[ReadOutcome]:
        done.append(len(given))
        if len(done) == 3:
            raise KeyboardInterrupt
        return real(given)

    monkeypatch.setattr(pool, "read_part", ends_in_the_third)
    with pytest.raises(KeyboardInterrupt):
        build_case([DEMO], str(case))
    monkeypatch.setattr(pool, "read_part", real)
    summary = build_case([DEMO], str(case))
    assert (summary.unchanged, summary.read) == (6, 2)


def test_failure_while_a_part_is_written_leaves_none_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "a.tawatur"

    def fails(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tawatur.casefile.writing.index_articles", fails)
    with pytest.raises(KeyboardInterrupt):
        build_case([DEMO], str(case))
    monkeypatch.undo()
    with Case.open(str(case)) as opened:
        assert opened.articles() == []
    build_case([DEMO], str(case))
    shutil.copy(case, tmp_path / "b.tawatur")
    assert contents(case) == contents(tmp_path / "b.tawatur")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_builds_killed_at_random_moments_leave_the_same_case() -> None:
    assert kills.run(DEMO, 3, seed=5, months=True) == (3, 0)
