"""What an article's own words for an actor say of it: that it has no name, or that it speaks for another."""

from collections.abc import Mapping

from tawatur.events.words import stems_of
from tawatur.model.reading import ActorMention, Reading
from tawatur.model.span import Span

_ROLE = frozenset({"role", "anaphor", "title"})  # forms of mention that give no name
_VOICES = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_HEADS = frozenset({"مدير", "مديره", "رييس", "رييسه"})  # speak for an outlet or monitor, not for a state
_GAP = 2  # code points between a name and the title after it


def nameless(reading: Reading) -> set[str]:
    """The entities that an article calls by role only ("a warplane", "officers"), by id."""
    forms: dict[str, set[str]] = {}
    for mention in reading.mentions.actors:
        forms.setdefault(mention.entity, set()).add(mention.form)
    known = {e.id for e in reading.entities if e.kb}
    return {entity for entity, seen in forms.items() if "role" in seen and seen <= _ROLE and entity not in known}


def mentioned(reading: Reading) -> set[str]:
    """The entities that an article's words name or call, by id: not those that it only leaves to be understood."""
    return {mention.entity for mention in reading.mentions.actors}


def offices(reading: Reading, text: str) -> dict[str, str]:
    """For persons whom the article titles spokesmen ("المتحدث باسم وزارة الصحة فلان"): the entity they speak for."""
    kinds = {e.id: e.kind for e in reading.entities}
    mentions = sorted(reading.mentions.actors, key=lambda m: (m.span[0], -m.span[1]))
    found: dict[str, str] = {}
    for at, mention in enumerate(mentions):
        if kinds.get(mention.entity) != "person" or mention.entity in found:
            continue
        title = mention if mention.form == "title" else _after(mention, mentions[at + 1 : at + 4], text)
        office = _office(title, mentions, kinds, text) if title else None
        if office is not None and office != mention.entity:
            found[mention.entity] = office
    return found


def _after(name: ActorMention, following: list[ActorMention], text: str) -> ActorMention | None:
    """The title that stands right behind a name ("فلان، المتحدث باسم ...")."""
    for mention in following:
        between = text[name.span[1] : mention.span[0]]
        if mention.form == "role" and 0 < len(between) <= _GAP and not between.strip(" ،,"):
            return mention
    return None


def _office(title: ActorMention, mentions: list[ActorMention], kinds: Mapping[str, str], text: str) -> str | None:
    words = stems_of(Span(*title.span).of(text))
    voice = bool(words) and words[0] in _VOICES
    if not voice and not (words and words[0] in _HEADS):
        return None
    for mention in mentions:
        inside = title.span[0] < mention.span[0] and mention.span[1] <= title.span[1]
        if inside and mention.form in ("name", "role") and kinds.get(mention.entity) not in ("person", "place", None):
            return mention.entity if voice or kinds[mention.entity] == "media" else None
    return None
