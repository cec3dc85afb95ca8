"""Which actor a phrase names: known ones by id, found ones merged inside the article."""

from typing import Any

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text
from tawatur.mentions.actors.actor import Actor
from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.known import known, near_of
from tawatur.mentions.actors.naming import arabic_name, described, english_name, nationals_name, office_of, person_name
from tawatur.mentions.actors.node import NATIONALS, Node
from tawatur.mentions.actors.pairs import last_pair
from tawatur.mentions.actors.possessors import Mention, led_by_pronoun
from tawatur.mentions.actors.resuming import is_bare, resumed, side_taken_up
from tawatur.mentions.actors.standins import (
    KINDS,
    RESUMING,
    is_dual_side,
    is_government_force,
    is_side,
    kind_of,
    last_army,
    last_sides,
    lemma_of,
    lemmas_of,
    lent_to,
    national_force,
    opens_phrase,
    ruled_by,
)
from tawatur.mentions.actors.surnames import Surnames
from tawatur.model.reading import Entity, EntityKind
from tawatur.model.span import Span

SETTINGS = frozenset(
    {"في", "من", "الي", "داخل", "جنوب", "شمال", "شرق", "غرب", "جنوبي", "شمالي", "شرقي", "غربي", "وسط", "عبر", "نحو"}
)


