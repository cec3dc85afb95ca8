"""What two reports have in common and what sets them apart: features, and their sum."""

from typing import NamedTuple

from tawatur.events.joining.fronts import BOUND
from tawatur.events.joining.kinship import kin, once
from tawatur.events.joining.lore import Lore
from tawatur.events.joining.particulars import lacking
from tawatur.events.joining.weights import weights
from tawatur.events.rows import UNDATED_REACH, Row

SYMMETRIC = frozenset({"CONSULT", "COOPERATE", "AGREE", "allied_with", "coordinates_with", "opposes"})
# what else agrees cannot outweigh these, unless the words are the same
_DECISIVE = frozenset({"time.apart", "actors.apart", "parties.apart", "place.apart"})
_SHARED_PARTY = frozenset(
    f"{role}.{level}" for role in ("actors", "recipients", "parties") for level in ("same", "within", "side")
)
_SHARED_ACT = frozenset({"trigger.same", "extension.same", "figures.same"})
EFFECTS = frozenset({"destroy", "kill", "wound"})
DEADLY = frozenset({"assassinate", "kill"})
_TELLING = 4  # content words of a passage from which two with none in common are likely two
_PARTICULAR = 31  # days: a longer time is an era
# acts of speech: what is asked, refused or charged tells one from another
SAID = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


class Likeness(NamedTuple):
    """How alike two reports are: the sum, and each feature with what it added."""

    sum: float
    features: tuple[tuple[str, float], ...]


def compare(one: Row, two: Row, lore: Lore, *, copied: str = "") -> Likeness:
    """The likeness of two reports of one kind and type. Symmetric in its arguments."""
    found: list[tuple[str, float]] = []
    single = one.kind == "event" and _single(one, two, lore)
    if one.kind == "event":
        _when(one, two, found, single)
    if single:
        _add(found, "once")
    _who(one, two, lore, found)
    _where(one, two, lore, found, single)
    if copied != "same" and any(name in _DECISIVE for name, _ in found):
        return Likeness(sum(value for _, value in found), tuple(found))
    _add(found, "rarity.combination", lore.combinations.rarity(one, two))
    _figures(one, two, found)
    _wording(one, two, lore, found)
    elsewhere = one.kind == "event" and one.source.number != two.source.number
    disputed = (one.modality == "denied") != (two.modality == "denied")  # a denial goes into no detail
    if elsewhere and not copied and not disputed:
        for name in list(lacking(one, two, lore, found)):
            _add(found, name)
    resumed = one.resumes == two.id or two.resumes == one.id
    if resumed:
        _add(found, "inside.resumed")
    general = [row for row in (one, two) if _general(row, lore)]
    if general and one.kind == "event" and not resumed and not disputed and copied not in ("same", "aligned"):
        _add(found, "specific.one" if len(general) == 1 else "specific.none")
    if copied:
        _add(found, "copy." + copied)
    if one.source.number == two.source.number:
        _inside(one, two, found)
        if one.kind == "event" and not resumed and one.passage != two.passage and one.headline == two.headline:
            _listed({name for name, _ in found}, found)
    return Likeness(sum(value for _, value in found), tuple(found))


def exclude(one: Row, two: Row, lore: Lore) -> bool:
    """Whether days, places or actors alone show that two events are two: quick to see, and true of most pairs.

    Each is a decisive feature of `compare`, which no other outweighs.
    """
    if one.kind != "event":
        return False
    left, right = one.days, two.days
    if left is not None and right is not None:
        gap = left.gap(right)
        if gap > 2 or (gap > 0 and max(left.length, right.length) > 3):
            return True
    placed = one.place is not None and two.place is not None and one.place != two.place
    if placed and lore.where(one, two) == "apart" and not _single(one, two, lore):
        return True
    if not one.actors or not two.actors or one.actors == two.actors or one.type in SYMMETRIC:
        return False
    both_clash = one.extension == two.extension == "clash"
    return not both_clash and lore.match_sets(one.actors, two.actors) == "apart"


