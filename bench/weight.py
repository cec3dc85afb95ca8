"""Measures what the core weighs: installed size in a clean environment, and the time of its import.

Run: python bench/weight.py. The wheel is built from this checkout; packages come from the configured index.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_BYTES, MOST_SECONDS = 150_000_000, 1.0
TIMED = "import time; t = time.perf_counter(); import tawatur; print(time.perf_counter() - t)"


def main() -> int:
    """Prints both figures; 1 where one is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        before = size(Path(folder))
        subprocess.run([python, "-m", "pip", "install", "-q", str(ROOT)], check=True)
        weight = size(Path(folder)) - before
        runs = [subprocess.run([python, "-c", TIMED], check=True, capture_output=True, text=True) for _ in range(5)]
        seconds = min(float(run.stdout) for run in runs)
    print(f"installed {weight / 1e6:.1f} MB of {MOST_BYTES / 1e6:.0f}, import {seconds:.2f} s of {MOST_SECONDS:.2f}")
    return int(weight > MOST_BYTES or seconds > MOST_SECONDS)


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
