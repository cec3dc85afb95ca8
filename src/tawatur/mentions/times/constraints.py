"""What a day of publication must satisfy, each demand with the words that make it and a reason in words."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from tawatur.model.span import Span

SOON = timedelta(days=366 * 4)  # a day of the week falls on the same date again after five, six or eleven years
WIDEST = 366 * 3  # days; wider candidates are called unknown


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """One demand on the day of publication: bounds, a day of the week, or both."""

    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    options: tuple[tuple[date, date], ...] = ()  # bounds of which one must hold: a day and weekday fit several years
    evidence: tuple[Span, ...] = ()
    en: str = ""
    ar: str = ""
    rule: str = ""
    checked: bool = False  # whether the words themselves confirm the event's date (its month or weekday)
    reaction: bool = False  # whether it only tells that the event was news
    owned: bool = False  # whether the words say on which day the event was, and of nothing else


class Solution(msgspec.Struct, frozen=True):
    """The days that satisfy the demands that were used, in order."""

    days: tuple[date, ...]
    used: tuple[Demand, ...]
    refused: tuple[Demand, ...]
    earliest: date | None = None


def solve(demands: Iterable[Demand]) -> Solution:
    """The candidate days. A demand that would leave no day is refused, the strictest are heard first."""
    first, last = date.min, date.max
    used: list[Demand] = []
    refused: list[Demand] = []
    ordered = sorted(demands, key=_strictness)
    optional = [d for d in ordered if d.options]
    for demand in (d for d in ordered if not d.options):
        low, high = max(first, demand.first or date.min), min(last, demand.last or date.max)
        if low > high or (
            demand.weekday is not None
            and high - low < timedelta(days=6)
            and not _has_weekday(low, high, demand.weekday)
        ):
            refused.append(demand)
            continue
        first, last = low, high
        used.append(demand)
    earliest = first if first > date.min else None
    for demand in optional:
        if bounds := _only_option(demand, first, last):
            first, last = bounds
            used.append(demand)
    if first == date.min or last == date.max or (last - first).days > WIDEST:
        return Solution((), tuple(used), tuple(refused), earliest)
    return _fit_weekdays(first, last, used, refused, earliest)


def _only_option(demand: Demand, first: date, last: date) -> tuple[date, date] | None:
    """The one pair of bounds that fits what else is known; without a later bound, of the years that follow."""
    if first == date.min:
        return None
    high = min(last, first + SOON)
    fit = [(max(low, first), min(end, last)) for low, end in demand.options if low <= high and end >= first]
    return fit[0] if len(fit) == 1 else None


def _fit_weekdays(
    first: date, last: date, used: list[Demand], refused: list[Demand], earliest: date | None
) -> Solution:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    for demand in [d for d in used if d.weekday is not None]:
        kept = [d for d in days if d.weekday() == demand.weekday]
        if kept:
            days = kept
        else:
            used.remove(demand)
            refused.append(demand)
    return Solution(tuple(days), tuple(used), tuple(refused), earliest)


def _has_weekday(first: date, last: date, weekday: int) -> bool:
    return any((first + timedelta(days=n)).weekday() == weekday for n in range((last - first).days + 1))


def _strictness(demand: Demand) -> tuple[int, int, str]:
    """Confirmed demands first, then the narrowest."""
    width = (demand.last - demand.first).days if demand.first and demand.last else 10**6
    return (not demand.checked, width, demand.en)
