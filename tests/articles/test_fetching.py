"""The one door to the network: public addresses only, by name, by redirect and inside IPv6; nothing else opens one."""

import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tawatur.articles.reader import read_articles
from tawatur.articles.web import fetching
from tawatur.articles.web.fetching import Network, fetch
from tawatur.articles.web.keeping import archive_beside, keep_pages
from tawatur.errors import ArticleError, ArticleNotFetched, ArticleTooLarge, ExtraMissing
from tawatur.model.article import Article

pytest.importorskip("warcio")
TEXT = "أعلنت البلدية اليوم فتح الطرق المؤدية إلى السوق القديم بعد انتهاء أعمال الصيانة فيها."
PAGE = f"<html><head><title>فتح الطرق</title></head><body><p>{TEXT}</p></body></html>".encode()
PUBLIC = "93.184.216.34"
Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[int]:
    """A server on this machine that answers by path; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def network(port: int, **names: list[str]) -> Network:
    """Names become the addresses given (else a public one); every connection leads to the server of the test."""

    def resolve(host: str, _port: int) -> list[str]:
        return names.get(host.replace(".", "_"), [PUBLIC])

    def connect(address: str, _port: int, seconds: float) -> socket.socket:
        assert address == PUBLIC, "a connection to an address that was not checked"
        return socket.create_connection(("127.0.0.1", port), seconds)

    return Network(resolve, connect)


def test_server_on_this_machine_is_refused_without_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(fetching.socket, "create_connection", lambda *a, **_: asked.append(a))
    with serving({"/": (200, HTML, PAGE)}) as port:
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "0", "[::ffff:127.0.0.1]"):
            with pytest.raises(ArticleNotFetched):
                fetch(f"http://{host}:{port}/")
    assert not asked


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "127.8.8.8", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "2002:a00:1::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_name_of_a_private_address_is_refused(address: str) -> None:
    for answer in ([address], [PUBLIC, address]):
        with pytest.raises(ArticleNotFetched, match="private network"):
            fetch("https://news.example/1", network(1, news_example=answer))


@pytest.mark.parametrize(
    "target",
    ["http://inside.example/", "http://127.0.0.1/", "//inside.example/x", "file:///etc/passwd", "ftp://a.example/"],
)
def test_redirect_to_what_may_not_be_fetched_is_not_followed(target: str) -> None:
    with serving({"/": (302, {"Location": target}, b"")}) as port, pytest.raises(ArticleNotFetched):
        fetch("http://news.example/", network(port, inside_example=["192.168.0.7"], **{"127_0_0_1": ["127.0.0.1"]}))


def test_redirects_end() -> None:
    with serving({"/": (301, {"Location": "/"}, b"")}) as port, pytest.raises(ArticleNotFetched, match="redirects"):
        fetch("http://news.example/", network(port))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((404, HTML, b""), ArticleNotFetched),
        ((200, HTML, b"a" * 10_500_000), ArticleTooLarge),
        ((302, {}, b""), ArticleNotFetched),
        ((200, HTML | {"Content-Length": "99999"}, b"cut"), ArticleNotFetched),
    ],
    ids=["missing", "large", "moved", "cut"],
)
def test_answer_that_is_no_page_is_one_line(answer: Answer, error: type[ArticleError]) -> None:
    with serving({"/": answer}) as port, pytest.raises(error, match=r"^http://news\.example/: [^\n]+$"):
        fetch("http://news.example/", network(port))


@pytest.mark.parametrize(
    "url",
    ["news.example", "ftp://news.example/", "file:///etc/passwd", "http://", "http://a:b@news.example/", "http://[::/",
     "http://news.example:99999/", "http://news.example/\r\nX: y", "http://news.example/خبر"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ArticleNotFetched):
        fetch(url, network(1))


def test_names_on_certificates_are_checked() -> None:
    context = fetching.ssl.create_default_context()
    assert context.check_hostname
    assert context.verify_mode is fetching.ssl.CERT_REQUIRED


def test_fetched_page_is_kept_with_address_and_time_and_read(tmp_path: Path) -> None:
    archive = archive_beside(str(tmp_path / "a.tawatur"))
    answers: dict[str, Answer] = {"/old": (301, {"Location": "/1?a=b"}, b""), "/1?a=b": (200, HTML, PAGE)}
    with serving(answers) as port:
        urls = ["http://news.example/old", "http://news.example/none", "http://inside.example/"]
        problems = keep_pages(urls, archive, network(port, inside_example=["10.0.0.1"]))
        assert [problem.path for problem in problems] == urls[1:]
        keep_pages(urls[:1], archive, network(port))
    (article,) = read_articles([archive])
    assert isinstance(article, Article), article
    assert (article.text, article.url) == (TEXT, "http://news.example/1?a=b")
    assert article.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert article.retrieved is not None
    assert article.retrieved.basis == "capture"


def test_page_that_is_none_is_not_kept(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    with serving({"/": (200, {"Content-Type": "image/png"}, b"\x89PNG")}) as port:
        (problem,) = keep_pages(["http://news.example/"], archive, network(port))
    assert "image/png" in problem.message
    assert not archive.exists()


def test_nothing_but_fetch_uses_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every_kind: Callable[[Path], list[Path]]
) -> None:
    """Every kind of file is read, built and exported while any connection or look-up would be an error."""
    import tawatur
    from tawatur.explore.exports.format import Wish
    from tawatur.explore.exports.registry import FORMATS, export_case

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    case = tmp_path / "a.tawatur"
    summary = tawatur.build(every_kind(tmp_path), str(case))
    assert summary.articles >= 9
    with tawatur.open(str(case)) as opened:
        for name in FORMATS:
            with suppress(ExtraMissing):  # FollowTheMoney is not on every machine
                export_case(opened, name, tmp_path / f"out.{name}", Wish())
