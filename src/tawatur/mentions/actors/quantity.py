"""Numbers and quantifiers that stand before a counted noun of people: "15 مسلحا", "عشرات المدنيين", "عدد من السكان"."""

from functools import cache
from typing import NamedTuple

from tawatur.arabic.letters import key
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.desk import Desk


class Quantity(NamedTuple):
    """`noun` is where the counted noun begins; `counts` tells a number ("عشرات") from a mere quantifier ("كبار")."""

    noun: int
    counts: bool


class _Words(NamedTuple):
    numbers: frozenset[str]
    many: frozenset[str]
    quantifiers: frozenset[str]
    partitives: frozenset[str]
    losses: frozenset[str]


@cache
def _words() -> _Words:
    content = load_yaml("tawatur.mentions.actors", "quantities.yml")
    return _Words(*(frozenset(key(word) for word in content[name]) for name in _Words._fields))


class Quantities:
    """Finds quantities over the words of one text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.lists = _words()

    def at(self, index: int) -> Quantity | None:
        """The quantity that begins at a word and is followed by a noun, or None."""
        position, counts = index, False
        while position < self.desk.size and position - index < 5:
            step = self._step(position, first=position == index)
            if not step:
                break
            counts = counts or step == "number"
            position += 1
            if step == "partitive" or (counts and self.desk.key(position) == "من"):
                position += self.desk.key(position) == "من"
                break
        if position == index or position >= self.desk.size or self.desk.words[position].kind != "word":
            return None
        return Quantity(position, counts)

    def _step(self, index: int, first: bool) -> str:
        word = self.desk.words[index]
        if word.kind == "number":
            return "number"
        stem = self._stem(index, first)
        if stem in self.lists.numbers or stem in self.lists.many:
            return "number"
        if first and stem in self.lists.quantifiers:
            return "quantifier"
        if first and stem in self.lists.partitives and self.desk.key(index + 1) == "من":
            return "partitive"
        return ""

    def _stem(self, index: int, first: bool) -> str:
        word = self.desk.words[index]
        if word.key in self.lists.numbers or word.key in self.lists.quantifiers:
            return word.key
        if not first and not word.conjunction:
            return word.key
        stripped = self.stripped(index)
        return word.key[stripped:]

    def stripped(self, index: int) -> int:
        """How many letters of clitics stand before a quantity."""
        word = self.desk.words[index]
        if word.kind != "word" or word.key in self.lists.numbers or word.key in self.lists.quantifiers:
            return 0
        for cut in (0, 1, 2):
            rest = word.key[cut:]
            if rest in self.lists.numbers or rest in self.lists.many or rest in self.lists.quantifiers or rest in self.lists.partitives:
                if set(word.key[:cut]) <= set("وفبلك"):
                    return cut
        return 0

    def takes_people(self, index: int) -> bool:
        """Whether a word is a verbal noun of killing, arrest or the like, which people follow: "مقتل مدني"."""
        return self.desk.words[index].stem_key in self.lists.losses

    def ends(self, index: int) -> bool:
        """Whether a word is a number or quantifier."""
        return index >= 0 and bool(self._step(index, first=True))
