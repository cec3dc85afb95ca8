"""Every reader meets broken input: an article whose spans hold, or one line that says why not; never anything else.

A few hundred inputs here; bench/fuzz.py feeds hundreds of thousands.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.articles.media.sheet import columns_of
from tawatur.articles.metadata import read_metadata
from tawatur.articles.reader import Refused, read_articles
from tawatur.articles.web.addresses import check_url
from tawatur.errors import TawaturError
from tawatur.pipeline import read_article
from tests import kinds
from tests.test_laws import broken_laws

QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
PIECE = st.sampled_from(
    [b"", b"\x00", b"\xff", b"<", b"</p>", b"<!--", b"&#0;", b"PK\x03\x04", b"\x1f\x8b", b"9" * 30, b'"', b"\r",
     b"\\ud800", "\u202e".encode(), "\ufdfa".encode(), "\u0651".encode() * 9, b"\xef\xbb\xbf"]
) | st.binary(max_size=8)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), PIECE), min_size=1, max_size=5)


def edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The content with stretches replaced: where (share of the length), how many bytes go, what comes."""
    for share, gone, piece in edits:
        at = int(share * len(content))
        content = content[:at] + piece + content[at + gone :]
    return content


def holds(path: Path) -> None:
    """Every outcome of reading a file is lawful, and there is one."""
    outcomes = list(read_articles([path]))
    assert outcomes
    for found in outcomes:
        if isinstance(found, Refused):
            assert len(found.message.splitlines()) == 1
        else:
            assert broken_laws(read_article(found), found.text) == []


def said_by(reader: Callable[[Any], object], given: Any) -> str:
    """The message of the error of ours that a reader raises; nothing where it raises none."""
    try:
        reader(given)
    except TawaturError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", sorted(kinds.files()))
@QUICK
@given(edits=EDITS)
def test_broken_file_is_read_or_refused(name: str, edits: list[tuple[float, int, bytes]], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(edited(kinds.files()[name], edits))
    holds(path)


@pytest.mark.parametrize("name", sorted(kinds.files()))
@QUICK
@given(content=st.binary(max_size=300))
def test_bytes_of_any_kind_under_every_name(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    holds(path)


@QUICK
@given(edits=EDITS)
def test_broken_metadata_is_read_or_refused(edits: list[tuple[float, int, bytes]], tmp_path: Path) -> None:
    row = kinds.row(path="a", published="2016-11~", retrieved="2016-11-24T10:00:00Z", outlet="ص")
    (tmp_path / "m.jsonl").write_bytes(edited(row, edits))
    assert len(said_by(read_metadata, tmp_path / "m.jsonl").splitlines()) <= 1


@QUICK
@given(words=st.text(max_size=80) | st.builds("https://{}".format, st.text(max_size=40)))
def test_addresses_and_columns_are_taken_or_refused(words: str) -> None:
    for reader in (check_url, columns_of):
        assert len(said_by(reader, words).splitlines()) <= 1
