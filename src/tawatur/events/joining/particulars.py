"""What two reports have in common beside parties and place, and what it costs when they have nothing more."""

from collections.abc import Iterator, Sequence

from tawatur.events.joining.lore import Lore
from tawatur.events.rows import Row

# what tells one happening from others of the same parties at the same place
_PARTICULARS = frozenset({"once", "figures.same"})
_RARER, _FAR_RARER = 0.5, 1.2  # what shared words add from which they are a particular; the same at a front, undated
# a day does too, where it is no front
_FINE = frozenset({"place.same", "place.area", "place.unsaid"})
_MEET = frozenset({"time.day", "time.meets", "time.published"})
# a strike on a town that names nobody hit: who and where are all that is told
_SAID_ONCE = frozenset({"extension.same", "time.published"})
_WHO = frozenset({"actors.same", "actors.within"})
_OTHERS = frozenset(f"recipients.{level}" for level in ("within", "side", "alike", "apart")) | {"figures.apart"}
_WEEK, _LONG_AGO = 7, 31  # days

Found = Sequence[tuple[str, float]]


def lacking(one: Row, two: Row, lore: Lore, found: Found) -> Iterator[str]:
    """The features of two articles' reports that share nothing but parties and place: another act may be told so."""
    names = {name for name, _ in found}
    front = lore.fronts.holds(one, two)
    meet = not _MEET.isdisjoint(names) and not (front and _vague(one, two))
    if _particular(found, names, _FAR_RARER if front and not meet else _RARER) or _past(one, two, names):
        return
    if "time.day" in names and not front and not _FINE.isdisjoint(names):
        return
    again = _next_day(one, two)
    if front:
        yield "bare.front"
    elif again:
        yield "bare.again"
    elif meet and not _whole(names):
        yield "bare.once"
    if not meet and not again:
        yield "bare.open"


def _particular(found: Found, names: set[str], rare: float) -> bool:
    """Whether they have a figure, an act that happens once or rare words in common."""
    return not _PARTICULARS.isdisjoint(names) or any(name == "words.rare" and value >= rare for name, value in found)


def _vague(one: Row, two: Row) -> bool:
    """Whether the time of either is longer than a week."""
    return any(row.days is not None and row.days.length > _WEEK for row in (one, two))


def _past(one: Row, two: Row, names: set[str]) -> bool:
    """Whether both tell of what was long before they were published: what is still told then was one great act."""
    return "time.meets" in names and all(
        row.days is not None and row.source.days is not None and row.days.last + _LONG_AGO < row.source.days.first
        for row in (one, two)
    )


def _whole(names: set[str]) -> bool:
    """Whether both tell of who, to whom and in which town, or of a town that one side struck in the same days."""
    who = "parties.same" in names or {"actors.same", "recipients.same"} <= names
    struck = names >= _SAID_ONCE and not _WHO.isdisjoint(names) and _OTHERS.isdisjoint(names)
    return (who or struck) and "place.same" in names


def _next_day(one: Row, two: Row) -> bool:
    """Whether one outlet tells both on two days: what is news is not told twice."""
    days = (one.source.days, two.source.days)
    return one.source.node.id == two.source.node.id and None not in days and days[0] != days[1]