def _add(found: list[tuple[str, float]], name: str, times: float = 1.0) -> None:
    value = weights().of[name].weight * times
    if value:
        found.append((name, value))


def _who(one: Row, two: Row, lore: Lore, found: list[tuple[str, float]]) -> None:
    if one.type in SYMMETRIC or one.extension == two.extension == "clash":
        level = _role(one.actors + one.recipients, two.actors + two.recipients, lore, pooled=True)
        if one.kind == "relation" and level in ("same", "within") and _twice_as_many(one, two):
            level = "side"  # what holds among four is not what holds between two of them
        _add(found, "parties." + level)
        return
    for field, left, right in (("actors", one.actors, two.actors), ("recipients", one.recipients, two.recipients)):
        level = _role(left, right, lore)
        if level in ("alike", "open") and one.kind == "relation" and set(left) & set(right):
            level = "within"  # "members", "Turkmen": with the other end named, the same words mean the same people
        _add(found, f"{field}.{level}")


def _twice_as_many(one: Row, two: Row) -> bool:
    sizes = sorted(len({*row.actors, *row.recipients}) for row in (one, two))
    return sizes[1] >= 2 * sizes[0]


def _role(one: tuple[str, ...], two: tuple[str, ...], lore: Lore, *, pooled: bool = False) -> str:
    return lore.match_sets(one, two, pooled=pooled) if one and two else "open"


def _where(one: Row, two: Row, lore: Lore, found: list[tuple[str, float]], single: bool) -> None:
    level = lore.where(one, two)
    if level == "apart" and single:
        level = "disputed"
    if level == "open" and one.type in BOUND and one.source.number != two.source.number:
        level = "unsaid" if (one.place is None) != (two.place is None) else "open"
    if one.kind == "event":
        _add(found, "place." + level)


def _single(one: Row, two: Row, lore: Lore) -> bool:
    """Whether both tell of an act that is done once to or by those whom both name: a man is killed once."""
    roles = once(one.extension, two.extension)
    for role in roles:
        if role == "place":
            if one.place is None or two.place is None or lore.where(one, two) == "apart":
                return False
            continue
        left, right = (row.actors if role == "actors" else row.recipients for row in (one, two))
        shared = {i for i in left if i in right and lore.named(i)}
        if not shared or (one.extension in DEADLY and not any(map(lore.person, shared))):
            return False
    return bool(roles)


def _when(one: Row, two: Row, found: list[tuple[str, float]], single: bool) -> None:
    if one.days and two.days:
        gap = one.days.gap(two.days)
        if gap:
            fine = max(one.days.length, two.days.length) <= 3
            _add(found, "time.close" if gap <= 2 and fine else "time.apart")
        else:
            longest = max(one.days.length, two.days.length)
            exact = longest <= 2 and one.days._replace(slack=0).gap(two.days._replace(slack=0)) == 0
            _add(found, "time.day" if exact else "time.meets" if longest <= 45 else "time.wide")
        return
    published = _undated(one, two)
    # what happens but once is told of for years
    _add(found, "time." + ("open" if single and published in ("later", "weeks", "far") else published))


def _undated(one: Row, two: Row) -> str:
    """By publication: news without a date tells of the days before it, never of the days after."""
    left, right = one.days or one.source.days, two.days or two.source.days
    if left is None or right is None or one.source.number == two.source.number:
        return "open"
    if (one.days is None) != (two.days is None) and "planned" not in (one.modality, two.modality):
        dated, published = (left, right) if one.days else (right, left)
        if dated.first - dated.slack > published.last:
            return "apart"
    early, late = (left, right) if left.first <= right.first else (right, left)
    gap = early.gap(late)
    if gap <= (1 if one.days or two.days else 0):
        return "published"
    if gap <= (UNDATED_REACH if one.days or two.days else 1):
        return "open"
    return "later" if gap <= 7 else "weeks" if gap <= 30 else "far"


