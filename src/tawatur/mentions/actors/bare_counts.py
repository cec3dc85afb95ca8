"""People told by their number alone: "وأصيب سبعة", "مقتل 30 وإصابة 50", "اعتقلت الشرطة العشرات"."""

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import FUNCTION_POS, Desk
from tawatur.mentions.actors.heads import heads
from tawatur.mentions.actors.lists import quantity_words
from tawatur.mentions.actors.look import NUMBER
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.quantity import LONGEST, Quantities
from tawatur.mentions.figures.grammar import lead_of
from tawatur.mentions.figures.words import AT_LEAST, closed
from tawatur.model.span import Span

PEOPLE = "شخص"  # what they are called who have no other name
APART = FUNCTION_POS | {"verb", "adverb"}
DAYS = frozenset({"الجمعه", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس"})
HURT = frozenset({"متاثرين", "متاثرا", "جميعا"})
PERCENT = frozenset(map(key, ("%", "٪", "مئة", "مائة", "المئة", "المائة", "بالمئة", "بالمائة")))
OF_THEM = frozenset({"من", "منهم", "منها", "منهن", "منهما"})
ONE = frozenset({"واحد", "واحده"})
FARTHEST = 4  # words between a verb of harm and the number of those it befalls
LEADS = 5  # words at most that only measure ("ما لا يقل عن")


class BareCounts:
    """Finds numbers of people without a noun over the words of one text."""

    def __init__(self, desk: Desk, quantities: Quantities) -> None:
        self.desk = desk
        self.quantities = quantities
        self.harms = quantity_words().harms

    def at(self, index: int) -> Node | None:
        """The number at a word as people whom something befell, or None."""
        look = self.desk.looks[index]
        stripped = look.quantity[1]
        if look is not NUMBER and look.quantity[0] != "number":
            return None  # most words
        if stripped and not (stripped == 1 and self.desk.words[index].conjunction):
            return None
        last = self._end(index)
        if last == index or self.desk.words[index].key in ONE or not self._closes(last):
            return None
        if not (self._harmed(index) or self._did(index, last)):
            return None
        shape = heads()[PEOPLE]
        start = self.desk.start(index, stripped)
        return Node(
            first=index,
            last=last,
            head=last - 1,
            start=start,
            klass=shape.head.klass,
            rule="bare_count",
            form="role",
            gender="m",
            number="p",
            definite=self.desk.words[index].definite,
            noun=shape.head,
            quantity=Span(start, self.desk.words[last - 1].span.end),
        )

    def _end(self, index: int) -> int:
        """Past the words of the number that begins there."""
        last = index
        while last < self.desk.size and last - index < LONGEST and self.quantities.is_number(last, first=last == index):
            last += 1
        return last

    def _closes(self, last: int) -> bool:
        """Whether no noun stands behind a number that it could count."""
        word = self.desk.words[last] if last < self.desk.size else None
        if word is None or word.kind == "punctuation":
            return word is None or word.text not in PERCENT
        least = 2 * ((word.key, self.desk.key(last + 1)) == AT_LEAST)
        if self.desk.key(last + least) in OF_THEM:
            return False  # "مقتل 20 على الأقل من التنظيم", "قتل اثنان منهم": they have a name
        if self.quantities.is_number(last + (word.key == "و"), first=True):
            return False  # "71 ألفا و781 مدنيا"
        if word.kind != "word" or word.stem_key in PERCENT or (word.key == "في" and self.desk.key(last + 1) in PERCENT):
            return False
        return _apart(word)

    def _did(self, index: int, last: int) -> bool:
        """ "خمسة قتلوا", "العشرات فروا": a verb in the plural of men right behind the number."""
        word = self.desk.words[last] if last < self.desk.size else None
        plural = word is not None and word.pos == "verb" and word.key.endswith("وا")
        return plural and (self.desk.words[index].definite or bool(self._harms(last)))

    def _harmed(self, index: int) -> bool:
        """Whether a word of harm tells whom it befalls: right before the number, its measure or the subject."""
        first = next((n for n in range(max(index - LEADS, 0), index) if lead_of(self.desk.words, n)[0] == index), index)
        if first and self._harms(first - 1):
            return True
        digits = self.desk.words[index].kind == "number"  # "قائد اللواء 30"
        return not digits and self._suffers(first)

    def _suffers(self, index: int) -> bool:
        """ "اعتقلت الشرطة العشرات": a verb of harm with nothing but its subject before the number."""
        if self.desk.keys[index - 1].endswith(("ين", "ان")) and self.desk.keys[index].startswith("اثن"):
            return False  # "جنديين اثنين"
        for before in range(index - 1, max(index - 1 - FARTHEST, 0) - 1, -1):
            if self._harms(before):
                return self._harms(before) == "verb"
            word = self.desk.words[before]
            if word.kind == "punctuation" or word.pos in APART or word.conjunction or word.preposition:
                return False
        return False

    def _harms(self, index: int) -> str:
        """Whether a word tells of losses or arrests: a verb, or its noun."""
        word = self.desk.words[index]
        if word.enclitic or word.kind != "word" or word.definite:
            return ""
        if word.pos == "verb":
            return "verb" if any(a.pos == "verb" and key(a.lemma) in self.harms for a in word.analyses) else ""
        return "noun" if word.pos == "noun" and word.stem_key in self.harms else ""


@by_form
def _apart(word: Word) -> bool:
    """Whether a word is no noun or adjective that a number before it could count."""
    if word.pos == "verb" and word.stem.endswith("ا") and not word.stem.endswith("وا"):
        return False  # "20 طالبا"
    if word.pos in APART or word.conjunction or word.preposition or word.enclitic in ("هم", "هن", "هما"):
        return True
    return word.key in closed().function or word.key in DAYS or word.stem_key in HURT
