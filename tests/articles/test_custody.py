"""What a case can vouch for: which bytes, from where, obtained when, and who says so."""

import gzip
import hashlib
import os
from pathlib import Path

import pytest

from tawatur.articles.media.sheet import columns_of
from tawatur.articles.metadata import read_metadata
from tawatur.articles.reader import Refused, find_sources, read_articles
from tawatur.errors import ArticleMetadata
from tawatur.model.article import Article, Retrieved
from tests import kinds

CHANGED = 1_480_000_000  # 2016-11-24T15:06:40Z


def taken(path: Path, **given: object) -> list[Article]:
    os.utime(path, (CHANGED, CHANGED))
    found = list(read_articles([path], **given))  # type: ignore[arg-type]
    assert all(isinstance(f, Article) for f in found), found
    return [f for f in found if isinstance(f, Article)]


@pytest.mark.parametrize("name", sorted(kinds.files()))
def test_every_kind_is_read_with_the_digest_of_its_bytes_and_a_time(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(kinds.files()[name])
    for article in taken(path):
        assert "قصف الجيش السوري مدينة حلب" in article.text
        assert len(article.sha256) == 64
        assert article.retrieved is not None
        assert article.path.startswith((name, "rows/"))


@pytest.mark.parametrize("name", ["01.txt", "02.txt", "05.html", "09.docx", "10.pdf"])
def test_digest_of_a_file_is_that_of_its_bytes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(kinds.files()[name])
    (article,) = taken(tmp_path / name)
    assert article.sha256 == hashlib.sha256(kinds.files()[name]).hexdigest()
    assert article.retrieved == Retrieved(at="2016-11-24T15:06:40Z", basis="file")


@pytest.mark.parametrize("name", ["12.warc.gz", "13.wacz"])
def test_page_of_a_web_archive_has_its_own_digest_address_and_time(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(kinds.files()[name])
    (article,) = taken(tmp_path / name)
    assert article.sha256 == hashlib.sha256(kinds.page()).hexdigest()
    assert article.url is not None
    assert article.url.startswith("https://news.example/")
    assert (article.published, article.outlet) == (kinds.DAY, "صحيفة المثال")
    assert article.retrieved == Retrieved(at="2016-11-25T08:30:00Z", basis="capture")


def test_web_archive_whose_bytes_were_changed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(kinds.wacz(kinds.warc(kinds.page()), digest="0" * 64))
    (found,) = read_articles([tmp_path])
    assert isinstance(found, Refused)
    assert "vouches" in found.message


def test_answers_that_are_no_pages_are_left_out_of_a_web_archive(tmp_path: Path) -> None:
    parts = [
        kinds.warc(kinds.page(), status="404 Not Found"),
        kinds.warc(b"\x89PNG", kind="image/png"),
        kinds.warc(kinds.feed(), kind="application/rss+xml"),
        kinds.warc(kinds.pdf(), kind="application/pdf"),
        kinds.warc(kinds.page(), kind="text/html; charset=utf-8"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(parts))
    found = taken(tmp_path / "a.warc.gz")
    assert [article.media for article in found] == ["application/feed+xml", "application/pdf", "text/html"]
    assert found[0].url == "https://news.example/3"


def test_zip_states_when_each_file_was_packed(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(kinds.files()["11.zip"])
    found = taken(tmp_path / "a.zip")
    assert [article.path for article in found] == ["a.zip/a.txt", "rows/2", "a.zip/c.html"]
    assert {article.retrieved.basis for article in found if article.retrieved} == {"archive"}


def test_users_word_wins_and_a_row_states_its_own(tmp_path: Path) -> None:
    rows = tmp_path / "a.jsonl"
    rows.write_bytes(kinds.row(path="one", text=kinds.TEXT, retrieved="2017-01-02T03:04:05Z"))
    assert taken(rows)[0].retrieved == Retrieved(at="2017-01-02T03:04:05Z", basis="metadata")
    (tmp_path / "m.jsonl").write_bytes(kinds.row(path="one", retrieved="2018-01-01"))
    table = read_metadata(tmp_path / "m.jsonl")
    assert taken(rows, metadata=table)[0].retrieved == Retrieved(at="2018-01-01", basis="metadata")
    sheet = tmp_path / "a.csv"
    sheet.write_text(f"text,retrieved\n{kinds.TEXT},2019-01-01\n", encoding="utf-8")
    assert taken(sheet)[0].retrieved == Retrieved(at="2019-01-01", basis="metadata")


def test_time_of_retrieval_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_bytes(kinds.row(path="one", retrieved="yesterday"))
    with pytest.raises(ArticleMetadata, match="retrieved 'yesterday' is no time"):
        read_metadata(tmp_path / "m.jsonl")
    (tmp_path / "a.csv").write_text(f"text,retrieved\n{kinds.TEXT},soon\n", encoding="utf-8")
    (found,) = read_articles([tmp_path / "a.csv"])
    assert isinstance(found, Refused)
    assert found.path == "a.csv:2"


def test_fields_of_rows_are_named_by_the_user(tmp_path: Path) -> None:
    rows = tmp_path / "a.jsonl"
    rows.write_bytes(kinds.row(body=kinds.TEXT, day=kinds.DAY, other="x"))
    (article,) = taken(rows, columns=columns_of("text=body,published=day"))
    assert (article.text, article.published, article.path) == (kinds.TEXT, kinds.DAY, "a.jsonl:1")
    (missing,) = read_articles([rows], columns=columns_of("text=content"))
    assert isinstance(missing, Refused)
    assert "it has body, day, other" in missing.message


def test_pattern_names_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        (tmp_path / name).write_text(kinds.TEXT, encoding="utf-8")
    assert [source.path for source in find_sources([tmp_path / "*.txt"])] == ["a.txt", "b.txt"]
    assert [source.path for source in find_sources([tmp_path / "**" / "*.html"])] == ["c.html"]
    (found,) = read_articles([tmp_path / "*.pdf"])
    assert isinstance(found, Refused)
    assert found.code == "ArticleMissing"


def test_odd_date_of_a_capture_does_not_cost_the_page(tmp_path: Path) -> None:
    packed = gzip.decompress(kinds.warc(kinds.page())).replace(b"WARC-Date: 2016-11-25T08:30:00Z", b"WARC-Date: soon")
    (tmp_path / "a.warc").write_bytes(packed)
    (article,) = taken(tmp_path / "a.warc")
    assert article.retrieved == Retrieved(at="2016-11-24T15:06:40Z", basis="file")
