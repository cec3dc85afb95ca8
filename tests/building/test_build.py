"""A build reads only what changed, loses nothing, and gives the same case whatever the order and number of workers."""

import json
import shutil
from contextlib import nullcontext
from pathlib import Path

import msgspec
import pytest

import tawatur
from tawatur.articles.metadata import read_metadata
from tawatur.building import parts, pool
from tawatur.building.build import build_case
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.model.article import Article
from tawatur.model.reading import Reading

DEMO = Path(tawatur.__file__).parent / "demo"
METADATA = DEMO / "metadata.jsonl"


def contents(case: Path) -> list[bytes]:
    with Case.open(str(case)) as opened:
        return [msgspec.json.encode(e) for e in (*opened.events(), *opened.ties())] + [
            msgspec.json.encode(opened.actors())
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demonstration articles in a folder of the test's own."""
    shutil.copytree(DEMO / "articles", tmp_path / "articles")
    return tmp_path / "articles"


def test_second_build_reads_nothing_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.tawatur"
    build_case([folder], str(case), metadata=read_metadata(METADATA))
    before = contents(case)
    summary = build_case([folder], str(case), metadata=read_metadata(METADATA))
    assert (summary.read, summary.unchanged) == (0, 8)
    assert contents(case) == before


def test_changed_metadata_is_a_reason_to_read_again(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.tawatur"
    build_case([folder], str(case))
    assert build_case([folder], str(case), metadata=read_metadata(METADATA)).read == 8


def test_order_of_files_and_number_of_workers_leave_no_trace(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.tawatur", tmp_path / "two.tawatur"
    build_case([folder], str(one), metadata=read_metadata(METADATA))
    files = sorted(folder.iterdir(), reverse=True)
    build_case(files, str(two), metadata=read_metadata(METADATA), jobs=2)
    assert contents(one) == contents(two)


def test_case_grown_step_by_step_is_the_case_built_at_once(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.tawatur", tmp_path / "two.tawatur"
    build_case([folder], str(one), metadata=read_metadata(METADATA))
    for file in sorted(folder.iterdir(), reverse=True):
        build_case([file], str(two), metadata=read_metadata(METADATA))
    assert contents(one) == contents(two)


def test_removed_article_is_shown_as_removed_and_comes_back(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.tawatur"
    build_case([folder], str(case))
    before = contents(case)
    gone = sorted(folder.iterdir())[0]
    text = gone.read_bytes()
    gone.unlink()
    assert build_case([folder], str(case)).removed == 1
    with Case.open(str(case)) as opened:
        assert [row["path"] for row in opened.articles(state="removed")] == [gone.name]
    gone.write_bytes(text)
    assert build_case([folder], str(case)).read == 0
    assert contents(case) == before


def test_changed_article_replaces_its_older_self(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.tawatur"
    build_case([folder], str(case))
    changed = sorted(folder.iterdir())[0]
    changed.write_text(changed.read_text(encoding="utf-8") + "\nوانسحبت القوات مساء.", encoding="utf-8")
    assert build_case([folder], str(case)).read == 1
    with Case.open(str(case)) as opened:
        assert len(opened.articles(state="read")) == 8
        assert list(check_case(opened.engine)) == []


def test_articles_of_one_path_stand_side_by_side_whatever_their_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tmp_path / "rows.jsonl"
    texts = [f"قصف الجيش مدينة حلب في {day} كانون الثاني 2016." for day in (3, 9, 14)]
    rows.write_text("\n".join(json.dumps({"path": "row", "text": t}) for t in texts), encoding="utf-8")
    one, two = tmp_path / "one.tawatur", tmp_path / "two.tawatur"
    build_case([rows], str(one))
    monkeypatch.setattr(pool, "PART", 1)
    build_case([rows], str(two))
    assert contents(one) == contents(two)
    before = contents(two)
    assert build_case([rows], str(two)).unchanged == 3
    assert contents(two) == before
    rows.write_text(json.dumps({"path": "row", "text": texts[1]}), encoding="utf-8")
    build_case([rows], str(two))
    with Case.open(str(two)) as opened:
        assert len(opened.articles(state="read")) == 1


def test_failed_article_that_was_removed_and_is_back_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, file = tmp_path / "a.tawatur", sorted(folder.iterdir())[0]
    with monkeypatch.context() as patch:
        patch.setattr(parts, "read_article", lambda _article: 1 / 0)
        build_case([folder], str(case))
    text = file.read_bytes()
    file.unlink()
    build_case([folder], str(case))
    file.write_bytes(text)
    assert build_case([folder], str(case)).read == 1
    with Case.open(str(case)) as opened:
        assert list(check_case(opened.engine)) == []
        assert len(opened.articles(state="read")) == 8


def test_what_is_refused_is_counted_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "english.txt").write_text("Only English words stand here, nothing else.", encoding="utf-8")
    rows = folder / "rows.jsonl"
    rows.write_text(json.dumps({"path": "row", "text": "قصف الجيش المدينة أمس."}) + "\n{broken\n", encoding="utf-8")
    summary = build_case([folder, tmp_path / "missing"], str(tmp_path / "a.tawatur"))
    assert summary.read == 9
    assert sorted(r.code for r in summary.refused) == [
        "ArticleBinary",
        "ArticleEmpty",
        "ArticleMalformed",
        "ArticleMissing",
        "ArticleNotArabic",
    ]


def test_article_that_fails_the_reader_is_named_and_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = parts.read_article

    def fail_on_one(article: Article) -> Reading:
        if article.path.startswith("03"):
            raise ValueError("planted")
        return real(article)

    monkeypatch.setattr(parts, "read_article", fail_on_one)
    case = tmp_path / "a.tawatur"
    summary = build_case([folder], str(case))
    assert (summary.read, len(summary.failed)) == (8, 1)
    assert "03_" in summary.failed[0]
    with Case.open(str(case)) as opened:
        assert len(opened.articles(state="failed")) == 1
    monkeypatch.undo()
    assert build_case([folder], str(case)).read == 1, "a failed article is tried again"


def test_article_that_stalls_the_reader_is_left_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    def stall(_article: Article) -> Reading:
        time.sleep(5)
        raise AssertionError("not reached")

    from tawatur.articles.reader import read_articles

    article = next(a for a in read_articles([DEMO / "articles"]) if isinstance(a, Article))
    monkeypatch.setattr(parts, "read_article", stall)
    (outcome,) = parts.read_part([article], seconds=0.1)
    assert outcome.reading is None
    assert "more than 0.1 seconds" in str(outcome.fault)


def test_metadata_that_lies_among_its_articles_is_no_article(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("قصفت طائرات بلدة عندان يوم الأحد.", encoding="utf-8")
    table = folder / "metadata.jsonl"
    table.write_text('{"path": "a.txt", "published": "2016-08-01"}\n', encoding="utf-8")
    summary = build_case([folder], str(tmp_path / "c.tawatur"), metadata=read_metadata(table))
    assert (summary.articles, summary.refused, summary.dated) == (1, [], 1)


@pytest.mark.parametrize("name", ["own.tawatur", "own"])
def test_case_among_its_articles_is_none_of_them(name: str, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from tawatur.explore.cli.main import app

    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("قصف الجيش المدينة أمس ثم انسحب منها.", encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"x")
    for _ in range(2):
        with Case.open(str(folder / name)) if (folder / name).exists() else nullcontext():
            done = CliRunner().invoke(app, ["build", str(folder), "-o", str(folder / name), "--jobs", "1"])
        assert done.exit_code == 0
        assert "refused 0" in done.output
        assert "not read: .jpg (1)\n" in done.output
