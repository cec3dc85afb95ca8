"""On a phone: no page is wider than the screen, in either direction of writing; the Arabic one without scripts."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.explore.web.walk.conftest import every_page, page_of


@pytest.mark.parametrize(("language", "scripts"), [("ar", False), ("en", True)])
def test_no_page_is_wider_than_a_phone(
    browser: Any, open_case: str, shown: TestClient, language: str, scripts: bool
) -> None:
    page = page_of(browser, language=language, viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    wide = []
    for address in every_page(shown):
        page.goto(f"{open_case}{address}")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert page.locator("h1").inner_text().strip(), address
        assert len(page.locator("main").inner_text()) > (20 if address == "/login" else 60), address
        if over > 0:
            wide.append((address, over))
    page.context.close()
    assert not wide
