"""What a hostile file does: it is refused or limited with one clear line, and everything beside it is read."""

import gzip
import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur.articles.decoding import LARGEST
from tawatur.articles.reader import Refused, read_articles
from tawatur.model.article import Article
from tawatur.pipeline import read_article
from tests import kinds

LONG = 100_000_000
ENTITIES = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;">]>'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "zip bomb.zip": lambda: kinds.zipped({"a.txt": b"\x20" * 40_000_000}),
    "zip of zips.zip": lambda: kinds.zipped({"a.zip": kinds.zipped({"a.txt": kinds.TEXT.encode()})}),
    "overlapping.zip": lambda: overlapping(),
    "traversal.zip": lambda: kinds.zipped({"../../etc/cron.d/a.txt": kinds.TEXT.encode()}),
    "traversal back.zip": lambda: kinds.zipped({"..\\..\\a.txt": kinds.TEXT.encode()}),
    "traversal root.zip": lambda: kinds.zipped({"/etc/a.txt": kinds.TEXT.encode()}),
    "traversal drive.zip": lambda: kinds.zipped({"C:/a.txt": kinds.TEXT.encode()}),
    "cut.zip": lambda: kinds.files()["11.zip"][:-30],
    "cut.docx": lambda: kinds.files()["09.docx"][:-30],
    "cut.pdf": lambda: kinds.pdf()[:300],
    "cut.rss": lambda: kinds.feed()[:200],
    "cut.warc.gz": lambda: kinds.warc(kinds.page())[:-200],
    "cut.wacz": lambda: kinds.files()["13.wacz"][:-30],
    "changed.wacz": lambda: kinds.wacz(kinds.warc(kinds.page()), digest="0" * 64),
    "warc bomb.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\nX: " + b"a" * LONG),
    "warc page bomb.warc.gz": lambda: kinds.warc(b"a" * (LARGEST + 1)),
    "warc inside.zip": lambda: kinds.zipped({"a.warc.gz": gzip.compress(b"WARC/1.0\r\nX: " + b"a" * LONG)}),
    "entities.rss": lambda: f"<?xml version='1.0'?>{ENTITIES}<rss><item>&c;</item></rss>".encode(),
    "entities.docx": lambda: kinds.zipped({"word/document.xml": f"{ENTITIES}<a>&c;</a>".encode()}),
    "docx bomb.docx": lambda: kinds.zipped({"word/document.xml": b" " * 60_000_000}),
    "outside.atom": lambda: b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><feed/>',
    "deep.xml": lambda: b"<a>" * 1_000_000,
    "deep.docx": lambda: kinds.word("<w:p>" * 100_000),
    "deep.jsonl": lambda: b'{"path":"a","text":' + b"[" * 100_000 + b"\n",
    "lie.html": lambda: kinds.files()["11.zip"],
    "lie.txt": lambda: kinds.pdf(),
    "lie page.txt": lambda: kinds.page(),
    "lie page.csv": lambda: b"\xef\xbb\xbf\n" + kinds.page(),
    "lie.csv": lambda: b"\x7fELF\x02\x01\x01" + bytes(2000),
    "lie.docx": lambda: kinds.page(),
    "lie.pdf": lambda: kinds.feed(),
    "lie.zip": lambda: kinds.TEXT.encode(),
    "lie.warc.gz": lambda: kinds.page(),
    "lie.warc": lambda: kinds.TEXT.encode(),
    "lie.xml": lambda: kinds.TEXT.encode(),
    "line.txt": lambda: b"a" * LONG,
    "line.html": lambda: b"<p>" + b"a" * LONG,
    "line.csv": lambda: b"text\n" + b"a" * LONG,
    "line.jsonl": lambda: b'{"path":"a","text":"' + b"a" * LONG + b'"}\n',
    "utf8.txt": lambda: kinds.TEXT.encode()[:60] + b"\xff\xfe\xfd" + kinds.TEXT.encode()[60:],
    "utf8.html": lambda: kinds.page()[:400] + b"\xff\xc0" + kinds.page()[400:],
    "utf8.csv": lambda: b"text\n" + kinds.TEXT.encode()[:61] + b"\n",
    "utf8.jsonl": lambda: b'{"path":"a","text":"\xff\xfe"}\n',
    "nul.txt": lambda: b"\x00" * 5000,
    "nul.html": lambda: b"<p>" + b"\x00" * 5000,
    "nul.jsonl": lambda: b'{"path":"a","text":"' + b"\\u0000" * 99 + b'"}\n',
    "nul.csv": lambda: b"text\n" + b"\x00" * 99 + b"\n",
    "empty.txt": lambda: b"",
    "empty.zip": lambda: b"",
    "persian.txt": lambda: "گزارش‌ها می‌گویند که گفتگوها در پایتخت ادامه دارد و چند نفر دستگیر شدند".encode(),
}  # fmt: skip


