"""The neutral name of a found actor in both languages, composed from its head, qualities and side."""

from functools import cache

from tawatur.arabic.letters import key, light
from tawatur.arabic.word import Text
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.known import known, tied
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.romanise import romanise

_QUOTES = str.maketrans("", "", "«»“”„\"")


@cache
def _topics() -> dict[str, str]:
    content = load_yaml("tawatur.mentions.actors", "topics.yml")
    return {key(arabic): english for arabic, english in content["topics"].items()}


@cache
def _offices() -> dict[tuple[str, str], tuple[str, str]]:
    """(key of head, key of first topic word) -> (id part, English with {} for the side's adjective)."""
    content = load_yaml("tawatur.mentions.actors", "topics.yml")
    return {(key(o["head"]), key(o["topic"])): (o["id"], o["en"]) for o in content["offices"]}


def arabic_name(node: Node, text: Text) -> str:
    """The words themselves, light, without quotation marks and clitics before them."""
    raw = light(text.original[node.start : text.words[node.last - 1].span.end])
    if raw.startswith("لل"):
        raw = "ال" + raw[2:]  # the article hides in it
    return " ".join(raw.translate(_QUOTES).split())


def person_name(node: Node, text: Text) -> tuple[str, str]:
    """The name of a person found in the text, Arabic and in Latin letters."""
    words = [text.words[i].text for i in node.words]
    if words:
        first = light(text.original[node.start : text.words[node.words[0]].span.end])
        words[0] = first
    arabic = " ".join(words)
    return arabic, romanise(arabic)


def english_name(node: Node, text: Text) -> str:
    """A found actor in English: "Russian officers", "Hezbollah commanders", "Ministry of Finance"."""
    if node.noun is None:
        return romanise(arabic_name(node, text))
    office = office_of(node, text)
    if office is not None:
        return office[1]
    noun = node.noun.en[1] if node.number in ("p", "d") or node.quantity is not None else node.noun.en[0]
    qualities = [q.english for q in node.qualities]
    if node.words:
        return " ".join([romanise(" ".join(text.words[i].text for i in node.words)), node.noun.en[0].capitalize()])
    topics = [_topics().get(key(text.words[i].text.removeprefix("و")), romanise(text.words[i].text)) for i in node.topic]
    return _with_side(node, text, " ".join([*dict.fromkeys(qualities), *topics, noun]))


def _with_side(node: Node, text: Text, noun: str) -> str:
    owner = node.owner
    if owner is None:
        return noun
    side = known()[owner.actor] if owner.actor else None
    if side is not None and side.english:
        return f"{side.english} {noun}"
    label = side.name["en"] if side is not None else english_name(owner, text)
    if side is None and owner.person is not None and owner.person.actor:
        label = known()[owner.person.actor].name["en"]
    if node.noun is not None and node.noun.sort in ("person", "people", "source", "side") and len(label.split()) > 3:
        return f"{noun} of {label}"
    return f"{label} {noun}"


def office_of(node: Node, text: Text) -> tuple[str, str] | None:
    """The id and English of an office or body that every state has: "russia-foreign-minister"."""
    if node.noun is None or node.words or node.number == "p":
        return None
    topic = text.words[node.topic[0]].text if node.topic else ""
    found = _offices().get((key(node.noun.head), key(topic)))
    side = node.side()
    if found is None or side is None or len(node.topic) > 1:
        return None
    actor = known()[side]
    part, english = found
    own = tied(f"{part}_of", side) if part in ("government", "army") else None
    if own is not None:
        return own, known()[own].name["en"]
    return f"{side}-{part}", english.format(actor.english or actor.name["en"])
