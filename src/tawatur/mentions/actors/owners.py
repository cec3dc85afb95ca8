"""What a head belongs to: an owner or place, a field of office, followers by preposition or participle."""

from collections.abc import Callable

import msgspec

from tawatur.mentions.actors.adjectival import Adjectives
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.fields import Fields
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.ties import LEADERS, Tie, tie_at
from tawatur.model.phrases import PlacePhrase

HEADS_OF_COUNCILS = frozenset({"رئيس", "رئيسة", "رئاسة", "مجلس"})
COUNCILLORS = frozenset({"وزير", "نائب", "شيخ"})
PORTFOLIOS = frozenset({"خارجية", "داخلية", "دفاع"})
PEOPLED = frozenset({"civilians", "source", "group"})
PLACED = frozenset({"person", "people", "body"})
FIELDED = frozenset(
    {"قائد", "رئيس", "مدير", "حرس", "خفر", "جهاز", "سلاح", "شرطة", "قوات", "خبير", "محلل", "ناشط", "عضو", "وفد"}
)
MEN = frozenset({"رجل", "فرد", "شاب", "ابن", "شخص", "منسوب", "منتسب"})
DISPUTES = frozenset({"نزاع", "صراع", "ازمه", "حرب", "قتال", "خلاف", "اتفاق", "هدنه", "حوار", "مفاوضات", "تفاوض"})
MOST_FOLLOWERS = 3
Phrase = Callable[[int, int], Node | None]

NOBODYS = frozenset({
    "مسلح", "مجهول", "انتحاري", "ملثم", "مهاجم", "جندي", "شرطي", "شاب", "رجل", "فتى", "قناص", "متشدد", "متطرف",
    "إرهابي", "مستوطن", "متمرد", "مقاتل", "عنصر", "شخص",
})  # fmt: skip
LEADING = frozenset({"قيادي", "زعيم", "أمير", "عضو"})


