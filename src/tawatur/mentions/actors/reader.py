"""The one door of this room: from the words of a text to the actors they name."""

import msgspec

from tawatur.arabic.word import Text
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.grammar import Grammar
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.register import Register
from tawatur.mentions.actors.remnants import joined_adjective, with_surnames
from tawatur.mentions.actors.settings import countries_of
from tawatur.mentions.places.reader import PlacesRead
from tawatur.model.article import Article
from tawatur.model.phrases import ActorPhrase
from tawatur.model.reading import Entity, Issue


class ActorsRead(msgspec.Struct, frozen=True):
    """The actors of an article: entities with provisional ids, nodes of phrases in order, what was left to a person.

    `names` are the word ranges of proper names: a place inside one is no mention of its own.
    """

    entities: tuple[Entity, ...]
    nodes: tuple[Node, ...]
    issues: tuple[Issue, ...] = ()
    names: tuple[tuple[int, int], ...] = ()

    @property
    def phrases(self) -> tuple[ActorPhrase, ...]:
        """The phrases in order, with the provisional ids of their entities."""
        return self.numbered({entity.id: entity.id for entity in self.entities})

    def numbered(self, numbers: dict[str, str]) -> tuple[ActorPhrase, ...]:
        """The phrases in order, with other ids for those of the entities."""
        found: list[ActorPhrase] = []
        for node in self.nodes:
            _phrases(node, None, numbers, found)
        return tuple(found)


def read_actors(text: Text, article: Article, read: PlacesRead) -> ActorsRead:
    """The actors that the words of a text name. Linear in the length of the text."""
    desk, places = Desk(text), read.phrases
    grammar = Grammar(desk, places)
    nodes = _scan(grammar, desk)
    grammar.let_go()
    register = Register(text, desk, {entity.id: entity.name for entity in read.entities})
    _count(nodes, register.present)
    for state in countries_of(read.entities):
        register.present[state] = register.present.get(state, 0) + 1
    nodes = [node for node in nodes if register.enter(node) is not None]
    nodes = with_surnames(nodes, register, desk, places)
    return ActorsRead(tuple(register.entities()), tuple(nodes), names=tuple(_name_ranges(nodes)))


def _scan(grammar: Grammar, desk: Desk) -> list[Node]:
    nodes: list[Node] = []
    last, looks = 0, desk.looks
    opening = [index for index in desk.told if looks[index].opens]
    for index in sorted(grammar.cued.union(opening)):
        if index < last:
            continue
        node = grammar.phrase(index)
        if node is not None:
            nodes.append(joined_adjective(node, nodes[-1], desk) if nodes and node.adjective else node)
            last = node.last
    return nodes


def _count(nodes: list[Node], present: dict[str, int]) -> None:
    """Counts the known actors that phrases surely name."""
    for node in nodes:
        if node.actor and not node.candidates:
            present[node.actor] = present.get(node.actor, 0) + 1
        if node.parts:
            _count(node.parts, present)


def _phrases(node: Node, inside: int | None, numbers: dict[str, str], found: list[ActorPhrase]) -> None:
    number = len(found)
    assert node.span is not None
    found.append(
        ActorPhrase(
            first=node.first,
            last=node.last,
            head=node.head,
            span=node.span,
            entity=numbers[node.entity],
            klass=node.klass,
            form=node.form,
            gender=node.gender,
            number=node.number,
            definite=node.definite,
            adjective=node.adjective,
            anonymous=node.anonymous,
            colour=node.colour,
            quantity=node.quantity,
            inside=inside,
            rule=node.rule,
        )
    )
    if not node.parts:
        return
    held = [part for part in node.parts if part.last <= node.last]  # what lies behind a phrase is read after it
    if len(held) > 1:
        held.sort(key=lambda p: (p.first, -p.last))
    for part in held:
        _phrases(part, number, numbers, found)


def _name_ranges(nodes: list[Node]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for node in nodes:
        named = node.actor and node.rule in ("known_name", "known_quoted") and node.last - node.first > 1
        if named and not known()[node.actor or ""].country:  # "الولايات المتحدة" is a place too
            found.append((node.first, node.last))
        if node.words:
            found.append((node.words[0], node.words[-1] + 1))
        if node.parts:
            found += _name_ranges(node.parts)
    return found
