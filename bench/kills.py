"""Kills builds at random moments and looks whether the case comes out as an undisturbed one does.

Each round starts a build of the same articles in a process of its own, ends it with SIGKILL after a random time, and
starts the next on what is left; when `--kills` are done, a last build runs to its end. A small build can be restarted
many times in a row, so a case is begun anew whenever a build ends before it could be killed.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case


def contents(case: Path) -> list[bytes]:
    """Everything that was joined, as bytes to compare."""
    with Case.open(str(case)) as opened:
        joined = [msgspec.json.encode(event) for event in (*opened.events(), *opened.ties())]
        return [*joined, msgspec.json.encode(opened.actors()), msgspec.json.encode(opened.copies())]


def command(source: Path, case: Path, jobs: int, *, months: bool = False) -> list[str]:
    """The build as a user would type it; with `months`, one that joins month by month as a large case is joined."""
    prelude = "from tawatur.building import cutting; cutting.WHOLE = 0; " if months else ""
    program = f"{prelude}from tawatur.explore.cli.main import run; run()"
    return [sys.executable, "-c", program, "build", str(source), "-o", str(case), "--jobs", str(jobs)]


def killed_build(build: list[str], after: float) -> bool:
    """Runs a build and kills it with all its workers after `after` seconds; False where it ended before."""
    process = subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        if process.wait(after):
            raise RuntimeError(f"a build that nobody killed ended with {process.returncode}: {' '.join(build)}")
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def run(
    source: Path, kills: int, *, seed: int = 11, jobs: int = 2, months: bool = False, keep: Path | None = None
) -> tuple[int, int]:
    """How many builds were killed, and how many finished cases differ from the undisturbed one; these go to `keep`."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        whole, case = Path(folder) / "whole.tawatur", Path(folder) / "killed.tawatur"
        started = time.perf_counter()
        build = command(source, case, jobs, months=months)
        subprocess.run(command(source, whole, jobs, months=months), check=True, stdout=subprocess.DEVNULL)
        length = time.perf_counter() - started
        expected = contents(whole)
        done = wrong = 0
        while done < kills:
            if killed_build(build, dice.uniform(0.3, length)):
                done += 1
                print(f"\r{done} killed, {wrong} differ", end="", file=sys.stderr, flush=True)
                continue
            if _differs(case, expected):
                wrong += 1
                _keep(folder, keep, wrong)
            _remove(case)
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        return done, wrong + _differs(case, expected)


def _differs(case: Path, expected: list[bytes]) -> bool:
    with Case.open(str(case)) as opened:
        faults = list(check_case(opened.engine))
    return bool(faults) or contents(case) != expected


def _keep(folder: str, keep: Path | None, number: int) -> None:
    """Copies the undisturbed and the differing case to look at."""
    if keep is not None:
        shutil.copytree(folder, keep / str(number), dirs_exist_ok=True)


def _remove(case: Path) -> None:
    for path in case.parent.glob(f"{case.name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def main() -> int:
    """Prints the outcome; exit code 1 where a case came out otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="articles: a folder or JSON Lines")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--months", action="store_true", help="join month by month, as large cases are")
    parser.add_argument("--keep", type=Path, help="a folder for cases that come out otherwise")
    given = parser.parse_args()
    killed, wrong = run(
        given.source, given.kills, seed=given.seed, jobs=given.jobs, months=given.months, keep=given.keep
    )
    print(f"{killed} builds killed, {wrong} finished cases differ from the undisturbed one")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
