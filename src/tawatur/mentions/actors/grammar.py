"""The grammar of actor phrases: which reading of the words at hand wins."""

import msgspec

from tawatur.mentions.actors.adjectival import Adjectives
from tawatur.mentions.actors.bare_counts import BareCounts
from tawatur.mentions.actors.called import called_names
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.headed import Headed
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.known_nodes import known_node
from tawatur.mentions.actors.look import NUMBER
from tawatur.mentions.actors.names import Namer
from tawatur.mentions.actors.node import NATIONALS, PEOPLE, Node
from tawatur.mentions.actors.owners import Owners
from tawatur.mentions.actors.peoples import Peoples, as_nationals
from tawatur.mentions.actors.quantity import Quantities, Quantity
from tawatur.model.phrases import PlacePhrase
from tawatur.model.span import Span

DEEPEST = 6
SPEAKERS = ("name", "noun", "adjective", "other")  # how the tagger calls names that it does not know


def _no_more(index: int, depth: int = 0) -> Node | None:
    raise RuntimeError("the phrases of this text are read")


class Grammar:
    """Reads the phrase that begins at a word, once for each word."""

    def __init__(self, desk: Desk, places: tuple[PlacePhrase, ...]) -> None:
        self.desk = desk
        self.in_place = frozenset([word for place in places for word in range(place.first + 1, place.last)])
        self.namer = namer = Namer(desk, self.in_place.union([place.first for place in places]))
        self.quantities = Quantities(desk)
        self.bare = BareCounts(desk, self.quantities)
        self.adjectives = Adjectives(desk)
        self.peoples = Peoples(desk, namer, self.adjectives, self.quantities)
        self.owners = Owners(desk, places, self.adjectives, self.phrase)
        self.headed = Headed(desk, namer, self.adjectives, self.peoples, self.owners)
        spoken = [index + 1 for index in desk.told if desk.looks[index].speaks]
        # words that may be an actor unknown to every dictionary, for what stands before them
        self._behind_quotes = frozenset([index + 1 for index in desk.quotes])
        self.called = called_names(desk)
        self.cued = self._behind_quotes.union(spoken, self.called)
        self._read: dict[int, Node | None] = {}

    def let_go(self) -> None:
        """Ends the circle of references between the parts, so that the words of the text go as soon as it is read."""
        self.owners.phrase = _no_more

    def phrase(self, index: int, depth: int = 0) -> Node | None:
        """The longest actor phrase that begins at a word, or None."""
        if index >= self.desk.size or depth > DEEPEST:
            return None
        if index in self.called and (known := self._called(index)) is not None:
            return known
        look = self.desk.looks[index]
        if not look.opens:
            return self._cued(index) if index in self.cued else None
        if index in self._read:
            return self._read[index]
        found = self._phrase(index, depth) if look.quantity[0] or look is NUMBER else self._uncounted(index, depth)
        self._read[index] = found
        return found

    def _cued(self, index: int) -> Node | None:
        """An actor that no dictionary knows, behind a verb of speaking or a quotation mark."""
        word = self.desk.words[index]
        if word.kind == "punctuation":
            return None
        speaker = self.peoples.speaker(index) if word.pos in SPEAKERS else None
        return speaker or self._quoted(index)

    def _phrase(self, index: int, depth: int) -> Node | None:
        """The phrase that begins at a number or a word of quantity."""
        quantity = self.quantities.at(index)
        if quantity is None:
            return self._uncounted(index, depth) or self.bare.at(index)
        if (found := self._counted(index, depth, quantity)) is not None:
            return found
        return self._uncounted(index, depth) if self.desk.head(index) else self.bare.at(index)

    def _called(self, index: int) -> Node | None:
        """A name that "المدعو" or "الملقب" beside it announces, unless a list knows whoever begins there."""
        name = self.called[index]
        if self.desk.looks[name.words[0]].opens and self._uncounted(name.words[0], 0) is not None:
            return None
        node = self.peoples.person(name, "called_name")
        node.first, node.start = index, self.desk.start(index, 0)
        return node

    def _quoted(self, index: int) -> Node | None:
        return self.peoples.quoted(index) if index in self._behind_quotes else None

    def _counted(self, index: int, depth: int, quantity: Quantity) -> Node | None:
        """A number or quantifier with what it counts: "15 مسلحا", "عدد من السكان", "22 حوثيا"."""
        inner = self.phrase(quantity.noun, depth + 1)
        if (inner is None or inner.adjective) and quantity.counts:  # "30 حوثيا", "ثلاثون حوثيا"
            inner = self.peoples.people(quantity.noun, counted=True)
        if inner is None or inner.quantity is not None or inner.adjective or not _countable(inner):
            return None
        return self._with_quantity(index, quantity, inner)

    def _with_quantity(self, index: int, quantity: Quantity, inner: Node) -> Node:
        start = self.desk.start(index, self.quantities.stripped(index))
        span = Span(start, self.desk.words[quantity.last - 1].span.end) if quantity.counts else None
        node = msgspec.structs.replace(inner, first=index, start=start, quantity=span)
        if quantity.counts and node.number == "s":
            node.number = "p"
        if quantity.counts:
            as_nationals(node)
        return node

    def _uncounted(self, index: int, depth: int) -> Node | None:
        look = self.desk.looks[index]
        quoted = self._quoted(index) if index in self._behind_quotes else None
        fixed = self.desk.fixed(index) if look.roots else None
        if quoted is not None or (fixed is not None and fixed[0].form == "stop"):
            return quoted
        if index in self.owners.place_at and self._is_place(index):
            return None
        named = known_node(self.desk, index) if fixed is not None else None
        if named is not None and self._is_namesake(named):
            named = None
        headed = self.headed.read(index, depth, in_place=index in self.in_place) if look.head is not None else None
        if named is not None and (headed is None or named.last >= headed.last or named.last - named.first > 1):
            named.fallback = headed if named.candidates else None
            if headed is not None and headed.follows is not None and headed.owner is not None:
                named.parts = _whom_it_follows(headed.owner, named.last)
            return self._trailing(named, depth)
        if headed is not None:
            return headed
        found = self.peoples.people(index) if look.side is not None else None
        if found is None and look.given is not None:
            found = self.peoples.named(index)
        if found is None and index in self.cued and self.desk.words[index].pos == "name":
            found = self.peoples.speaker(index)
        return found

    def _is_namesake(self, named: Node) -> bool:
        """A given name of a known person with a family name not his: "صالح البيحاني" is not "صالح"."""
        person = known()[named.actor or ""].kind == "person" if named.actor else bool(named.candidates)
        alone = named.last == named.first + 1
        return person and alone and self.namer.sure(named.first) and self.namer.family(named.last)

    def _is_place(self, index: int) -> bool:
        """A place of several words that begins with a title or head: "الشيخ مسكين", "خان شيخون"."""
        place = self.owners.place_at.get(index)
        if place is None or place.last - place.first < 2:
            return False
        name, head = self.desk.name(index), self.desk.head(index)
        body = head is not None and head[0].head.sort == "body"
        return not body and (name is None or name[0].last < place.last)

    def _trailing(self, node: Node, depth: int) -> Node:
        """A known name with the adjectives and followers that come after it ("حزب الله" اللبناني)."""
        if node.rule == "known_capital" or known()[node.actor or ""].kind in ("state", "person"):
            return node
        node.last = self.adjectives.run(node, node.last, definite=True)
        return self.owners.followers(node, depth)


def _whom_it_follows(owner: Node, last: int) -> list[Node]:
    """ "القوات الموالية لهادي": a known name that itself tells of a tie holds the other end, surely that one."""
    if owner.last > last:
        return []
    if len(owner.candidates) == 1:
        owner.candidates = ()
    return [owner]


def _of_members(node: Node) -> bool:
    """A group whose name stands for its people: "العشرات من داعش"."""
    return node.klass == "armed" and node.last == node.first + 1


def _countable(node: Node) -> bool:
    peoples = node.rule in (PEOPLE, NATIONALS) or (
        node.rule == "known_name" and (node.number == "p" or _of_members(node))
    )
    both = node.noun is not None and node.noun.sort == "side" and node.number == "d"  # "العشرات من الجانبين"
    return peoples or (node.noun is not None and not both)
