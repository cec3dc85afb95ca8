"""The whole story in a browser, in both languages: from the first page to a judgement that survives a build."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tawatur.demo.demo import build_demo
from tawatur.explore.web.counting import counted
from tawatur.explore.web.dates import day_text
from tawatur.explore.web.language import Language, words
from tests.explore.web.walk.conftest import page_of, served

DAY = "2016-11-18"
_SHOWS = "day => document.querySelector('.facts').innerText.includes(day)"


def _plain(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_walk_from_a_suspicion_to_a_judgement(
    browser: Any, built: Path, tmp_path: Path, language: Language
) -> None:
    case = tmp_path / "demo.tawatur"
    shutil.copy(built, case)
    with served(case) as address:
        page = page_of(browser, language=language, viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/")
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        event = _find_three_articles_on_one_foot(page, language)
        _read_why(page)
        _open_the_article_at_the_span(page)
        page.goto(event)
        _compare_outlets(page)
        _move_the_network(page, language)
        _judge(page, event, case, language)
        assert not page.faults
        page.context.close()


def _find_three_articles_on_one_foot(page: Any, language: Language) -> str:
    """From the first page to the event that three articles tell and one source stands behind; its address."""
    lines = page.locator("section", has=page.get_by_role("heading", name=words(language)["on_one_foot"])).locator("li")
    line = lines.filter(has_text=_plain(counted(3, "articles", language))).first
    assert _plain(counted(1, "feet", language)) in line.inner_text()
    line.locator("a").first.click()
    page.wait_for_url("**/events/*")
    return str(page.url)


def _read_why(page: Any) -> None:
    why = page.locator(".why").inner_text()
    common = page.locator("svg.chains a:has(.ring)")
    assert common.count() == 1, "the common link is marked once in the drawing"
    name = common.locator("title").text_content().partition(" — ")[0]
    assert name in why


def _open_the_article_at_the_span(page: Any) -> None:
    quote = page.locator(".quote blockquote a").first
    said = quote.locator("mark.act").inner_text()
    quote.click()
    page.wait_for_url("**/articles/*#*")
    span = page.locator(f'[id="{page.url.partition("#")[2]}"]')
    assert span.inner_text() == said
    assert span.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")
    span.click()  # the words lead to their record beside them
    record = page.locator(".reports li:target")
    assert record.is_visible()
    record.locator("a.jump").click()  # and the record leads back
    assert page.url.endswith(f"#{span.get_attribute('id')}")


def _compare_outlets(page: Any) -> None:
    outlets = page.locator(".quotes .outlet")
    assert outlets.count() == 3
    named = [set(outlets.nth(n).locator("mark.named, mark.other").all_inner_texts()) for n in range(3)]
    assert all(named)
    assert len(set(map(frozenset, named))) > 1, "outlets name the parties differently, and the page shows it"
    tops = {round(outlets.nth(n).bounding_box()["y"]) for n in range(3)}
    assert len(tops) == 1, "side by side"


def _move_the_network(page: Any, language: Language) -> None:
    say = words(language)
    page.get_by_role("link", name=say["network"], exact=True).click()
    page.wait_for_url("**/network*")
    whole = page.locator("#network-heading").inner_text()
    slider = page.locator("input[type=range]")
    slider.focus()
    slider.press("End")
    page.wait_for_function("before => document.getElementById('network-heading').innerText !== before", arg=whole)
    assert "step=" in page.url
    page.locator("input[name=before]").fill("2016-10")
    page.locator("input[name=after]").fill("2016-12")
    page.get_by_role("button", name=say["compare_now"]).click()
    page.wait_for_url("**before=2016-10**")
    assert page.locator(".changes li.came").count() >= 1
    assert page.locator("svg.network .tie.came").count() >= 1
    came = page.locator(".changes li.came a").first
    came.click()
    page.wait_for_url("**/between/**")
    assert page.locator(".event-line").count() >= 1, "a new link leads to what shows it"


def _judge(page: Any, event: str, case: Path, language: Language) -> None:
    say = words(language)
    page.goto(event)
    when = page.locator(".facts dd", has_text="2016").first
    old, new = when.inner_text(), day_text(DAY, language)
    assert new not in old
    _correct(page, say)
    page.wait_for_function(_SHOWS, arg=new)
    assert say["decision_kept"] in page.locator(".note").inner_text()
    page.locator(".note button.undo").click()
    page.wait_for_function(f"day => !({_SHOWS})(day)", arg=new)
    assert page.locator(".facts dd", has_text="2016").first.inner_text() == old
    _correct(page, say)
    page.wait_for_function(_SHOWS, arg=new)
    build_demo(case)
    page.goto(event)
    assert new in page.locator(".facts").first.inner_text(), "the judgement survives a build"
    assert "Sara" in page.locator(".history").inner_text()
    page.goto(f"{event.partition('/events')[0]}/judgements")
    assert page.locator(".history li").filter(has_text=DAY).count() == 2


def _correct(page: Any, say: dict[str, str]) -> None:
    """Fills the form for another date, as a reviewer would."""
    page.locator("#decide summary", has_text=say["correct_event"]).click()
    form = page.locator("#decide form:has(input[value=time])")
    form.locator("input[name=to]").fill(DAY)
    form.locator("input[name=by]").fill("Sara")
    form.locator("input[name=why]").fill("the original says so")
    form.locator("button").click()
