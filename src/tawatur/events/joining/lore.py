"""What the case as a whole tells about names and words: who belongs to whom, what lies where, what is rare."""

import math
from collections.abc import Sequence

from tawatur.events.joining.combinations import Combinations
from tawatur.events.joining.fronts import Fronts
from tawatur.events.joining.kinship import irregular, is_umbrella, umbrella
from tawatur.events.places import breadth, place_holds, places_match, places_near, state_of
from tawatur.events.registry import Registry
from tawatur.events.rows import Row
from tawatur.events.sides import face_of, holds_office, is_army, lineage
from tawatur.events.words import WordCounts, stems_of
from tawatur.model.case import Name

_RANK = {"same": 5, "within": 4, "side": 3, "alike": 2, "open": 1, "apart": 0}
_BREADTH = ("locality", "area", "region", "country").index
_RAREST = 2.5  # the largest that one word's rarity counts
_COMMON = 0.02  # share of articles from which a word is no longer rare
_RETOLD, _WORDS, _RARE = 0.6, 6, 3  # share of words in common, words at least, rare ones among them
_FEW = 40  # articles from which a share of articles is believed; below it everything is middling


class Lore:
    """Answers questions of comparison from counts over the case; each answer is remembered."""

    def __init__(self, registry: Registry, words: WordCounts, rows: Sequence[Row]) -> None:
        self._registry = registry
        self._words = words
        self.articles = max(1, words.articles)
        self._matches: dict[tuple[str, str], str] = {}
        self._places: dict[tuple[str, str], str] = {}
        self._rare: dict[str, float] = {}
        self._local: dict[str, bool] = {}
        self._leads = _commands(rows)
        self.combinations = Combinations(rows, self.side, self.generic)
        self.fronts = Fronts(rows)

    def side(self, id_: str) -> str | None:
        """The side that the words of the case name for an actor."""
        return self._registry.actor(id_).side

    def generic(self, id_: str) -> bool:
        """Whether it is no one in particular ("civilians", "warplanes"): that both name it says nothing."""
        return self._registry.actor(id_).side is None and self._unnamed(id_)

    def match(self, one: str, two: str) -> str:
        """same, within (one is part of the other), side (both of one side), alike (no one in particular, but called
        by one word), open (no one in particular) or apart.
        """
        pair = (one, two) if one < two else (two, one)
        if pair not in self._matches:
            self._matches[pair] = self._level(*pair)
        return self._matches[pair]

    def named(self, id_: str) -> bool:
        """Whether it bears a name of its own, in the knowledge base or in an article."""
        return not self._unnamed(id_)

    def person(self, id_: str) -> bool:
        """Whether it is one person."""
        return self._registry.kind(id_) == "person"

    def match_sets(self, one: tuple[str, ...], two: tuple[str, ...], *, pooled: bool = False) -> str:
        """How the smaller set of actors is found in the larger.

        Pooled sets (both parties of a meeting) match as badly as their worst party, others as well as their best.
        """
        if pooled:
            one, two = tuple(dict.fromkeys(one)), tuple(dict.fromkeys(two))
        small, large = (one, two) if (len(one), one) <= (len(two), two) else (two, one)
        levels = [max((self.match(a, b) for b in large), key=_RANK.__getitem__) for a in small]
        both = pooled and len(small) > 1
        level = (min if both else max)(levels, key=_RANK.__getitem__)
        if pooled and level == "apart" and len(small) == len(large) == 1:
            return "open"  # each telling names one of the two
        # where one side alone is named, the other may be anybody
        return "side" if pooled and len(small) < 2 and level in ("same", "within") else level

    def places(self, one: str, two: str) -> str:
        """same, area, region, wide (one locality, area, region or country), nested, around (a country around it, or an
        area in which it may lie) or apart.
        """
        pair = (one, two) if one < two else (two, one)
        if pair not in self._places:
            places = [self._registry.actor(p) for p in pair]
            level = places_match(*places)
            if level != "apart":
                largest = max((breadth(p) for p in places), key=_BREADTH)
                if level == "same":
                    level = {"locality": "same", "country": "wide"}.get(largest, largest)
                elif largest == "country":
                    level = "around"
            self._places[pair] = level
        return self._places[pair]

    def where(self, one: Row, two: Row) -> str:
        """How the places of two reports match; what is told as near a place may lie in another close by."""
        level = self.places(one.place or "", two.place or "") if one.place and two.place else "open"
        if level == "apart" and (one.near or two.near):
            actors = [self._registry.actor(row.place or "") for row in (one, two)]
            return "around" if places_near(*actors) else level
        return level

    def local(self, place: str) -> bool:
        """Whether a place is a town, quarter or the like, or the countryside of one."""
        if place not in self._local:
            self._local[place] = breadth(self._registry.actor(place)) in ("locality", "area")
        return self._local[place]

    def holds(self, wide: str, narrow: str) -> bool:
        """Whether the first place holds the second."""
        return place_holds(self._registry.actor(wide), self._registry.actor(narrow))

    def state_of(self, place: str) -> str | None:
        """The state in whose land a known place lies."""
        return state_of(self._registry.actor(place).kb)

    def name(self, id_: str) -> Name:
        """The neutral name of an actor or place."""
        return self._registry.actor(id_).name

    def shared_rarity(self, one: tuple[str, ...], two: tuple[str, ...]) -> float:
        """How much rare wording two passages share, at most 6."""
        total = 0.0
        for word in set(one).intersection(two):
            if len(word) < 3:
                continue
            if word not in self._rare:
                count = self._words.count(word)
                self._rare[word] = self._rarity(count) if self._words.share(word) < 0.1 or count <= 3 else 0.0
            total += self._rare[word]
        return min(6.0, total / 2)

    def retelling(self, one: Row, two: Row) -> float:
        """The share of content words that two passages have in common; 0 where it shows no dependence."""
        left, right = set(one.words), set(two.words)
        shared, shorter = left & right, min(len(left), len(right))
        rare = sum(1 for word in shared if self._words.share(word) < _COMMON or self._words.count(word) <= 3)
        if shorter < _WORDS or len(shared) < _RETOLD * shorter or rare < _RARE:
            return 0.0
        return len(shared) / shorter

    def telling(self, word: str) -> bool:
        """Whether a word is rare enough to look for others that hold it."""
        return len(word) >= 4 and 2 <= self._words.count(word) <= 12

    def _rarity(self, count: int) -> float:
        total = max(self.articles, _FEW)
        return max(0.0, min(_RAREST, math.log10(total / max(1, count))))

    def _level(self, one: str, two: str) -> str:
        if self.generic(one) or self.generic(two):
            return "alike" if one == two else "open"
        if one == two:
            return "same"
        named = self._by_name(one, two) or self._by_umbrella(one, two)
        if named:
            return named
        if self._anybody(one) or self._anybody(two):
            return "open"
        if holds_office(one, two) or holds_office(two, one):
            return "within"
        line, other = (self._line(i) for i in (one, two))
        if one in other or two in line:
            return "within"
        if line[-1] != other[-1] or len(line) == 1 or len(other) == 1 or self._persons(one, two):
            return "apart"
        return "within" if self._one_party(one, two) else "side"

    def _anybody(self, id_: str) -> bool:
        """ "Syrian fighters", "a Syrian battalion": a state's people, who may fight for anyone."""
        side = self.side(id_)
        stately = side is not None and self._registry.kind(side) == "state"
        return stately and self._unnamed(id_) and irregular(self._registry.actor(id_).name.get("ar", ""))

    def _line(self, id_: str) -> tuple[str, ...]:
        """Its lineage; a commander whom only the articles know stands under what they say he commands."""
        line = lineage(id_, self.side(id_))
        led = self._leads.get(id_) if len(line) == 1 else None
        return (id_, *lineage(led, self.side(led))) if led is not None and led != id_ else line

    def _one_party(self, one: str, two: str) -> bool:
        """Whether two of one side may be the same: "Russian officers" and "Russian commanders", a state's forces and
        its army, a president and his government; the two armies of one state are not.
        """
        bare = [self._unnamed(i) for i in (one, two)]
        if all(bare):
            return True
        if any(bare):
            other = two if bare[0] else one
            return is_army(other) or self._registry.kind(one) == self._registry.kind(two) == "armed_group"
        faces = [face_of(i, self.side(i)) for i in (one, two)]
        return faces[0] is not None and faces[0] == faces[1]

    def _by_name(self, one: str, two: str) -> str:
        """same or within where an actor outside the knowledge base bears the other's name, whole or in part."""
        actors = [self._registry.actor(i) for i in (one, two)]
        if all(actor.kb for actor in actors) or len({actor.kind == "person" for actor in actors}) > 1:
            return ""
        first, second = (frozenset(stems_of(actor.name.get("ar", ""))) for actor in actors)
        if first == second:
            return "same" if first else ""
        return "within" if min(len(first), len(second)) > 1 and (first < second or second < first) else ""

    def _by_umbrella(self, one: str, two: str) -> str:
        """within where one is a name for many groups with the other among them, open where it may be."""
        if umbrella(one, two):
            return "within"
        unknown = [i for i in (one, two) if not is_umbrella(i)]
        if len(unknown) != 1 or self._registry.actor(unknown[0]).kb or self.side(unknown[0]):
            return ""
        return "open" if self._registry.kind(unknown[0]) == "armed_group" else ""

    def _persons(self, one: str, two: str) -> bool:
        return self._registry.actor(one).kind == self._registry.actor(two).kind == "person"

    def _unnamed(self, id_: str) -> bool:
        actor = self._registry.actor(id_)
        return actor.kb is None and (actor.kind in ("group", "other") or self._registry.described(id_))


def _commands(rows: Sequence[Row]) -> dict[str, str]:
    """Whom each actor commands by the word of the articles, where they name but one."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row.type == "commands" and row.modality == "asserted" and len(row.actors) == len(row.recipients) == 1:
            found.setdefault(row.actors[0], set()).update(row.recipients)
    return {who: next(iter(led)) for who, led in found.items() if len(led) == 1}
