"""The neutral name of a found actor in both languages: its base form, whatever case and number the words put it in."""

from functools import cache, lru_cache

from tawatur.arabic.letters import key, light
from tawatur.arabic.word import Text
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.adjectives import Quality
from tawatur.mentions.actors.heads import heads
from tawatur.mentions.actors.inflection import adjective_like, noun_base, people_of
from tawatur.mentions.actors.known import at_office, known, sole_government, tied
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.numbered import english_place
from tawatur.mentions.actors.oblique import oblique
from tawatur.mentions.actors.romanise import romanise

COUNCILS = {"الوزراء": "الوزراء", "النواب": "البرلمان", "الشوري": "البرلمان"}  # who presides over one
Places = dict[str, dict[str, str]]  # the names of the places of the article, by provisional id
_PREPOSITIONS = frozenset({"من", "مع", "على", "إلى", "عن", "في", "تحت", "ضمن"})  # those that are words of their own
_QUOTES = str.maketrans("", "", "«»“”„\"'()")


@cache
def _topics() -> dict[str, str]:
    content = load_yaml("tawatur.mentions.actors", "topics.yml")
    return {key(arabic): english for arabic, english in content["topics"].items()}


@cache
def _offices() -> dict[tuple[str, str], tuple[str, str]]:
    """(key of head, key of first topic word) -> (id part, English with {} for the side's adjective)."""
    content = load_yaml("tawatur.mentions.actors", "topics.yml")
    return {(key(o["head"]), key(o["topic"])): (o["id"], o["en"]) for o in content["offices"]}


@cache
def _office_heads() -> dict[str, str]:
    """The heads of offices and bodies that every state has, and their keys."""
    listed = {head for head, _ in _offices()}
    keys = {form.head.head: key(form.head.head) for form in heads().values()}
    return {head: folded for head, folded in keys.items() if folded in listed}


def plain(text: Text, start: int, end: int) -> str:
    """Words of the text as a name: light, without quotation marks, a hidden article shown."""
    raw = light(text.original[start:end])
    if raw.startswith("لل"):
        raw = "ال" + raw[2:]
    return " ".join(raw.translate(_QUOTES).split())


def person_name(node: Node, text: Text) -> tuple[str, str]:
    """The name of a person found in the text, Arabic and in Latin letters."""
    words = [text.words[i].text for i in node.words]
    words[0] = light(text.original[node.start : text.words[node.words[0]].span.end])
    arabic = " ".join(words)
    return arabic, romanise(arabic)


def arabic_name(node: Node, text: Text) -> str:
    """A found actor in Arabic: "ضباط روس", "قادة حزب الله", "لواء شهداء بدر"."""
    if node.noun is None:
        return plain(text, node.start, text.words[node.last - 1].span.end)
    if node.words:
        article = "ال" if node.rule == "numbered_unit" else ""
        return " ".join([article + node.noun.head, *[text.words[i].text for i in node.words]])
    owned = _owner_name(node, text)
    if node.follows is not None:
        told = [adjective_like(node, quality.lemma) for quality in telling(node)]
        return " ".join([noun_base(node, construct=False), *told, _tied_by(node, text, node.follows[0])])
    words = [noun_base(node, construct=bool(owned) or bool(node.topic))]
    if node.topic:
        words.append(plain(text, text.words[node.topic[0]].span.start, text.words[node.topic[-1]].span.end))
    if owned:
        words.append(owned)
    if not owned:
        words += [adjective_like(node, quality.lemma) for quality in telling(node)]
    if not owned and (side := _side(node)) is not None:
        words.append(("ال" if node.topic else "") + people_of(node, side))
    return " ".join(words)


def _tied_by(node: Node, text: Text, at: int) -> str:
    """The participle and whom it follows, by the neutral name where that is known: "موالية لعلي عبد الله صالح"."""
    end = text.words[node.last - 1].span.end
    name = _known_name(node.owner or node.against)
    preposition = light(text.words[at + 1].text) if at + 1 < node.last else ""
    told = plain(text, text.words[at].span.start, text.words[at].span.end).removeprefix("ال")
    if told.endswith("ين") and node.noun is not None and node.noun.human:
        told = told[:-2] + "ون"
    if not name or not preposition:
        return plain(text, text.words[at].span.start, end).removeprefix("ال")
    if preposition in _PREPOSITIONS:
        return f"{told} {preposition} {name}"
    if preposition[0] == "ل":
        return f"{told} ل" + ("ل" + name[2:] if name.startswith("ال") else name)
    return (
        f"{told} ب{name}" if preposition[0] == "ب" else plain(text, text.words[at].span.start, end).removeprefix("ال")
    )


def _known_name(owner: Node | None) -> str:
    """The neutral Arabic name of a known actor that a phrase names, empty for others."""
    if owner is None:
        return ""
    actor = owner.actor or (owner.person.actor if owner.person is not None else None)
    return known()[actor].name["ar"] if actor else ""


def _side(node: Node) -> str | None:
    """The state or people whose adjective it takes."""
    owner = node.owner
    if owner is None or owner.actor is None or not known()[owner.actor].adjective:
        return None
    return owner.actor if " " not in (known()[owner.actor].adjective or " ") else None


def _owner_name(node: Node, text: Text) -> str:
    """The owner in the genitive, empty where it is an adjective or nobody."""
    if node.owner is None:
        return (node.place_words and plain(text, *node.place_words)) or ""
    if _side(node) is not None:
        return ""
    owner = node.owner
    if owner.person is not None and owner.person.actor:
        return known()[owner.person.actor].name["ar"]
    if owner.actor:
        return known()[owner.actor].name["ar"]
    return oblique(owner.called["ar"] if owner.called is not None else arabic_name(owner, text))


