"""What `import tawatur` offers, from a folder to an event; and that importing it is quick and brings nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tawatur
from tawatur.errors import ArticleError

DEMO = Path(tawatur.__file__).parent / "demo"


def test_text_path_and_metadata_can_be_read() -> None:
    reading = tawatur.read("قصف الجيش السوري مدينة حلب أمس.", published="2016-11-24", outlet="صحيفة")
    assert [report.type for report in reading.reports] == ["ASSAULT"]
    assert reading.article.published.edtf == "2016-11-24"
    assert tawatur.read(next(iter(sorted((DEMO / "articles").iterdir())))).reports


def test_what_is_no_article_raises_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ArticleError):
        tawatur.read(tmp_path / "none.txt")
    with pytest.raises(ArticleError):
        tawatur.read("")


def test_case_is_built_and_asked(tmp_path: Path) -> None:
    case = str(tmp_path / "a.tawatur")
    summary = tawatur.build(DEMO / "articles", case, metadata=DEMO / "metadata.jsonl")
    assert summary.articles == 8
    with tawatur.open(case) as opened:
        found = opened.events(actor="hezbollah", type="CONSULT")
        assert found
        assert all(event.type == "CONSULT" and event.why["en"] for event in found)


def test_public_names_are_complete() -> None:
    assert sorted(tawatur.__all__) == tawatur.__all__
    assert all(hasattr(tawatur, name) for name in tawatur.__all__)


def test_import_is_quick_and_light(tmp_path: Path) -> None:
    code = (
        "import sys, time; import tawatur, tawatur.reading; s = time.process_time(); "  # a busy machine waits, too
        "print(s); print(' '.join(m for m in ('fastapi', 'alembic', 'rich', 'typer', 'yaml') if m in sys.modules))"
    )
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}  # as pip leaves it: compiled once
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=compiled)
    seconds, heavy = done.stdout.split("\n")[:2]
    assert float(seconds) < 1.0
    assert heavy == ""


def test_a_long_line_of_arabic_is_a_text_and_no_path() -> None:
    line = "قصفت طائرات حربية مواقع للمسلحين قرب المدينة القديمة وسقط قتلى وجرحى في صفوف المدنيين " * 2
    assert 128 < len(line) < 250 < len(line.encode())
    assert tawatur.read(line).reports


def test_path_given_as_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قصف الجيش المدينة أمس.", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"give pathlib\.Path"):
        tawatur.read(str(tmp_path / "a.txt"))
