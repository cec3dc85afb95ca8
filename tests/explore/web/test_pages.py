"""Every page in both languages: answered, complete, small, without anything that a browser would run."""

import re
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.model.case import CaseActor

LARGEST = 150_000
PLAIN = (
    "/", "/events", "/ties", "/disagreements", "/actors", "/articles", "/sources", "/network", "/timeline", "/map",
    "/search", "/search?q=روسيا", "/review", "/judgements", "/login", "/network?before=2016-10&after=2016-12",
    "/network?actor=russia&enmity=1&every=1&step=3", "/timeline?since=2016", "/map?borders=no", "/events?type=ASSAULT",
    "/between/russia/hezbollah", "/guide", "/export", "/export?type=ASSAULT&since=2016",
)  # fmt: skip
DRAWINGS = ("/case.svg", "/network.svg", "/timeline.svg", "/map.svg", "/sources.svg")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags_of(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every element of a page with its attributes."""
    parser = _Tags()
    parser.feed(page)
    return parser.tags


def things(visitor: TestClient) -> list[str]:
    """The pages of single things."""
    get = visitor.get
    events = [f"/events/{row['id']}" for row in get("/events.json").json()[:6]]
    articles = [f"/articles/{row['id']}" for row in get("/articles.json").json()]
    actors = [f"/actors/{row['id']}" for row in get("/actors.json").json()[:6]]
    places = [f"/actors/{row['id']}" for row in get("/map.json").json()[:3]]
    outlets = [f"/outlets/{row['outlet_id']}" for row in get("/sources.json").json()[:4]]
    return events + articles + actors + places + outlets


def harmless(page: str) -> None:
    """Nothing in the page runs, is styled in place, or comes from elsewhere."""
    for tag, attributes in tags_of(page):
        assert tag not in ("style", "iframe", "object", "embed"), tag
        if tag == "script":
            assert attributes.get("src", "") == "/static/tawatur.js"
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style", (tag, value)
            if attributes.get("class") == "original":  # where the article was published; nothing is fetched from there
                assert {"noreferrer", "noopener"} <= set((attributes["rel"] or "").split())
                assert re.match("https?://", attributes["href"] or "")
            elif name in ("href", "src", "action"):
                assert re.match(r"[/#]|\?|$", value or ""), (tag, value)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("address", PLAIN)
def test_pages_are_answered_in_both_languages(shown: TestClient, address: str, language: str) -> None:
    answer = shown.get(address, params={"lang": language} if "?" not in address else None,
                       headers={"accept-language": language})  # fmt: skip
    assert answer.status_code == 200, answer.text[:300]
    assert len(answer.content) < LARGEST
    harmless(answer.text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_thing_has_its_page(shown: TestClient, language: str) -> None:
    for address in things(shown):
        answer = shown.get(address, params={"lang": language})
        assert answer.status_code == 200, address
        assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in answer.text
        assert len(answer.content) < LARGEST, address
        harmless(answer.text)


def test_every_page_has_a_json_twin(shown: TestClient) -> None:
    for address in [*things(shown), *(a for a in PLAIN if a not in ("/", "/search", "/login"))]:
        path, _, query = address.partition("?")
        answer = shown.get(f"{path}.json?{query}")
        assert answer.status_code == 200, address
        assert answer.headers["content-type"] == "application/json"
        assert answer.json() is not None


@pytest.mark.parametrize("address", DRAWINGS)
def test_drawings_are_files_of_their_own(shown: TestClient, address: str) -> None:
    import xml.etree.ElementTree as ElementTree

    answer = shown.get(address)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(answer.text)
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert not root.findall(".//{http://www.w3.org/2000/svg}script")


def test_drawings_do_not_change(shown: TestClient) -> None:
    for address in DRAWINGS:
        assert shown.get(address).text == shown.get(address).text


def test_arabic_pages_hold_no_english_words_of_ours(shown: TestClient) -> None:
    from tawatur.explore.web.language import words

    english = {w for name, w in words("en").items() if w.isascii() and len(w) > 6 and w != words("ar")[name]}
    for address in ("/", "/events", "/review", "/network", "/map", "/timeline", "/actors/russia"):
        text = re.sub(r"<[^>]*>", " ", re.sub(r'<bdi lang="en">.*?</bdi>', "", shown.get(f"{address}?lang=ar").text))
        assert not [w for w in english if f" {w} " in text], address


@pytest.mark.parametrize("address", ["/events/nope", "/articles/nope", "/actors/nope", "/outlets/nope", "/nowhere"])
def test_what_is_not_there_is_said_so(shown: TestClient, address: str) -> None:
    page, twin = shown.get(address), shown.get(f"{address}.json")
    assert (page.status_code, twin.status_code) == (404, 404)
    told: dict[str, Any] = twin.json()
    assert told.keys() == {"error", "message", "message_ar"}


@pytest.mark.parametrize(
    "address",
    ["/events?since=yesterday", "/events?support=many", "/network?at=x", "/events?page=0", "/network?top=9999",
     "/events?sort=luck", "/search.json?q=%D8%A3*"],
)  # fmt: skip
def test_a_question_that_means_nothing_is_refused(shown: TestClient, address: str) -> None:
    assert shown.get(address).status_code in (400, 404, 422)


def test_a_thing_named_in_arabic_alone_has_its_pages(judged: tuple[TestClient, Case]) -> None:
    """Names that the knowledge base does not hold may have no English."""
    visitor, case = judged
    name = {"ar": "لواء الوادي"}
    actor = CaseActor(id="x1", kind="armed_group", name=name, articles=1, mentions=1)
    row = {"id": "x1", "kind": actor.kind, "name_ar": name["ar"], "name_en": None, "articles": 1, "mentions": 1}
    with case.engine.begin() as connection:
        connection.execute(schema.actors.insert().values(**row, data=msgspec.json.encode(actor).decode()))
    for address in ("/actors/x1", "/actors", "/between/x1/russia", "/search?q=لواء"):
        for language in ("ar", "en"):
            answer = visitor.get(address, headers={"accept-language": language})
            assert answer.status_code == 200, address
            assert name["ar"] in answer.text


def test_every_format_is_taken_out(shown: TestClient) -> None:
    names = [row["name"] for row in shown.get("/export.json").json()]
    assert "acled" in names
    for name in names:
        answer = shown.get(f"/export/{name}", params={"actor": "russia"})
        if name == "ftm" and "tawatur[ftm]" in answer.text:
            continue  # FollowTheMoney is not on every machine
        assert answer.status_code == 200, (name, answer.text[:200])
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.content
    assert shown.get("/export/nothing").status_code == 404


def test_a_report_has_an_address_of_its_own(shown: TestClient) -> None:
    told = shown.get("/events.json").json()[0]["reports"][0]
    answer = shown.get(f"/reports/{told['id']}", follow_redirects=False)
    assert answer.headers["location"].endswith(f"#{told['id']}")
    assert shown.get(f"/reports/{told['id']}.json").json()["report"]["quote"] == told["quote"]


def test_where_the_case_lies_is_not_told(shown: TestClient) -> None:
    for address in ("/events/nope", "/articles/nope", "/actors/nope", "/events/nope.json"):
        assert "/demo.tawatur" not in shown.get(address).text


def test_error_speaks_the_language_of_its_page(shown: TestClient) -> None:
    arabic = shown.get("/events/e0000000000000000", params={"lang": "ar"}).text
    assert "لا حدث بهذا المعرف في" in arabic
    assert "<bdi>e0000000000000000</bdi>" in arabic
    english = shown.get("/events/e0000000000000000", params={"lang": "en"}).text
    assert "no such event in" in english
    assert "لا حدث" not in english
    assert "لا يقل جزء الكلمة" in shown.get("/search", params={"lang": "ar", "q": "*ab*"}).text


def test_network_is_at_hand_before_the_first_visitor(shown: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.explore.web.pages.network import prepare

    state = shown.app.state  # type: ignore[attr-defined]
    state.kept.forget()
    prepare(state.kept, state.case)
    monkeypatch.setattr(Case, "network", lambda *_, **__: pytest.fail("worked out again"))
    assert shown.get("/network").status_code == 200