def telling(node: Node) -> list[Quality]:
    """The adjectives that belong to the name: all of a body's or a source's, the sectarian ones of people."""
    if not node.qualities:
        return []
    bodily = node.noun is not None and (node.noun.sort not in ("person", "people") or node.anonymous)
    return [quality for quality in dict.fromkeys(node.qualities) if bodily or quality.sectarian]


def english_name(node: Node, text: Text, places: Places) -> str:
    """A found actor in English: "Russian officers", "Hezbollah commanders", "foreign committee"."""
    if node.noun is None:
        return romanise(arabic_name(node, text))
    noun = node.noun.en[0] if node.number == "s" and node.quantity is None else node.noun.en[1]
    if node.words:
        place = english_place(text.words, node.words[0]) if node.rule == "numbered_unit" else None
        if place is not None:
            noun = node.noun.en[0].capitalize()
            return f"{noun} {place}" if place.isdigit() else f"{place} {noun}"
        return " ".join([romanise(" ".join([text.words[i].text for i in node.words])), node.noun.en[0].capitalize()])
    told = [] if node.owner is not None and not is_of_adjective(node) else telling(node)
    words = [quality.english for quality in told]
    words += [topic for i in node.topic[::-1] if (topic := _topic(text.words[i].text))]
    return _with_side(node, text, " ".join([*words, noun]), places)


@lru_cache(maxsize=20_000)
def _topic(word: str) -> str:
    plain_word = word.removeprefix("و") if word.startswith("وال") else word
    return _topics().get(key(plain_word), romanise(plain_word))


def _with_side(node: Node, text: Text, noun: str, places: Places) -> str:
    owner = node.owner or node.against
    if owner is None:
        return f"{noun} of {_latin(places[node.place]['en'])}" if node.place in places else noun
    side = known()[owner.actor] if owner.actor else None
    if side is not None and side.english and node.follows is None:
        return f"{side.english} {noun}"
    called = side.name if side is not None else owner.called
    label = called["en"] if called is not None else english_name(owner, text, places)
    if side is None and owner.person is not None and owner.person.actor:
        label = known()[owner.person.actor].name["en"]
    if node.follows is not None:
        return f"{noun} {node.follows[1]} {label}"
    long = len(label.split()) > 3 or label[:1].islower()
    return f"{noun} of {label}" if long else f"{label} {noun}"


def described(node: Node, *, owned: bool) -> tuple[str, ...]:
    """The English of the adjectives that tell an actor apart; an owner tells it better."""
    if not node.qualities or (owned and not is_of_adjective(node)):
        return ()
    return tuple([quality.english for quality in telling(node)])


def is_of_adjective(node: Node) -> bool:
    """Whether its side is named by an adjective ("قوات روسية"), not by a genitive ("قوات الأسد")."""
    return node.owner is not None and node.owner.adjective


def _latin(name: str) -> str:
    return name if name.isascii() or not any("\u0600" <= letter <= "\u06ff" for letter in name) else romanise(name)


def office_of(node: Node, text: Text) -> tuple[str, str] | None:
    """The id and English of an office or body that every state has: "russia-foreign-minister"."""
    if node.noun is None or node.words or (node.number == "p" and node.noun.sort == "person"):
        return None
    head = _office_heads().get(node.noun.head)
    if head is None:
        return None
    part_and_name = _offices().get((head, _field(node, text)))
    side = node.side()
    if part_and_name is None or side is None or len(node.topic) > 1:
        return None
    actor, (part, english) = known()[side], part_and_name
    if actor.kind != "state" or not _has_directly(node):
        return None  # "رئيس المنتدى الخليجي" presides over no state
    if (state := sole_government(side)) is not None:
        side, actor = state, known()[state]  # "وزارة دفاع النظام السوري" is Syria's
    own = at_office(side, part) or (tied(f"{part}_of", side) if part in ("government", "army") else None)
    if own is not None:
        return own, known()[own].name["en"]
    return f"{side}-{part}", english.format(actor.english or actor.name["en"])


def _has_directly(node: Node) -> bool:
    """Whether the state itself is named as its owner, or through the ministry or council that it presides over."""
    owner = node.owner
    if owner is None:
        return False
    through = owner.noun is not None and owner.noun.head in ("خارجية", "داخلية", "دفاع", "أمن", "مجلس")
    return owner.actor is not None or through


def _field(node: Node, text: Text) -> str:
    """The key of the field: of its topic, or of an office's portfolio without article ("وزير خارجية نيوزيلندا")."""
    if node.topic:
        return text.keys[node.topic[0]]
    inner = node.owner.noun if node.owner is not None and node.owner.noun is not None else None
    council = inner is not None and inner.head == "مجلس" and node.noun is not None and node.noun.head == "رئيس"
    if council and node.owner is not None and node.owner.topic:
        return COUNCILS.get(text.keys[node.owner.topic[0]], "")
    portfolio = inner is not None and inner.head in ("خارجية", "داخلية", "دفاع", "أمن")
    return "ال" + key(inner.head) if inner is not None and portfolio else ""


def nationals_name(side: str) -> dict[str, str]:
    """Some people of a country: "فلسطينيون", "Palestinians"; "French people" where English has no plural."""
    actor = known()[side]
    people = actor.people[0] if actor.people else f"{actor.adjective}ون"
    english = actor.english or actor.name["en"]
    return {"ar": people, "en": f"{english} people" if english.endswith(("ese", "sh", "ch", "ss")) else f"{english}s"}
