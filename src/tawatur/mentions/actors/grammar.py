"""The grammar of actor phrases: quantifier, head, adjectives, owner, origin, follower, name in apposition."""

import msgspec

from tawatur.mentions.actors.desk import QUOTES, Desk
from tawatur.mentions.actors.fields import Fields
from tawatur.mentions.actors.heads import HeadForm
from tawatur.mentions.actors.known import known
from tawatur.mentions.actors.lists import UNIT_WORDS
from tawatur.mentions.actors.names import Namer
from tawatur.mentions.actors.outlets import quoted_outlet
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.quantity import Quantities, Quantity
from tawatur.mentions.actors.ties import follower_at, tie_at
from tawatur.model.phrases import PlacePhrase
from tawatur.model.span import Span

DEEPEST = 6
HEADS_OF_COUNCILS = frozenset({"رئيس", "رئيسة", "رئاسة", "مجلس"})
COUNCILLORS = frozenset({"وزير", "نائب", "شيخ"})
PORTFOLIOS = frozenset({"خارجية", "داخلية", "دفاع"})
SO_CALLED = frozenset({"يسمي", "تسمي", "سمي"})
PEOPLED = frozenset({"civilians", "source", "group"})
FIELDED = frozenset({"قائد", "رئيس", "مدير", "حرس", "جهاز", "سلاح", "شرطة", "قوات", "خبير", "محلل", "ناشط", "طلاب", "عضو", "وفد", "مدير"})