class Owners:
    """Reads owners, fields and followers over the words of one text."""

    def __init__(self, desk: Desk, places: tuple[PlacePhrase, ...], adjectives: Adjectives, phrase: Phrase) -> None:
        self.desk = desk
        self.place_at = {place.first: place for place in places}
        self.adjectives = adjectives
        self.fields = Fields(desk)
        self.phrase = phrase

    def owner(self, node: Node, index: int, depth: int) -> bool:
        """Takes the genitive that owns a head: "قوات النظام", "قادة حزب الله", "سكان حلب"."""
        if index >= self.desk.size or self.desk.words[index].preposition or self.desk.words[index].conjunction:
            return False
        side, role = self.desk.looks[index].side, self.desk.head(index)
        if role is not None and role[0].shape.accusative and not role[1].definite:
            return False  # "طعن شاب جنديا": a genitive has no such ending
        if side is not None and not side[1].definite and self.desk.name(index) is None:
            return False
        place = self.place_at.get(index) or self._rest_of_place(node.first, index)
        owner = self._admitted(node, self.phrase(index, depth + 1))
        if owner is None or (place is not None and place.last >= owner.last and node.klass in PEOPLED):
            return place is not None and self._of_place(node, index, place)
        return self._of_actor(node, owner)

    def _of_place(self, node: Node, index: int, place: PlacePhrase) -> bool:
        if node.klass not in PEOPLED and node.noun is not None and node.noun.sort not in PLACED:
            return False
        node.place, node.place_words, node.definite = place.entity, self.desk.text.span(index, place.last), True
        return self._goes_on(node, place.last)

    def _of_actor(self, node: Node, owner: Node) -> bool:
        owner = self._lifted(node, owner)
        node.owner, node.definite = owner, owner.definite
        node.parts.append(owner)
        if owner.klass == "armed" and node.noun is not None and node.noun.head in MEN:
            node.klass = "armed"  # "رجال المقاومة", "أفراد الشرطة"
        if node.person is not None:
            node.last = node.person.last
            return True
        return self._goes_on(node, owner.last)

    def _goes_on(self, node: Node, last: int) -> bool:
        node.last = last
        self.close(node)
        node.last = self.adjectives.run(node, node.last, definite=node.definite)
        return True

    def _admitted(self, node: Node, owner: Node | None) -> Node | None:
        if owner is None or owner.adjective or owner.quantity is not None or self._is_field(node, owner):
            return None
        if _nobodys(node) and owner.noun is not None and "title" in owner.noun.flags and owner.number == "s":
            return None  # "اغتال مسلح قائد الشرطة": two men
        return owner if owner.start == self.desk.words[owner.first].span.start else None

    def _lifted(self, node: Node, owner: Node) -> Node:
        """The owner without the name that belongs to the outer title: "نائب وزير الخارجية ميخائيل بوغدانوف"."""
        inner = owner.noun
        titled = (
            node.noun is not None and {"title"} <= node.noun.flags and node.noun.sort == "person" and node.number == "s"
        )
        if not titled or owner.person is None or inner is None or inner.sort != "person":
            return owner
        if "ال" in self.desk.words[owner.head].prefixes:
            return owner  # "مستشار الرئيس بشار الأسد"
        node.person = owner.person
        rest = [part for part in owner.parts if part is not owner.person]
        core = {"person": None, "last": owner.person.first, "form": "role", "klass": inner.klass, "rule": "head_noun"}
        return msgspec.structs.replace(owner, parts=rest, **core)

    def _rest_of_place(self, first: int, index: int) -> PlacePhrase | None:
        """A place that the head itself opens: "بلدية نابلس" is a body and a place."""
        place = self.place_at.get(first)
        return place if place is not None and index == first + 1 < place.last else None

    def _is_field(self, node: Node, owner: Node) -> bool:
        """Whether what follows is the field of an office, no owner: "وزارة الداخلية", "رئيس الوزراء"."""
        office = node.noun is not None and node.noun.head in HEADS_OF_COUNCILS
        if office and owner.noun is not None and owner.noun.head in COUNCILLORS and owner.last == owner.first + 1:
            return True
        if not owner.resumes and (owner.noun is None or owner.noun.head not in PORTFOLIOS):
            return False
        return "ال" in self.desk.words[owner.first].prefixes and has_field(node)

    def field(self, node: Node, index: int) -> bool:
        """Takes the field that a body or office is for: "وزير الخارجية", "لجنة الخارجية والأمن", "أطراف النزاع"."""
        if self._disputes(node, index):
            node.topic, node.definite, node.last = (index,), True, index + 1
            return True
        if not has_field(node) and node.klass != "state":
            return False
        found = self.fields.read(index)
        if found is None:
            return False
        node.topic, node.definite = found.words, True
        node.last = self.adjectives.run(node, found.last, definite=True)
        node.last = self.fields.purpose(node.last)
        return True

    def _disputes(self, node: Node, index: int) -> bool:
        """Whether a dispute stands behind the word for its sides; the outskirts of a town are none."""
        if node.noun is None or node.noun.sort != "side" or index >= self.desk.size:
            return False
        word = self.desk.words[index]
        return word.prefixes == ("ال",) and word.stem_key in DISPUTES

    def followers(self, node: Node, depth: int) -> Node:
        """Takes what ties it to another by a preposition or participle: من الجيش، في حزب، باسم، التابعة لـ."""
        if node.klass == "weapon":
            node.last = self.fields.unmanned(node.last)
        for _ in range(MOST_FOLLOWERS):
            tie = tie_at(self.desk, node, node.last)
            if tie is None:
                return node
            if tie.kind == "pronoun":
                node.last = tie.noun
                continue
            other, place = self.phrase(tie.noun, depth + 1), self.place_at.get(tie.noun)
            if other is not None and not other.adjective and tie.admits(other):
                self._follow(node, other, tie)
            elif place is not None and tie.places and node.noun is not None and node.klass in PEOPLED:
                node.last, node.place, node.place_words = place.last, place.entity, place.span
            else:
                return node
        return node

    def _follow(self, node: Node, other: Node, tie: Tie) -> None:
        behind = self.desk.words[other.last] if other.last < self.desk.size else None
        described = behind is not None and behind.pos == "adjective" and behind.definite  # "للقاعدة الجوية"
        if len(other.candidates) == 1 and other.klass == "armed" and not described and _has_members(node, tie):
            other.candidates = ()  # "مرتبطون بالقاعدة": no military base has followers
        node.last = other.last
        self.close(node)
        node.parts.append(other)
        if node.noun is not None and node.noun.head == LEADERS and other.klass == "armed":
            node.klass = "armed"  # "قيادات من الحوثيين"
        if tie.follower is not None and tie.follower.names:
            _call(node, other)
            return
        if node.owner is not None or node.actor is not None or node.against is not None:
            return
        if tie.follower is not None:
            node.follows = tie.at, tie.follower.english
        if tie.follower is not None and tie.follower.against:
            node.against = other
        else:
            node.owner = other

    def close(self, node: Node) -> None:
        """Takes in the quotation mark that closes what an opening mark inside the phrase began."""
        node.last = self.desk.closed(node.first, node.last)


