"""The prepositions and participles that tie a phrase to another: origin, membership, voice, following."""

from functools import cache

import msgspec

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import Node

FULL_TITLES = frozenset(
    map(key, ("العام", "الأعلى", "الرسمي", "الإقليمي", "الخاص", "الدائم", "الأول", "الإعلامي", "السياسي"))
)
PRONOUNED = frozenset({"له", "لها", "لهم", "لهما", "به", "بها", "بهم"})
PREPOSITIONS = frozenset({"من", "في", "باسم", "لدي", "الي", "عن"})
STAYING = frozenset({"رئيس", "وزير", "ملك", "محافظ", "أمير", "حاكم", "أمين"})
BELONGING = frozenset({"عضو", "قيادي", "مسؤول", "ضابط", "مصدر", "قائد", "متحدث"})
SAYING = frozenset({"قال", "قالت", "ذكر", "ذكرت", "كان", "كانت", "اعلن", "اعلنت", "اوضح", "نقل"})
LEADERS = "قيادة"  # in the plural they are men: "قيادات من الجماعة"
MEMBERS = frozenset({"person", "people", "source", "side", "unit"})


class Follower(msgspec.Struct, frozen=True, gc=False):
    """A participle that ties: its prepositions and English; it may say against whom, or what the thing is called."""

    prepositions: tuple[str, ...]
    english: str
    against: bool = False
    names: bool = False


class Tie(msgspec.Struct, frozen=True, gc=False):
    """`noun` is where the other phrase begins; `kind` says which ones it admits."""

    noun: int
    kind: str
    places: bool = False
    follower: "Follower | None" = None
    at: int = 0  # where the participle stands

    def admits(self, other: Node) -> bool:
        """Whether the other phrase can stand there."""
        if other.klass == "person" and self.kind in ("from", "in"):
            return False
        if self.kind == "in":
            state = other.actor is not None and (known()[other.actor].country or known()[other.actor].kind == "group")
            return not state and other.klass in ("armed", "political", "organisation", "office", "media", "state")
        if self.kind == "state":
            return other.actor is not None and known()[other.actor].country
        if self.kind == "outlet":
            return other.klass == "media"
        if self.kind == "for":
            return other.klass not in ("media", "source", "civilians", "person")
        return True


@cache
def _participles() -> dict[str, Follower]:
    """Participles that tie, by any of their forms without article."""
    found: dict[str, Follower] = {}
    for entry in load_yaml("tawatur.mentions.actors", "ties.yml")["participles"]:
        prepositions = tuple(key(p) for p in entry["prepositions"])
        for form in entry["forms"]:
            found[key(form)] = Follower(prepositions, entry["en"], bool(entry.get("against")), bool(entry.get("names")))
    return found


def tie_at(desk: Desk, node: Node, index: int) -> Tie | None:
    """The tie that begins at a word after a phrase, or None."""
    if index >= desk.size or (node.noun is None and node.actor is None) or not _may_tie(desk.words[index]):
        return None
    found = _participle_tie(desk, node, index)
    if found or node.noun is None:
        return found
    return _prepositional_tie(desk, node, index)


@by_form
def _may_tie(word: Word) -> bool:
    """Whether a tie can begin with a word; with most words behind a phrase none can."""
    if word.preposition or word.key in PREPOSITIONS:
        return True
    return word.kind == "word" and not word.conjunction and word.key.removeprefix("ال") in _participles()


def _participle_tie(desk: Desk, node: Node, index: int) -> Tie | None:
    word = desk.words[index]
    if word.kind != "word" or word.conjunction or word.preposition:
        return None
    follower = _participles().get(word.key.removeprefix("ال"))
    if follower is None or word.key.startswith("ال") != node.definite:
        return None
    tie = _after(desk, index + 1, follower.prepositions)
    return None if tie is None else msgspec.structs.replace(tie, follower=follower, at=index)


def follower_at(desk: Desk, index: int) -> bool:
    """Whether a participle stands there that ties what comes before to what follows it."""
    follower = _participles().get(desk.keys[index].removeprefix("ال"))
    return follower is not None and _after(desk, index + 1, follower.prepositions) is not None


def _after(desk: Desk, index: int, prepositions: tuple[str, ...]) -> Tie | None:
    position = desk.skip(index)
    if position >= desk.size:
        return None
    word = desk.words[position]
    if (word.enclitic and word.stem_key in prepositions) or (word.key in PRONOUNED and word.key[:1] in prepositions):
        return Tie(position + 1, "pronoun")
    if word.key in prepositions:
        return Tie(desk.skip(position + 1), "follower")
    attached = word.key[:1] in prepositions and word.key[:1] in ("ل", "ب")
    return Tie(position, "follower") if word.kind == "word" and attached and len(word.key) > 2 else None


def _prepositional_tie(desk: Desk, node: Node, index: int) -> Tie | None:
    assert node.noun is not None
    word, sort = desk.words[index], node.noun.sort
    leaders = node.noun.head == LEADERS and node.number == "p" and not node.definite
    human = node.noun.human or node.noun.sort in MEMBERS or leaders
    if word.key == "من" and human and (not node.definite or node.quantity is not None):
        return Tie(desk.skip(index + 1), "from", places=True)
    if word.key == "من" and node.klass in ("political", "organisation", "armed") and not node.definite:
        return Tie(desk.skip(index + 1), "in")
    if word.key == "في" and (leaders or sort in ("person", "people", "source")):
        return Tie(desk.skip(index + 1), "in")
    if word.key == "باسم" and "title" in node.noun.flags:
        return Tie(desk.skip(index + 1), "voice")
    if word.key in ("لدي", "الي") and not node.definite:
        return None
    if word.key == "عن" and node.noun.head in ("ممثل", "مندوب", "ناطق", "نائب"):
        return Tie(desk.skip(index + 1), "voice")
    if word.key in ("لدي", "الي") and node.klass == "office" and _sent(node):
        return Tie(desk.skip(index + 1), "to", places=True)
    if word.preposition == "ب" and node.klass == "office" and node.topic and not word.conjunction:
        return Tie(index, "state")  # "وزير الداخلية بدولة الكويت"
    if word.preposition == "ب" and not word.conjunction and _belongs(desk, node, index):
        return Tie(index, "in")  # "قال عضو بحزب الشعوب"
    if word.preposition == "ل" and node.klass == "media" and node.noun.sort == "person":
        return Tie(index, "outlet")
    if word.preposition == "ل" and not word.conjunction and _full_title(desk, node, index):
        return Tie(index, "for")
    return None


def _sent(node: Node) -> bool:
    """ "المبعوث إلى سوريا", "السفير لدى": "وصل رئيس الوزراء إلى أنقرة" tells where he came."""
    assert node.noun is not None
    return "title" in node.noun.flags and node.noun.head not in STAYING


def _belongs(desk: Desk, node: Node, index: int) -> bool:
    """Whether "بـ" behind a member says of what he is one: it does behind a verb of saying that takes no "ب"."""
    assert node.noun is not None
    before = desk.keys[node.first - 1].removeprefix("و") if node.first else ""
    member = node.noun.head in BELONGING and node.number in ("s", "") and not node.enclitic
    return member and index == node.head + 1 and before in SAYING


def _full_title(desk: Desk, node: Node, index: int) -> bool:
    """A title that asks for "of whom": "الأمين العام لحزب الله", "القائد العام للقوات"."""
    assert node.noun is not None
    return "title" in node.noun.flags and node.last > node.first + 1 and desk.keys[index - 1] in FULL_TITLES
