"""Keeps what is costly to work out until the case changes."""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Request

from tawatur.casefile.case import Case

T = TypeVar("T")
MOST = 96  # things kept at once; those not asked for longest leave first
DEAR = 1.0  # seconds: what took longer leaves only where nothing else is left to leave


class Kept:
    """Results by name, thrown away as soon as the case is built or judged anew."""

    def __init__(self, case: Case) -> None:
        """Starts empty."""
        self._case = case
        self._turn = threading.Lock()
        self._stand: str | None = None
        self._found: dict[str, tuple[Any, float]] = {}  # with the seconds that it took
        self._making: dict[str, threading.Lock] = {}

    def get(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each stand of the case; who asks while it is made waits for it."""
        stand = self._case.stand()
        found: T
        found, held = self._held(stand, name)
        if held:
            return found
        with self._turn:
            making = self._making.setdefault(f"{stand} {name}", threading.Lock())
        with making:
            found, held = self._held(stand, name)
            if not held:
                found = self._made(stand, name, make)
        return found

    def _held(self, stand: str, name: str) -> tuple[Any, bool]:
        with self._turn:
            if stand != self._stand:
                self._stand, self._found, self._making = stand, {}, {}
            if name not in self._found:
                return None, False
            found = self._found[name] = self._found.pop(name)  # what was asked for last leaves last
            return found[0], True

    def _made(self, stand: str, name: str, make: Callable[[], T]) -> T:
        started = time.perf_counter()
        try:
            made = make()
        finally:
            with self._turn:
                self._making.pop(f"{stand} {name}", None)
        with self._turn:
            if stand == self._stand:
                while len(self._found) >= MOST:
                    cheap = (other for other, (_, seconds) in self._found.items() if seconds < DEAR)
                    self._found.pop(next(cheap, next(iter(self._found))))
                self._found[name] = made, time.perf_counter() - started
        return made

    @property
    def built(self) -> str:
        """The day on which the case was last built."""
        return self._case.stand()[:10]

    def forget(self) -> None:
        """Throws everything away."""
        with self._turn:
            self._stand = None


def kept(request: Request, name: str, make: Callable[[], T]) -> T:
    """What `make` gives, from the store of the app."""
    store: Kept = request.app.state.kept
    return store.get(name, make)
