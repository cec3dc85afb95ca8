"""The words of a text with what the dictionaries say of each."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text, Word
from tawatur.mentions.actors.adjectives import Quality, Side
from tawatur.mentions.actors.forms import Shape
from tawatur.mentions.actors.heads import HeadForm, heads
from tawatur.mentions.actors.lists import name_words
from tawatur.mentions.actors.look import NOTHING, NUMBER, SPEAKS, Found, Look, look
from tawatur.mentions.actors.trie import END, Hit, names

QUOTES = frozenset("«»“”„\"'’‘")
FUNCTION_POS = frozenset(
    {"pronoun", "demonstrative", "relative", "preposition", "conjunction", "subordinator", "particle"}
)
LONGEST_NAME = 6  # words of a name in brackets, with the first of them
_AUGUST = "آب"  # which keys fold with "أب"
OFFICES = frozenset({"خارجيه", "دفاع", "داخليه"})
PROCLITICS = frozenset("وفبلك")
STUDENT = "طالب"  # and "demanded"


class Desk:
    """The words of a text under the dictionaries' lamp."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words = text.words
        self.size = len(text.words)
        self.keys = text.keys
        self.root: dict[str, Any] = names()
        self.heads = heads()
        self._fixed: dict[int, tuple[Hit, int] | None] = {}  # asked for several times a word
        self.looks = looks = answers(_look, text.told)
        around = self._bracketed(text.marks)
        self.quotes = [index for index in text.marks if text.words[index].text in QUOTES or index in around]
        self.marks = frozenset(self.quotes)
        self.told = [index for index, look in enumerate(looks) if look is not NOTHING]  # a dictionary has these words

    def _bracketed(self, marks: Sequence[int]) -> frozenset[int]:
        """The brackets that stand as marks of quotation: a head noun waits for the name in them ("تنظيم (القاعدة)")."""
        found: list[int] = []
        for left, right in pairwise(marks):
            around = self.words[left].text == "(" and self.words[right].text == ")" and 1 < right - left < LONGEST_NAME
            if around and left and self._waits(left - 1):
                found += (left, right)
        return frozenset(found)

    def _waits(self, index: int) -> bool:
        """Whether a word is the head of a phrase that lacks its genitive ("مسلحو", "ميليشيا")."""
        head, word = self.looks[index].head, self.words[index]
        if head is None or word.definite or head[0].shape.state == "free":
            return False
        joins = head[0].head.sort in ("unit", "body", "people") or head[0].shape.state == "construct"
        return joins and head[0].head.klass in ("armed", "political", "organisation")

    def name(self, index: int) -> tuple[Hit, int] | None:
        """The longest known name that begins at a word, and how many letters before it are clitics."""
        found = self.fixed(index) if self.looks[index].roots else None
        return None if found is None or found[0].form == "stop" else found

    def fixed(self, index: int) -> tuple[Hit, int] | None:
        """The same, with the fixed phrases that only look like an actor ("الأمن القومي", "حركة السير")."""
        if not self.looks[index].roots:
            return None
        if index in self._fixed:
            return self._fixed[index]
        found = self._fixed[index] = self._best(index)
        return found

    def _best(self, index: int) -> tuple[Hit, int] | None:
        best: tuple[Hit, int] | None = None
        if self.words[index].text == "على":
            return None  # the preposition, whatever folds to it ("على صالح")
        for node, stripped in self.looks[index].roots:
            hit = self._longest(node, index + 1)
            if hit is not None and (best is None or hit.last > best[0].last):
                best = hit, stripped
        return best

    def _longest(self, node: dict[str, Any], position: int) -> Hit | None:
        last, longest = position, node.get(END)
        named = longest
        while len(node) > (named is not None):
            following = self.skip(position)
            if following >= self.size:
                break
            word = self.words[following]
            further = node.get(word.key.lower() if word.kind == "latin" else word.key)
            if further is None:
                break
            node, position = further, following + 1
            named = node.get(END)
            if named is not None:
                last, longest = position, named
        if longest is None:
            return None
        return Hit(last, longest.actor, longest.form, longest.colour, longest.candidates)

    def skip(self, position: int) -> int:
        """The next word that is no quotation mark (or stop inside an abbreviation)."""
        while position < self.size:
            word = self.words[position]
            if word.kind != "punctuation":
                break
            initial = position and word.text in (".", "-") and len(self.words[position - 1].text) == 1
            if not (position in self.marks or initial):
                break
            position += 1
        return position

    def closed(self, first: int, last: int) -> int:
        """The end of a phrase with the quotation mark that closes what an opening mark inside it began."""
        if last not in self.marks:
            return last
        marks = bisect_left(self.quotes, last) - bisect_left(self.quotes, first)
        return last + marks % 2

    def head(self, index: int) -> tuple[HeadForm, Found] | None:
        """The head noun at a word, if it is one: neither verb nor function word."""
        look = self.looks[index]
        if not look.turns or look.head is None:
            return look.head
        form, at = look.head
        if self.words[index].stem_key == STUDENT and self._demands(index):
            return None
        if form.shape.accusative and self._leads_field(index + 1):
            return HeadForm(form.head, Shape(form.shape.gender, "d", "construct")), at
        return look.head

    def _demands(self, index: int) -> bool:
        """ "وطالبها بوقف الدعم", "وطالب أنقرة باحترام": with "ب" behind whom it asks the word is no student."""
        word = self.words[index]
        if not word.conjunction:
            return False
        ahead = self.words[index + 1 : index + (2 if word.enclitic else 4)]
        led = next((w for w in ahead if w.preposition or w.kind == "punctuation"), None)
        if led is None:
            return False  # the text may end there as well
        asked = bool(word.enclitic) or (led is not ahead[0] and ahead[0].pos != "adjective")  # "وطالب جامعي برصاص"
        return led.preposition == "ب" and asked

    def _leads_field(self, index: int) -> bool:
        """Whether a field begins there: "وزيرا خارجية روسيا وتركيا" are two, and no accusative."""
        word = self.words[index] if index < self.size else None
        if word is None or word.preposition or word.conjunction:
            return False
        return "ال" in word.prefixes or word.stem_key in OFFICES

    def side(self, index: int) -> tuple[tuple[Side, ...], Found] | None:
        """The adjective of side at a word, all its readings."""
        return self.looks[index].side

    def quality(self, index: int) -> tuple[Quality, Found] | None:
        """The plain adjective at a word."""
        return self.looks[index].quality

    def start(self, index: int, stripped: int) -> int:
        """Where a word begins in the original once `stripped` letters of clitics are left out."""
        position = self.words[index].span.start
        if not stripped:
            return position
        original = self.text.original
        while stripped or not light_character(original[position]):
            stripped -= bool(light_character(original[position])) and stripped > 0
            position += 1
        return position

    def key(self, index: int) -> str:
        """The key of a word, empty past the end."""
        return self.keys[index]

    def stem(self, index: int) -> str:
        """The key of a word without conjunction and preposition as the segmenter has it, article kept."""
        word = self.words[index]
        return ("ال" if "ال" in word.prefixes else "") + word.stem_key


