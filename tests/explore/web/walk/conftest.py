"""A browser as people have one, and the demonstration case served to it.

The browser is the system's Chromium. Where there is none these tests are skipped with the reason; where the variable
TAWATUR_NEEDS_BROWSER is set, as in CI, they fail instead.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from tawatur.casefile.case import Case
from tawatur.explore.web.app import create_app

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 15_000  # milliseconds that a page may take on a busy machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _lacking(what: str) -> None:
    if os.environ.get("TAWATUR_NEEDS_BROWSER"):
        pytest.fail(f"{what}, and TAWATUR_NEEDS_BROWSER says that the walk must not be left out")
    pytest.skip(f"{what}: the walk through the pages is left out")


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """The system's Chromium, driven by Playwright."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _lacking("no Chromium on this machine (Debian: apt-get install chromium fonts-noto-core)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacking("no playwright in this environment (pip install 'tawatur[dev]')")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address at which a case is shown, as `tawatur serve` shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Case.open(str(path)) as case:
        server = uvicorn.Server(uvicorn.Config(create_app(case), host="127.0.0.1", port=port, log_level="error"))
        at_work = threading.Thread(target=server.run, daemon=True)
        at_work.start()
        while not server.started:
            assert at_work.is_alive(), "the server did not start"
            time.sleep(0.02)
        yield f"http://localhost:{port}"
        server.should_exit = True
        at_work.join(10)


@pytest.fixture(scope="package")
def open_case(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration case, served for looking only."""
    path = tmp_path_factory.mktemp("walk") / "demo.tawatur"
    shutil.copy(built, path)
    with served(path) as address:
        yield address


def page_of(browser: Any, *, language: str = "en", **options: Any) -> Any:
    """A fresh tab of a visitor who prefers a language; errors of scripts and refused requests end the test."""
    context = browser.new_context(locale=language, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(f"{page.url}: {error}"))
    page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: _local(page, asked.url))
    return page


def _local(page: Any, address: str) -> None:
    if not address.startswith(("http://localhost:", "data:", "blob:")):
        page.faults.append(f"a request left the machine: {address}")


EVERY = (
    "/", "/events", "/ties", "/disagreements", "/actors", "/articles", "/sources", "/network", "/timeline", "/map",
    "/search?q=روسيا", "/review", "/judgements", "/login", "/network?before=2016-10&after=2016-12&every=1",
    "/between/russia/hezbollah", "/guide", "/export", "/events/nope",
)  # fmt: skip


def every_page(visitor: TestClient) -> list[str]:
    """An address of every kind of page: the lists, one thing of each kind, and what is shown where nothing is."""
    get = visitor.get
    disputed, told = get("/disagreements.json").json()[0]["id"], get("/events.json").json()[1]["id"]
    tie, article = get("/ties.json").json()[0]["id"], get("/articles.json").json()[0]["id"]
    place, outlet = get("/map.json").json()[0]["id"], get("/sources.json").json()[0]["outlet_id"]
    things = (f"/events/{disputed}", f"/events/{told}", f"/events/{tie}", f"/articles/{article}", f"/actors/{place}")
    return [*EVERY, *things, f"/outlets/{outlet}", "/actors/hezbollah"]
