"""Compiles the reading rooms into a wheel, and holds its readings against those of the sources, byte for byte.

Run: python bench/compiled.py [NEWS.jsonl]. Needs a C compiler; takes some minutes. Reads every example and the
demonstration's articles with both; with NEWS.jsonl that file too, and times both on it with bench/reading.py.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

import yaml

import weight

SOURCES = weight.ROOT / "src" / "tawatur"
FRESH = "import tawatur.reports.reader as room; print(room.__file__)"
# how many objects reading leaves that hold each other in circles, which only the collector would find
CIRCLES = """
import gc, json, sys, tawatur
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
tawatur.read(texts[0])
gc.collect()
gc.disable()
for text in texts:
    tawatur.read(text)
print(gc.collect())
"""


def main() -> int:
    """Prints what was compared; 1 where a reading differs, leaves circles, or the sources are imported instead."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        print(f"no C compiler ({compiler}) here: the compiled wheel was not tried")
        return 0
    os.environ["TAWATUR_COMPILE"] = "1"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        wheel = weight.built(folder)
        venv.create(folder / "clean", with_pip=True)
        python = folder / "clean" / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True, cwd=folder)
        told = subprocess.run([python, "-c", FRESH], check=True, cwd=folder, capture_output=True, text=True).stdout
        if not told.strip().endswith((".so", ".pyd")):
            print(f"the wheel {wheel.name} is not compiled: {told.strip()}")
            return 1
        news = [Path(name).resolve() for name in sys.argv[1:]]
        examples = _examples(folder)
        differing = [path.name for path in [examples, *news] if _read(python, path) != _read(None, path)]
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, ", end="")
        print(f"differs on {', '.join(differing)}" if differing else "readings are the same byte for byte")
        circles = int(_printed(python, ["-c", CIRCLES, str(examples)]))
        print(f"objects that reading the examples leaves in circles: {circles}")
        for path in news:
            _timed(python, path)
    return int(bool(differing or circles))


def _examples(folder: Path) -> Path:
    """A file with one article a line: every text in the examples of the rooms, and the demonstration's articles."""
    texts = {
        text for path in sorted(SOURCES.rglob("examples*.yml")) for text in _texts(yaml.safe_load(path.read_text()))
    }
    texts |= {path.read_text() for path in (SOURCES / "demo").rglob("*.txt")}
    lines = [json.dumps({"path": f"{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(sorted(texts))]
    target = folder / "examples.jsonl"
    target.write_text("\n".join(lines) + "\n")
    return target


def _texts(content: object) -> Iterator[str]:
    """Every value under `text`, however deep."""
    if isinstance(content, dict):
        yield from (value for key, value in content.items() if key == "text" and isinstance(value, str))
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from _texts(part)


def _read(python: Path | None, path: Path) -> bytes:
    """What `tawatur read --json` prints: with the compiled wheel's Python, or with None that of these sources."""
    return _printed(python, ["-m", "tawatur", "read", "--json", str(path)])


def _timed(python: Path, path: Path) -> None:
    bench = [str(weight.ROOT / "bench" / "reading.py"), str(path)]
    for name, which in (("sources", None), ("compiled", python)):
        print(f"{name}:\n{_printed(which, bench).decode()}", end="", flush=True)


def _printed(python: Path | None, arguments: list[str]) -> bytes:
    """What a Python prints that works elsewhere; no path leads to these sources where the wheel's own is to be used."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {} if python else {"PYTHONPATH": str(SOURCES.parent)}
    command = [str(python or sys.executable), *arguments]
    return subprocess.run(command, check=True, env=env, cwd=tempfile.gettempdir(), stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    sys.exit(main())
