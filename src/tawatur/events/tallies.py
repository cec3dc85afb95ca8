"""Figures over all reports of an event: lowest, best supported, highest."""

from collections import Counter
from collections.abc import Sequence

from tawatur.events.rows import Row
from tawatur.model.case import Tally


def tally(rows: Sequence[Row]) -> tuple[Tally, ...]:
    """One tally for each unit, sorted by unit."""
    by_unit: dict[str, list[tuple[float | None, float | None]]] = {}
    for row in rows:
        for unit, low, high in row.figures:
            by_unit.setdefault(unit, []).append((low, high))
    return tuple(_fold(unit, ranges) for unit, ranges in sorted(by_unit.items()))


def _fold(unit: str, ranges: list[tuple[float | None, float | None]]) -> Tally:
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges if high is not None]
    open_end = any(high is None for _, high in ranges)
    exact = Counter(low for low, high in ranges if low is not None and low == high)
    best = min(exact, key=lambda v: (-exact[v], v)) if exact else min(lows, default=None)
    return Tally(
        unit=unit,
        low=_whole(min(lows, default=None)),
        best=_whole(best),
        high=None if open_end else _whole(max(highs, default=None)),
    )


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