@by_form
def _look(word: Word) -> Look:
    """What the dictionaries say of a word."""
    if word.kind == "latin":
        return look(word.key.lower(), 0, "")
    if word.kind != "word":
        return NUMBER if word.kind == "number" else NOTHING
    attached = len([prefix for prefix in word.prefixes if prefix in PROCLITICS]) if word.prefixes else 0
    told = look(word.key, attached, word.text[-1])
    speaks = word.pos == "verb" and word.stem_key in name_words().speakers
    if told is NOTHING:
        return SPEAKS if speaks else NOTHING
    if told.head is None and not speaks:
        return told
    head = _noun(word, told.head) if told.head is not None else None
    turns = word.stem_key == STUDENT or (head is not None and _may_be_dual(head[0]))
    return Look(told.roots, head, told.side, told.quality, told.quantity, told.opens, told.given, speaks, turns)


def _noun(word: Word, found: tuple[HeadForm, Found]) -> tuple[HeadForm, Found] | None:
    """The head noun of a form, if it is one: neither verb nor function word."""
    if word.pos in FUNCTION_POS or word.stem == _AUGUST:
        return None
    if word.pos != "verb":
        return found
    guessed = not any(a.pos == "verb" for a in word.analyses)
    many = found[0].shape.state == "construct" and found[0].shape.number == "p"
    return found if guessed and many else None  # "إن مقاتلي الحزب انسحبوا"


def _may_be_dual(form: HeadForm) -> bool:
    """Whether what stands behind may show an accusative to be a dual ("وزيرا خارجية روسيا وتركيا")."""
    return form.shape.accusative and "title" in form.head.flags