def _has_members(node: Node, tie: Tie) -> bool:
    """Whether the tie is one to an organisation: of its followers, or of those who lead it or belong to it."""
    if tie.follower is not None:
        return not (tie.follower.names or tie.follower.against)
    return tie.kind == "in" and node.noun is not None and node.noun.head in LEADING


def _call(node: Node, other: Node) -> None:
    """Gives a phrase the known name that it is said to bear: "شركة التدريب المعروفة باسم فيغا"."""
    if node.actor is None and other.actor is not None and not other.candidates:
        node.actor, node.klass, node.rule, node.form = other.actor, other.klass, "known_as", "name"


def has_field(node: Node) -> bool:
    """Whether its head is one that fields follow: an office, a body, some ranks."""
    return node.noun is not None and (node.klass in ("office", "organisation") or node.noun.head in FIELDED)


BRANCHES = frozenset({"المركزي", "السياسي", "العام"})
SERVICES = frozenset({"الداخلي", "الوطني", "القومي", "العسكري", "الوقائي", "الخاص"})  # safety too, but not behind:
STAFF = frozenset({
    "عناصر", "عنصر", "ضباط", "ضابط", "رجال", "افراد", "مقر", "مقار", "مبني", "حاجز", "دوريه", "مدير", "رئيس", "قائد",
    "جهاز", "اجهزه", "سجن", "قوات", "كتيبه",
})  # fmt: skip


def _is_branch(node: Node, desk: Desk) -> bool:
    """ "الأمن المركزي", "الأمن السياسي": a service by its name; "الأمن الوطني" is safety too."""
    head = node.noun.head if node.noun is not None else ""
    staffed = node.head > 0 and desk.words[node.head - 1].stem_key in STAFF
    if head == "أمن" and staffed and node.place is not None:
        return True  # "مدير أمن عدن"
    branch = desk.keys[node.head + 1] in BRANCHES or (staffed and desk.keys[node.head + 1] in SERVICES)
    branch = head == "أمن" and node.definite and branch
    if branch:
        node.last = max(node.last, node.head + 2)
    return branch


def _captures(node: Node) -> bool:
    """ "أسر جندي", "أسر ثلاثة جنود": one man, or men who are counted, are taken, and "أسر" heads no families."""
    owner = node.owner
    if node.noun is None or node.noun.head != "أسر" or owner is None or owner.klass not in ("armed", "person"):
        return False
    return owner.quantity is not None or (owner.number == "s" and not owner.definite)


def is_owned(node: Node, desk: Desk) -> bool:
    """Whether a head that needs company has an owner, a name of its own, or is a service by its adjective."""
    return not _captures(node) and bool(node.owner or node.words or _is_branch(node, desk))


def _nobodys(node: Node) -> bool:
    """Whether a head is one fighter or man without article, who belongs to no other man."""
    return node.noun is not None and node.noun.head in NOBODYS and node.number == "s" and not node.definite