class Register:
    """The actors of one article, in the order of their first mention."""

    def __init__(self, text: Text, desk: Desk, places: dict[str, dict[str, str]]) -> None:
        self.places = places
        self.text = text
        self.desk = desk
        self.actors: dict[tuple[Any, ...], Actor] = {}
        self.order: list[Actor] = []  # every mention's actor, latest last
        self.seen: list[Mention] = []  # every mention with its phrase, adjectives of side too
        self.trail: list[Actor] = []  # the same with adjectives of side, without media, people and sources
        self.surnames = Surnames()
        self.present: dict[str, int] = {}  # how often the whole article names known actors surely

    def enter(self, node: Node) -> Actor | None:
        """The actor that a phrase names, entered with the phrases inside it; None where it names nothing."""
        if node.parts:
            node.parts = [part for part in node.parts if self.enter(part) is not None]
        if node.candidates and not self._settle(node):
            return self._fall_back(node)
        if node.person is not None and node.person not in node.parts:
            node.person = None
        actor = self._resolve(node)
        if actor is None:
            return None
        span = node.span = Span(node.start, self.text.words[node.last - 1].span.end)
        if span not in actor.spans:
            actor.spans.append(span)
        if not node.adjective:
            self.order.append(actor)
        self.seen.append(Mention(node, actor))
        told = actor.kind not in ("media", "person") and not actor.anonymous
        if told and (node.actor is None or not self._is_setting(node)):
            self.trail.append(actor)
        if node.noun is not None:
            actor.lemmas.add(lemma_of(node.noun.head))
        node.entity, node.called = actor.id, actor.name
        if node.form == "anaphor" and node.actor is None and actor.kb in known():
            node.actor = actor.kb
        return actor

    def _is_setting(self, node: Node) -> bool:
        """A country named as where things happen: "في اليمن", "جنوب اليمن", "بسوريا"."""
        if node.actor is None or not known()[node.actor].country or node.rule != "known_name":
            return False
        before = self.desk.keys[node.first - 1]
        return bool(self.desk.words[node.first].preposition) or before in SETTINGS

    def _fall_back(self, node: Node) -> Actor | None:
        if node.fallback is None:
            return None
        fallback = node.fallback
        for name in node.__struct_fields__:
            setattr(node, name, getattr(fallback, name))
        return self.enter(node)

    def _settle(self, node: Node) -> bool:
        """Which candidate an unsure name stands for: the last one named, else one that the article comes near."""
        if opens_phrase(node, self.desk):
            return False
        named = [a for a in node.candidates if ("kb", a) in self.actors]
        latest = next((a.kb for a in reversed(self.order) if a.kb in named), None) if named else None
        choice = latest or self._near(node.candidates)
        if choice is None:
            return False
        node.actor = choice
        node.klass = known()[choice].klass
        return True

    def _near(self, candidates: tuple[str, ...]) -> str | None:
        """The first of those known actors whose like the article names most often, or None where it names none."""
        best, most = None, 0
        for candidate in candidates:
            near = near_of(candidate)
            weight = sum([count for actor, count in self.present.items() if actor in near])
            if weight > most:
                best, most = candidate, weight
        return best

    def _resolve(self, node: Node) -> Actor | None:
        if node.person is not None:
            return self._resolve(node.person)
        if node.actor is not None:
            return self._nationals(node.actor) if node.rule == NATIONALS else self._known(node.actor)
        if node.klass == "person" and node.noun is None:
            return self._person(node)
        if node.enclitic and (led := led_by_pronoun(node, self.seen, self.desk)) is not None:
            return self._known(led)
        if node.noun is not None and "possessed" in node.noun.flags:
            return None  # "بلاده", nobody knows whose
        stood_for = self._stood_for(node)
        if stood_for is not None:
            return stood_for
        office = office_of(node, self.text)
        if office is not None:
            return self._office(node, office)
        if is_bare(node, self.desk) and (taken_up := self._taken_up(node)) is not None:
            return taken_up
        return None if node.resumes and node.owner is None else self._group(node)

    def _taken_up(self, node: Node) -> Actor | None:
        """The actor that a bare definite noun takes up again: one named by it, the side or the office that it means."""
        earlier = resumed(node, self.order, self.seen, self.desk)
        if earlier is not None:
            node.form, node.rule = "anaphor", "resumes_head"
            return earlier
        if (led := side_taken_up(node, self.seen, self.desk)) is not None:
            return self._known(led)
        office = office_of(node, self.text) if node.owner is not None else None  # it may have been given one
        return None if office is None else self._office(node, office)

    def _stood_for(self, node: Node) -> Actor | None:
        """The known actor that a head only stands for: its leader's government, a lent word's owner, a side."""
        if node.noun is None:
            return None
        return self._of_nobody(node) if node.owner is None else self._of_its_owner(node)

    def _of_its_owner(self, node: Node) -> Actor | None:
        if (government := ruled_by(node)) is not None:
            node.rule = "government_of_its_leader"
            node.colour = "hostile" if node.noun is not None and node.noun.head == "نظام" else None
            return self._known(government)
        if (lent := lent_to(node)) is not None:
            node.form, node.rule = ("loaded" if node.colour else "name"), "lent_head"
            return self._known(lent)
        if (army := national_force(node)) is not None:
            return self._known(army)
        if is_side(node) and node.owner is not None and node.owner.actor is not None:
            node.form = "nationality"
            return self._known(node.owner.actor)
        return None

    def _of_nobody(self, node: Node) -> Actor | None:
        if is_government_force(node) and (army := last_army(self.order)) is not None:
            node.form, node.rule = "anaphor", "forces_of_the_government"
            return self._known(army)
        if is_dual_side(node):
            sides = last_pair(node, self.seen, self.desk) or last_sides(node, self.trail)
            return None if sides is None else self._both(node, sides)
        return None

    def _both(self, node: Node, sides: tuple[str, str]) -> Actor:
        """ "الطرفان": the two sides named last, the earlier as the phrase, the later as one inside it."""
        earlier, later = sides
        core = {"actor": later, "klass": known()[later].klass, "rule": "both_sides", "form": "anaphor"}
        other = msgspec.structs.replace(node, noun=None, parts=[], **core)
        node.parts = [other]
        self.enter(other)
        node.form, node.rule, node.klass = "anaphor", "both_sides", known()[earlier].klass
        return self._known(earlier)

    def _known(self, actor: str) -> Actor:
        found = self.actors.get(("kb", actor))
        if found is None:
            record = known()[actor]
            found = self._add(("kb", actor), record.kind, dict(record.name), kb=actor, affiliation=record.state)
            if record.wikidata:
                found.ids = {"wikidata": record.wikidata}
            found.lemmas |= lemmas_of(record)
            if record.kind == "person":
                self.surnames.enter(key(record.name["ar"]), found.key)
        return found

    def _nationals(self, side: str) -> Actor:
        identity = (NATIONALS, side)
        return self.actors.get(identity) or self._add(identity, "group", nationals_name(side), affiliation=side)

    def _person(self, node: Node) -> Actor:
        arabic, english = person_name(node, self.text)
        name = key(arabic)
        found = self.actors.get(("person", name))
        before = self.text.words[node.first - 1].stem_key if node.first else ""
        if found is None and (told := self.surnames.of(name, before)) is not None:
            found = self.actors[told]
        if found is None:
            found = self._add(("person", name), "person", {"ar": arabic, "en": english})
            self.surnames.enter(name, found.key)
        return found

    def _office(self, node: Node, office: tuple[str, str]) -> Actor:
        part, english = office
        found = self.actors.get(("kb", part))
        if found is not None:
            return found
        person = node.noun is not None and node.noun.sort == "person"
        kind: EntityKind = "office" if person else KINDS.get(node.klass, "organisation")
        return self._add(
            ("kb", part), kind, {"ar": arabic_name(node, self.text), "en": english}, kb=part, affiliation=node.side()
        )

    def _group(self, node: Node) -> Actor:
        identity = self._identity(node)
        found = self.actors.get(identity)
        if found is None:
            name = {"ar": arabic_name(node, self.text), "en": english_name(node, self.text, self.places)}
            found = self._add(identity, kind_of(node), name, affiliation=node.side(), anonymous=node.anonymous)
            found.number = node.number
        return found

    def _identity(self, node: Node) -> tuple[Any, ...]:
        lemma = lemma_of(node.noun.head) if node.noun is not None else ""
        if node.words:
            return ("named", lemma, " ".join([self.text.keys[i] for i in node.words]))
        if node.anonymous:
            return ("source", node.first)
        topics = tuple([self.text.words[i].stem_key for i in node.topic])
        owner = node.side() or (node.owner.entity if node.owner is not None else None) or node.place
        bodily = node.noun is not None and node.noun.sort in RESUMING
        if node.follows is not None:
            tied = (node.follows[1], owner or (node.against.side() or node.against.entity if node.against else None))
            return ("group", lemma, *tied)
        loose = tuple([self.text.words[i].stem_key for i in node.loose]) if bodily else ()
        single = node.noun is not None and node.noun.sort == "person" and node.number == "s" and node.quantity is None
        return ("group", lemma, owner, topics, described(node, owned=bool(owner)), loose, single)

    def _add(
        self,
        identity: tuple[Any, ...],
        kind: EntityKind,
        name: dict[str, str],
        *,
        kb: str | None = None,
        affiliation: str | None = None,
        anonymous: bool = False,
    ) -> Actor:
        actor = Actor(
            key=identity,
            id=f"actor {len(self.actors) + 1}",
            kind=kind,
            name=name,
            kb=kb,
            affiliation=affiliation,
            anonymous=anonymous,
            spans=[],
            lemmas=set(),
        )
        self.actors[identity] = actor
        return actor

    def entities(self) -> list[Entity]:
        """The actors as entities; ids are provisional until the door numbers them."""
        return [
            Entity(
                id=a.id,
                kind=a.kind,
                name=a.name,
                kb=a.kb,
                ids=a.ids,
                mentions=tuple(sorted(a.spans)),
                affiliation=a.affiliation,
                anonymous=a.anonymous,
            )
            for a in self.actors.values()
            if a.spans
        ]
