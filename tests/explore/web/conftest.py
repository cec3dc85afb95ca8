"""The demonstration case, a case of hostile articles, and a visitor to each."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tawatur.building.build import build_case
from tawatur.casefile.case import Case
from tawatur.demo.demo import build_demo
from tawatur.explore.web.app import create_app

HOSTILE = {
    "markup": "قصفت طائرات روسية <script>alert(1)</script> مدينة حلب، وقال <img src=x onerror=alert(2)> الجيش السوري.",
    "script": "أعلن الجيش السوري <a href='javascript:alert(1)'>انقر</a> أنه قصف مدينة حلب. {{ 7*7 }} {% raw %}",
    "turned": "قصفت طائرات روسية \u202eمدينة حلب\u202c أمس، وذكرت وزارة الدفاع الروسية \u2066إنها قتلت مسلحين\u2069.",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration case, built once; tests that decide take a copy."""
    path = tmp_path_factory.mktemp("web") / "demo.tawatur"
    build_demo(path)
    return path


@pytest.fixture(scope="session")
def shown(built: Path) -> Iterator[TestClient]:
    """A visitor to the demonstration case who decides nothing."""
    with Case.open(str(built)) as case, TestClient(create_app(case), base_url="http://localhost") as visitor:
        yield visitor


@pytest.fixture
def judged(built: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Case]]:
    """A visitor who may decide, and the case of their own."""
    path = tmp_path / "own.tawatur"
    shutil.copy(built, path)
    with Case.open(str(path)) as case, TestClient(create_app(case), base_url="http://localhost") as visitor:
        yield visitor, case


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor to a case of articles that try to break out of the page."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {"path": f"{name}\"><script>alert(3)</script>", "text": text + "\nوذكرت الوكالة أن الجيش السوري سيطر على حلب.",
         "title": f"<b onclick=alert(4)>{name}</b>", "outlet": "</title><script>alert(5)</script>",
         "url": "javascript:alert(6)", "published": "2016-11-24"}
        for name, text in HOSTILE.items()
    ]  # fmt: skip
    (folder / "rows.jsonl").write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    path = folder / "case.tawatur"
    build_case([folder / "rows.jsonl"], str(path))
    with Case.open(str(path)) as case, TestClient(create_app(case), base_url="http://localhost") as visitor:
        yield visitor
