"""Numbers and quantifiers that stand before a counted noun of people: "15 مسلحا", "عشرات المدنيين", "عدد من السكان"."""

import msgspec

from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.lists import quantity_words
from tawatur.mentions.actors.look import NUMBER

LONGEST = 5
TWELVE = frozenset({"اثنا", "اثني", "اثنتا", "اثنتي"})  # before "عشر"; "أثنى" alone praises


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """`noun` is where the counted noun begins; `counts` tells a number ("عشرات") from a mere quantifier ("كبار")."""

    noun: int
    counts: bool
    last: int = 0  # where the number itself ends


class Quantities:
    """Finds quantities over the words of one text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.losses = quantity_words().losses
        self.sizes = quantity_words().sizes
        self._read: dict[int, Quantity | None] = {}  # asked for several times a word

    def at(self, index: int) -> Quantity | None:
        """The quantity that begins at a word and is followed by a noun, or None."""
        look = self.desk.looks[index]
        if not look.quantity[0] and look is not NUMBER:
            return None
        if index in self._read:
            return self._read[index]
        found = self._read[index] = self._at(index)
        return found

    def _at(self, index: int) -> Quantity | None:
        position, counts, last = index, False, index
        while position < self.desk.size and position - index < LONGEST:
            step = self._step(position, first=position == index)
            if not step:
                break
            position += 1
            if step == "number":
                counts, last = True, position
            if step == "partitive" or (counts and self.desk.keys[position] == "من"):
                position += step == "partitive" and self.desk.keys[position] in self.sizes
                position += self.desk.keys[position] == "من"
                break
        if position == index or position >= self.desk.size or self.desk.words[position].kind != "word":
            return None
        return Quantity(position, counts, last)

    def _step(self, index: int, *, first: bool) -> str:
        word = self.desk.words[index]
        if word.kind == "number":
            return "number"
        kind, stripped = self.desk.looks[index].quantity
        if word.key[stripped:] in TWELVE and not self.desk.keys[index + 1].startswith("عشر"):
            return ""
        if not first and (kind != "number" or (stripped and not word.conjunction)):
            return "quantifier" if kind == "quantifier" and not stripped else ""
        if kind == "partitive":
            sized = self.desk.keys[index + 1] in self.sizes  # "عدد كبير من"
            return kind if self.desk.keys[index + 1 + sized] == "من" else ""
        return kind

    def is_number(self, index: int, *, first: bool) -> bool:
        """Whether a word is a number or goes on with one."""
        return self._step(index, first=first) == "number"

    def stripped(self, index: int) -> int:
        """How many letters of clitics stand before a quantity."""
        return self.desk.looks[index].quantity[1]

    def takes_people(self, index: int) -> bool:
        """Whether a word is a verbal noun of killing, arrest or the like, which people follow: "مقتل مدني"."""
        return self.desk.words[index].stem_key in self.losses

    def ends(self, index: int) -> bool:
        """Whether a word is a number or quantifier."""
        return index >= 0 and bool(self._step(index, first=True))
