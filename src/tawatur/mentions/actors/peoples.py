"""Phrases without a head noun: peoples by their adjective, people by their given name, outlets in quotation marks."""

from tawatur.mentions.actors.adjectival import Adjectives
from tawatur.mentions.actors.adjectives import Side
from tawatur.mentions.actors.desk import QUOTES, Desk
from tawatur.mentions.actors.heads import HeadForm
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.names import Name, Namer
from tawatur.mentions.actors.node import NATIONALS, PEOPLE, Node
from tawatur.mentions.actors.outlets import quoted_outlet
from tawatur.mentions.actors.quantity import Quantities

CLOSED = frozenset({"preposition", "conjunction", "subordinator", "particle", "relative"})
GOVERNS = CLOSED | {"verb", "pronoun", "demonstrative", "number"}
DASHES = frozenset({"-", "–", "ـ", "/"})

STRIKING = frozenset(
    {"قتل", "قتلت", "اعتقل", "اعتقلت", "اغتال", "اغتالت", "خطف", "خطفت", "اختطف", "اختطفت", "احتجز", "احتجزت"}
    | {"اسر", "اسرت", "اوقف", "اوقفت", "اعدم", "اعدمت", "طعن", "دهس"}
)
FIELDS = frozenset({"عسكريا", "سياسيا", "اعلاميا"})  # soldiers and politicians, or how something is done
FORCE = tuple(sorted({*STRIKING, "اصاب", "جرح", "صف", "قنص", "استهدف"}))
REACH = 5  # words before the accusative within which the verb stands
BACKED = frozenset({"مدعوم", "مدعومين", "مدعومون", "مسنود", "مسنودين", "ممول", "ممولين"})
LAPSES = frozenset({"ماضي", "مقبل", "جاري", "حالي", "سابق"})  # "الأسبوع الماضي مسلحا"


