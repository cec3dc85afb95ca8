"""The review queue by keyboard alone, in the browser."""

import shutil
from pathlib import Path
from typing import Any

from tawatur.explore.web.language import words
from tests.explore.web.walk.conftest import page_of, served


def test_the_queue_is_worked_with_keys_alone(browser: Any, built: Path, tmp_path: Path) -> None:
    case, say = tmp_path / "demo.tawatur", words("en")
    shutil.copy(built, case)
    with served(case) as address:
        page = page_of(browser)
        page.goto(f"{address}/review")
        assert page.locator(".shortcuts").is_visible()
        page.locator("input[name=by]").first.fill("Sara")
        page.locator("body").press("Escape")
        page.locator("h1").click()
        page.keyboard.press("j")
        first = page.locator(".doubt").first
        assert first.evaluate("e => e === document.activeElement")
        page.keyboard.press("a")
        first.get_by_text(say["decision_kept"]).wait_for()
        assert page.locator(".doubt").nth(1).evaluate("e => e === document.activeElement"), "on to the next"
        page.keyboard.press("u")
        first.get_by_text(say["decision_kept"]).wait_for(state="detached")
        page.keyboard.press("o")
        page.wait_for_url("**/events/*")
        assert not page.faults
        page.context.close()


def test_a_drawing_is_saved_as_an_image(browser: Any, open_case: str) -> None:
    page = page_of(browser)
    page.goto(f"{open_case}/network")
    with page.expect_download() as saved:
        page.locator("a.png").click()
    path = saved.value.path()
    assert saved.value.suggested_filename == "network.png"
    assert Path(path).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    page.context.close()


def test_a_line_to_cite_is_copied(browser: Any, open_case: str) -> None:
    page = page_of(browser, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{open_case}/map")
    page.locator("[data-copy]").click()
    page.get_by_text(words("en")["copied_line"], exact=True).wait_for()
    assert "/map" in page.evaluate("navigator.clipboard.readText()")
    page.context.close()