def _figures(one: Row, two: Row, found: list[tuple[str, float]]) -> None:
    best, equal = "", set()
    for unit, low, high in one.figures:
        for other, low2, high2 in two.figures:
            if unit != other:
                continue
            if (low, high) == (low2, high2):
                equal.add((unit, low, high))
            elif max(low or 0, low2 or 0) <= min(_open(high), _open(high2)):
                best = best or "meet"
            else:
                best = best or "apart"
    if equal:
        # two equal figures are hardly chance, unless both stand in one sentence
        _add(found, "figures.same", 1.5 if len(equal) > 1 and not _one_sentence(one, two) else 1.0)
    elif best:
        _add(found, "figures." + best)


def _open(high: float | None) -> float:
    return float("inf") if high is None else high


def _wording(one: Row, two: Row, lore: Lore, found: list[tuple[str, float]]) -> None:
    if one.stem == two.stem:
        _add(found, "trigger.same")
    # one sentence has its words in common with itself
    rare = 0.0 if _one_sentence(one, two) else lore.shared_rarity(one.words, two.words)
    denial = "denied" in (one.modality, two.modality) and one.modality != two.modality
    if rare:
        _add(found, "words.rare", rare)
    elif one.kind == "event" and not _one_sentence(one, two) and not denial and _nothing_shared(one, two):
        same_day = any(name == "time.day" for name, _ in found)
        _add(found, "words.unsaid" if one.type in SAID else "words.few" if same_day else "words.none")
    first, second = one.ordinals, two.ordinals
    if first and second and not first & second:
        _add(found, "words.ordinals")
    if one.extension and two.extension:
        kinship = kin(one.extension, two.extension)
        if kinship != "near":
            _add(found, "extension." + kinship)
    modalities = {one.modality, two.modality}
    if "planned" in modalities and len(modalities) == 2:
        _add(found, "modality.apart")
    elif one.kind == "event" and modalities == {"asserted", "possible"}:
        _add(found, "modality.open")


def _nothing_shared(one: Row, two: Row) -> bool:
    few = 2 if one.type in SAID else _TELLING  # three words beside the names say little of an act
    return min(len(one.words), len(two.words)) >= few and not set(one.words) & set(two.words)


def _one_sentence(one: Row, two: Row) -> bool:
    return one.source.number == two.source.number and one.passage == two.passage


def _effect(one: Row, two: Row) -> bool:
    """Whether one is what the other did ("shelled" and "killed"), or both are one word."""
    return one.stem == two.stem or one.extension in EFFECTS or two.extension in EFFECTS


def _listed(names: set[str], found: list[tuple[str, float]]) -> None:
    """What one article tells in two sentences is often a list of the day: a day and a town in common are too little."""
    if _SHARED_PARTY.isdisjoint(names) and _SHARED_ACT.isdisjoint(names):
        _add(found, "inside.listed")
    elif "parties.side" in names and "place.same" not in names:
        _add(found, "inside.other")


def _one_effect(one: Row, two: Row) -> bool:
    """Whether one of two acts is what the other did ("bombed", "and killed five")."""
    return one.stem != two.stem and (one.extension in EFFECTS or two.extension in EFFECTS)


def _two_acts(one: Row, two: Row) -> bool:
    """Whether one sentence tells two kinds of act, of which neither is what the other did ("a raid, then clashes")."""
    kinds = {one.extension, two.extension}
    return None not in kinds and len(kinds) == 2 and EFFECTS.isdisjoint(kinds - {None})


def _general(row: Row, lore: Lore) -> bool:
    """Whether a report speaks in general; one with a day or a town of its own does not, whatever its grammar."""
    dated = row.days is not None and row.days.length <= _PARTICULAR
    return not (row.specific or dated or (row.place is not None and lore.local(row.place)))


def _inside(one: Row, two: Row, found: list[tuple[str, float]]) -> None:
    if one.headline != two.headline:
        _add(found, "inside.headline")
    elif one.evidence == two.evidence and _effect(one, two):
        _add(found, "inside.clause")
    elif one.passage == two.passage and one.actors and one.actors == two.actors and _one_effect(one, two):
        _add(found, "inside.effect")
    elif one.passage == two.passage:
        _add(found, "inside.acts" if _two_acts(one, two) else "inside.sentence")
