"""Builds the wheel, installs it into a clean environment and looks at it as a newcomer would: weight, import, demo.

Run: python bench/weight.py. Packages come from the configured index; nothing of this checkout is on the path.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import newcomer

ROOT = Path(__file__).parents[1]
MOST_BYTES, MOST_SECONDS = 150_000_000, 1.0
TIMED = "import time; import tawatur, tawatur.reading; print(time.process_time())"  # with the interpreter's own start
STEPS = (  # what must work without any extra, from an empty folder
    ("demo", "--no-serve", "-o", "demo.tawatur"),
    ("demo", "--articles", "articles"),
    ("read", "articles/06_nabd_2016-11-24.txt"),
    ("build", "articles", "-o", "own.tawatur", "--metadata", "articles/metadata.jsonl"),
    ("events", "own.tawatur", "--limit", "3"),
    ("search", "own.tawatur", "حزب الله"),
    ("export", "own.tawatur", "--as", "reports", "-o", "reports.csv"),
    ("export", "own.tawatur", "--as", "briefing", "--lang", "ar", "-o", "briefing.html"),
    ("check", "own.tawatur"),
    ("schema", "reading"),
    ("doctor",),
)


def main() -> int:
    """Prints what was measured; 1 where a figure is over its limit or a command fails."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        wheel = built(folder)
        venv.create(folder / "clean", with_pip=True)
        python = folder / "clean" / "bin" / "python"
        before = size(folder / "clean")
        subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True, cwd=folder)
        weight = size(folder / "clean") - before
        runs = [subprocess.run([python, "-c", TIMED], check=True, stdout=subprocess.PIPE, text=True) for _ in range(5)]
        seconds = min(float(run.stdout) for run in runs)
        broken = [step for step in STEPS if not works(python.with_name("tawatur"), step, folder)]
        broken += [("serve",)] if not serves(python, folder) else []
        troubles = newcomer.troubles(python, wheel, folder)
    print(f"wheel {wheel.name}: {weight / 1e6:.1f} MB installed of {MOST_BYTES / 1e6:.0f}, ", end="")
    print(f"import {seconds:.2f} s of {MOST_SECONDS:.2f}, {len(STEPS) + 1 - len(broken)} commands work")
    print("a folder of every kind: " + ("; ".join(troubles) or "built, and opened by the readers of its exports"))
    return int(weight > MOST_BYTES or seconds > MOST_SECONDS or bool(broken or troubles))


def built(folder: Path) -> Path:
    """The wheel of a copy of what git or the folder holds, so that no leftover of a build gets in."""
    copy = folder / "source"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "*.tawatur*")
    )
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(copy)]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def works(program: Path, step: tuple[str, ...], folder: Path) -> bool:
    """Whether a command of the installed program ends well; what it says where it does not."""
    done = subprocess.run([program, *step], cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        print(f"tawatur {' '.join(step)}: {done.stderr[-2000:]}{done.stdout[-500:]}")
    return done.returncode == 0


def serves(python: Path, folder: Path) -> bool:
    """Whether the pages of the case are made, with their templates and styles, from the wheel alone."""
    code = (
        "import anyio, tawatur\n"
        "from tawatur.explore.web.app import create_app\n"
        "app = create_app(tawatur.open('own.tawatur'))\n"
        "async def get(path):\n"
        "    said = []\n"
        "    async def send(message): said.append(message)\n"
        "    async def receive(): return {'type': 'http.request', 'body': b''}\n"
        "    scope = {'type': 'http', 'method': 'GET', 'path': path, 'raw_path': path.encode(), 'query_string': b'',\n"
        "             'headers': [(b'host', b'127.0.0.1')], 'scheme': 'http', 'server': ('127.0.0.1', 80),\n"
        "             'client': ('127.0.0.1', 1), 'http_version': '1.1', 'root_path': ''}\n"
        "    await app(scope, receive, send)\n"
        "    return said[0]['status']\n"
        "for path in ('/', '/events', '/network', '/map'):\n"
        "    status = anyio.run(get, path)\n"
        "    assert status in (200, 303, 307), (path, status)\n"
    )
    done = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        print(f"the web app: {done.stderr[-2000:]}")
    return done.returncode == 0


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
