"""The adjectives behind a noun or name: those that agree with it, sides among them."""

from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.forms import Shape
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import NATIONALS, PEOPLE, Node
from tawatur.mentions.actors.ties import follower_at

CROWDS, MILITARY = "حشود", "عسكري"
ABSTRACT = frozenset({"المسووليه", "المسئوليه"})  # a noun for all its shape
SHORTEST = 5  # letters of an adjective that only its shape shows
OTHERS = frozenset({"اخران", "اخرين", "اخريين"})
STANDING = {  # participle -> the words behind it that mean whom it describes
    "المعترف": frozenset({"به", "بها"}),
    "المنتهيه": frozenset({"ولايته", "ولايتها"}),
    "المنتهي": frozenset({"ولايته", "ولايتها"}),
}
RECOGNISED = frozenset({"دوليا", "امميا", "عربيا", "اقليميا"})
ARTICLE = ("ال",)
AS_THINGS = frozenset({"عنصر"})  # "عناصر مسلحة": people whose plural agrees as that of things
OFFICES = ("state", "office", "person", "political")
TWO = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})


class Adjectives:
    """Reads runs of adjectives over the words of one text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def run(self, node: Node, index: int, *, definite: bool) -> int:
        """The end of the run of adjectives from a word on that agree with a phrase; sides become its owner."""
        desk, last = self.desk, index
        while last < desk.size:
            quoted = definite and node.owner is None and desk.words[last].kind == "punctuation"
            position = desk.skip(last) if quoted else last
            if not self._takes(node, position, definite):
                break
            last = position + 1
            if desk.keys[last] == "المستوي":  # "رفيع المستوى"
                last += 1
        return self._past_standing(node, last) if definite and desk.keys[last] in STANDING else last

    def _past_standing(self, node: Node, index: int) -> int:
        """Past what says how somebody's office stands: "الرئيس المعترف به دوليا", "الحكومة المنتهية ولايتها"."""
        if index + 1 >= self.desk.size or self.desk.keys[index + 1] not in STANDING[self.desk.keys[index]]:
            return index
        if node.noun is None or node.klass not in OFFICES:
            return index
        return index + 2 + (self.desk.keys[index + 2] in RECOGNISED)

    def side(self, index: int, actor: str, colour: str | None) -> Node:
        """A side's adjective as a phrase of its own: a party of the noun before it."""
        return Node(
            first=index,
            last=index + 1,
            head=index,
            start=self.desk.start(index, 0),
            klass=known()[actor].klass,
            rule="side_adjective",
            form="nationality",
            actor=actor,
            adjective=True,
            definite=True,
            colour=colour,
        )

    def _takes(self, node: Node, index: int, definite: bool) -> bool:
        if index >= self.desk.size:
            return False
        word, look = self.desk.words[index], self.desk.looks[index]
        side, quality = look.side, look.quality
        loose = definite and node.owner is None and not node.topic
        counts = node.number in ("d", "p") and (word.key in TWO or word.key in OTHERS)
        if side is None and quality is None and not counts and not (loose and word.prefixes == ARTICLE):
            return False  # most words
        if word.kind != "word" or "ل" in word.prefixes or self._other_case(node, word):
            return False  # "استهداف الحوثيين للمدنيين"
        if counts and (word.key in TWO or self.desk.keys[index - 1] in TWO):
            return True  # "جنديين اثنين", "مع مسلحين اثنين آخرين"
        if side is not None and side[1].stripped == 0 and side[1].definite == definite:
            return not follower_at(self.desk, index) and self._takes_side(node, index)
        if quality is not None and quality[1].stripped == 0 and quality[1].definite == definite:
            return not follower_at(self.desk, index) and self._takes_quality(node, index)
        if not (loose and self._is_loose(node, index)) or follower_at(self.desk, index):
            return False
        node.loose.append(index)
        return True

    def _other_case(self, node: Node, word: Word) -> bool:
        """ "طعن شاب جنديا", "قتل جندي إسرائيلي فلسطينيا": an accusative describes no noun without its ending."""
        if word.stem.endswith("ين"):
            head = self.desk.words[node.head]
            return head.stem.endswith("ون") and len(head.stem) > 4  # "حاصر المقاتلون الأكراد الجهاديين"
        if word.prefixes or not word.stem.endswith("يا"):
            return False
        head = self.desk.words[node.head]
        plain = node.number == "s" and node.quantity is None and node.noun is not None and node.noun.gender == "m"
        return plain and not head.definite and not head.stem.endswith(("ا", "ى", "ة", "ء"))

    def _takes_side(self, node: Node, index: int) -> bool:
        found = self.desk.looks[index].side
        reading = next((r for r in found[0] if agrees(node, r.shape)), None) if found else None
        if reading is None or node.rule in (PEOPLE, NATIONALS):
            return False  # "أبلغ الروس الأميركيين": two peoples
        if node.actor is None:
            party = self.side(index, reading.actor, reading.colour)
            node.parts.append(party)
            node.owner = node.owner or party
        return True

    def _takes_quality(self, node: Node, index: int) -> bool:
        found = self.desk.looks[index].quality
        if found is None or not agrees(node, found[0].shape):
            return False
        node.qualities.append(found[0])
        if node.noun is not None and node.noun.head == CROWDS and found[0].lemma == MILITARY:
            node.klass = "armed"  # "حشود عسكرية" are forces
        if found[0].colour and node.actor:
            node.colour, node.form = found[0].colour, "loaded"
        return True

    def _is_loose(self, node: Node, index: int) -> bool:
        """An adjective that no dictionary knows, by its shape after a definite head: "الميداني", "القاري"."""
        word = self.desk.words[index]
        if word.prefixes != ARTICLE or node.actor is not None or self.desk.head(index) is not None:
            return False
        stem = self.desk.stem(index)
        if stem in ABSTRACT:
            return False  # "حمل القوات المسؤولية"
        return len(stem) > SHORTEST and stem.endswith(("يه", "ي", "يين", "يون")) and _agrees_by_ending(node, stem)


def agrees(node: Node, shape: Shape) -> bool:
    """Whether an adjective of a shape can describe a phrase: things in the plural take the feminine singular."""
    if node.actor is not None:
        if node.number == "p":
            return shape.number == "p" and shape.gender == (node.gender or shape.gender)
        masculine = shape.gender == "m" and node.klass in ("armed", "political", "media")
        return shape.number == "s" and (masculine or shape.gender == (node.gender or shape.gender))
    if node.number == "p":
        if node.noun is None or not node.noun.human:
            return shape.gender == "f"
        return shape.number == "p" or (shape.gender == "f" and node.noun.head in AS_THINGS)
    return shape.number == node.number and shape.gender in (node.gender, node.gender or shape.gender)


def _agrees_by_ending(node: Node, stem: str) -> bool:
    if node.number == "p":
        human = node.noun is not None and node.noun.human
        return stem.endswith(("يين", "يون")) if human else stem.endswith("يه")
    return stem.endswith("يه") == (node.gender == "f")
