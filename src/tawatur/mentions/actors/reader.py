"""The one door of this room: from the words of a text to the actors they name."""

from collections import Counter
from collections.abc import Iterator
from itertools import compress
from operator import attrgetter

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
from tawatur.model.span import Span


class ActorsRead(msgspec.Struct, frozen=True):
    """The actors of an article: entities with provisional ids, nodes of phrases in order, what was left to a person.

    `names` are the word ranges of proper names: a place inside one is no mention of its own.
    """

    text: Text
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
            _phrases(node, None, self.text, numbers, found)
        return tuple(found)


def read_actors(text: Text, article: Article, read: PlacesRead) -> ActorsRead:
    """The actors that the words of a text name. Linear in the length of the text."""
    desk, places = Desk(text), read.phrases
    grammar = Grammar(desk, places)
    nodes = _scan(grammar, desk)
    grammar.let_go()
    register = Register(text, desk, {entity.id: entity.name for entity in read.entities})
    register.present = Counter(_sure(nodes)) + Counter(countries_of(read.entities))
    nodes = [node for node in nodes if register.enter(node) is not None]
    nodes = with_surnames(nodes, register, desk, places)
    return ActorsRead(text, tuple(register.entities()), tuple(nodes), names=tuple(_name_ranges(nodes)))


def _scan(grammar: Grammar, desk: Desk) -> list[Node]:
    nodes: list[Node] = []
    last, opening = 0, compress(range(desk.size), map(attrgetter("opens"), desk.looks))
    for index in sorted(grammar.cued.union(opening)):
        if index < last:
            continue
        node = grammar.phrase(index)
        if node is not None:
            nodes.append(joined_adjective(node, nodes[-1], desk) if nodes else node)
            last = node.last
    return nodes


def _sure(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node.actor and not node.candidates:
            yield node.actor
        if node.parts:
            yield from _sure(node.parts)


def _phrases(node: Node, inside: int | None, text: Text, numbers: dict[str, str], found: list[ActorPhrase]) -> None:
    number = len(found)
    found.append(
        ActorPhrase(
            first=node.first,
            last=node.last,
            head=node.head,
            span=Span(node.start, text.words[node.last - 1].span.end),  # without the clitics before it
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
    for part in sorted(held, key=lambda p: (p.first, -p.last)):
        _phrases(part, number, text, numbers, found)


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
