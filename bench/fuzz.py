"""Feeds every reader with broken input: nothing may crash, hang or leave a span that its text does not hold.

Run: python bench/fuzz.py --inputs 200000 [--seed 1] [--engine mutate|atheris]

`mutate` changes one file of each kind (tests/kinds.py) by chance, repeatably for a seed. `atheris` (pip install
atheris) looks for inputs that reach new lines of the readers. What ends badly is kept in a folder, told, and counted.
"""

import argparse
import atexit
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))


if "atheris" in sys.argv:  # it counts the lines of modules that are imported under its eyes
    import atheris  # type: ignore[import-not-found]

    watched = atheris.instrument_imports(include=["tawatur.articles"])
else:
    watched = nullcontext()
with watched:
    from tests import kinds
    from tests.test_laws import ORNAMENT, SENTENCES, broken_laws

    from tawatur.articles.media.sheet import columns_of
    from tawatur.articles.metadata import read_metadata
    from tawatur.articles.reader import Refused, read_articles
    from tawatur.articles.web.addresses import check_url
    from tawatur.errors import TawaturError
    from tawatur.model.days import days_of
    from tawatur.pipeline import read_article


SECONDS = 30  # for one input
PIECES = [
    *(o.encode() for o in ORNAMENT), b"\x00", b"\xff", b"\xfe\xff", b"\r", b"\n", b"\r\n", b'"', b"'", b"<", b">", b"&",
    b"</", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"&#0;", b"&#x110000;", b"{", b"}", b"[", b"\\u0000", b"\\ud800",
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"%PDF-", b"99999999999", b"-1", b"0", b",", b";", b"\t", b"../",
    b"Content-Length: 9\r\n", b"WARC/1.0\r\n", b"stream\n", b"endobj", b"<a b=", b"xmlns:w=''", b"\x85",
    "\u2028".encode(), "\u0661\u0662".encode(), "\u06f1".encode(), "\ufdfa".encode(), "\U0001f600".encode(), b"\x0c",
    b"\x1a", b"\xef\xbb\xbf",
]  # fmt: skip


class Stalled(BaseException):
    """An input took too long; no reader can catch it."""


@contextmanager
def limit() -> Iterator[None]:
    """Raises Stalled after the time for one input."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Stalled

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def seeds() -> dict[str, bytes]:
    """A good input for each reader, by the name of the file that carries it."""
    found = kinds.files()
    found["14.tsv"] = f"path\ttext\tretrieved\none\t{kinds.TEXT}\t2016-11-24\n".encode()
    found["15.atom"] = f'<feed><entry><summary type="html">{kinds.TEXT}</summary></entry></feed>'.encode()
    found["16.warc"] = (
        b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>a</p>\n\r\n\r\n"
    )
    found["17.xhtml"] = b"<?xml version='1.0'?><html><body>" + kinds.page() + b"</body></html>"
    found["metadata.jsonl-m"] = kinds.row(path="a", published="2016-11~", retrieved="2016-11-24T10:00:00Z")
    found["words.txt"] = " ".join(SENTENCES[:3]).encode()
    found["short.args"] = b"text=body,published=day"
    return found


def attempt(name: str, data: bytes, folder: Path) -> str:
    """Hands the input to its reader; says what became of it. Raises what the reader should not."""
    if name.endswith(".args"):
        words = data.decode("utf-8", "replace")
        days_of(words)
        for reader in (columns_of, check_url):
            with suppress(TawaturError):
                reader(words)
        return "asked"
    path = folder / name
    path.write_bytes(data)
    if name.endswith("-m"):
        try:
            read_metadata(path)
        except TawaturError as error:
            return type(error).__name__
        return "read"
    what = "nothing"
    for found in read_articles([path]):
        if isinstance(found, Refused):
            what = found.code
            if len(found.message.splitlines()) != 1:
                raise AssertionError(f"a refusal of several lines: {found.message!r}")
            continue
        what = "read"
        if bad := broken_laws(read_article(found), found.text):
            raise AssertionError(f"broken laws: {bad[:3]}")
    return what


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The input changed in one to six places."""
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(8):
            case 0 if content:
                content[min(at, len(content) - 1)] ^= 1 << chance.randrange(8)
            case 1:
                del content[at:]
            case 2:
                del content[at : at + chance.choice((1, 2, 4, 16, 200))]
            case 3:
                content[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 1, 3, 50))
            case 4:
                start = chance.randrange(len(other) + 1)
                content[at:at] = other[start : start + chance.choice((1, 8, 64, 500))]
            case 5:
                content[at:at] = content[at : at + chance.choice((4, 32, 300))] * chance.choice((1, 2, 20))
            case 6:
                content[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"))
            case _:
                content[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(content)


def judged(name: str, data: bytes, folder: Path, bad: Path) -> str:
    """What became of an input; a fault is kept as a file and told with the last lines of its trace."""
    try:
        with limit():
            return attempt(name, data, folder)
    except (Stalled, Exception):
        kept = bad / f"{abs(hash(data)) % 10**8}-{name}"
        kept.write_bytes(data)
        print(f"FAULT {kept}\n  " + "\n  ".join(traceback.format_exc().splitlines()[-4:]), flush=True)
        return "FAULT"


def run_mutate(inputs: int, seed: int, folder: Path, bad: Path) -> Counter[str]:
    """That many changed inputs, every reader in turn."""
    chance, found, started = random.Random(seed), seeds(), time.monotonic()
    names, tally = sorted(found), Counter[str]()
    for number in range(inputs):
        name = names[number % len(names)]
        data = mutated(found[name], found[chance.choice(names)], chance)
        tally[judged(name, data, folder, bad)] += 1
        if (number + 1) % 10_000 == 0:
            print(f"{number + 1:,} inputs, {time.monotonic() - started:.0f} s, {dict(tally)}", flush=True)
    return tally


def run_atheris(inputs: int, seed: int, folder: Path, bad: Path) -> Counter[str]:
    """That many inputs, each found by what the ones before it reached."""
    names, tally = sorted(seeds()), Counter[str]()
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, name in enumerate(names):
        (corpus / name).write_bytes(bytes([number]) + seeds()[name])

    def one(data: bytes) -> None:
        if data:
            tally[judged(names[data[0] % len(names)], data[1:], folder, bad)] += 1

    arguments = [sys.argv[0], f"-runs={inputs}", f"-seed={seed}", "-max_len=8192", "-timeout=60", str(corpus)]
    atheris.Setup(arguments, one)
    atexit.register(lambda: print(f"{sum(tally.values()):,} inputs: {dict(tally)}", flush=True))  # Fuzz never returns
    atheris.Fuzz()
    return tally


ENGINES: dict[str, Callable[[int, int, Path, Path], Counter[str]]] = {"mutate": run_mutate, "atheris": run_atheris}


def main() -> int:
    """Runs an engine; 1 where an input ended badly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=sorted(ENGINES), default="mutate")
    parser.add_argument("--bad", type=Path, default=Path(tempfile.gettempdir()) / "tawatur-faults")
    given = parser.parse_args()
    given.bad.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tally = ENGINES[given.engine](given.inputs, given.seed, Path(folder), given.bad)
    print(f"{sum(tally.values()):,} inputs: {dict(tally)}")
    return int(tally["FAULT"] > 0)


if __name__ == "__main__":
    sys.exit(main())
