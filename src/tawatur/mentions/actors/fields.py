"""The field that a body or office is for: "وزير الخارجية", "هيئة سوق رأس المال", "مركز بابل للصحة النفسية"."""

import msgspec

from tawatur.arabic.letters import key
from tawatur.mentions.actors.desk import FUNCTION_POS, Desk
from tawatur.mentions.actors.numbered import REGIONS, military_region

LONGEST = 3
SECURITY = frozenset({"قومي", "وطني", "داخلي"})
MILITARY_AREAS = frozenset(map(key, REGIONS))
NISBA = ("يه", "ي", "يين", "يون")
WITHOUT = frozenset({"بدون", "دون", "بلا"})


class Field(msgspec.Struct, frozen=True, gc=False):
    """The nouns of a field, and where its words end (its own adjectives included)."""

    words: tuple[int, ...]
    last: int


class Fields:
    """Reads fields over the words of one text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def read(self, index: int) -> Field | None:
        """The field that begins at a word: definite nouns joined by "و", or a chain that ends in a definite noun."""
        position = self._chain(index)
        chain = range(index, position)
        words: list[int] = []
        while position < self.desk.size and len(words) < LONGEST and self._is_noun(position, later=bool(words)):
            words.append(position)
            position = self._own_adjectives(position + 1)
        region = len(words) == 1 and self.desk.words[words[0]].stem_key in MILITARY_AREAS
        last = military_region(self.desk, words[0]) if region else None
        if last is not None:  # "قائد المنطقة العسكرية الأولى"
            return Field(tuple(range(words[0], last)), last)
        return Field((*chain, *words), position) if words else None

    def sided(self, index: int) -> int:
        """Past the one definite noun behind which sides may follow ("وزيرا الخارجية الروسي والتركي"), else `index`."""
        word = self.desk.words[index] if index < self.desk.size else None
        return index + 1 if word is not None and "ال" in word.prefixes and not word.preposition else index

    def purpose(self, index: int) -> int:
        """Where a purpose after a body's name ends: "للإغاثة والأعمال الإنسانية"; `index` itself if there is none."""
        if index >= self.desk.size:
            return index
        word = self.desk.words[index]
        purpose = word.preposition == "ل" and not word.conjunction and "ال" in word.prefixes and word.pos != "verb"
        if not purpose or self.desk.looks[index].roots or self.desk.head(index) is not None:
            return index  # a receiver: "للصحيفة", "للمدنيين"
        position = self._own_adjectives(index + 1)
        if position < self.desk.size and self._is_noun(position, later=True):
            position = self._own_adjectives(position + 1)
        return position

    def _chain(self, index: int) -> int:
        """Skips up to two bare nouns that a definite noun follows: "سوق رأس المال"."""
        for length in (1, 2):
            if all(self._is_link(at) for at in range(index, index + length)) and self._is_noun(
                index + length, later=False
            ):
                return index + length
        return index

    def _is_link(self, index: int) -> bool:
        if index >= self.desk.size:
            return False
        word, head = self.desk.words[index], self.desk.head(index)
        return (
            word.kind == "word"
            and not word.prefixes
            and not word.enclitic
            and word.pos == "noun"
            and (head is None or "only" in head[0].head.flags)  # "هيئة سوق رأس المال"
        )

    def _is_noun(self, index: int, *, later: bool) -> bool:
        if index >= self.desk.size:
            return False
        word = self.desk.words[index]
        if (
            word.kind != "word"
            or "ال" not in word.prefixes
            or word.preposition
            or word.pos in FUNCTION_POS
            or word.pos == "verb"
        ):
            return False
        return (
            bool(word.conjunction) == later
            and self.desk.looks[index].side is None
            and (later or self.desk.looks[index].quality is None)
        )

    def _own_adjectives(self, index: int) -> int:
        """Skips the adjectives of the field's own noun that no dictionary of actors knows: "العسكرية الأجنبية"."""
        while index < self.desk.size:
            word = self.desk.words[index]
            plain = word.prefixes == ("ال",) and self.desk.looks[index].side is None
            of_security = word.stem_key in SECURITY and self.desk.keys[index - 1] == "الامن"  # "وزير الأمن القومي"
            plain = plain and (word.stem_key.endswith("يه") or of_security)
            head = self.desk.head(index)
            noun = head is not None and "needs" not in head[0].head.flags  # "العلاقات الخارجية"
            if not plain or ((noun or self.desk.looks[index].quality is not None) and not of_security):
                break
            index += 1
        return index

    def unmanned(self, index: int) -> int:
        """Skips what makes an aircraft a drone: "بدون طيار", "من دون طيار"."""
        start = index + (self.desk.keys[index] == "من")
        pilotless = self.desk.keys[start] in WITHOUT and self.desk.keys[start + 1] == "طيار"
        return start + 2 if pilotless else index
