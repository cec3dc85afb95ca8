"""Phrases with a head noun: what it governs and whom it names."""

import msgspec

from tawatur.mentions.actors.adjectival import Adjectives
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.fields import WITHOUT
from tawatur.mentions.actors.heads import HeadForm
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.known_nodes import known_node
from tawatur.mentions.actors.lists import UNIT_WORDS
from tawatur.mentions.actors.look import Found
from tawatur.mentions.actors.names import Namer
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.numbered import REGIONS, military_region, number_behind
from tawatur.mentions.actors.owners import Owners, has_field
from tawatur.mentions.actors.peoples import Peoples
from tawatur.mentions.actors.sufficing import Sufficing
from tawatur.mentions.actors.unit_names import unit_name

SPEAKING = frozenset({"مشير", "متحدث", "متهم", "مطالب", "مؤيد"})  # "مشيرا", "متهما": participles behind a verb
RANKED = frozenset({"جنرال", "ركن", "أول", "كولونيل"})  # stand bare behind a rank: "البريغادير جنرال"
LED_BY = frozenset({"قيادة", "رئاسة", "زعامة", "إمرة"})
CALLED = frozenset({"رجل", "عامل", "حارس", "ضابط", "موظف", "سائق", "عنصر", "فرد", "طالب", "مدير"})
CALLINGS = frozenset({"أعمال", "دين", "إغاثة", "اغاثة", "إطفاء", "إنقاذ", "إسعاف", "نظافة", "بناء", "جامعة", "مدرسة"})
UNIFORMED = frozenset({"أمن", "شرطة", "جيش", "مخابرات", "استخبارات", "مرور"})
OPERATIONS, COMMANDER = "عمليات", "قايد"  # a command only behind him who leads it: "قائد عمليات الأنبار"
ORDERER = "آمر"  # "أمر" is an order or a matter
TWOFOLD = LED_BY | REGIONS | SPEAKING | {"مديرية", "وساطة", "داعية", OPERATIONS, ORDERER}  # see `_is_manner`
LATE = 5  # a depth at which a title in apposition is still read


