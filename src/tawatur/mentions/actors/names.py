"""Names of people that no dictionary knows: after a title, by their given name, or after a verb of speaking."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import FUNCTION_POS, PROCLITICS, Desk
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.lists import LEADS, OPENING_LEADS, name_words

TANWIN = "\u064b"
BEHIND = "خلف"  # a given name, and the preposition
LONGEST_PERSON, SPOKEN = 4, 3


class Name(msgspec.Struct, frozen=True, gc=False):
    """The words of a name, and where it ends."""

    words: tuple[int, ...]
    last: int
    stripped: int = 0


def _is_family(text: str) -> bool:
    return text.startswith("ال") and text.endswith("ي") and len(text) > 5


def _opens(key: str) -> bool:
    """Whether a word is a given name, or leads to the rest of a name ("ابن")."""
    return key in name_words().given or key in LEADS


class Namer:
    """Reads unknown names over the words of one text."""

    def __init__(self, desk: Desk, places: frozenset[int]) -> None:
        self.desk = desk
        self.places = places
        self.lists = name_words()

    def person(self, index: int) -> Name | None:
        """A person's name that begins at a word after a title: up to four words."""
        words, position = self._run(index, LONGEST_PERSON)
        if not words:
            return None
        if len(words) == 1 and not self._single(words[0]):
            return None
        return Name(tuple(words), position)

    def sure(self, index: int) -> bool:
        """Whether a given name stands there, so that even a bare title before it is one."""
        return index < self.desk.size and _opens(self.desk.keys[index])

    def bare(self, index: int) -> Name | None:
        """A person's name without title: it begins with a given name that is no common word."""
        stripped = self.desk.looks[index].given
        if stripped is None or self.desk.words[index].text.endswith("على"):
            return None
        word = self.desk.words[index]
        if word.enclitic and word.text.endswith("ه"):
            return None  # "نظيره": his counterpart, no "نظيرة"
        if word.pos in FUNCTION_POS or stripped != sum(len(p) for p in word.prefixes if p in PROCLITICS):
            return None
        if word.key[stripped:] in self.lists.unsure and not self._opens_name(index, stripped):
            return None
        words, position = self._run(index + 1, LONGEST_PERSON - 1, after=True)
        if not words:
            return None
        return Name((index, *words), position, stripped)

    def _opens_name(self, index: int, stripped: int) -> bool:
        """Whether a common word that is a given name too opens one: "سعيد عبيد الجمحي", not "باسم داعش"."""
        if index + 1 >= self.desk.size:
            return False
        named = self.desk.name(index + 1)
        if named is not None and known()[named[0].actor].kind != "person":
            return False
        further = not self.desk.words[index + 1].prefixes and self.bare(index + 1) is not None
        return further or self._seconds(index + 1, plain=not stripped)

    def spoken(self, index: int) -> Name | None:
        """An unknown name right after a verb of speaking ("وقال مموزيني إن"): up to three words tagged as names."""
        if (
            not index
            or self.desk.words[index - 1].stem_key not in self.lists.speakers
            or self.desk.words[index - 1].pos != "verb"
        ):
            return None
        if self._is_spoken(index) and self.desk.keys[index] in self.lists.given:
            found, last = self._run(index, LONGEST_PERSON)
            return Name(tuple(found), last) if found else None
        words: list[int] = []
        while index < self.desk.size and len(words) < SPOKEN and self._is_spoken(index):
            words.append(index)
            index += 1
        if not words and self._plain(index) and self.family(index + 1):
            return Name((index, index + 1), index + 2)  # "قال فالح العيساوي"
        return Name(tuple(words), index) if words else None

    def _plain(self, index: int) -> bool:
        """Whether a word is unknown to every list and bare, so that a family name behind it makes a name."""
        word = self.desk.words[index]
        bare = word.kind == "word" and not (word.prefixes or word.enclitic or word.analyses)
        if not bare or word.pos in FUNCTION_POS or word.pos == "verb" or len(word.key) < 3:
            return False
        accusative = "\u064b" in self.desk.text.original[slice(*word.span)] or word.key.endswith("ا")
        return not accusative and word.key not in self.lists.never and index not in self.places and self._lone(index)

    def family(self, index: int) -> bool:
        """Whether an unknown word looks like a family name: "العيساوي", "البيحاني"."""
        if index >= self.desk.size:
            return False
        word = self.desk.words[index]
        nisba = word.prefixes == ("ال",) and word.key.endswith("ي") and len(word.stem_key) > 3
        return nisba and not word.analyses and index not in self.places and self._lone(index)

    def _is_spoken(self, index: int) -> bool:
        word = self.desk.words[index]
        if (
            word.kind != "word"
            or word.pos != "name"
            or word.conjunction
            or word.preposition
            or word.enclitic
            or word.key == "الله"
        ):
            return False
        return len(word.key) > 2 and index not in self.places and word.key not in self.lists.never and self._lone(index)

    def _seconds(self, index: int, *, plain: bool) -> bool:
        """Whether the next word makes a name of a common word: a sure given name, or a family name no lexicon knows."""
        if index >= self.desk.size:
            return False
        word = self.desk.words[index]
        if word.key in self.lists.given:
            return word.key not in self.lists.unsure
        if (
            word.pos == "name"
            and not word.analyses
            and word.prefixes in ((), ("ك",))
            and index not in self.places
            and len(word.key) > 3
        ):
            return plain and word.key not in self.lists.never and word.key != "الله" and self._lone(index)
        family = (
            plain
            and word.prefixes == ("ال",)
            and not word.analyses
            and len(word.stem_key) > 3
            and word.key.endswith("ي")
        )
        return (
            (word.key in LEADS and word.key != "ام")
            or word.key in self.lists.families
            or (family and self._lone(index))
        )

    def _lone(self, index: int) -> bool:
        look = self.desk.looks[index]
        return look.side is None and look.quality is None and self.desk.head(index) is None

    def _run(self, index: int, longest: int, *, after: bool = False) -> tuple[list[int], int]:
        words: list[int] = []
        position, count = index, 0
        while position < self.desk.size and count < longest and self._fits(position, after or bool(words)):
            words.append(position)
            if self.desk.keys[position] not in LEADS:
                count += 1
            position += 1
        while words and self.desk.key(words[-1]) in LEADS:
            words.pop()
        return words, words[-1] + 1 if words else index

    def _fits(self, index: int, later: bool) -> bool:
        word = self.desk.words[index]
        if word.kind == "latin":
            return True
        if word.kind != "word":
            return False
        before = self.desk.keys[index - 1]
        if later and before.removeprefix("و") in OPENING_LEADS and word.pos not in FUNCTION_POS:
            return True
        if word.text == "على" or (self.desk.text.ornate and TANWIN in word.span.of(self.desk.text.original)):
            return False  # the preposition; an adverb in the accusative
        if word.key == "فان" and ("إ" in word.text or self.desk.keys[index + 1].startswith("ال")):
            return False  # "بحسب عبد الرحمن فإن القائد": the sentence goes on
        if word.key in LEADS:
            return True
        if later and word.key == "شيخ" and self.desk.keys[index + 1] in self.lists.given:
            return True  # "حسن شيخ محمود"
        if word.key == BEHIND:
            return self._named_behind(index + 1)
        if later and word.key in self.lists.unsure and self._titles(index):
            return False  # "جلوي بن عبدالعزيز أمير منطقة نجران"
        if word.key in self.lists.given and not (word.enclitic and word.text.endswith("ه")):
            return word.key not in self.lists.unsure or not later or word.pos not in ("verb", "preposition")
        return not self._refused(word, index, later)

    def _named_behind(self, index: int) -> bool:
        """Whether "خلف" is a name: a name follows ("أركان خلف العيساوي"), not a thing ("وقف الضابط خلف السيارة")."""
        if index >= self.desk.size:
            return False
        word = self.desk.words[index]
        family = word.prefixes == ("ال",) and word.key.endswith("ي") and not word.analyses and self._lone(index)
        return family or word.key in self.lists.families or (word.key in self.lists.given and not word.prefixes)

    def _refused(self, word: Word, index: int, later: bool) -> bool:
        if later and word.pos == "verb" and not word.prefixes and all(a.person == "1" for a in word.analyses):
            return False  # "سمير نشار": nobody speaks as "we" right behind a name
        if (
            index in self.places
            or word.key in self.lists.never
            or word.pos in FUNCTION_POS
            or word.pos in ("verb", "number", "adverb")
        ):
            return True
        if later and word.preposition == "ك" and not word.conjunction and not word.analyses:
            return False  # "جيم كرافت": nobody is "like" right behind a given name
        if later and word.text.startswith("با") and not word.text.startswith("بال") and len(word.key) > 4:
            return False  # "باسلمة": a family name of Hadramawt, no preposition
        if word.conjunction or word.preposition or word.future or len(word.key) < 3:
            return True
        if word.enclitic and not later:
            return True
        article = "ال" in word.prefixes
        if later and not article and _is_family(self.desk.keys[index - 1]):
            return True  # "شاهر النهاري ضرورة": the name has ended
        if article and later and (word.key in self.lists.families or self.desk.keys[index - 1] == "ال"):
            return False
        if article:
            noun = self._is_noun(index) and self.desk.looks[index].side is None
            ended = not _opens(self.desk.keys[index - 1])  # a family name stands there already
            other = word.key.endswith(("يه", "ات")) or (bool(word.analyses) and word.pos != "name" and ended)
            return not later or noun or other or self._common(index)
        verb = any(a.pos == "verb" and a.tense for a in word.analyses) and all(a.pos == "verb" for a in word.analyses)
        if verb and (later or word.pos != "name"):
            return True
        if word.analyses and word.pos != "name":
            return True
        return self.desk.head(index) is not None or self._common(index)

    def _titles(self, index: int) -> bool:
        """A title with what it is of, right behind a name that has ended."""
        following = index + 1 < self.desk.size and (index + 1 in self.places or self.desk.head(index + 1) is not None)
        return following and self._is_noun(index) and self.desk.keys[index - 1] not in LEADS

    def _is_noun(self, index: int) -> bool:
        """A head noun, and no family name that looks like a plural with an owner: "الصيادي"."""
        found = self.desk.head(index)
        return found is not None and found[0].shape.state != "construct"

    def _common(self, index: int) -> bool:
        return self.desk.looks[index].quality is not None

    def _single(self, index: int) -> bool:
        """Whether one word alone may be a name after a title: not a common noun of our lexicon."""
        word = self.desk.words[index]
        certain = word.key not in self.lists.unsure or "ال" in self.desk.words[index - 1].prefixes
        return (
            word.kind == "latin"
            or (word.key in self.lists.given and certain)  # "نائب مساعد": no name
            or (not word.analyses and word.pos in ("other", "name"))
        )
