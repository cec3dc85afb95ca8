"""Keeps what is costly to work out until the case changes."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Request

from tawatur.casefile.case import Case

T = TypeVar("T")
MOST = 64  # things kept at once; the oldest leave first


class Kept:
    """Results by name, thrown away as soon as the case is built or judged anew."""

    def __init__(self, case: Case) -> None:
        """Starts empty."""
        self._case = case
        self._turn = threading.Lock()
        self._stand: str | None = None
        self._found: dict[str, Any] = {}

    def get(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each stand of the case."""
        stand = self._case.stand()
        with self._turn:
            if stand != self._stand:
                self._stand, self._found = stand, {}
            if name in self._found:
                found: T = self._found[name]
                return found
        made = make()
        with self._turn:
            if stand == self._stand:
                while len(self._found) >= MOST:
                    self._found.pop(next(iter(self._found)))
                self._found[name] = made
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