class Headed:
    """Reads phrases with a head noun over the words of one text."""

    def __init__(self, desk: Desk, namer: Namer, adjectives: Adjectives, peoples: Peoples, owners: Owners) -> None:
        self.desk = desk
        self.namer = namer
        self.adjectives = adjectives
        self.peoples = peoples
        self.owners = owners
        self.sufficing = Sufficing(desk, namer, peoples)

    def read(self, index: int, depth: int, *, in_place: bool) -> Node | None:
        """The phrase that a head noun opens, or None; a title inside a place's name is none ("مدينة الشيخ زويد")."""
        found = self.desk.head(index)
        if found is None:
            return None
        form, at = found
        flags = form.head.flags
        if not at.definite and index and self.desk.keys[index - 1] in WITHOUT:
            return None  # "بدون طيار"
        if (form.head.head in TWOFOLD or form.head.klass == "organisation") and self._is_manner(index, form, at):
            return None
        if in_place and "title" in flags and not self.desk.name(index):
            return None
        if "adjlike" in flags and self.peoples.describes(index, form, at.definite):
            return None
        node = self._begun(index, form, at)
        if form.shape.number == "d" and (at.definite or form.shape.state == "construct"):
            node.last = node.last if at.definite else self.owners.fields.sided(node.last)
            if (pair := self._pair(node)) is not None:
                return pair
            node.last = node.first + 1
        if at.definite and (last := number_behind(self.desk, node.last, form)) is not None:
            node.words, node.last, node.form, node.rule = tuple(range(node.last, last)), last, "name", "numbered_unit"
            node.last = self.adjectives.run(node, node.last, definite=True)
        elif at.definite:
            node.last = self.adjectives.run(node, node.last, definite=True)
            if node.last > node.first + 1 and not node.enclitic and has_field(node):
                node.last = self.owners.fields.purpose(node.last)
        else:
            self._complement(node, form, depth)
        node = self.owners.followers(node, depth)
        return self._apposition(node) if self.sufficing.stands(node) else None

    def _is_manner(self, index: int, form: HeadForm, at: Found) -> bool:
        """Words that only say how: "مشيرا إلى"; a district that is a place: "مديرية عنس"."""
        if form.head.head in LED_BY and self.desk.words[index].preposition == "ب":
            return True  # "بقيادة السعودية": led by, no leadership that acts
        if form.head.head == ORDERER:
            return "آ" not in self.desk.words[index].text
        if form.head.head == OPERATIONS:
            return not index or at.definite or self.desk.words[index - 1].stem_key != COMMANDER
        if form.head.head == "مديرية" and self.owners.place_at.get(index) is not None:
            return True
        if form.head.head == "وساطة" and "بين" in (self.desk.keys[index + 1], self.desk.keys[index + 2]):
            return True  # "وساطة قطرية بين": what someone does, no body
        if form.head.klass == "organisation" and self._is_site(index):
            return True
        if form.head.head in REGIONS and (military_region(self.desk, index) is None or self._lies_in(index)):
            return True
        if form.head.head in SPEAKING and form.shape.accusative and self.desk.keys[index + 1][:1] != "ب":
            return True  # "متهما تركيا", not "أوقف متهما بالقتل"
        if form.head.head == "متهم" and self.desk.words[index].stem == "متهمين" and not at.definite:
            before = self.desk.words[index - 1] if index else None
            if before is not None and before.kind == "punctuation" and self.desk.keys[index + 1][:1] != "ب":
                return True  # "…، متهمين الحكومة بالتقصير"
        calls = form.head.head == "داعية" and not at.definite and index > 0
        return calls and self.desk.words[index - 1].kind == "punctuation"  # "…، داعية المجتمع الدولي إلى"

    def _lies_in(self, index: int) -> bool:
        """ "في المنطقة العسكرية الأولى": there it is where something happens."""
        before = self.desk.keys[index - 1] if index else ""
        return before in ("في", "من", "الي", "داخل") or self.desk.words[index].preposition in ("ب", "ل")

    def _is_site(self, index: int) -> bool:
        """Whether a body named with its place is where things happen: "اقتحموا جامعة تعز", not "قالت جامعة تعز"."""
        if self.owners.place_at.get(index) is None or not index:
            return False
        before = self.desk.words[index - 1]
        speaks = before.stem_key in self.namer.lists.speakers or bool(self.desk.words[index].conjunction)
        governed = before.pos in ("verb", "preposition") or any(a.derived == "masdar" for a in before.analyses)
        if not governed and self.desk.words[index].stem_key != "مركز":  # "الرمادي مركز محافظة الأنبار"
            return False
        owned = self.desk.head(index - 2 if before.key == "في" and index > 1 else index - 1)
        staff = owned is not None and owned[0].head.sort in ("person", "people")  # "مدير جامعة تعز"
        return not speaks and not staff and before.key not in ("ان", "باسم", "من", "قبل")

    def _begun(self, index: int, form: HeadForm, at: Found) -> Node:
        flags = form.head.flags
        return Node(
            first=index,
            last=index + 1,
            head=index,
            start=self.desk.start(index, at.stripped),
            klass=form.head.klass,
            rule="head_noun",
            form="role",
            gender=form.shape.gender,
            number=form.shape.number,
            definite=at.definite and not form.shape.accusative,
            noun=form.head,
            enclitic=at.enclitic,
            anonymous=form.head.klass == "source",
            colour="hostile" if "hostile" in flags else "honouring" if "honouring" in flags else None,
        )

    def _pair(self, node: Node) -> Node | None:
        """A dual with two sides: "الجانبان التركي والروسي". The first is the phrase, the other stands inside it."""
        sides: list[Node] = []
        last = node.last
        while last < self.desk.size and len(sides) < 2 and (side := self._singular_side(last)) is not None:
            sides.append(side)
            last += 1
        if len(sides) < 2:
            return None
        for side in sides:
            side.parts = []
        other = msgspec.structs.replace(node, last=last, owner=sides[1], rule="both_sides", parts=[sides[1]])
        node.last, node.owner, node.rule, node.parts = last, sides[0], "both_sides", [other, sides[0]]
        return node

    def _singular_side(self, index: int) -> Node | None:
        found = self.desk.looks[index].side
        if found is None or not found[1].definite:
            return None
        reading = next((r for r in found[0] if r.shape.number == "s"), None)
        if reading is None:
            return None
        side = self.adjectives.side(index, reading.actor, reading.colour)
        side.start = self.desk.start(index, found[1].stripped)
        return side

    def _complement(self, node: Node, form: HeadForm, depth: int) -> None:
        """What an indefinite-looking head governs: a name of its own, an owner, adjectives, a field."""
        start = node.last
        following = self.desk.skip(start)
        quoted, free = following > start, form.shape.state == "free"
        if following < self.desk.size and self.desk.words[following].pos == "demonstrative":
            following += 1  # "قائد هذه القوات"
        if not free and self._calling(node, following):
            return
        if self._own_name(node, form, following, quoted) or (not free and self.owners.owner(node, following, depth)):
            return
        node.last = self.adjectives.run(node, start, definite=False)
        if node.last == start + 1 and self.desk.keys[start] == "عام" and self.owners.owner(node, node.last, depth):
            return  # "أمين عام حلف الأطلسي"
        if node.last == start and not free and not self.owners.field(node, following):
            self._unit(node, form, following, quoted)

    def _calling(self, node: Node, index: int) -> bool:
        """The calling that tells of what kind the man is: "رجل أعمال", "عامل إغاثة", "حراس أمن"."""
        man = node.noun is not None and node.noun.head in CALLED and index == node.last < self.desk.size
        if not man or self.desk.words[index].prefixes or self.desk.words[index].enclitic:
            return False
        word = self.desk.words[index].text
        if (word not in CALLINGS and word not in UNIFORMED) or self._owned(index + 1):
            return False  # "مدير شرطة المحافظة", "رجال أمن الحركة"
        node.klass = "armed" if word in UNIFORMED else node.klass
        node.topic, node.last = (index,), index + 1
        node.last = self.adjectives.run(node, node.last, definite=False)
        return True

    def _owned(self, index: int) -> bool:
        """Whether a genitive stands there: a definite noun, a head, a name or a place."""
        if index >= self.desk.size or self.desk.words[index].preposition or self.desk.words[index].conjunction:
            return False
        named = self.desk.name(index) is not None or self.owners.place_at.get(index) is not None
        return "ال" in self.desk.words[index].prefixes or named or self.desk.head(index) is not None

    def _own_name(self, node: Node, form: HeadForm, index: int, quoted: bool) -> bool:
        """A name of its own that looks like an owner: quoted, or a word that units like to bear ("شهداء بدر")."""
        if not quoted and self.desk.keys[index] not in UNIT_WORDS:
            return False
        known_there = index < self.desk.size and self.desk.name(index) is not None
        return not known_there and self._unit(node, form, index, quoted)

    def _unit(self, node: Node, form: HeadForm, index: int, quoted: bool) -> bool:
        flags, single = form.head.flags, form.shape.number == "s" or form.head.head in form.head.plural
        named = "named" in flags and (quoted or (single and "quoted" not in flags))
        name = unit_name(self.desk, index, quoted) if named else None
        if name is None:
            return False
        node.words, node.last, node.definite, node.form, node.rule = name.words, name.last, True, "name", "named_body"
        node.last = self.adjectives.run(node, node.last, definite=True)
        return True

    def _apposition(self, node: Node) -> Node:
        """A title with the name of the one who bears it."""
        assert node.noun is not None
        if node.person is not None:
            return self._bearing(node, node.person)
        if "title" not in node.noun.flags or node.number not in ("s", "") or node.words:
            return node
        if node.enclitic and not self.namer.sure(node.last):
            return node  # "نائبه رياك مشار" is one man
        if "named" in node.noun.flags and "ال" not in self.desk.words[node.head].prefixes:
            return node  # "لواء شهداء بدر" is a brigade, "اللواء علي" a general
        if not node.definite and node.last == node.first + 1 and not self.namer.sure(node.last):
            return node
        if node.owner is not None and not node.definite and self._owned(node.last):
            return node  # "اتهم زعيم حزب معارض الرئيس سعيد": another man
        person = self._person(node.last) or self._stationed(node)
        return node if person is None else self._bearing(node, person)

    def _stationed(self, node: Node) -> Node | None:
        """ "المتحدث باسم الأمم المتحدة في اليمن علي سعيد": the name behind where the bearer of a title serves."""
        place = self.owners.place_at.get(node.last + 1)
        if place is None or self.desk.keys[node.last] != "في" or not node.definite or not self.namer.sure(place.last):
            return None
        if self.desk.name(place.last) is not None:
            return None  # "التقى المبعوث في ليبيا خليفة حفتر": another whom one knows
        return self._person(place.last)

    def _bearing(self, node: Node, person: Node) -> Node:
        node.person = person
        node.parts.append(person)
        node.last, node.form, node.klass, node.definite = person.last, "title", "person", True
        node.rule = "title_and_name"
        return node

    def _person(self, index: int) -> Node | None:
        if index >= self.desk.size or (self.desk.looks[index].side and self.desk.words[index].text.endswith("ا")):
            return None  # "قتل جندي إسرائيلي فلسطينيا": no name has that ending
        found = self.desk.name(index)
        if found is not None and found[1] == 0 and known()[found[0].actor].kind == "person":
            return known_node(self.desk, index)
        name = self.namer.person(index)
        if name is not None:
            return self.peoples.person(name, "name_after_title")
        further = self.desk.head(index)
        if further is None or "title" not in further[0].head.flags or further[1].stripped or further[1].enclitic:
            return None  # "التقى الرئيس نائبه سعيد": two men
        if not further[1].definite and further[0].head.head not in RANKED:
            return None
        inner = self.owners.phrase(index, LATE)
        return inner if inner is not None and inner.person is not None else None