class Grammar:
    """Reads the phrase that begins at a word, once for each word."""

    def __init__(self, desk: Desk, places: tuple[PlacePhrase, ...]) -> None:
        self.desk = desk
        self.in_place = frozenset(word for p in places for word in range(p.first + 1, p.last))
        self.namer = Namer(desk, frozenset(p.first for p in places) | self.in_place)
        self.quantities = Quantities(desk)
        self.fields = Fields(desk)
        self.place_at = {phrase.first: phrase for phrase in places}
        self._read: dict[int, Node | None] = {}

    def phrase(self, index: int, depth: int = 0) -> Node | None:
        """The longest actor phrase that begins at a word, or None."""
        if index >= self.desk.size or depth > DEEPEST or self.desk.words[index].kind == "punctuation":
            return None
        if not self.desk.opens(index):
            return self._speaker(index) if self.desk.words[index].pos == "name" else self._quoted(index)
        if index not in self._read:
            self._read[index] = self._phrase(index, depth)
        return self._read[index]

    def _close(self, node: Node) -> None:
        """Takes in the quotation mark that closes what an opening mark inside the phrase began."""
        marks = sum(word.text in QUOTES for word in self.desk.words[node.first : node.last])
        if marks % 2 and node.last < self.desk.size and self.desk.words[node.last].text in QUOTES:
            node.last += 1

    def _phrase(self, index: int, depth: int) -> Node | None:
        quantity = self.quantities.at(index)
        if quantity is not None:
            inner = self.phrase(quantity.noun, depth + 1)
            if inner is None and quantity.counts:
                inner = self._people(quantity.noun, depth, counted=True)
            countable = inner is not None and (inner.noun is not None or _people(inner))
            if countable and inner is not None and inner.quantity is None and not inner.adjective:
                return self._counted(index, quantity, inner)
            if not self.desk.head(index):
                return None
        quoted = self._quoted(index)
        if quoted is not None:
            return quoted
        name = self.desk.fixed(index)
        if name is not None and name[0].form == "stop" or index in self.place_at and self._place_name(index):
            return None
        known_node = self._known(index)
        headed = self._headed(index, depth)
        if known_node and (headed is None or known_node.last >= headed.last or self._name_wins(known_node, headed)):
            return self._trailing(known_node, depth)
        return headed or self._people(index, depth) or self._titled(index)

    def _place_name(self, index: int) -> bool:
        """A place of several words that begins with a title or head: "الشيخ مسكين", "خان شيخون"."""
        place = self.place_at[index]
        name, head = self.desk.name(index), self.desk.head(index)
        if head is not None and head[0].head.sort == "body":
            return False
        return place.last - place.first > 1 and (name is None or name[0].last < place.last)

    def _name_wins(self, name: Node, headed: Node) -> bool:
        """A name of two words or more keeps its words even where a head could reach further."""
        return name.last - name.first > 1 or headed.noun is None

    def _counted(self, index: int, quantity: Quantity, inner: Node) -> Node:
        start = self.desk.start(index, self.quantities.stripped(index))
        span = Span(start, self.desk.words[quantity.last - 1].span.end) if quantity.counts else None
        node = msgspec.structs.replace(inner, first=index, start=start, quantity=span)
        if quantity.counts and node.number == "s":
            node.number = "p"
        return node

    def _known(self, index: int) -> Node | None:
        found = self.desk.name(index)
        if found is None:
            return None
        hit, stripped = found
        actor = known()[hit.actor]
        so_called = index > 1 and self.desk.key(index - 1) in SO_CALLED and self.desk.key(index - 2) == "ما"
        opened = sum(word.text in QUOTES for word in self.desk.words[index : hit.last]) % 2
        last = hit.last + (opened and hit.last < self.desk.size and self.desk.words[hit.last].text in QUOTES)
        form = "loaded" if so_called else {"capital": "nationality", "unsure": "name"}.get(hit.form, hit.form)
        return Node(
            first=index, last=last, head=index, start=self.desk.start(index, stripped), klass=actor.klass,
            rule="known_capital" if hit.form == "capital" else "known_name", form=form, gender=actor.gender or _gender(actor.kind),
            number=actor.number or "s", definite=True, actor=actor.id, colour="hostile" if so_called else hit.colour, candidates=hit.candidates,
        )

    def _trailing(self, node: Node, depth: int) -> Node:
        """A known name with the adjectives and followers that come after it ("حزب الله" اللبناني)."""
        actor = known()[node.actor or ""]
        if node.rule == "known_capital" or actor.kind in ("state", "person"):
            return node
        last = self._adjectives(node, node.last, definite=True)
        node.last = last
        return self._followers(node, depth)

    def _headed(self, index: int, depth: int) -> Node | None:
        found = self.desk.head(index)
        if found is None:
            return None
        form, at = found
        if index in self.in_place and "title" in form.head.flags and not self.desk.name(index):
            return None  # "مدينة الشيخ زويد"
        if "adjlike" in form.head.flags and self._is_adjective(index, form, at.definite):
            return None
        node = Node(
            first=index, last=index + 1, head=index, start=self.desk.start(index, at.stripped), klass=form.head.klass,
            rule="head_noun", form="role", gender=form.shape.gender, number=form.shape.number, definite=at.definite,
            noun=form.head, enclitic=at.enclitic, anonymous=form.head.klass == "source",
            colour="hostile" if "hostile" in form.head.flags else "honouring" if "honouring" in form.head.flags else None,
            qualities=[], loose=[], parts=[],
        )
        if form.shape.accusative:
            node.definite = False
        if at.definite:
            node.last = self._adjectives(node, node.last, definite=True)
            if node.last > node.first + 1 and not node.enclitic and self._has_field(node):
                node.last = self.fields.purpose(node.last)
        else:
            self._complement(node, form, depth)
        node = self._followers(node, depth)
        return self._apposition(node) if self._stands(node) else None

    def _complement(self, node: Node, form: HeadForm, depth: int) -> None:
        """What an indefinite-looking head governs: an owner, a topic, a name of its own, or adjectives."""
        start = node.last
        following = self.desk.skip(start)
        quoted = following > start
        if self._own_name(node, form, following, quoted):
            return
        if form.shape.state != "free" and self._owner(node, following, depth):
            return
        last = self._adjectives(node, start, definite=False)
        if last > start:
            node.last = last
            return
        if form.shape.state == "free":
            return
        if self._topic(node, following):
            return
        self._unit(node, form, following, quoted)

    def _own_name(self, node: Node, form: HeadForm, index: int, quoted: bool) -> bool:
        """A name of its own that looks like an owner: in quotation marks, or one that units like to bear ("شهداء بدر")."""
        known_there = index < self.desk.size and self.desk.name(index) is not None
        likely = quoted or self.desk.key(index) in UNIT_WORDS
        return likely and not known_there and self._unit(node, form, index, quoted)

    def _unit(self, node: Node, form: HeadForm, index: int, quoted: bool) -> bool:
        flags, single = form.head.flags, form.shape.number == "s" or form.head.head in form.head.plural
        named = "named" in flags and (quoted or single and "quoted" not in flags)
        name = self.namer.unit(index, quoted) if named else None
        if name is None:
            return False
        node.words, node.last, node.definite, node.form, node.rule = name.words, name.last, True, "name", "named_body"
        node.last = self._adjectives(node, node.last, definite=True)
        return True

    def _owner(self, node: Node, index: int, depth: int) -> bool:
        """The genitive that owns it: "قوات النظام", "قادة حزب الله", "سكان حلب"."""
        if index >= self.desk.size or self.desk.words[index].preposition or self.desk.words[index].conjunction:
            return False
        side = self.desk.side(index)
        if side is not None and not side[1].definite and self.desk.name(index) is None:
            return False
        place = self.place_at.get(index) or self._rest_of_place(node.first, index)
        owner = self.phrase(index, depth + 1)
        if owner is not None and (owner.adjective or self._is_field(node, owner) or owner.quantity is not None or not self._owns(owner)):
            owner = None
        if owner is None and place is None:
            return False
        if owner is None or (place is not None and place.last >= owner.last and node.klass in PEOPLED):
            assert place is not None
            if node.klass not in PEOPLED and node.noun is not None and node.noun.sort not in ("person", "people", "body"):
                return False
            node.place, last, node.place_words = place.entity, place.last, tuple(self.desk.text.span(index, place.last))
            node.definite = True
        else:
            owner = self._lifted(node, owner)
            node.owner, last, node.definite = owner, node.person.last if node.person else owner.last, owner.definite
            node.parts.append(owner)
            if node.person is not None:
                node.last = last
                return True
        node.last = last
        self._close(node)
        node.last = self._adjectives(node, node.last, definite=node.definite)
        return True

    def _lifted(self, node: Node, owner: Node) -> Node:
        """The owner without the name that belongs to the outer title: "نائب وزير الخارجية ميخائيل بوغدانوف"."""
        titled = node.noun is not None and "title" in node.noun.flags and node.noun.sort == "person" and node.number == "s"
        lifts = titled and owner.person is not None and owner.noun is not None and owner.noun.sort == "person"
        if not lifts or owner.person is None or owner.noun is None or "ال" in self.desk.words[owner.head].prefixes:
            return owner
        node.person = owner.person
        return msgspec.structs.replace(
            owner, person=None, last=owner.person.first, form="role", klass=owner.noun.klass, rule="head_noun",
            parts=[part for part in owner.parts if part is not owner.person],
        )

    def _rest_of_place(self, first: int, index: int) -> PlacePhrase | None:
        """A place that the head itself opens: "بلدية نابلس" is a body and a place."""
        place = self.place_at.get(first)
        return place if place is not None and index == first + 1 < place.last else None

    def _is_field(self, node: Node, owner: Node) -> bool:
        """Whether what follows is the field of an office, no owner: "وزارة الداخلية", "لجنة الأمن"."""
        office = node.noun is not None and node.noun.head in HEADS_OF_COUNCILS
        if office and owner.noun is not None and owner.noun.head in COUNCILLORS and owner.last == owner.first + 1:
            return True
        if not owner.resumes and (owner.noun is None or owner.noun.head not in PORTFOLIOS):
            return False
        return "ال" in self.desk.words[owner.first].prefixes and self._has_field(node)

    def _has_field(self, node: Node) -> bool:
        assert node.noun is not None
        return node.klass in ("office", "organisation") or node.noun.head in FIELDED

    def _owns(self, owner: Node) -> bool:
        return owner.start == self.desk.words[owner.first].span.start

    def _topic(self, node: Node, index: int) -> bool:
        """The field that a body or office is for: "وزير الخارجية", "لجنة الخارجية والأمن"."""
        assert node.noun is not None
        if not self._has_field(node) and node.klass != "state":
            return False
        found = self.fields.read(index)
        if found is None:
            return False
        node.topic, node.definite = found.words, True
        node.last = self._adjectives(node, found.last, definite=True)
        node.last = self.fields.purpose(node.last)
        return True

    def _adjectives(self, node: Node, index: int, definite: bool) -> int:
        """The end of the run of adjectives that agree; sides become owners."""
        last = index
        while last < self.desk.size:
            position = self.desk.skip(last) if definite and node.owner is None else last
            if not self._adjective(node, position, definite):
                break
            last = position + 1
            if self.desk.key(last) == "المستوي":
                last += 1
        return last

    def _adjective(self, node: Node, index: int, definite: bool) -> bool:
        if index >= self.desk.size or self.desk.words[index].kind != "word" or follower_at(self.desk, index):
            return False
        side = self.desk.side(index)
        if side is not None and side[1].stripped == 0 and side[1].definite == definite:
            reading = next((r for r in side[0] if _agrees(node, r.shape)), None)
            if reading is None:
                return False
            party = self._side_node(index, reading.actor, reading.colour)
            if node.actor is None:
                node.parts.append(party)
                node.owner = node.owner or party
            return True
        quality = self.desk.quality(index)
        if quality is not None and quality[1].stripped == 0 and quality[1].definite == definite:
            if not _agrees(node, quality[0].shape):
                return False
            node.qualities.append(quality[0])
            if quality[0].colour and node.actor:
                node.colour, node.form = quality[0].colour, "loaded"
            return True
        if definite and node.owner is None and not node.topic and self._loose(node, index):
            node.loose.append(index)
            return True
        return False

    def _loose(self, node: Node, index: int) -> bool:
        """An adjective that no dictionary knows, by its shape after a definite head: "الميداني", "القاري"."""
        word = self.desk.words[index]
        stem = self.desk.stem(index)
        if word.prefixes != ("ال",) or self.desk.head(index) is not None or node.actor is not None:
            return False
        return len(stem) > 5 and stem.endswith(("يه", "ي", "يين", "يون")) and _agrees_by_ending(node, stem)

    def _side_node(self, index: int, actor: str, colour: str | None) -> Node:
        return Node(
            first=index, last=index + 1, head=index, start=self.desk.start(index, 0), klass=known()[actor].klass,
            rule="side_adjective", form="nationality", actor=actor, adjective=True, definite=True, colour=colour,
        )

    def _followers(self, node: Node, depth: int) -> Node:
        """What ties it to another by a preposition or participle: من الجيش، في حزب، باسم، التابعة لـ."""
        for _ in range(3):
            tie = tie_at(self.desk, node, node.last)
            if tie is None:
                return node
            if tie.kind == "pronoun":
                node.last = tie.noun
                continue
            other = self.phrase(tie.noun, depth + 1)
            place = self.place_at.get(tie.noun)
            if other is not None and not other.adjective and tie.admits(other):
                node.last = other.last
                self._close(node)
                node.parts.append(other)
                if node.owner is None and node.actor is None:
                    node.owner = other
                continue
            if place is not None and tie.places and node.noun is not None and node.klass in ("civilians", "source", "group"):
                node.last, node.place, node.place_words = place.last, place.entity, tuple(place.span)
                continue
            return node
        return node

    def _apposition(self, node: Node) -> Node:
        """A title with the name of the one who bears it."""
        assert node.noun is not None
        if node.person is not None:
            return self._named(node, node.person)
        if "title" not in node.noun.flags or node.number not in ("s", "") or node.enclitic or node.words:
            return node
        if "named" in node.noun.flags and "ال" not in self.desk.words[node.head].prefixes:
            return node  # "لواء شهداء بدر" is a brigade, "اللواء علي" a general
        position = node.last
        if not node.definite and node.last == node.first + 1 and not self.namer.sure(position):
            return node
        person = self._person(position)
        return node if person is None else self._named(node, person)

    def _named(self, node: Node, person: Node) -> Node:
        node.person = person
        node.parts.append(person)
        node.last, node.form, node.klass, node.definite = person.last, "title", "person", True
        node.rule = "title_and_name"
        return node

    def _person(self, index: int) -> Node | None:
        if index >= self.desk.size:
            return None
        found = self.desk.name(index)
        if found is not None and found[1] == 0 and known()[found[0].actor].kind == "person":
            return self._known(index)
        name = self.namer.person(index)
        if name is None:
            further = self.desk.head(index)
            if further is not None and "title" in further[0].head.flags and further[1].definite and not further[1].stripped:
                inner = self.phrase(index, DEEPEST - 1)
                return inner if inner is not None and inner.person is not None else None
            return None
        return Node(
            first=index, last=name.last, head=index, start=self.desk.start(index, 0), klass="person", rule="name_after_title",
            form="name", gender="m", number="s", definite=True, words=name.words,
        )

    def _titled(self, index: int) -> Node | None:
        """A person's name without title, known by its given name."""
        name = self.namer.bare(index)
        if name is None:
            return None
        return Node(
            first=index, last=name.last, head=index, start=self.desk.start(index, name.stripped), klass="person",
            rule="given_name", form="name", gender="m", number="s", definite=True, words=name.words,
        )

    def _speaker(self, index: int) -> Node | None:
        name = self.namer.spoken(index)
        if name is None:
            return self._quoted(index)
        return Node(
            first=index, last=name.last, head=index, start=self.desk.start(index, 0), klass="person", rule="name_after_speech",
            form="name", gender="m", number="s", definite=True, words=name.words,
        )

    def _quoted(self, index: int) -> Node | None:
        """An outlet by its bare name in quotation marks: «الشرق الأوسط»."""
        if not index or self.desk.words[index - 1].text not in QUOTES:
            return None
        found = quoted_outlet(self.desk, index)
        if found is None:
            return None
        last, outlet = found
        return Node(
            first=index, last=last, head=index, start=self.desk.start(index, 0), klass="media", rule="known_quoted", form="name",
            gender="f", number="s", definite=True, actor=outlet,
        )

    def _people(self, index: int, depth: int, counted: bool = False) -> Node | None:
        """A side's adjective on its own: the people ("الروس أعربوا"), or a party of the noun before ("اللقاء الروسي")."""
        found = self.desk.side(index)
        if found is None:
            return None
        readings, at = found
        reading = next((r for r in readings if r.noun), readings[0])
        noun = reading.noun and not self._follows_people(index) or counted
        if not noun and not self._follows_noun(index, at.definite):
            return None
        node = self._side_node(index, reading.actor, reading.colour)
        node.start, node.definite = self.desk.start(index, at.stripped), at.definite
        node.gender, node.number = reading.shape.gender, reading.shape.number
        if noun:
            node.adjective, node.rule = False, "people_of_side"
            node.last = self._adjectives(node, node.last, definite=at.definite)
        return node

    def _follows_people(self, index: int) -> bool:
        """A human plural stands right before: "العسكريين الروس"."""
        word = self.desk.words[index - 1] if index else None
        if word is None or word.kind != "word" or "ال" not in word.prefixes or not self.desk.words[index].definite:
            return False
        return self.desk.stem(index - 1).endswith(("ون", "ين", "ات")) and self.desk.head(index - 1) is None

    def _follows_noun(self, index: int, definite: bool) -> bool:
        position = index - 1
        while position > 0 and self.desk.words[position].text in ("-", "–", "ـ", "/"):
            position -= 1
        if position < 0:
            return False
        before = self.desk.words[position]
        if before.kind != "word" or before.pos in ("preposition", "conjunction", "subordinator", "particle", "relative"):
            return False
        return definite == ("ال" in before.prefixes) or (definite and bool(before.enclitic)) or self.desk.side(position) is not None

    def _is_adjective(self, index: int, form: HeadForm, definite: bool) -> bool:
        """Whether a word that may be a noun describes the noun before it ("هجوم مسلح", "الأجنحة المسلحة")."""
        if not index or form.shape.accusative and self.quantities.at(index - 1):
            return False
        before = self.desk.words[index - 1]
        if before.kind != "word" or self.desk.words[index].conjunction or self.desk.words[index].preposition:
            return False
        if self.quantities.takes_people(index - 1) or "title" in form.head.flags and self.namer.sure(index + 1):
            return False
        if before.pos in ("verb", "preposition", "conjunction", "subordinator", "particle", "pronoun", "demonstrative", "number"):
            return False
        if self.quantities.ends(index - 1):
            return False
        if form.shape.accusative and "ال" in before.prefixes:
            return True  # "المصنف إرهابيا"
        if definite:
            return "ال" in before.prefixes and (form.shape.number != "p" or self.desk.stem(index - 1).endswith(("ين", "ون", "ات")))
        return form.shape.number == "s" and "ال" not in before.prefixes and before.pos in ("noun", "adjective")

    def _resumes(self, node: Node) -> bool:
        """A bare definite singular: it stands only if the article named such a one before."""
        node.resumes = node.definite and node.number in ("s", "d") and node.last == node.first + 1 and not node.enclitic
        return node.resumes

    def _stands(self, node: Node) -> bool:
        """Whether the words suffice for an actor: weak heads need company, some need an owner."""
        assert node.noun is not None
        flags = node.noun.flags
        company = node.owner or node.place or node.topic or node.words or node.parts
        if "only" in flags:
            return bool(node.words or self._resumes(node) or node.owner is not None and node.owner.klass == node.klass)
        if "article" in flags and self.desk.words[node.head].prefixes[-1:] != ("ال",) and not node.qualities:
            return False
        if "needs" in flags:
            return bool(node.owner or node.words or self._resumes(node))
        if "weak" in flags:
            return bool(company or node.qualities or node.definite and node.noun.klass not in ("weapon",))
        return True


def _people(owner: Node) -> bool:
    return owner.rule == "people_of_side" or owner.rule == "known_name" and owner.number == "p"


def _gender(kind: str) -> str:
    return "m" if kind in ("person", "armed_group") else "f"


def _agrees(node: Node, shape: object) -> bool:
    gender, number = shape.gender, shape.number  # type: ignore[attr-defined]
    if node.actor is not None:
        return bool(gender == (node.gender or gender) or gender == "m" and node.klass in ("armed", "political", "media")) and number == "s"
    if node.number == "p" and not (node.noun is not None and node.noun.human):
        return bool(gender == "f")
    if node.number == "p":
        return bool(number == "p")
    return bool(number == node.number and (gender == node.gender or not node.gender))


def _agrees_by_ending(node: Node, stem: str) -> bool:
    if node.number == "p":
        return stem.endswith(("يين", "يون")) if node.noun is not None and node.noun.human else stem.endswith("يه")
    return stem.endswith("يه") == (node.gender == "f")
