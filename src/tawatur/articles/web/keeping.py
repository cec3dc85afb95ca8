"""Keeps fetched pages beside the case, in a web archive: the very bytes, their address and the time, for good."""

import gzip
import hashlib
import uuid
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tawatur.articles.found import Refused, refused
from tawatur.articles.kinds import served_ending
from tawatur.articles.media.warc import read_warc
from tawatur.articles.web.fetching import INTERNET, Network, Page, fetch
from tawatur.errors import ArticleError, ArticleNotFetched, ExtraMissing


def archive_beside(case: str) -> Path:
    """The web archive in which a case keeps its fetched pages."""
    return Path("fetched.warc.gz") if "://" in case else Path(case).with_suffix(".fetched.warc.gz")


def keep_pages(urls: Iterable[str], archive: Path, network: Network = INTERNET) -> list[Refused]:
    """Fetches pages and adds them to a web archive; gives a refusal for each that could not be had.

    A page whose bytes the archive holds already, under its address, is not added again. Raises ExtraMissing.
    """
    if find_spec("warcio") is None:  # said before anything is fetched
        raise ExtraMissing("fetch: the archive of fetched pages needs warcio; run pip install 'tawatur[warc]'")
    problems: list[Refused] = []
    held = _held(archive)
    for url in urls:
        try:
            page = _wanted(fetch(url, network))
        except ArticleError as error:
            problems.append(refused(url, error))
            continue
        known = (page.url, hashlib.sha256(page.raw).hexdigest())
        if known not in held:
            held.add(known)
            with archive.open("ab") as stream:
                stream.write(_record(page))
    return problems


def _wanted(page: Page) -> Page:
    kind = next((value for name, value in page.headers if name.lower() == "content-type"), "")
    if served_ending(kind) is None:
        raise ArticleNotFetched(f"{page.url}: the server sends {kind or 'no kind'}, which is no page; save it yourself")
    return page


def _held(archive: Path) -> set[tuple[str, str]]:
    if not archive.exists():
        return set()
    with archive.open("rb") as stream:
        pages = read_warc(stream, archive.name, lambda kind: served_ending(kind) is not None)
        return {(page.url, hashlib.sha256(page.raw).hexdigest()) for page in pages}


def _record(page: Page) -> bytes:
    """One WARC record: headers as the server sent them, less how it cut the page into pieces for sending."""
    sent = [f"{name}: {value}" for name, value in page.headers if name.lower() != "transfer-encoding"]
    head = "\r\n".join([f"HTTP/1.1 {page.status} {page.reason}", *sent, "", ""])
    http = head.encode("latin-1", "replace") + page.raw
    fields = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "WARC-Target-URI": page.url,
        "WARC-Date": page.at,
        "WARC-Payload-Digest": f"sha256:{hashlib.sha256(page.raw).hexdigest()}",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    lines = "\r\n".join(["WARC/1.1", *(f"{name}: {value}" for name, value in fields.items()), "", ""])
    return gzip.compress(lines.encode() + http + b"\r\n\r\n")
