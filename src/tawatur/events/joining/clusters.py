"""Grows events from joined pairs, best first, and refuses joins that bring together what excludes itself."""

from collections.abc import Callable, Iterable, Sequence

from tawatur.events.intervals import Days
from tawatur.events.joining.features import Likeness
from tawatur.events.joining.lore import Lore
from tawatur.events.joining.weights import weights
from tawatur.events.rows import Row

Compare = Callable[[int, int], Likeness]
_SPREAD = 4  # days over which undated tellings of one happening are published
_WITNESSES = 24  # members in which an article that tells both is looked for
_SAMPLE = 4  # members of either side that are compared before two groups become one


class Group:
    """The rows judged so far to be one happening, with what they allow to join."""

    __slots__ = ("banned", "days", "members", "ordinals", "places", "published")

    def __init__(self, number: int, row: Row) -> None:
        self.members = [number]
        self.days: list[Days] = [row.days] if row.days else []
        self.places: set[str] = {row.place} if row.place else set()
        self.published: list[Days] = [row.source.days] if row.source.days and not row.days else []
        self.ordinals = row.ordinals
        self.banned: set[int] = set()

    def absorb(self, other: "Group") -> None:
        """Takes over the other's rows."""
        self.members = sorted(self.members + other.members)
        self.days = _narrowest(self.days + other.days)
        self.published = _ends(self.published + other.published)
        self.places |= other.places
        self.ordinals |= other.ordinals
        self.banned |= other.banned


class Forest:
    """All groups of one kind of report."""

    def __init__(self, rows: Sequence[Row], lore: Lore, compare: Compare) -> None:
        self._rows, self._lore, self._compare = rows, lore, compare
        self._groups: dict[int, Group] = {n: Group(n, row) for n, row in enumerate(rows)}
        self._of: list[int] = list(range(len(rows)))
        self.reasons: dict[int, tuple[str, ...]] = {}

    def forbid(self, one: int, two: int) -> None:
        """A reviewer says that the two are not one."""
        self._groups[self._of[one]].banned.add(two)
        self._groups[self._of[two]].banned.add(one)

    def force(self, one: int, two: int, reason: str) -> None:
        """A reviewer says that the two are one."""
        if self._of[one] != self._of[two]:
            self._unite(one, two, (reason,))

    def grow(self, edges: Iterable[tuple[float, int, int]]) -> None:
        """Joins pairs, the most alike first; ties of likeness go by the order of rows."""
        for value, one, two in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
            left, right = self._of[one], self._of[two]
            if left != right and self._allowed(self._groups[left], self._groups[right], value, (one, two)):
                self._unite(one, two, tuple(name for name, v in self._compare(one, two).features if v > 0))

    def groups(self) -> list[list[int]]:
        """The members of each group, sorted."""
        return [self._groups[g].members for g in sorted(self._groups)]

    def _unite(self, one: int, two: int, reasons: tuple[str, ...]) -> None:
        left, right = self._of[one], self._of[two]
        for row in (one, two):
            self.reasons.setdefault(row, reasons)
        if len(self._groups[left].members) < len(self._groups[right].members):
            left, right = right, left
        gone = self._groups.pop(right)
        for member in gone.members:
            self._of[member] = left
        self._groups[left].absorb(gone)

    def _resumed(self, one: int, two: int) -> bool:
        """Whether one names the other's act again and says nothing else ("the meeting")."""
        return self._rows[one].resumes == self._rows[two].id or self._rows[two].resumes == self._rows[one].id

    def _shows(self, feature: str, pair: tuple[int, int]) -> bool:
        return any(name == feature for name, _ in self._compare(*pair).features)

    def _untold(self, pair: tuple[int, int]) -> bool:
        """Whether one is a headline and the other the first telling of its article that joins it."""
        rows = [self._rows[n] for n in pair]
        if rows[0].source.number != rows[1].source.number or rows[0].headline == rows[1].headline:
            return False
        head = pair[0] if rows[0].headline else pair[1]
        others = (n for n in self._groups[self._of[head]].members if n != head)
        return all(self._rows[n].source.number != rows[0].source.number for n in others)

    def _allowed(self, one: Group, two: Group, value: float, pair: tuple[int, int]) -> bool:
        if one.banned.intersection(two.members):
            return False
        if one.ordinals and two.ordinals and not one.ordinals & two.ordinals:
            return False
        sure, single = value >= weights().bars.sure, self._shows("once", pair)
        event = self._rows[one.members[0]].kind == "event"
        placed = sure or single or self._places_allow(one, two)
        if event and not (placed and self._times_allow(one, two, sure)):
            return False
        if len(one.members) + len(two.members) == 2:
            return True
        if self._resumed(*pair):
            return True
        # a headline, a repeated text, an act that happens but once: what else the groups say matters little
        bound = single or self._shows("copy.same", pair) or self._untold(pair)
        return not self._kept_apart(one, two) and (bound or self._alike(one, two))

    def _times_allow(self, one: Group, two: Group, sure: bool) -> bool:
        gaps = [a.gap(b) for a in one.days for b in two.days]
        forced = _exclude(one.days) or _exclude(
            two.days
        )  # a reviewer's join, which holds times that exclude one another
        if gaps and (min(gaps) if forced else max(gaps)) > (2 if sure else 0):
            return False
        spread = _ends(one.published + two.published)
        return len(spread) < 2 or sure or bool(gaps) or spread[0].gap(spread[-1]) <= _SPREAD

    def _places_allow(self, one: Group, two: Group) -> bool:
        if all(self._lore.places(a, b) != "apart" for a in one.places for b in two.places):
            return True
        rows = [[self._rows[n] for n in group.members[:_WITNESSES]] for group in (one, two)]
        return all(self._lore.where(a, b) != "apart" for a in rows[0] for b in rows[1])

    def _alike(self, one: Group, two: Group) -> bool:
        left, right = _sample(one.members), _sample(two.members)
        values = [self._compare(a, b).sum for a in left for b in right]
        if _exclude(one.days) or _exclude(two.days):
            return max(values) >= weights().bars.join_inside
        return sum(values) / len(values) >= 0.7 * weights().bars.join_inside

    def _kept_apart(self, one: Group, two: Group) -> bool:
        """Whether an article tells both and shows them to be two: other articles do not make one of them."""
        if len(one.members) > len(two.members):
            one, two = two, one
        articles = {self._rows[n].source.number: n for n in reversed(one.members[:_WITNESSES])}
        for n in two.members[:_WITNESSES]:
            other = articles.get(self._rows[n].source.number)
            if other is not None and self._compare(other, n).sum < weights().bars.kept_apart:
                return True
        return False


def _sample(members: list[int]) -> list[int]:
    step = max(1, len(members) // _SAMPLE)
    return members[::step][:_SAMPLE]


def _exclude(days: list[Days]) -> bool:
    return any(a.gap(b) > 2 for a in days for b in days)


def _narrowest(days: list[Days]) -> list[Days]:
    """At most the narrowest, the earliest and the latest of the ranges: enough to tell what excludes them."""
    if len(days) <= 3:
        return days
    return sorted({min(days, key=lambda d: (d.length, d)), min(days, key=lambda d: d.last), max(days)})


def _ends(days: list[Days]) -> list[Days]:
    return days if len(days) <= 2 else [min(days), max(days)]
