"""axe on every page, both languages, light and dark: no serious and no critical finding."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.explore.web.walk.conftest import every_page, page_of

GRAVE = ("serious", "critical")
RUN = """async (options) => {
  const usual = {reporter: "no-passes", resultTypes: ["violations"], preload: false};
  const found = await axe.run(document, {...usual, ...options});
  return found.violations.map(v => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200),
                                    v.nodes[0].failureSummary]);
}"""


def _script() -> str:
    from importlib.resources import files

    axe = pytest.importorskip("axe_playwright_python", reason="no axe in this environment")
    return files(axe.__name__).joinpath("axe.min.js").read_text(encoding="utf-8")


# Colours do not depend on the language: they are looked at in English, light and dark
NO_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": ["color-contrast"]}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_serious_finding_on_any_page(browser: Any, open_case: str, shown: TestClient, language: str) -> None:
    script, page = _script(), page_of(browser, language=language, viewport={"width": 1280, "height": 900})
    grave = []
    for address in every_page(shown):
        page.emulate_media(color_scheme="light")
        page.goto(f"{open_case}{address}")
        page.evaluate(script)
        found = page.evaluate(RUN, NO_COLOURS if language == "ar" else {})
        if language == "en":
            page.emulate_media(color_scheme="dark")
            found += [[*one[:-1], f"dark: {one[-1]}"] for one in page.evaluate(RUN, COLOURS)]
        grave += [(address, *one[1:]) for one in found if one[0] in GRAVE]
    page.context.close()
    assert not grave, "\n".join(map(str, grave))


def test_a_grave_fault_would_be_found(browser: Any, open_case: str) -> None:
    page = page_of(browser)
    page.goto(f"{open_case}/guide")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/static/icon.svg\">')")
    page.evaluate(_script())
    assert "image-alt" in [one[1] for one in page.evaluate(RUN, {})]
    page.context.close()
