"""Decisions by plain forms: taken, seen at once, undone, kept over a build."""

import html
import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tawatur.casefile.case import Case
from tawatur.demo.demo import build_demo


def token_in(page: str) -> str:
    """The form token of a page."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found, "the page has no form"
    return found[1]


def decide(visitor: TestClient, page: str, **form: Any) -> Any:
    """Sends a form of a page as a browser without scripts would."""
    token = token_in(visitor.get(page).text)
    return visitor.post("/review/decide", data={"token": token, "by": "Sara", "next": page, **form})


def first(visitor: TestClient, **asked: str) -> dict[str, Any]:
    """The first event that meets the filters."""
    found: dict[str, Any] = visitor.get("/events.json", params=asked).json()[0]
    return found


def test_a_corrected_date_shows_at_once_is_undone_and_survives_a_build(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    event = first(visitor, type="CONSULT")
    old = event["time"]["edtf"]
    page = f"/events/{event['id']}"
    answer = decide(visitor, page, action="correct", target=event["id"], field="time", to="2016-11-18", why="letter")
    assert answer.status_code == 200
    assert answer.url.path == page
    assert "2016-11-18" in answer.text
    corrected = visitor.get(f"{page}.json").json()
    assert corrected["time"]["edtf"] == "2016-11-18"
    assert "18 November 2016" in corrected["title"]["en"]
    assert "18 تشرين الثاني" in corrected["title"]["ar"]
    assert "letter" in answer.text  # the history of the event

    made = re.search(r"done=(j[0-9a-f]+)", str(answer.url))
    assert made
    undone = decide(visitor, page, action="undo", target=made[1])
    assert visitor.get(f"{page}.json").json()["title"] == event["title"]
    assert visitor.get(f"{page}.json").json()["time"]["edtf"] == old
    assert undone.url.path == page

    decide(visitor, page, action="correct", target=event["id"], field="time", to="2016-11-19")
    build_demo(Path(case.name))
    assert visitor.get(f"{page}.json").json()["time"]["edtf"] == "2016-11-19"


def test_a_rejected_event_is_gone_and_comes_back(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    event = first(visitor)
    answer = decide(visitor, f"/events/{event['id']}", action="reject", target=event["id"])
    assert answer.url.path == "/review"
    assert not case.has_event(event["id"])
    made = str(answer.url).partition("done=")[2]
    decide(visitor, "/review", action="undo", target=made)
    assert case.has_event(event["id"])


def test_a_report_is_corrected_and_split_off(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    event = next(e for e in visitor.get("/events.json").json() if len({r["article"] for r in e["reports"]}) > 1)
    page, leaving = f"/events/{event['id']}", event["reports"][-1]["id"]
    decide(visitor, page, action="split", target=event["id"], reports=[leaving])
    assert case.home_of(leaving) != case.home_of(event["reports"][0]["id"])
    home = f"/events/{case.home_of(leaving)}"
    decide(visitor, home, action="correct", target=leaving, field="modality", to="denied")
    assert case.event(case.home_of(leaving) or "").modality == "denied"


def test_two_events_are_merged_by_the_address_of_a_page(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    events = visitor.get("/events.json").json()
    one, two = next((a, b) for a, b in itertools.combinations(events, 2) if a["type"] == b["type"])
    decide(visitor, f"/events/{one['id']}", action="merge", target=one["id"],
           to=f"http://localhost/events/{two['id']}?lang=ar")  # fmt: skip
    assert case.home_of(one["reports"][0]["id"]) == case.home_of(two["reports"][0]["id"])


def test_the_queue_empties_as_one_decides_in_place(judged: tuple[TestClient, Case]) -> None:
    visitor, _ = judged
    before = visitor.get("/review.json").json()
    target = next(d["target"] for d in before if d["event"])
    token = token_in(visitor.get("/review").text)
    form = {"action": "accept", "target": target, "by": "Sara", "token": token}
    told = visitor.post("/review/decide", data=form, headers={"accept": "application/json"}).json()
    assert told == {"judgement": told["judgement"], "pending": False}
    assert target not in {d["target"] for d in visitor.get("/review.json").json()}
    assert told["judgement"] in visitor.get("/judgements.json").text


def test_a_decision_that_makes_no_sense_is_told(judged: tuple[TestClient, Case]) -> None:
    visitor, _ = judged
    event = first(visitor)["id"]
    page = f"/events/{event}"
    assert decide(visitor, page, action="correct", target=event, field="time", to="soon").status_code == 400
    assert decide(visitor, page, action="reject", target="e0000000000000000").status_code == 400
    assert decide(visitor, page, action="undo", target="j0000000000000000").status_code == 400
    assert decide(visitor, page, action="accept", target=event, by="").status_code == 400


def test_going_back_never_leaves_the_app(judged: tuple[TestClient, Case]) -> None:
    visitor, _ = judged
    event = first(visitor)["id"]
    token = token_in(visitor.get("/review").text)
    for address in ("//evil.example", "https://evil.example", "/\\evil.example"):
        form = {"action": "accept", "target": event, "by": "S", "token": token, "next": address}
        answer = visitor.post("/review/decide", data=form, follow_redirects=False)
        assert answer.headers["location"].startswith("/review?")


def test_full_disk_is_told_and_the_desk_goes_on(
    judged: tuple[TestClient, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import OperationalError

    from tawatur.explore.web import deciding

    def full(*_: object, **__: object) -> None:
        raise OperationalError("UPDATE", {}, Exception("database or disk is full"))

    visitor, _ = judged
    event = first(visitor)["id"]
    with monkeypatch.context() as broken:
        broken.setattr(deciding, "join_case", full)
        assert "disk is full" in decide(visitor, f"/events/{event}", action="accept", target=event).text
    page = decide(visitor, f"/events/{event}", action="accept", target=event).text
    assert "disk is full" not in page
    with monkeypatch.context() as broken:
        broken.setattr(deciding, "judge", full)
        answer = decide(visitor, f"/events/{event}", action="accept", target=event)
        assert answer.status_code == 400
        assert "disk is full" in answer.text


def test_list_of_decisions_names_what_was_decided_on(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    kept, gone = visitor.get("/events.json").json()[:2]
    actor = case.actors(limit=1)[0]
    decide(visitor, f"/events/{kept['id']}", action="accept", target=kept["id"])
    decide(visitor, f"/events/{gone['id']}", action="reject", target=gone["id"])
    decide(visitor, f"/actors/{actor.id}", action="correct", target=actor.id, field="name", to="اسم جديد | New name")
    for language, other in (("ar", "en"), ("en", "ar")):
        page = visitor.get("/judgements", params={"lang": language}).text
        assert f'<a href="/events/{kept["id"]}">' in page
        for title in (kept["title"], gone["title"]):
            assert title[language] in html.unescape(page)
            assert title[other] in html.unescape(page)
        assert ">اسم جديد<" in page
        assert ">New name<" in page
        assert f'href="/events/{gone["id"]}"' not in page
    rows = visitor.get("/judgements.json").json()
    assert {"ar", "en"} <= rows[0]["about"]["name"].keys()
    assert next(r for r in rows if r["judgement"]["target"] == gone["id"])["about"]["kind"] is None


def test_name_in_any_script_signs_and_is_remembered(judged: tuple[TestClient, Case]) -> None:
    visitor, _ = judged
    event = first(visitor)["id"]
    name = "سارة الحلبي; a=b"
    answer = decide(visitor, f"/events/{event}", action="accept", target=event, by=name)
    assert answer.status_code == 200
    assert f'value="{name}"' in visitor.get("/review").text
    assert f"<bdi>{name}</bdi>" in visitor.get("/judgements").text
    assert decide(visitor, f"/events/{event}", action="accept", target=event, by="").status_code == 200
