"""Gets one page from the web: no private address, also behind a name or a redirect; no endless answer."""

import datetime as dt
import http.client
import socket
import ssl
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin

from tawatur.articles.decoding import LARGEST
from tawatur.articles.web.addresses import check_public, check_url, port_of
from tawatur.errors import ArticleNotFetched, ArticleTooLarge

MOST_REDIRECTS = 5
SECONDS = 20.0  # for one answer of the server
MOST_SECONDS = 120.0  # for the whole page: a server that sends a byte at a time must not hold a build
_MOVED = frozenset({301, 302, 303, 307, 308})


class Network(NamedTuple):
    """How names become addresses and addresses connections; tests put their own here."""

    resolve: Callable[[str, int], list[str]]
    connect: Callable[[str, int, float], socket.socket]


class Page(NamedTuple):
    """What a server answered: the address in the end, status line, headers, bytes, and when (UTC)."""

    url: str
    status: int
    reason: str
    headers: list[tuple[str, str]]
    raw: bytes
    at: str


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), seconds)


INTERNET = Network(_resolve, _connect)


def fetch(url: str, network: Network = INTERNET) -> Page:
    """The page at an address, after at most five redirects, each checked anew. Raises ArticleNotFetched."""
    until, at = time.monotonic() + MOST_SECONDS, url
    for _ in range(MOST_REDIRECTS + 1):
        parts = check_url(at)
        try:
            page = _get(parts, at, network, until)
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            raise ArticleNotFetched(f"{at}: not fetched ({error or type(error).__name__}); try again later") from error
        if page.status not in _MOVED:
            break
        target = next((value for name, value in page.headers if name.lower() == "location"), None)
        if target is None:
            raise ArticleNotFetched(f"{at}: it moved and does not say where; open it in the browser")
        at = urljoin(at, target)
    else:
        raise ArticleNotFetched(f"{url}: more than {MOST_REDIRECTS} redirects; open it in the browser")
    if page.status != 200:
        raise ArticleNotFetched(f"{at}: the server answered {page.status} {page.reason}; open it in the browser")
    return page


def _get(parts: SplitResult, url: str, network: Network, until: float) -> Page:
    host, port = str(parts.hostname), port_of(parts)
    address = check_public(network.resolve(host, port), host, url)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    connection.sock = _opened(network, address, port, host if parts.scheme == "https" else None)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": "tawatur", "Accept-Encoding": "identity"})
        answer = connection.getresponse()
        raw = _body(answer, url, until)
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return Page(url, answer.status, answer.reason, answer.getheaders(), raw, at)
    finally:
        connection.close()


def _opened(network: Network, address: str, port: int, host: str | None) -> socket.socket:
    """A connection to the very address that was checked: a second look-up could answer otherwise."""
    plain = network.connect(address, port, SECONDS)
    if host is None:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except OSError:
        plain.close()
        raise


def _body(answer: http.client.HTTPResponse, url: str, until: float) -> bytes:
    parts: list[bytes] = []
    total = 0
    while piece := answer.read1(1 << 16):
        parts.append(piece)
        total += len(piece)
        if total > LARGEST:
            raise ArticleTooLarge(f"{url}: larger than one article can be ({LARGEST:,} bytes); save a part of it")
        if time.monotonic() > until:
            raise ArticleNotFetched(f"{url}: the server takes more than {MOST_SECONDS:g} seconds; try again later")
    if answer.length:
        raise ArticleNotFetched(f"{url}: the answer is cut off ({total:,} bytes came); try again later")
    return b"".join(parts)