def overlapping() -> bytes:
    """A ZIP whose list names the same packed bytes thousands of times, each small enough to be believed."""
    inner = kinds.zipped({"0.txt": b"\x20" * 4_000_000})
    end = inner.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", inner[end + 16 : end + 20])[0]
    entry, number = inner[start:end], 9_000
    listed = b"".join(entry[:-5] + f"{i:05d}".encode() for i in range(number))
    fields = struct.pack("<HHHHIIH", 0, 0, number, number, len(listed), start, 0)
    return inner[:start] + listed + b"PK\x05\x06" + fields


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file_costs_one_line_and_nothing_else(name: str, tmp_path: Path) -> None:
    (tmp_path / "a good one.txt").write_text(kinds.TEXT, encoding="utf-8")
    (tmp_path / name).write_bytes(HOSTILE[name]())
    (tmp_path / "z good one.txt").write_text(kinds.TEXT, encoding="utf-8")
    started = time.process_time()
    found = list(read_articles([tmp_path]))
    assert time.process_time() - started < 20
    assert [f.path for f in found if isinstance(f, Article)] == ["a good one.txt", "z good one.txt"]
    (refusal,) = [f for f in found if isinstance(f, Refused)]
    assert refusal.path.startswith(name)
    assert refusal.message.startswith(refusal.path)
    assert len(refusal.message) < 400
    assert len(refusal.message.splitlines()) == 1
    assert ";" in refusal.message, "the line does not say what to do, or what became of the rest"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["a good one.txt", name, "z good one.txt"])


def test_what_stands_before_a_fault_in_an_archive_is_read(tmp_path: Path) -> None:
    good, bad = kinds.warc(kinds.page()), kinds.warc(b"a" * (LARGEST + 1), url="https://news.example/large")
    (tmp_path / "a.warc.gz").write_bytes(good + bad + good + b"\x1f\x8b broken")
    found = list(read_articles([tmp_path]))
    assert [type(f).__name__ for f in found] == ["Article", "Refused", "Article", "Refused"]
    archive = {"a.txt": kinds.TEXT.encode(), "b.txt": b"\x20" * 40_000_000, "c.txt": kinds.TEXT.encode()}
    (tmp_path / "b.zip").write_bytes(kinds.zipped(archive))
    found = list(read_articles([tmp_path / "b.zip"]))
    assert [f.path for f in found if isinstance(f, Article)] == ["b.zip/a.txt", "b.zip/c.txt"]


def test_broken_member_of_an_archive_is_one_line(tmp_path: Path) -> None:
    content = bytearray(kinds.zipped({"a.txt": kinds.TEXT.encode(), "b.txt": kinds.TEXT.encode()}))
    start = content.index(b"a.txt") + 10
    content[start : start + 20] = bytes(20)
    (tmp_path / "a.zip").write_bytes(content)
    found = list(read_articles([tmp_path]))
    assert [type(f).__name__ for f in found] == ["Refused", "Article"]


def test_locked_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(kinds.zipped({"a.txt": kinds.TEXT.encode()}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    (found,) = read_articles([tmp_path])
    assert isinstance(found, Refused)
    assert "password" in found.message


def test_override_characters_change_no_word_and_break_no_span(tmp_path: Path) -> None:
    """Marks that turn the direction stay in the text as they are, and are no part of any word that is read."""
    plain = tmp_path / "a.txt"
    plain.write_text(kinds.TEXT, encoding="utf-8")
    turned = tmp_path / "b.txt"
    turned.write_text(
        kinds.TEXT.replace("الجيش", "\u202eالجيش\u202c").replace("حلب", "\u2066حلب\u2069"), encoding="utf-8"
    )
    one, two = (next(iter(read_articles([path]))) for path in (plain, turned))
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert "\u202e" in two.text
    readings = [read_article(found) for found in (one, two)]
    told = [[(r.type, r.modality, len(r.actors), r.place is not None) for r in reading.reports] for reading in readings]
    assert told[0] == told[1] != []


def test_slow_markup_is_read_in_time(tmp_path: Path) -> None:
    """Each of these took a parser in Python minutes at a hundredth of the length."""
    for unit in ("<!--", "<a b=", "<a ", '<a "', "</", "<?", "<div><p><span>", "<b><i><a>", "<table><tr>", "<"):
        (tmp_path / "a.html").write_text(f"<p>{kinds.TEXT}</p>" + unit * (1_000_000 // len(unit)), encoding="utf-8")
        started = time.process_time()
        list(read_articles([tmp_path / "a.html"]))
        assert time.process_time() - started < 10, unit


def test_names_of_files_are_shown_on_one_line(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a\nb\x1b[31m.txt", b"")
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    (found,) = read_articles([tmp_path])
    assert isinstance(found, Refused)
    assert len(found.message.splitlines()) == 1
