"""With scripts off every page still says its piece, and nothing is hidden that only a script would show."""

from typing import Any

from fastapi.testclient import TestClient

from tests.explore.web.walk.conftest import every_page, page_of


def test_every_page_says_its_piece_without_scripts(browser: Any, open_case: str, shown: TestClient) -> None:
    bare = page_of(browser, language="en", java_script_enabled=False)
    full = page_of(browser, language="en")
    for address in every_page(shown):
        bare.goto(f"{open_case}{address}")
        full.goto(f"{open_case}{address}")
        assert _told(bare) >= _told(full) - _only_with_scripts(full), address
    assert not [fault for fault in full.faults if "404" not in fault]
    bare.context.close()
    full.context.close()


def _told(page: Any) -> set[str]:
    """The lines that a reader sees on a page."""
    return {line.strip() for line in page.locator("main").inner_text().splitlines() if line.strip()}


def _only_with_scripts(page: Any) -> set[str]:
    """Comforts that a page says only where scripts run."""
    shown = page.locator("[data-script]")
    return {line.strip() for text in shown.all_inner_texts() for line in text.splitlines()}
