"""Article text is data; forms are ours; others' machines need a login."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from tawatur.building.build import build_case
from tawatur.casefile.case import Case
from tawatur.casefile.writing import ReadOutcome, write_outcomes
from tawatur.errors import CaseError
from tawatur.explore.web.access import Access, User, password_line, read_users
from tawatur.explore.web.app import create_app
from tawatur.explore.web.marking import Mark, marked
from tawatur.explore.web.pages.articles import is_web_address
from tawatur.model.article import Article
from tawatur.model.span import Span
from tests.explore.web.test_pages import LARGEST, PLAIN, harmless, things

PASSWORD = "a long enough word"


def test_hostile_articles_stay_text(hostile: TestClient) -> None:
    for address in [*PLAIN[:14], *things(hostile)]:
        answer = hostile.get(address)
        harmless(answer.text)
        assert "<script>alert" not in answer.text


def test_template_marks_in_an_article_stay_as_they_are(hostile: TestClient) -> None:
    pages = [hostile.get(f"/articles/{row['id']}").text for row in hostile.get("/articles.json").json()]
    assert any("{{ 7*7 }} {% raw %}" in page for page in pages)


def test_search_words_are_escaped(hostile: TestClient) -> None:
    answer = hostile.get("/search", params={"q": '"><script>alert(1)</script>'})
    harmless(answer.text)


def test_marks_are_escaped_and_keep_every_letter() -> None:
    text = 'a<b>&"c'
    found = str(marked(text, [Mark(Span(0, 3), "actor", '"><i>'), Mark(Span(2, 6), "place", "x")]))
    assert "<b>" not in found
    assert "<i>" not in found


def test_a_very_long_article_is_shown_in_parts(tmp_path: Path) -> None:
    text = "".join(f"قصفت طائرات روسية مدينة حلب أمس وقتلت {n} مسلحا. " for n in range(11, 800))
    rows = [{"path": "long", "text": text, "published": "2016-11-24", "outlet": "وكالة"}]
    (tmp_path / "rows.jsonl").write_text(json.dumps(rows[0], ensure_ascii=False), encoding="utf-8")
    build_case([tmp_path / "rows.jsonl"], str(tmp_path / "case.tawatur"))
    with Case.open(str(tmp_path / "case.tawatur")) as case:
        visitor = TestClient(create_app(case), base_url="http://localhost")
        listed = visitor.get("/articles.json").json()
        assert listed[0]["state"] == "read"
        for at in (0, 30_000):
            answer = visitor.get(f"/articles/{listed[0]['id']}?at={at}")
            assert answer.status_code == 200
            assert len(answer.content) < LARGEST  # hardly anything but marks
        for event in visitor.get("/events.json?sort=reports").json()[:1]:
            assert len(visitor.get(f"/events/{event['id']}").content) < LARGEST


def test_a_paragraph_of_ten_megabytes_does_no_harm(tmp_path: Path) -> None:
    """One is refused and told so; one of five that a case holds is shown part by part."""
    (tmp_path / "huge.txt").write_text("ا" * 5_100_000, encoding="utf-8")
    (tmp_path / "small.txt").write_text("قصفت طائرات روسية مدينة حلب أمس.", encoding="utf-8")
    build_case([tmp_path / "huge.txt", tmp_path / "small.txt"], str(tmp_path / "case.tawatur"))
    text = "<b>" + "ا" * 2_500_000 + "</b>"
    kept = Article(id="a" * 16, path="kept.txt", sha256="0" * 64, text=text, body=(Span(0, len(text)),), title=text)
    with Case.open(str(tmp_path / "case.tawatur")) as case:
        with case.engine.begin() as connection:
            write_outcomes(connection, [ReadOutcome(article=kept, reading=None, fault="too long")], stamp=lambda _: "")
        visitor = TestClient(create_app(case), base_url="http://localhost")
        assert "huge.txt" in visitor.get("/").text
        for address in ("/articles/kept.txt", "/articles/kept.txt?at=2500000", "/articles", "/", "/search?q=حلب"):
            answer = visitor.get(address)
            assert answer.status_code == 200
            assert len(answer.content) < LARGEST, address
            harmless(answer.text)


def test_only_addresses_of_the_web_become_links() -> None:
    assert is_web_address("https://example.org/a?b=c")
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "https://a@b.c",
                    "http://", " https://x y", "https:\u202e//x", None):  # fmt: skip
        assert not is_web_address(address)


def test_every_answer_carries_the_policy(shown: TestClient) -> None:
    for address in ("/", "/events.json", "/nowhere", "/static/style.css"):
        policy = shown.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_another_host_name_is_refused(shown: TestClient) -> None:
    assert shown.get("/", headers={"host": "evil.example"}).status_code == 421


def test_an_endless_question_is_refused(shown: TestClient) -> None:
    assert shown.get("/events", params={"actor": "x" * 5000}).status_code == 414
    assert shown.get("/events", params={"actor": "x" * 300}).status_code == 404
    assert shown.post("/review/decide", content=b"x" * 70_000).status_code == 413


def test_a_form_without_its_token_is_refused(judged: tuple[TestClient, Case]) -> None:
    visitor, case = judged
    event = visitor.get("/events.json").json()[0]["id"]
    form = {"action": "reject", "target": event, "by": "A", "token": "0" * 64}
    assert visitor.post("/review/decide", data=form).status_code == 403
    assert visitor.post("/review/decide", data=form, headers={"origin": "http://evil.example"}).status_code == 403
    assert case.has_event(event)


@pytest.fixture
def users(tmp_path: Path) -> dict[str, User]:
    """Two users of a password file."""
    path = tmp_path / "users"
    lines = [password_line("sara", "reviewer", PASSWORD), password_line("omar", "reader", PASSWORD)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert PASSWORD not in path.read_text(encoding="utf-8")
    return read_users(path)


def _log_in(visitor: TestClient, name: str, password: str) -> int:
    from tests.explore.web.test_review import token_in

    token = token_in(visitor.get("/login").text)
    form = {"name": name, "password": password, "token": token, "next": "//evil.example"}
    answer = visitor.post("/login", data=form, follow_redirects=False)
    assert answer.headers.get("location", "/") == "/"
    return answer.status_code


def test_a_login_is_asked_for_and_a_reader_only_reads(built: Path, users: dict[str, User]) -> None:
    from tests.explore.web.test_review import token_in

    with Case.open(str(built)) as case:
        visitor = TestClient(create_app(case, users=users, hosts=None), base_url="http://shown.example")
        assert visitor.get("/events", follow_redirects=False).headers["location"] == "/login?next=/events"
        arabic = visitor.get("/events?lang=ar", follow_redirects=False).headers["location"]
        assert arabic == "/login?next=/events%3Flang%3Dar&lang=ar"
        assert visitor.get("/events.json").status_code == 401
        assert _log_in(visitor, "omar", "wrong") == 403
        assert _log_in(visitor, "omar", PASSWORD) == 303
        page = visitor.get("/review")
        assert page.status_code == 200
        assert "/review/decide" not in page.text
        event = visitor.get("/events.json").json()[0]["id"]
        form = {"action": "reject", "target": event, "token": token_in(page.text)}
        assert visitor.post("/review/decide", data=form).status_code == 403
        visitor.post("/logout", data={"token": token_in(page.text)})
        assert visitor.get("/events.json").status_code == 401


def test_many_wrong_passwords_have_to_wait(users: dict[str, User]) -> None:
    access = Access(users)
    assert not any(access.log_in("sara", f"wrong {n}", "10.0.0.9") for n in range(8))
    assert access.log_in("sara", PASSWORD, "10.0.0.9") is None
    assert access.log_in("sara", PASSWORD, "10.0.0.8")


def test_a_password_file_must_make_sense(tmp_path: Path) -> None:
    (tmp_path / "users").write_text("sara:queen:aa:bb\n", encoding="utf-8")
    with pytest.raises(CaseError, match="line 1"):
        read_users(tmp_path / "users")
    with pytest.raises(CaseError, match="tawatur user"):
        read_users(tmp_path / "none")


def test_serving_others_without_a_login_is_refused(built: Path) -> None:
    from tawatur.explore.cli.main import app

    result = CliRunner().invoke(app, ["serve", str(built), "--host", "0.0.0.0"])
    assert result.exit_code != 0
