"""Files, folders and JSON Lines become articles; what cannot is refused and the rest goes on."""

import json
from pathlib import Path

import pytest

from tawatur.articles.metadata import read_metadata
from tawatur.articles.reader import Refused, read_articles
from tawatur.errors import ArticleMetadata
from tawatur.model.article import Article

TEXT = "أعلنت الحكومة اليوم وقف إطلاق النار في المدينة، بعد أيام من القتال العنيف بين الطرفين."


def test_folder_is_read_in_order_and_bad_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="cp1256")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = list(read_articles([tmp_path]))
    assert [f.path for f in found] == ["a.txt", "b.txt", "empty.txt"]
    assert isinstance(found[2], Refused)
    assert found[2].code == "ArticleEmpty"


def test_missing_file_is_refused(tmp_path: Path) -> None:
    (found,) = read_articles([tmp_path / "none.txt"])
    assert isinstance(found, Refused)
    assert found.code == "ArticleMissing"


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    found = list(read_articles([tmp_path / "x", tmp_path / "y"]))
    assert [f.path for f in found] == ["x/a.txt", "y/a.txt"]


def test_rows_of_json_lines_are_articles_and_broken_rows_are_named(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    good = json.dumps({"path": "one", "text": TEXT, "outlet": "صحيفة", "published": "2016-11"})
    wrong = json.dumps({"path": "two", "text": TEXT, "published": "yesterday"})
    rows.write_text(
        f"{good}\n\n{{broken\n{wrong}\n" + json.dumps({"path": "three", "text": "English only"}), encoding="utf-8"
    )
    found = list(read_articles([rows]))
    assert isinstance(found[0], Article)
    assert (found[0].outlet, found[0].published) == ("صحيفة", "2016-11")
    assert [(f.path, f.code) for f in found[1:] if isinstance(f, Refused)] == [
        ("rows.jsonl:3", "ArticleMalformed"),
        ("rows.jsonl:4", "ArticleMetadata"),
        ("rows.jsonl:5", "ArticleNotArabic"),
    ]


def test_row_longer_than_any_article_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    with rows.open("wb") as stream:
        stream.write(b'{"path": "long", "text": "' + b"a" * 10_500_000 + b'"}\n')
        stream.write(json.dumps({"path": "short", "text": TEXT}).encode() + b"\n")
    found = list(read_articles([rows]))
    assert isinstance(found[0], Refused)
    assert found[0].code == "ArticleTooLarge"
    assert isinstance(found[1], Article)


def test_another_language_in_arabic_script_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fa.txt").write_text(
        "گزارش‌ها می‌گویند که نیروهای ارتش در این شهر مستقر شده‌اند و گفتگوها ادامه دارد", encoding="utf-8"
    )
    (found,) = read_articles([tmp_path])
    assert isinstance(found, Refused)
    assert found.code == "ArticleNotArabic"


def test_metadata_by_path_wins_over_what_the_text_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    table = tmp_path / "m.jsonl"
    table.write_text('{"path": "a.txt", "published": "2016-11-24", "outlet": "الأخبار"}\n', encoding="utf-8")
    (found,) = read_articles([tmp_path / "a.txt"], metadata=read_metadata(table))
    assert isinstance(found, Article)
    assert (found.published, found.outlet) == ("2016-11-24", "الأخبار")


@pytest.mark.parametrize(
    "row", ['{"path": 1}', '{"path": "a", "colour": "red"}', "[]", '{"path": "a", "published": "soon"}']
)
def test_malformed_metadata_names_file_and_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "m.jsonl"
    table.write_text(row, encoding="utf-8")
    with pytest.raises(ArticleMetadata, match=r"m\.jsonl:1: "):
        read_metadata(table)


def test_id_derives_from_path_and_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    first, again = list(read_articles([tmp_path])), list(read_articles([tmp_path]))
    (tmp_path / "a.txt").write_text(TEXT + " ", encoding="utf-8")
    assert first == again
    assert first[0].id != next(iter(read_articles([tmp_path]))).id  # type: ignore[union-attr]
