"""Watches this process and all that it starts: processor seconds and peak memory, where /proc tells (Linux)."""

import os
import threading
from pathlib import Path
from typing import Self

EVERY = 2.0  # seconds
_TICK = os.sysconf("SC_CLK_TCK")


class Watch:
    """In a `with` block: `cpu` seconds so far and `peak` memory in GB of this process and its offspring together.

    Memory is the proportional share (PSS): pages that several processes share are counted once.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._spent: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Starts watching."""
        self._look()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stops watching."""
        self._done.set()
        self._thread.join()
        self._look()

    @property
    def cpu(self) -> float:
        """Processor seconds of all processes since they began, those included that have ended."""
        self._look()
        return sum(self._spent.values())

    def _watch(self) -> None:
        while not self._done.wait(EVERY):
            self._look()

    def _look(self) -> None:
        memory = 0.0
        for pid in _offspring(os.getpid()):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                self._spent[pid] = (int(fields[11]) + int(fields[12])) / _TICK
                shares = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
                memory += next(int(line.split()[1]) for line in shares if line.startswith("Pss:")) / 1e6
            except (OSError, StopIteration, IndexError):  # it ended between two looks
                continue
        self.peak = max(self.peak, memory)


def _offspring(root: int) -> list[int]:
    """The process and all that descend from it."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found