class Peoples:
    """Reads phrases without a head noun over the words of one text."""

    def __init__(self, desk: Desk, namer: Namer, adjectives: Adjectives, quantities: Quantities) -> None:
        self.desk = desk
        self.namer = namer
        self.adjectives = adjectives
        self.quantities = quantities

    def people(self, index: int, *, counted: bool = False) -> Node | None:
        """A side's adjective alone: the people ("الروس أعربوا") or a party of the noun before ("اللقاء الروسي")."""
        found = self.desk.looks[index].side
        if found is None:
            return None
        readings, at = found
        reading = next((r for r in readings if r.noun), readings[0])
        struck = self._struck(index, at.definite) or self._strikes(index, reading, at.definite)
        leads = not (at.definite or at.stripped or at.enclitic) and self._leads_verb(index)
        noun = counted or (reading.noun and not self._follows_people(index)) or struck or leads
        if not noun and not self._follows_noun(index, at.definite) and not self._backs(index, at.definite):
            return None
        node = self.adjectives.side(index, reading.actor, reading.colour)
        node.start, node.definite = self.desk.start(index, at.stripped), at.definite
        node.gender, node.number = reading.shape.gender, reading.shape.number
        if noun:
            node.adjective, node.rule = False, PEOPLE
            node.last = self.adjectives.run(node, node.last, definite=at.definite)
            if counted or not at.definite:
                as_nationals(node)
        return node

    def _backs(self, index: int, definite: bool) -> bool:
        """ "المدعومة إيرانيا": a side in the accusative right behind what others are given tells who gives."""
        given = self.desk.keys[index - 1].removeprefix("ال").removesuffix("ه") in BACKED
        return given and not definite and self.desk.words[index].text.endswith("يا")

    def named(self, index: int) -> Node | None:
        """A person's name without title, known by its given name."""
        name = self.namer.bare(index)
        return None if name is None else self.person(name, "given_name")

    def speaker(self, index: int) -> Node | None:
        """An unknown name right after a verb of speaking."""
        name = self.namer.spoken(index)
        return None if name is None else self.person(name, "name_after_speech")

    def person(self, name: Name, rule: str) -> Node:
        """A found name as a phrase."""
        first = name.words[0]
        return Node(
            first=first,
            last=name.last,
            head=first,
            start=self.desk.start(first, name.stripped),
            klass="person",
            rule=rule,
            gender="m",
            number="s",
            definite=True,
            words=name.words,
        )

    def quoted(self, index: int) -> Node | None:
        """An outlet by its bare name in quotation marks: «الشرق الأوسط»."""
        if not index or self.desk.words[index - 1].text not in QUOTES:
            return None
        found = quoted_outlet(self.desk, index)
        if found is None:
            return None
        return Node(
            first=index,
            last=found[0],
            head=index,
            start=self.desk.start(index, 0),
            klass="media",
            rule="known_quoted",
            gender="f",
            number="s",
            definite=True,
            actor=found[1],
        )

    def describes(self, index: int, form: HeadForm, definite: bool) -> bool:
        """Whether a word that may be a noun describes the one before it ("هجوم مسلح", "الأجنحة المسلحة")."""
        if not index or (form.shape.accusative and self.quantities.at(index - 1)):
            return False
        before, word = self.desk.words[index - 1], self.desk.words[index]
        if before.kind != "word" or word.conjunction or word.preposition or before.pos in GOVERNS:
            return False
        if self.quantities.takes_people(index - 1) or self.quantities.ends(index - 1):
            return False
        if "title" in form.head.flags and self.namer.sure(index + 1):
            return False
        if word.stem_key in FIELDS and self._tells_how(index):
            return True
        article = "ال" in before.prefixes
        if form.shape.state == "construct" and "adjlike" in form.head.flags and not article:
            return self.desk.head(index - 1) is not None  # "شخصين مجهولي الهوية"
        if form.shape.accusative and article:  # "المصنف إرهابيا", but "قتلت الجمعة مسلحا"
            shaped = any(a.derived in ("active", "passive") for a in before.analyses)
            return shaped and before.stem_key not in LAPSES  # but "خطفت قوات الاحتلال صحفيا"
        owned = before.enclitic and before.pos in ("noun", "adjective") and word.stem_key.endswith(("ي", "يه"))
        if definite and owned and form.shape.number == "s":
            return True  # "تعاونهما العسكري", "جناحها السياسي"
        if definite:
            one, other = self.desk.stem(index - 1), self.desk.stem(index)
            human_plural = one.endswith(("ين", "ون", "ات"))
            if (one.endswith("ات") and other.endswith(("ين", "ون"))) or (one.endswith("ون") and other.endswith("ين")):
                return False  # "حاصرت القوات المتمردين", "هاجم المقاتلون المتمردين"
            return article and (form.shape.number != "p" or human_plural)
        if form.shape.accusative and not self.desk.stem(index - 1).endswith("ا"):
            return False  # "خطف مسلحون صحفيا": another case, so no adjective of theirs
        if before.stem_key == "فجر" or (before.stem_key == "فتح" and self.desk.key(index + 1) == "النار"):
            return False  # "فجر انتحاري سيارة", "فتح مسلح النار": what he did, no dawn and no movement
        if form.head.klass == "weapon" and word.text.endswith("ة") and not before.text.endswith(("ة", "ات", "ه")):
            return False  # "إسقاط مروحية": another gender, so no adjective of it
        noun = before.pos in ("noun", "adjective") or (form.shape.accusative and before.pos in ("other", "name"))
        return form.shape.number == "s" and not article and noun  # "زيا عسكريا"

    def _tells_how(self, index: int) -> bool:
        """ "تدخلت تركيا عسكريا", "عزلتها سياسيا": an adverb, where no verb of force has him as its object."""
        behind = self.desk.words[index + 1] if index + 1 < self.desk.size else None
        if (
            behind is not None
            and not behind.conjunction
            and behind.pos in ("adjective", "noun")
            and behind.text.endswith("ا")
        ):
            return False  # "عسكريا منشقا"
        return not any(w.stem_key.startswith(FORCE) for w in self.desk.words[max(0, index - REACH) : index])

    def _leads_verb(self, index: int) -> bool:
        """ "حوثي يقتل شيخا قبليا": an adjective that opens a headline before the verb is someone."""
        if index + 1 >= self.desk.size or (index and self.desk.text.sentence_of(index).first != index):
            return index > 0 and self.desk.words[index - 1].text == ":" and self._acts(index + 1)
        return self._acts(index + 1)

    def _acts(self, index: int) -> bool:
        word = self.desk.words[index] if index < self.desk.size else None
        if word is None or word.pos != "verb" or word.prefixes:
            return False
        verbs = [a for a in word.analyses if a.pos == "verb"]
        return bool(verbs) and all(a.tense == "present" and a.person == "3" for a in verbs)

    def _struck(self, index: int, definite: bool) -> bool:
        """ "قتل الجيش الإسرائيلي فلسطينيا": behind a definite doer whom a verb of force hits, no adjective."""
        word, before = self.desk.words[index], self.desk.words[index - 1] if index else None
        if before is None or definite or word.prefixes or not word.text.endswith("ا"):
            return False
        if index > 1 and before.pos == "verb" and self.desk.side(index - 2) and self._leads_verb(index - 2):
            return True  # "إسرائيلي يطعن فلسطينيا"
        if "ال" not in before.prefixes and not self._person(index - 1):
            return False
        if any(a.derived == "passive" for a in before.analyses):
            return False  # "المدعوم أميركيا"
        return any(self.desk.words[n].stem_key in STRIKING for n in range(max(0, index - 4), index - 1))

    def _person(self, index: int) -> bool:
        """ "قتل جندي إسرائيلي فلسطينيا": an indefinite person stands there who is no object, described or not."""
        at = index - 1 if self.desk.looks[index].side is not None and self.desk.head(index) is None else index
        found = self.desk.head(at) if at >= 0 else None
        unmarked = not self.desk.words[index].text.endswith("ا")
        return unmarked and found is not None and found[0].head.sort == "person" and found[0].shape.number == "s"

    def _strikes(self, index: int, reading: Side, definite: bool) -> bool:
        """ "طعن فلسطيني جنديا": between a verb of force and one in the accusative stands who strikes."""
        word, before = self.desk.words[index], self.desk.words[index - 1] if index else None
        behind = self.desk.words[index + 1] if index + 1 < self.desk.size else None
        if before is None or behind is None or definite or word.prefixes or reading.shape.number != "s":
            return False
        hit = behind.text.endswith("ا") and self.desk.head(index + 1) is not None
        return hit and before.stem_key in STRIKING and not word.text.endswith("ا")

    def _follows_people(self, index: int) -> bool:
        """A human plural stands right before: "العسكريين الروس"."""
        before = self.desk.words[index - 1] if index else None
        if before is None or "ال" not in before.prefixes or not self.desk.words[index].definite:
            return False
        return self.desk.stem(index - 1).endswith(("ون", "ين", "ات")) and self.desk.head(index - 1) is None

    def _follows_noun(self, index: int, definite: bool) -> bool:
        position = index - 1
        while position > 0 and self.desk.words[position].text in DASHES:
            position -= 1
        if position < 0:
            return False
        before = self.desk.words[position]
        if before.kind != "word" or before.pos in CLOSED or before.stem_key in CURRENCIES:
            return False
        if self.desk.looks[position].side is not None or (definite and before.enclitic):
            return True
        return definite == ("ال" in before.prefixes)


CURRENCIES = frozenset(
    {"دولار", "دولارا", "دولارات", "ليره", "ريال", "ريالا", "جنيه", "جنيها", "دينار", "دينارا", "درهم", "درهما", "روبل"}
)


def as_nationals(node: Node) -> None:
    """Makes of a country's people some of its people: "15 فلسطينيا" and "سوريون" are not Palestine and Syria."""
    if node.rule == PEOPLE and node.actor is not None and known()[node.actor].country:
        node.klass, node.rule = "civilians", NATIONALS
